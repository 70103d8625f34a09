#!/bin/bash
# pangu 6.1.0, which puts blanks between Chinese and other writing: a minus between a Chinese character and a number is taken for an
# operator and parted from its number. 同比-3.5% becomes 同比 - 3.5%, a dash before growth, while 同比+3.5% keeps its sign at the number and so
# does a minus after a colon. The point of compound units is exchanged: in 元/人·年 the middle dot U+00B7, which Chinese writes in units and
# names, turns into the katakana one, U+30FB. autocorrect-py 2.14.0 keeps both.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    pangu==6.1.0 autocorrect-py==2.14.0
PYTHONPATH=$dir python3 - <<'PY'
from importlib.metadata import version
import autocorrect_py, pangu
print("pangu", version("pangu"), "autocorrect-py", version("autocorrect-py"))
texts = ["同比-3.5%", "同比+3.5%", "涨跌幅：-3.5%", "从-3%到-5%", "500元/人\u00b7年"]

seen = {text: (pangu.space_text(text), autocorrect_py.format(text)) for text in texts}
for text, (spaced, corrected) in seen.items(): print(text, "->", spaced, "autocorrect:", corrected)
assert [spaced for spaced, _ in seen.values()] == [
    "同比 - 3.5%", "同比 +3.5%", "涨跌幅：-3.5%", "从 - 3% 到 - 5%", "500 元/人\u30fb年"], seen
assert [corrected for _, corrected in seen.values()] == [
    "同比 -3.5%", "同比 +3.5%", "涨跌幅：-3.5%", "从 -3% 到 -5%", "500 元/人\u00b7年"], seen
PY

#!/bin/bash
# cn2an 0.5.23, transform: numerals inside a sentence are turned to digits one run at a time. Two neighbouring digits mean
# "three to five" in Chinese and come out as thirty-five; 零下 (below zero) comes out as the digit 0; 两 is not read although
# cn2an() itself reads it in smart mode, so two thousand three hundred stops halfway.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" cn2an==0.5.23 'setuptools<80'
PYTHONPATH=$dir python3 -W ignore - <<'PY'
import cn2an
from importlib.metadata import version
print("cn2an", version("cn2an"))
seen = {s: cn2an.transform(s) for s in ("质押三五家", "零下五度", "两千三百件", "三千三百件")}
for key, text in seen.items(): print(key, "->", text)
print("两千三百 in smart mode ->", cn2an.cn2an("两千三百", "smart"))
assert seen == {"质押三五家": "质押35家", "零下五度": "0下5度", "两千三百件": "2千三百件", "三千三百件": "3300件"}
assert cn2an.cn2an("两千三百", "smart") == 2300
PY

#!/bin/bash
# pycnnum 2.1.1, cn2num: a 十, 百 or 千 right before 万 or 亿 is joined to it and then multiplies what stands before both, too. 一百二十万
# (1,200,000) is a hundred of 十万 and two, 10,200,000, and 一千二百亿 (120 billion) ten trillion; 二十五万 and 一百二十五万 are right. After a
# decimal the unit is dropped, 三点五亿 is 3.5, and of a year the last digit is left. num2cn writes these numbers rightly, so that what it
# writes is not what is read back.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" pycnnum==2.1.1
PYTHONPATH=$dir python3 - <<'PY'
from importlib.metadata import version
from pycnnum import cn2num, num2cn
print("pycnnum", version("pycnnum"))
texts = ["二十五万", "一百二十五万", "一百二十万", "一千二百亿", "三点五亿", "二零二三"]
seen = {text: cn2num(text) for text in texts}
back = {number: cn2num(num2cn(number)) for number in (1_250_000, 1_200_000, 350_000_000, 3_500_000)}
for text, number in seen.items(): print(text, "->", number)
for number, found in back.items(): print(number, "->", num2cn(number), "->", found)
assert list(seen.values()) == [250_000, 1_250_000, 10_200_000, 10_020_000_000_000, 3.5, 3], seen
assert list(back.values()) == [1_250_000, 10_200_000, 350_000_000, 30_500_000], back
PY

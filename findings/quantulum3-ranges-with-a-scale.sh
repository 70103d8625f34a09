#!/bin/bash
# quantulum3 0.10.0: a range whose scale stands once, after its end, is read wrongly in three ways. "3-5 million" is a middle of 25,500,001.5
# (3 to 51 million) of "3-5 milli", "3 to 5 million" one of 2,500,001.5 (3 to 5 million), "10-15 million" the number
# 25 million, which is the sum. Without a scale, or with it at both ends, ranges are right: "3-5%" is 4, give or take 1.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" quantulum3==0.10.0
PYTHONPATH=$dir python3 -W ignore - <<'PY'
from importlib.metadata import version
from quantulum3 import parser
print("quantulum3", version("quantulum3"))
expected = {
    "3-5 million people": [("3-5 milli", 25_500_001.5, 25_499_998.5)],
    "3 to 5 million people": [("3 to 5 million", 2_500_001.5, 2_499_998.5)],
    "10-15 million people": [("10-15 million", 25_000_000, None)],
    "20-30 thousand people": [("20-30 thousand", 50_000, None)],
    "3 million to 5 million people": [("3 million to 5 million", 4_000_000, 1_000_000)],
    "3-5%": [("3-5%", 4, 1)],
}
seen = {text: [(found.surface, found.value, found.uncertainty) for found in parser.parse(text)] for text in expected}
for text, found in seen.items(): print(text, "->", *found)
assert seen == expected
PY

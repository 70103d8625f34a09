#!/bin/bash
# jionlp 1.5.31, parse_money: where an amount in figures has two units, the part before the first is counted twice. 1万2千元 (12,000)
# is read as 22,000 and 3亿5千万元 (350 million) as 650 million, both marked "accurate". The same amounts in Chinese numerals are
# right, and so are figures with one unit, or with 千 and 百 together. Its finder of amounts in running text gives the same values.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" jionlp==1.5.31
PYTHONPATH=$dir python3 -W ignore - <<'PY'
import jionlp
from importlib.metadata import version
print("jionlp", version("jionlp"))
texts = ("1万2千元", "一万二千元", "1.2万元", "3亿5千万元", "三亿五千万元", "3.5亿元", "3亿5000万元", "3千5百元")
found = {text: jionlp.parse_money(text) for text in texts}
seen = {text: (float(money["num"]), money["definition"]) for text, money in found.items()}
for text, money in seen.items(): print(text, "->", *money)
inside = [(amount["text"], amount["detail"]["num"]) for amount in jionlp.ner.extract_money("投资3亿5千万元。")]
print("投资3亿5千万元。 ->", inside)
assert {definition for _, definition in seen.values()} == {"accurate"}
assert [value for value, _ in seen.values()] == [22e3, 12e3, 12e3, 650e6, 350e6, 350e6, 650_050_000, 3500]
assert inside == [("3亿5千万元", "650000000.00")]
PY

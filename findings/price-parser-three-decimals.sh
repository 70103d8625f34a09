#!/bin/bash
# price-parser 0.5.1: a point followed by three digits is a thousands separator whatever stands before it (its own examples have 12.999).
# A tariff of 0.512元/千瓦时 is 512, a rate of 7.123 is 7123 and 7.1234 is right; even 12,345.678, whose comma says what the point is, is
# 12,345,678. Shares lose their decimals, 3.5% is 3, unless a blank stands before the sign, and 5% is no number; a minus is dropped. With
# decimal_separator="." the first three are right, the shares as before.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" price-parser==0.5.1
PYTHONPATH=$dir python3 - <<'PY'
from importlib.metadata import version
from price_parser import Price

print("price-parser", version("price-parser"))

texts = ["0.512元/千瓦时", "汇率7.123", "12,345.678万元", "7.1234", "3.5%", "3.5 %", "5%", "-12.5"]
seen = [[str(Price.fromstring(text, decimal_separator=point).amount) for text in texts] for point in (None, ".")]
for text, alone, pointed in zip(texts, *seen): print(text, "->", alone, "with the separator given:", pointed)

assert seen[0] == ["512", "7123", "12345678", "7.1234", "3", "3.5", "None", "12.5"], seen
assert seen[1] == ["0.512", "7.123", "12345.678", "7.1234", "3", "3.5", "None", "12.5"], seen
PY

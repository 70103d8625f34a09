#!/bin/bash
# Babel 2.17.0, format_compact_decimal: the unit is chosen before the number is rounded and is not looked at again. Where
# rounding carries over a unit's bound the result is 10000 of the smaller one: 99,999,999 prints as 10000万 where 1亿 is
# meant, 999,999,999,999 as 10000亿 and 1000B. The unit is right again at the bound itself.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" babel==2.17.0
PYTHONPATH=$dir python3 - <<'PY'
import babel
from babel.numbers import format_compact_decimal as compact
print("babel", babel.__version__)
seen = {(v, l): compact(v, locale=l) for v in (99_999_999, 999_999_999_999, 100_000_000) for l in ("zh", "ja", "en")}
for key, text in seen.items(): print(*key, "->", text)
assert seen[99_999_999, "zh"] == "10000万" and seen[999_999_999_999, "zh"] == "10000亿"
assert seen[99_999_999, "ja"] == "10000万" and seen[99_999_999, "en"] == "100M"
assert seen[100_000_000, "zh"] == "1亿"
PY

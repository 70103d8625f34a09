#!/bin/bash
# Pint 0.25.3: units as reports of trade and energy write them are read as others, without a word. 500 t are tonnes and 500 Mt are, but
# 500 kt are knots. Oil in bbl has barrels of 31.5 gallons, a quarter short (oil_bbl has 42), and 5 Mb/d is an area a day, in megabarns.
# An mcm of gas is a micrometre. Shares fare no better: 2 percent is 0.02, but 2 pct weigh, being picocarats, and 25 bp and 2 pp, basis
# and percentage points, are lengths of type.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" pint==0.25.3
PYTHONPATH=$dir python3 - <<'PY'
import pint
print("Pint", pint.__version__)
units = pint.UnitRegistry()
texts = ["500 t", "500 Mt", "500 kt", "1 bbl", "1 oil_bbl", "5 Mb/d", "1 mcm", "2 percent", "2 pct", "25 bp", "2 pp"]
seen = {text: units.Quantity(text) for text in texts}
for text, quantity in seen.items(): print(text, "->", quantity, "of", quantity.dimensionality)
assert [str(quantity.units) for quantity in seen.values()] == [
    "metric_ton", "megametric_ton", "knot", "barrel", "oil_barrel",
    "megabarn / day", "micrometer", "percent", "picocarat", "point", "point"]
assert round(seen["1 bbl"].to("gallon").magnitude, 6) == 31.5 and round(seen["1 oil_bbl"].to("gallon").magnitude, 6) == 42
assert seen["5 Mb/d"].check("[area]/[time]") and seen["1 mcm"].check("[length]")
assert seen["2 pct"].check("[mass]") and seen["25 bp"].check("[length]") and seen["2 pp"].check("[length]")
PY

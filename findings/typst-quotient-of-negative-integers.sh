#!/bin/bash
# Typst (PyPI typst 0.14.4), calc.quo: documented as the floored quotient; floats and decimals are floored, integers are
# truncated towards zero. calc.quo(-7, 2) is -3, calc.quo(-7.0, 2) is -4: the same bin of a histogram, or the same column
# of a diverging chart, depends on whether the data had a decimal point.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" typst==0.14.4
cd "$dir"; PYTHONPATH=$dir python3 - <<'PY'
import json, typst
from importlib.metadata import version
print("typst", version("typst"))
open("a.typ", "w").write('#metadata((str(calc.quo(-7, 2)), str(calc.quo(-7.0, 2)), str(calc.quo(decimal("-7"), 2)), str(calc.quo(7, 2)))) <q>')
seen = json.loads(typst.query("a.typ", "<q>", field="value", one=True))
print(seen)
assert [s.replace("\u2212", "-") for s in seen] == ["-3", "-4", "-4", "3"]
PY

#!/bin/bash
# Typst (PyPI typst 0.14.4): str(-1.5) gives U+2212 MINUS SIGN, not the hyphen of source and data. It is never equal to the
# same number read from a CSV cell, a replace("-", "") or a regular expression for "-" passes it by, and a table that mixes
# cells as read with computed ones shows two kinds of minus. float() takes both.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" typst==0.14.4
cd "$dir"; PYTHONPATH=$dir python3 - <<'PY'
import json, typst
from importlib.metadata import version
print("typst", version("typst"))
open("d.csv", "w").write("growth\n-1.5\n")
open("a.typ", "w").write('#let cell = csv("d.csv").at(1).first()\n'
  '#metadata((cell, str(float(cell)), str(float(cell)) == cell, float(str(-1.5)) == -1.5)) <q>')
cell, back, same, read = json.loads(typst.query("a.typ", "<q>", field="value", one=True))
print([hex(ord(c)) for c in (cell[0], back[0])], same, read)
assert cell == "-1.5" and back == "\u22121.5" and same is False and read is True
PY

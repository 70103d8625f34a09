#!/bin/bash
# Typst (PyPI typst 0.14.4): in markup a tilde is a no-break space, between digits too, without a warning. The range of a
# Chinese release, 5~10万件, is printed as "5 10", which reads as five and ten or as 510; the same text in a string keeps it.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" typst==0.14.4 pypdf==6.4.0
cd "$dir"; PYTHONPATH=$dir python3 - <<'PY'
import io, pypdf, typst
from importlib.metadata import version
print("typst", version("typst"))
open("a.typ", "w").write('a 5~10 b #"5~10" c')
text = pypdf.PdfReader(io.BytesIO(typst.compile("a.typ"))).pages[0].extract_text().strip()
print(repr(text))
assert text == "a 5\u00a010 b 5~10 c"
PY

#!/bin/bash
# cairo 1.16.0 (Debian 12, libcairo2 1.16.0-7; driven by PyPI cairocffi 1.7.1): the creation and modification dates that it writes into a
# PDF's document information lack the prefix "D:" that ISO 32000-1, 7.9.4 puts in front of every date. poppler and pypdf read them all the
# same, so nobody notices before an archive does: PDF/A-2, 6.6.2.3.1, asks for equal dates in the XMP metadata, and a date that is none
# equals nothing. A program that passes cairo's PDF on has to write these two dates again.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" cairocffi==1.7.1
cd "$dir"
apt-get download -qq libcairo2=1.16.0-7 >/dev/null 2>&1
dpkg -x libcairo2_*.deb lib
library=$(find "$dir/lib" -name libcairo.so.2)
export LD_LIBRARY_PATH="${library%/*}" PYTHONPATH="$dir"
python3 - <<'PY'
import re
import cairocffi as cairo
print("cairo", cairo.cairo_version_string())
surface = cairo.PDFSurface("a.pdf", 100, 100)
surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2023-11-14T22:13:20Z")
surface.set_metadata(cairo.PDF_METADATA_MOD_DATE, "2023-11-14T22:13:20+08:00")
surface.finish()
dates = re.findall(rb"/(?:Creation|Mod)Date \(([^)]*)\)", open("a.pdf", "rb").read())
print(dates)
assert dates == [b"20231114221320Z", b"20231114221320+08'00"], dates
PY

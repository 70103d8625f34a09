#!/bin/bash
# Vega-Lite 6.4 (vl-convert-python 1.9.0.post1): statistics offices write December 2022 as 202212. As text in a temporal field
# it is read as the year 202212, and %Y prints its last four digits: 2212. As a number it is milliseconds: 1970. Neither is
# reported, and both give a plausible axis.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" vl-convert-python==1.9.0.post1
PYTHONPATH=$dir python3 - <<'PY'
import re, vl_convert
from importlib.metadata import version
print("vl-convert-python", version("vl-convert-python"))
def year(month):
    svg = vl_convert.vegalite_to_svg({"data": {"values": [{"month": month}]}, "mark": "text", "encoding": {
        "text": {"field": "month", "type": "temporal", "format": "%Y-%m"}}})
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)
seen = {repr(m): year(m) for m in ("2022-12", "202212", 202212)}
print(seen)
assert seen == {"'2022-12'": ["2022-12"], "'202212'": ["2212-01"], "202212": ["1970-01"]}
PY

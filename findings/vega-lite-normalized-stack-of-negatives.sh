#!/bin/bash
# Vega-Lite 6.4 (vl-convert-python 1.9.0.post1): "stack": "normalize" draws a negative part as a positive share. Of a growth of 2 points
# made of 3 and -1, shares are taken of 4, the sum without signs, and -1 becomes a bar of 25 % above the line, labelled 25% in its
# description too. The plain stack of the same rows puts it under the line.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" vl-convert-python==1.9.0.post1
PYTHONPATH=$dir python3 - <<'PY'
import vl_convert
from importlib.metadata import version
print("vl-convert-python", version("vl-convert-python"))

def bars(stack):
    spec = {"height": 100, "data": {"values": [{"year": "2022", "part": "trade", "points": -1}, {"year": "2022", "part": "use", "points": 3}]},
            "mark": "bar", "encoding": {"x": {"field": "year", "type": "nominal"}, "color": {"field": "part"},
                                        "y": {"field": "points", "type": "quantitative", "stack": stack}}}
    found = []
    def walk(node):
        if isinstance(node, dict):
            if node.get("marktype") == "rect" and node.get("role") == "mark":
                found.extend((item["description"], item["y"], item["y"] + item["height"]) for item in node["items"])
            for child in node.values(): walk(child)
        elif isinstance(node, list):
            for child in node: walk(child)
    walk(vl_convert.vegalite_to_scenegraph(spec, vl_version="6.4"))
    return found

plain, shares = bars("zero"), bars("normalize")
for name, found in (("zero", plain), ("normalize", shares)):
    for description, top, bottom in found: print(f"{name}: {description}: from {top:g} to {bottom:g} of 100 down")
assert shares == [("year: 2022; points: 25%; part: trade", 0, 25), ("year: 2022; points: 75%; part: use", 25, 100)], shares
assert plain == [("year: 2022; points: −1; part: trade", 75, 100), ("year: 2022; points: 3; part: use", 0, 75)], plain
PY

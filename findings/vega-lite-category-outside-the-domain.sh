#!/bin/bash
# Vega-Lite 6.4 (vl-convert-python 1.9.0.post1): a bar whose category is not in the scale's explicit domain is not left out. It
# has no position, so it is drawn at the plot's left edge, over the first listed category, in full height and without a
# warning. A place dropped from the domain becomes the figure of its neighbour.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" vl-convert-python==1.9.0.post1
PYTHONPATH=$dir python3 - <<'PY'
import json, vl_convert
from importlib.metadata import version
print("vl-convert-python", version("vl-convert-python"))
rows = [{"place": "listed", "value": 1}, {"place": "unlisted", "value": 2}]
scene = vl_convert.vegalite_to_scenegraph({"data": {"values": rows}, "mark": "bar", "encoding": {
    "x": {"field": "place", "type": "nominal", "scale": {"domain": ["listed"]}}, "y": {"field": "value", "type": "quantitative"}}})
bars = []
def walk(node):
    if isinstance(node, dict):
        if node.get("marktype") == "rect" and node.get("role") == "mark":
            bars.extend({k: bar.get(k, 0) for k in ("x", "width", "y", "height")} for bar in node["items"])
        for child in node.values(): walk(child)
    elif isinstance(node, list):
        for child in node: walk(child)
walk(scene)
for bar in bars: print(bar)
assert len(bars) == 2 and bars[0]["x"] == 1 and bars[1]["x"] == 0
assert bars[0]["width"] == bars[1]["width"] == 18 and bars[1]["height"] == 2 * bars[0]["height"]
PY

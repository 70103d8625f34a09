#!/bin/bash
# Vega-Lite 6.4 (vl-convert-python 1.9.0.post1): on a globe (`orthographic`) a shape on the far side is cut off, as d3-geo's
# clipAngle of 90° says, but a place given by `longitude` and `latitude` is not: it is drawn through the globe, at the very pixel
# of another place on the near side, without a warning.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" vl-convert-python==1.9.0.post1
PYTHONPATH=$dir python3 - <<'PY'
import vl_convert
from importlib.metadata import version
print("vl-convert-python", version("vl-convert-python"))
globe = {"type": "orthographic", "scale": 100, "translate": [0, 0]}

def items(view, kind):
    found = []
    def walk(node):
        if isinstance(node, dict):
            if node.get("marktype") == kind and node.get("role") == "mark":
                found.extend(node["items"])
            for child in node.values(): walk(child)
        elif isinstance(node, list):
            for child in node: walk(child)
    walk(vl_convert.vegalite_to_scenegraph({"projection": globe, **view}))
    return found

places = [{"at": "near", "lon": 30, "lat": 10}, {"at": "far", "lon": 150, "lat": 10}]
points = items({"data": {"values": places}, "mark": "circle", "encoding": {
    "longitude": {"field": "lon", "type": "quantitative"}, "latitude": {"field": "lat", "type": "quantitative"}}}, "symbol")
for place, point in zip(places, points): print(place, round(point["x"], 3), round(point["y"], 3))
assert len(points) == 2 and abs(points[0]["x"] - points[1]["x"]) < 1e-6 and abs(points[0]["y"] - points[1]["y"]) < 1e-6

shapes = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [p["lon"], p["lat"]]}} for p in places]
drawn = items({"data": {"values": shapes}, "mark": "geoshape"}, "shape")
outlines = [str(item.get("shape", "")) for item in drawn]
for shape, outline in zip(shapes, outlines): print("geoshape", shape["geometry"]["coordinates"], outline[:24] or "nothing")
assert outlines[0] and not outlines[1]
PY

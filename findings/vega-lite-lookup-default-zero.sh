#!/bin/bash
# Vega-Lite 6.4 (vl-convert-python 1.9.0.post1): a lookup's `default` of 0 is left out of the compiled Vega, as are false and "".
# A place that the second table does not list is then missing (null) and not 0: it drops out of means and counts of valid
# values. A default of 1 is kept, so the mean below is over two rows with it and over one with 0.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" vl-convert-python==1.9.0.post1
PYTHONPATH=$dir python3 - <<'PY'
import vl_convert
from importlib.metadata import version
print("vl-convert-python", version("vl-convert-python"))

def spec(default):
    return {"data": {"values": [{"place": "listed"}, {"place": "unlisted"}]},
            "transform": [{"lookup": "place", "default": default,
                           "from": {"data": {"values": [{"place": "listed", "cases": 6}]}, "key": "place", "fields": ["cases"]}}],
            "mark": "bar", "encoding": {"y": {"aggregate": "mean", "field": "cases"}}}

def compiled(default):
    vega = vl_convert.vegalite_to_vega(spec(default), vl_version="6.4")
    return [step for data in vega["data"] for step in data.get("transform", []) if step["type"] == "lookup"][0].get("default", "left out")

def mean(default):
    found = []
    def walk(node):
        if isinstance(node, dict):
            if node.get("marktype") == "rect" and node.get("role") == "mark": found.extend(item["description"] for item in node["items"])
            for child in node.values(): walk(child)
        elif isinstance(node, list):
            for child in node: walk(child)
    walk(vl_convert.vegalite_to_scenegraph(spec(default), vl_version="6.4"))
    return found

for default in (0, False, "", 1): print(repr(default), "->", compiled(default), mean(default))
assert [compiled(default) for default in (0, False, "", 1)] == ["left out", "left out", "left out", 1]
assert mean(0) == ["Mean of cases: 6"] and mean(1) == ["Mean of cases: 3.5"]
PY

#!/bin/bash
# Vega-Lite 6.4 (vl-convert-python 1.9.0.post1): filters with bounds keep what is missing. null and empty texts are compared as 0, so
# places without data are among those with {"lte": 0}, though not among those with {"lt": 0}, and among those with {"gte": 0} as well;
# a `range` around 0 also keeps rows that lack the field altogether, which {"lte": 0} leaves out. {"equal": 0} keeps none of them.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" vl-convert-python==1.9.0.post1
PYTHONPATH=$dir python3 - <<'PY'
import vl_convert
from importlib.metadata import version
print("vl-convert-python", version("vl-convert-python"))
rows = [{"place": "fell", "growth": -2.5}, {"place": "same", "growth": 0}, {"place": "rose", "growth": 4},
        {"place": "null", "growth": None}, {"place": "empty", "growth": ""}, {"place": "absent"}]

def kept(bounds):
    spec = {"data": {"values": rows}, "transform": [{"filter": {"field": "growth", **bounds}}],
            "mark": "text", "encoding": {"text": {"field": "place"}}}
    found = []
    def walk(node):
        if isinstance(node, dict):
            if node.get("marktype") == "text": found.extend(item["text"] for item in node["items"])
            for child in node.values(): walk(child)
        elif isinstance(node, list):
            for child in node: walk(child)
    walk(vl_convert.vegalite_to_scenegraph(spec, vl_version="6.4"))
    return " ".join(found)

seen = {str(bounds): kept(bounds) for bounds in ({"lt": 0}, {"lte": 0}, {"gte": 0}, {"equal": 0}, {"range": [-5, 5]}, {"range": [1, 5]})}
for bounds, places in seen.items(): print(bounds, "->", places)
assert list(seen.values()) == ["fell", "fell same null empty", "same rose null empty", "same",
                               "fell same rose null empty absent", "rose"], seen
PY

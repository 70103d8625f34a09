#!/bin/bash
# Vega-Lite 6.4 (vl-convert-python 1.9.0.post1), window transform: equal values share one cumulative distribution, but not where they
# come first. Of 1, 1, 1, 2, 2, 3 the first 1 gets 1/6 and the other two 3/6; both 2 get 5/6. rank, dense_rank and percent_rank of the
# same rows treat the first ties as any other.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" vl-convert-python==1.9.0.post1
PYTHONPATH=$dir python3 - <<'PY'
import vl_convert
from importlib.metadata import version
print("vl-convert-python", version("vl-convert-python"))

def window(operation, values):
    spec = {"data": {"values": [{"value": value} for value in values]},
            "transform": [{"window": [{"op": operation, "as": "result"}], "sort": [{"field": "value"}]}],
            "mark": "text", "encoding": {"text": {"field": "result"}}}
    found = []
    def walk(node):
        if isinstance(node, dict):
            if node.get("marktype") == "text": found.extend(item["text"] for item in node["items"])
            for child in node.values(): walk(child)
        elif isinstance(node, list):
            for child in node: walk(child)
    walk(vl_convert.vegalite_to_scenegraph(spec, vl_version="6.4"))
    return [round(result * len(values), 3) if operation == "cume_dist" else result for result in found]

first, later = [1, 1, 1, 2, 2, 3], [1, 2, 2, 2, 3, 3]
for values in (first, later):
    for operation in ("cume_dist", "rank", "percent_rank"):
        print(values, operation, "in sixths" * (operation == "cume_dist"), window(operation, values))
assert window("cume_dist", first) == [1, 3, 3, 5, 5, 6]
assert window("cume_dist", later) == [1, 4, 4, 4, 6, 6]
assert window("rank", first) == [1, 1, 1, 4, 4, 6] and window("percent_rank", first) == [0, 0, 0, 0.6, 0.6, 1]
PY

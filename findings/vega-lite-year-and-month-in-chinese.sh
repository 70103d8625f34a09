#!/bin/bash
# Vega-Lite 6.4 (vl-convert-python 1.9.0.post1): a time unit of year and month is written month first in every locale. With the
# Chinese time locale the axis reads 一月 2022 where 2022年1月 is right: the order is the time unit's, only the name is the locale's.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" vl-convert-python==1.9.0.post1
PYTHONPATH=$dir python3 - <<'PY'
import re, vl_convert
from importlib.metadata import version
print("vl-convert-python", version("vl-convert-python"))
spec = {"data": {"values": [{"month": "2022-%02d-01" % m, "value": m} for m in (1, 2, 3)]}, "mark": "bar", "encoding": {
    "x": {"field": "month", "timeUnit": "yearmonth", "type": "ordinal"}, "y": {"field": "value", "type": "quantitative", "axis": None}}}
def labels(**options): return re.findall(r"<text[^>]*>([^<]*)</text>", vl_convert.vegalite_to_svg(spec, **options))
chinese, english = labels(time_format_locale="zh-CN"), labels()
print(chinese, english)
assert chinese[:3] == ["一月 2022", "二月 2022", "三月 2022"] and english[:3] == ["Jan 2022", "Feb 2022", "Mar 2022"]
PY

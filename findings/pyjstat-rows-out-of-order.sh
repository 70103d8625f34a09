#!/bin/bash
# pyjstat 2.4.0 (pandas 2.2.3), Dataset.read of a data frame: JSON-stat places a value by its position alone, and the writer takes
# categories in the order in which they are first met and values in the order of rows, without looking at which row is whose.
# A full table whose rows go by place and then year, while its columns go by year and then place, comes back with values under other
# places and years. A table that lacks a row is written with fewer values than its size says. Neither is told.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    pyjstat==2.4.0 pandas==2.2.3 numpy==1.26.4 python-dateutil==2.9.0.post0
PYTHONPATH=$dir python3 - <<'PY'
import json
import pandas
from importlib.metadata import version
from pyjstat import pyjstat
print("pyjstat", version("pyjstat"), "pandas", pandas.__version__)
rows = [("2021", "甲", 1.0), ("2021", "乙", 2.0), ("2022", "甲", 3.0), ("2022", "乙", 4.0)]

def written(rows):
    return json.loads(pyjstat.Dataset.read(pandas.DataFrame(rows, columns=["年", "地区", "value"])).write("jsonstat"))

def back(rows):
    table = pyjstat.Dataset.read(json.dumps(written(rows))).write("dataframe")
    return [tuple(row) for row in table[["年", "地区", "value"]].values.tolist()]

by_year, by_place = back(rows), back([rows[0], rows[2], rows[1], rows[3]])
print("rows by year: ", *by_year)
print("rows by place:", *by_place)
short = written(rows[:3])
print("one row less: size", short["size"], "values", short["value"])
assert by_year == rows
assert by_place == [("2021", "甲", 1.0), ("2021", "乙", 3.0), ("2022", "甲", 2.0), ("2022", "乙", 4.0)]
assert short["size"] == [2, 2] and short["value"] == [1.0, 2.0, 3.0]
PY

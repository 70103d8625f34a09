#!/bin/bash
# recognizers-text-suite 1.0.2a2 (Microsoft's recognizers), dates in Chinese: a part of a year that is not known is passed over and what
# is left is given as the date. 2023年第一季度 is the first quarter, 2023年一季度, as reports write it, the whole of 2023 and 今年前三季度 the
# year up to today. 上半年, the first half, is the whole of last year (上 also means last). Ends are exclusive, as the first quarter's
# first of April shows, but 2021-2023年 ends with the first of January 2023 and so lacks its last year.
# (Left alone, pip takes emoji 2.16.0, with which it cannot be imported; 1.7.0 will do.)
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    recognizers-text-suite==1.0.2a2 emoji==1.7.0
PYTHONPATH=$dir python3 -W ignore - <<'PY'
import datetime
from importlib.metadata import version
from recognizers_date_time import recognize_datetime
print("recognizers-text-suite", version("recognizers-text-suite"))

def dates(text):
    results = recognize_datetime(text, "zh-cn", reference=datetime.datetime(2026, 11, 30))
    return [(result.text, value["start"], value["end"]) for result in results for value in result.resolution["values"]]

expected = {
    "2023年第一季度": [("2023年第一季度", "2023-01-01", "2023-04-01")],
    "2023年一季度": [("2023年", "2023-01-01", "2024-01-01")],
    "今年前三季度": [("今年", "2026-01-01", "2026-11-30")],
    "上半年": [("上半年", "2025-01-01", "2026-01-01")],
    "2021-2023年": [("2021-2023年", "2021-01-01", "2023-01-01")],
}
seen = {text: dates(text) for text in expected}
for text, found in seen.items(): print(text, "->", *found)
assert seen == expected
PY

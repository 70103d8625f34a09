#!/bin/bash
# dateparser 1.5.0: a year in Chinese is taken for a number of years before today. 2023年 is the year 3 when read in 2026, 1978年 the year
# 48, with strict parsing too; the result changes with the year in which it is read. A year to come has no such year and is right, as
# are 2023年12月 and, with the parser of absolute times alone, 2023年. The finder of dates in running text does the same.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    dateparser==1.5.0 python-dateutil==2.9.0.post0
PYTHONPATH=$dir python3 -W ignore - <<'PY'
import datetime
import dateparser
from dateparser.search import search_dates
print("dateparser", dateparser.__version__)

def year(text, today=2026, **settings):
    found = dateparser.parse(text, languages=["zh"], settings={"RELATIVE_BASE": datetime.datetime(today, 11, 30), **settings})
    print(text, "read in", today, settings or "", "->", found.year)
    return found.year

assert [year("2023年"), year("1978年"), year("2023年", 2027)] == [3, 48, 4]
assert year("2023年", STRICT_PARSING=True) == 3
assert [year("2030年"), year("2023年12月"), year("2023年", PARSERS=["absolute-time"])] == [2030, 2023, 2023]
text = "2022年增长3.0%。"
found = search_dates(text, languages=["zh"], settings={"RELATIVE_BASE": datetime.datetime(2026, 11, 30)})
print(text, "->", found)
assert found[0][0] == "2022年" and found[0][1].year == 4
PY

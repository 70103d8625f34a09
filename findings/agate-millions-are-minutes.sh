#!/bin/bash
# agate 1.14.2 (the tables behind csvkit): columns of text are given the first type that fits all, and fit is taken widely. Sums in millions
# as news writes them, 1.5m, are minutes; ages, 12-15 and 10-14, are days of December and October of 2001, where 10-14 and 15-19 remain
# text, and 1/3 and 2/5 are days too; 2024 May is 20:24 o'clock on a first of May to come, while May 2024 is right; May and March alone are
# of the year 1. Nothing is told, and a csv written from the table has the times and dates in it.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    agate==1.14.2 parsedatetime==2.6 pytimeparse==1.1.10
PYTHONPATH=$dir python3 - <<'PY'
import io
from importlib.metadata import version
import agate
print("agate", version("agate"))

def guess(*texts):
    table = agate.Table.from_csv(io.StringIO("value\n" + "\n".join(texts) + "\n"))
    written = io.StringIO()
    table.to_csv(written)
    print(*texts, "->", type(table.columns["value"].data_type).__name__, *written.getvalue().split()[1:])
    return list(table.columns["value"].values())

assert [time.total_seconds() for time in guess("1.5m", "2.3m")] == [90, 138]
assert [str(day) for day in guess("12-15", "10-14")] == ["2001-12-15", "2001-10-14"]
assert guess("10-14", "15-19") == ["10-14", "15-19"]
assert [str(day) for day in guess("1/3", "2/5")] == ["2001-01-03", "2001-02-05"]
assert [(time.hour, time.minute, time.month, time.day) for time in guess("2024 May", "2024 June")] == [(20, 24, 5, 1), (20, 24, 6, 1)]
assert [str(day) for day in guess("May 2024", "June 2024")] == ["2024-05-01", "2024-06-01"]
assert [str(day) for day in guess("May", "March")] == ["0001-05-01", "0001-03-01"]
PY

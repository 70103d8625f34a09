#!/bin/bash
# xlsx2csv 0.8.6 (workbook of XlsxWriter 3.2.9): a number format with a d, h, m, s or y anywhere, within quotes too, is taken for a date's.
# The cell then becomes the format's own text with a part of a date in it, and its number is gone: 12.5 km is 0.0"k01", 1234 hm² is
# #,##0"1205²". Below zero the same format gives the number. 5.3%, as 0.0% shows 0.0525, becomes 0.052, without its sign and with a digit
# less, while 0% and 0.00% are right; and each character of a unit without those letters adds a digit to its number, 35.2000000.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    xlsx2csv==0.8.6 XlsxWriter==3.2.9
cd "$dir"
PYTHONPATH=$dir python3 - <<'PY'
import csv
import xlsx2csv, xlsxwriter
print("xlsx2csv", xlsx2csv.__version__, "XlsxWriter", xlsxwriter.__version__)

cells = [(12.5, '0.0"km"'), (-12.5, '0.0"km"'), (1234, '#,##0"hm²"'), (12.5, '0.0 "USD"'), (12.5, '0.0 "GW"'),
         (0.0525, "0.0%"), (0.0525, "0.00%"), (0.0525, "0%"), (35.2, '0.0"个百分点"')]
with xlsxwriter.Workbook("cells.xlsx") as book:
    sheet = book.add_worksheet()
    for row, (value, form) in enumerate(cells): sheet.write_number(row, 0, value, book.add_format({"num_format": form}))
xlsx2csv.Xlsx2csv("cells.xlsx").convert("cells.csv")
with open("cells.csv", newline="") as file: seen = [line[0] for line in csv.reader(file)]
for (value, form), text in zip(cells, seen): print(value, "as", form, "->", text)
assert seen[0] == '0.0"k01"' and seen[1].startswith("-12.5"), seen
assert seen[2] == '#,##0"1205²"' and seen[3] == '0.0 "us11"' and seen[4].startswith("12.5"), seen
assert seen[5:8] == ["0.052", "5.25%", "5%"] and seen[8] == "35.2000000", seen
PY

"""Reads back what `extract -o x.xlsx` writes: figures_workbook.py PROGRAM FIXTURES FOLDER

Every figure of the set is a row of the workbook: as a number with its digits, with its unit, its period, and a link to its cell.
"""
import json
import subprocess
import sys
from pathlib import Path

import openpyxl

program, fixtures, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
for name in ("points-and-shares.xlsx", "web-page.html", "months-across.csv"):
    out = folder / "figures.xlsx"
    subprocess.run([program, "extract", fixtures / name, "-o", out], check=True, capture_output=True)
    lines = subprocess.run([program, "extract", fixtures / name, "--format", "jsonl"], check=True, capture_output=True).stdout
    facts = [json.loads(line) for line in lines.decode().splitlines()]
    sheet = openpyxl.load_workbook(out)["Figures"]
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, row)) for row in sheet.iter_rows(min_row=2)]
    assert len(rows) == len(facts) > 0, (name, len(rows), len(facts))
    for row, fact in zip(rows, facts):
        value = row["value"]
        assert isinstance(value.value, (int, float)), (name, value.value)
        decimals = len(fact["value"].partition(".")[2])
        assert f"{value.value:.{decimals}f}" == fact["value"], (name, value.value, fact["value"])
        assert value.number_format == ("#,##0." + "0" * decimals if decimals else "#,##0"), (name, value.number_format)
        for column, field in (("kind", "kind"), ("name", "name"), ("unit", "unit"), ("area", "area"), ("period", "period"), ("basis", "basis"), ("scope", "scope")):
            assert (row[column].value or None) == (fact[field] or None), (name, column, row[column].value, fact[field])
        assert row["text"].value, name
        link = row["source"].hyperlink
        assert link and (link.target or link.location), (name, row["source"].value)
        if fact.get("table") and name.endswith(".xlsx"):
            place = f"{row['cell'].value}"
            assert (link.location or "").endswith("!" + place), (link.location, place)
print("read back")

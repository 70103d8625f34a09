"""Opens what `render -o x.docx`, `.pptx` and `.xlsx` write: report_documents.py PROGRAM EXAMPLES FOLDER

LibreOffice converts each file to pages; python-docx, python-pptx and openpyxl read it back: every figure of the set is there, as a number where
it is one, every chart has its picture with an alternative text, and its data as a native table.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pptx

program, examples, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
articles = [examples / "guangdong-2022.txt", examples / "guangxi-2022.txt"]
report = examples / "two-regions.report.md"


def run(*arguments):
    return subprocess.run([program, *map(str, arguments)], check=True, capture_output=True).stdout.decode()


def pages(path):
    """Of the file as LibreOffice lays it out; it must not have to be repaired."""
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "pdf", "--outdir", folder, path],
        check=True, capture_output=True)
    text = (folder / (path.stem + ".pdf")).read_bytes()
    return len(re.findall(rb"/Type\s*/Page\b", text))


facts = [json.loads(line) for line in run("extract", *articles, "--format", "jsonl").splitlines()]
digits = {fact["value"] for fact in facts if fact["kind"] == "level"}
assert len(digits) > 20

for theme in ("annual", "ink"):
    word = folder / f"paper-{theme}.docx"
    run("render", *articles, "-o", word, "--theme", theme)
    assert pages(word) >= 10
    document = docx.Document(word)
    assert [p for p in document.paragraphs if p.style.name == "Heading 1"]
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    for value in digits:
        assert any(value in cell for cell in cells), (theme, value)
    drawn = [s._inline.docPr for s in document.inline_shapes]
    assert len(drawn) > 10 and any(len(p.get("descr") or "") > 20 for p in drawn)
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert any(text.startswith("图2-1") for text in captions), captions
    assert document.core_properties.title and document.core_properties.language == "zh-CN"

    slides = folder / f"slides-{theme}.pptx"
    run("render", *articles, "-o", slides, "--theme", theme)
    presentation = pptx.Presentation(slides)
    count = len(presentation.slides)
    assert count >= 8 and pages(slides) == count
    tables = pictures = 0
    for slide in presentation.slides:
        assert slide.shapes.title is not None and slide.shapes.title.text.strip()
        tables += sum(shape.has_table for shape in slide.shapes)
        charts = [s for s in slide.shapes if s.shape_type == 13 and s._element.nvPicPr.cNvPr.get("descr")]
        pictures += len(charts)
        if charts:
            assert slide.has_notes_slide and "来源" in slide.notes_slide.notes_text_frame.text
    assert pictures and tables >= pictures, (pictures, tables)

for source in (articles, [report]):
    book = folder / "paper.xlsx"
    run("render", *source, "-o", book)
    workbook = openpyxl.load_workbook(book)
    contents = workbook["目录"]
    links = [cell.hyperlink.location for row in contents.iter_rows() for cell in row if cell.hyperlink]
    assert links and all(link.split("!")[0].strip("'") in workbook.sheetnames for link in links), links
    figures = workbook["指标总表"]
    heads = [cell.value for cell in figures[1]]
    rows = [dict(zip(heads, row)) for row in figures.iter_rows(min_row=2, values_only=True)]
    known = {f"{row['value']:.10g}" for row in rows}
    for value in digits:
        assert f"{float(value):.10g}" in known, value
    charts = [name for name in workbook.sheetnames if name.startswith("图")]
    assert charts
    # The figures of articles are numbers; a timeline of a report may have none.
    for name in charts if source == articles else []:
        assert any(isinstance(cell, (int, float)) for row in workbook[name].iter_rows(values_only=True) for cell in row), name
    assert pages(book) >= 1
print("read back")

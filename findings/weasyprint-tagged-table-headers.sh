#!/bin/bash
# WeasyPrint 70.0, tagged PDF (pdf_tags=True): which heads a cell belongs to (/Headers) is worked out wrongly for a usual table of
# statistics, in which the years stand over the measures and the first head spans both lines. The second line of heads is counted from
# the first column on, as if nothing hung down into it: the value under Output is told to be of Growth, and the one under Growth of no
# column. A head that spans columns counts for the first of them only. With an empty head in place of the span, the measures are
# right. No /Scope is written, so who reads the tags has nothing else to go by. Pango (libpangoft2-1.0-0) and a font are the system's.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    weasyprint==70.0 pikepdf==10.18.0 pdfplumber==0.11.10
PYTHONPATH=$dir python3 -W ignore - <<'PY'
import io, logging
import pikepdf, pdfplumber, weasyprint
logging.disable(logging.CRITICAL)
print("WeasyPrint", weasyprint.__version__)

def heads(lines):
    page = f"<html lang=en><title>t</title><table><thead>{lines}</thead><tbody><tr><th scope=row>East<td>1234<td>5.2</table>"
    made = weasyprint.HTML(string=page).write_pdf(pdf_tags=True)
    texts, cells = {}, []
    for character in pdfplumber.open(io.BytesIO(made)).pages[0].chars:
        texts[character["mcid"]] = texts.get(character["mcid"], "") + character["text"]

    def walk(node, cell):
        if isinstance(node, pikepdf.Dictionary):
            if node.get("/S") in ("/TH", "/TD"):
                cell = {"text": "", "id": str(node.get("/ID", "")), "of": list(map(str, node.get("/A", {}).get("/Headers", []))),
                        "scope": "/Scope" in node.get("/A", {})}
                cells.append(cell)
            walk(node.MCID if "/MCID" in node else node.get("/K"), cell)
        elif isinstance(node, pikepdf.Array):
            for child in node: walk(child, cell)
        elif isinstance(node, int) and cell: cell["text"] += texts[node]

    pdf = pikepdf.open(io.BytesIO(made))
    walk(pdf.Root.StructTreeRoot, None)
    names = {cell["id"]: cell["text"] for cell in cells if cell["id"]}
    assert not any(cell["scope"] for cell in cells)
    return {cell["text"]: [names[head] for head in cell["of"]] for cell in cells if not cell["id"]}

spanned = heads("<tr><th rowspan=2>Region<th colspan=2>2022<tr><th>Output<th>Growth")
filled = heads("<tr><th>Region<th colspan=2>2022<tr><th><th>Output<th>Growth")
print("first head spans both lines:", spanned)
print("an empty head in its place: ", filled)
assert spanned == {"1234": ["East", "2022", "Growth"], "5.2": ["East"]}
assert filled == {"1234": ["East", "2022", "Output"], "5.2": ["East", "Growth"]}
PY

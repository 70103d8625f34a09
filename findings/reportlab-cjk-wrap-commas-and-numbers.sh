#!/bin/bash
# reportlab 5.1.0, Paragraph with wordWrap="CJK": 。、） ％ ℃ are kept from the start of a line, beyond its end, but the Chinese comma ， is
# not, nor are ；：？！》” or %, though the ASCII comma is. Lines may end with （《“ and ￥. Numbers are broken at any digit, 1234.5万元 as
# 1234. and 5万元, a range of years as 20 and 21—2023年.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" reportlab==5.1.0
PYTHONPATH=$dir python3 - <<'PY'
import reportlab
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph
print("reportlab", reportlab.Version)
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

def lines(text, width):
    paragraph = Paragraph(text, ParagraphStyle("body", fontName="STSong-Light", fontSize=10, wordWrap="CJK"))
    paragraph.wrap(width, 1000)
    return ["".join(line[1]) for line in paragraph.blPara.lines]

# Five characters fill a line.
starting = "".join(mark for mark in "。、）％℃,，；：？！》”%" if lines(f"一二三四五{mark}六七", 50)[1].startswith(mark))
ending = "".join(mark for mark in "（《“￥" if lines(f"一二三四{mark}六七", 50)[0].endswith(mark))
numbers = [lines("同比增长1234.5万元", 60), lines("一二三四2021—2023年", 50)]
print("start a line:", starting)
print("end a line:", ending)
for parts in numbers: print(" | ".join(parts))
assert starting == "，；：？！》”%" and ending == "（《“￥"
assert numbers == [["同比增长1234.", "5万元"], ["一二三四20", "21—2023年"]]
PY

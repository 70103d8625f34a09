#!/bin/bash
# cmark-gfm (in cmarkgfm 2024.11.20) strikes text between single tildes too, so that two ranges of a sentence strike all
# between them: 5~10万件，授权量20~30万件. markdown-it-py 3.0.0 with its strikethrough rule wants two tildes and prints the
# sentence as it stands. One source, two meanings, and the first prints valid figures as withdrawn.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" cmarkgfm==2024.11.20 markdown-it-py==3.0.0
PYTHONPATH=$dir python3 - <<'PY'
import cmarkgfm, markdown_it
from importlib.metadata import version
print("cmarkgfm", version("cmarkgfm"), "markdown-it-py", version("markdown-it-py"))
text = "申请量5~10万件，授权量20~30万件。"
first = cmarkgfm.github_flavored_markdown_to_html(text).strip()
second = markdown_it.MarkdownIt("commonmark").enable("strikethrough").render(text).strip()
print(first); print(second)
assert first == "<p>申请量5<del>10万件，授权量20</del>30万件。</p>"
assert second == "<p>" + text + "</p>"
PY

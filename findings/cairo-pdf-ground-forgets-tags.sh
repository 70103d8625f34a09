#!/bin/bash
# cairo 1.16.0 (Debian 12, libcairo2 1.16.0-7; driven by PyPI cairocffi 1.7.1): an opaque fill that covers the whole page makes the PDF surface
# drop everything recorded on that page before it, which is right for what it hides, and the begin of a structure tag with it, which is
# not: the tag's end then fails with CAIRO_STATUS_TAG_ERROR, "invalid tag name, attributes, or nesting", though name and nesting are
# right. So a figure whose first shape is its white ground cannot be tagged; the ground has to be drawn before the tag, or be a little
# smaller than the page. The error comes when the page is shown, and names neither the tag nor the fill.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" cairocffi==1.7.1
cd "$dir"
apt-get download -qq libcairo2=1.16.0-7 >/dev/null 2>&1
dpkg -x libcairo2_*.deb lib
library=$(find "$dir/lib" -name libcairo.so.2)
export LD_LIBRARY_PATH="${library%/*}" PYTHONPATH="$dir"
python3 - <<'PY'
import cairocffi as cairo
print("cairo", cairo.cairo_version_string())


def page(width, tag_first):
    surface = cairo.PDFSurface(None, 100, 100)
    context = cairo.Context(surface)
    if tag_first:
        context.tag_begin("Figure", "")
    context.set_source_rgb(1, 1, 1)
    context.rectangle(0, 0, width, 100)
    context.fill()
    if not tag_first:
        context.tag_begin("Figure", "")
    context.set_source_rgb(0, 0, 0)
    context.rectangle(10, 10, 5, 5)
    context.fill()
    context.tag_end("Figure")
    try:
        context.show_page()
        surface.finish()
        return "written"
    except cairo.CairoError as error:
        return error.status


found = {(w, first): page(w, first) for w in (100, 99) for first in (True, False)}
for (width, first), result in found.items():
    print(f"ground of {width} of 100, {'inside' if first else 'before'} the tag: {result}")
tag_error = 42  # CAIRO_STATUS_TAG_ERROR
assert found == {(100, True): tag_error, (100, False): "written", (99, True): "written", (99, False): "written"}, found
PY

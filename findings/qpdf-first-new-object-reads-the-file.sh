#!/bin/bash
# qpdf 12.4.2 through pikepdf 10.18.0: opening a file and reading one object touches that object only, but the first object that is
# added reads every object of the file, thousands of times the work of the second. A pass that adds one dictionary to a long
# document pays for all of it.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" pikepdf==10.18.0
PYTHONPATH=$dir python3 - <<'PY'
import io, time
import pikepdf

print("pikepdf", pikepdf.__version__, "qpdf", pikepdf.__libqpdf_version__)
document = pikepdf.new()
document.add_blank_page()
document.Root.Numbers = pikepdf.Array([document.make_indirect(pikepdf.Dictionary(Value=i)) for i in range(60_000)])
written = io.BytesIO()
document.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable)

def seconds(action):
    start = time.process_time()
    action()
    return time.process_time() - start

reopened = pikepdf.open(io.BytesIO(written.getvalue()))
read = seconds(lambda: reopened.Root.Numbers[5].Value)
first = seconds(lambda: reopened.make_indirect(pikepdf.Dictionary(New=1)))
second = seconds(lambda: reopened.make_indirect(pikepdf.Dictionary(New=2)))
print(f"60,000 objects: reading one {read * 1000:.2f} ms, adding one {first * 1000:.1f} ms, adding another {second * 1000:.2f} ms")
assert first > 50 * read and first > 50 * second
PY

#!/bin/bash
# recognizers-text-suite 1.0.2a2 (Microsoft's recognizers), numbers in Chinese: 12,345.6 is a number and so is 12345.6万, but with both
# the comma and the unit, 12,345.6万, nothing is found, neither number nor money nor measure, where even the figures alone would do.
# Fractions end at tenths: 十分之三 is 0.3, 百分之三 is 3%, but 千分之三 and 万分之三 are the number 3. 3.5个百分点 is given as 3.5%.
# (Left alone, pip takes emoji 2.16.0, with which it cannot be imported; 1.7.0 will do.)
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    recognizers-text-suite==1.0.2a2 emoji==1.7.0
PYTHONPATH=$dir python3 -W ignore - <<'PY'
from importlib.metadata import version
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
print("recognizers-text-suite", version("recognizers-text-suite"))

def show(read, text):
    found = [result.resolution["value"] for result in read(text, "zh-cn")]
    print(read.__name__, text, "->", *found)
    return found

assert show(recognize_number, "12,345.6") == ["12345.6"]
assert show(recognize_number, "12345.6万") == ["123456000"]
assert show(recognize_number, "12,345.6万") == []
assert show(recognize_currency, "12,345.6元") == ["12345.6"]
assert show(recognize_currency, "12,345.6万元") == []
assert show(recognize_dimension, "12,345.6吨") == ["12345.6"]
assert show(recognize_dimension, "12,345.6万吨") == [None]
assert show(recognize_number, "十分之三") == ["0.3"]
assert show(recognize_percentage, "百分之三") == ["3%"]
assert show(recognize_number, "千分之三") == ["3"] and show(recognize_percentage, "千分之三") == []
assert show(recognize_number, "万分之三") == ["3"] and show(recognize_percentage, "万分之三") == []
assert show(recognize_percentage, "3.5个百分点") == ["3.5%"]
PY

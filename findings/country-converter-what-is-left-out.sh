#!/bin/bash
# country_converter 1.3.2 (pandas 2.2.3), names to codes: "excluding" is understood and "excl." is not, so that what a row leaves out
# becomes what it is of. China (excl. Macao) is Macao, where China (excluding Macao) is China; Asia (excl. Japan) is Japan, where Asia
# excluding Japan is not found. Inner Mongolia, a region of China, is Mongolia; China (incl. Hong Kong) is Hong Kong. Each of them is one
# plain code, without the warning that names not found are given.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    country_converter==1.3.2 pandas==2.2.3 numpy==1.26.4 python-dateutil==2.9.0.post0
PYTHONPATH=$dir python3 - <<'PY'
import logging
from importlib.metadata import version
import country_converter
print("country_converter", version("country_converter"))

told = []
handler = logging.Handler()
handler.emit = lambda record: told.append(record.getMessage())
logging.getLogger().addHandler(handler)
names = ["China (excluding Macao)", "China (excl. Macao)", "China (incl. Hong Kong)", "Asia (excl. Japan)", "Latin America (excl. Brazil)",
         "Inner Mongolia", "Asia excluding Japan"]
converter = country_converter.CountryConverter()
seen = {name: converter.convert(name, to="ISO3") for name in names[:-1]}
assert not told, told
seen[names[-1]] = converter.convert(names[-1], to="ISO3")
for name, code in seen.items(): print(name, "->", code)
print("told:", told)
assert list(seen.values()) == ["CHN", "MAC", "HKG", "JPN", "BRA", "MNG", "not found"], seen
assert len(told) == 1
PY

#!/bin/bash
# sdmx1 2.28.0 (pandas 2.2.3), to_pandas with datetime: SDMX writes a reporting month as 2022-M03, and the text goes to pandas, which
# takes M03 for three seconds past the new year. A series of months becomes twelve seconds of January, without a warning, while the
# other spelling of SDMX, 2022-03, is right and half-years and weeks (2022-S1, 2022-W01) are refused.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    sdmx1==2.28.0 pandas==2.2.3 numpy==1.26.4 python-dateutil==2.9.0.post0
PYTHONPATH=$dir python3 - <<'PY'
import io
import pandas, sdmx
print("sdmx1", sdmx.__version__, "pandas", pandas.__version__)

def read(*periods):
    base = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
    observations = "".join(f'<g:Obs><g:ObsDimension value="{period}"/><g:ObsValue value="1"/></g:Obs>' for period in periods)
    message = f'''<?xml version="1.0"?>
<m:GenericData xmlns:m="{base}message" xmlns:g="{base}data/generic" xmlns:c="{base}common">
<m:Header><m:ID>A</m:ID><m:Test>false</m:Test><m:Prepared>2026-11-30T00:00:00</m:Prepared><m:Sender id="X"/>
<m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:Structure><Ref agencyID="X" id="S" version="1.0"/></c:Structure>
</m:Structure></m:Header>
<m:DataSet structureRef="S"><g:Series><g:SeriesKey><g:Value id="AREA" value="CN"/></g:SeriesKey>{observations}</g:Series></m:DataSet>
</m:GenericData>'''
    table = sdmx.to_pandas(sdmx.read_sdmx(io.BytesIO(message.encode())), datetime="TIME_PERIOD")
    return [time.isoformat() for time in table.index]

def attempt(period):
    try: return read(period)
    except ValueError as error: return type(error).__name__

seen = {"2022-M03 2022-M12": read("2022-M03", "2022-M12"), "2022-03 2022-12": read("2022-03", "2022-12"),
        **{period: attempt(period) for period in ("2022-S1", "2022-W01")}}
for periods, found in seen.items(): print(periods, "->", found)
assert list(seen.values()) == [["2022-01-01T00:00:03", "2022-01-01T00:00:12"], ["2022-03-01T00:00:00", "2022-12-01T00:00:00"],
                               "DateParseError", "DateParseError"], seen
PY

#!/bin/bash
# FreeType 2.13.2 through freetype-py 2.5.1: a CID-keyed OpenType face without a character map (as subsetters leave it, since what is
# drawn is glyphs) is not a face without one. FreeType makes a Unicode map up, in which CIDs stand for the numbers of PostScript's
# standard names: the letters of ASCII are right by chance, most of the rest is not, and nothing tells that the map is made up. cairo
# asks such a map for the text of each glyph that it embeds. An empty `cmap` table keeps FreeType from it.
# Fonts of mplfonts 0.0.10 (Noto Sans CJK SC), fontTools 4.55.3.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
pip() { python3 -m pip "$@" --quiet --disable-pip-version-check; }
pip install --root-user-action=ignore --target "$dir/site" freetype-py==2.5.1 fonttools==4.55.3
pip download --no-deps --dest "$dir" mplfonts==0.0.10
cd "$dir"
PYTHONPATH=$dir/site python3 - <<'PY'
import glob, io, zipfile
import freetype
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

print("FreeType", ".".join(map(str, freetype.version())))
whole = zipfile.ZipFile(glob.glob("mplfonts-*.whl")[0]).read("mplfonts/fonts/NotoSansCJKsc-Regular.otf")
font = TTFont(io.BytesIO(whole))
assert font["CFF "].cff.topDictIndex[0].ROS == ("Adobe", "Identity", 0)
real = {}
for character, name in font.getBestCmap().items():
    real.setdefault(font.getGlyphID(name), set()).add(character)

def characters(character_map):
    changed = TTFont(io.BytesIO(whole))
    del changed["cmap"]
    if character_map:
        changed["cmap"] = DefaultTable("cmap")
        changed["cmap"].data = character_map
    changed.save("changed.otf")
    # What ends the list is glyph 0.
    return [pair for pair in freetype.Face("changed.otf").get_chars() if pair[1]]

made_up = characters(None)
wrong = [(character, glyph) for character, glyph in made_up if character not in real.get(glyph, ())]
print(f"no cmap: {len(made_up)} characters are mapped, {len(wrong)} of them to the glyph of another")
for character, glyph in wrong[:3]:
    print(f"  U+{character:04X} {chr(character)} is glyph {glyph}, which draws {' '.join(sorted(map(chr, real.get(glyph, ()))))}")
# Version 0, one table of platform 3, encoding 10, 12 bytes on: format 12, 16 bytes, language 0, no groups.
rest = characters(bytes.fromhex("00000001 0003000a 0000000c 000c0000 00000010 00000000 00000000"))
print(f"empty cmap: {len(rest)} characters are mapped")
assert len(made_up) == 384 and len(wrong) == 283 and not rest
PY

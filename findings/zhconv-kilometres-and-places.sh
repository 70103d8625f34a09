#!/bin/bash
# zhconv 1.4.3: to traditional characters, 里 becomes 裡 or 裏 ("inside") in 公里 and 平方公里 too, so kilometres are misspelt for Taiwan
# and Hong Kong. 咸阳, a city, gets 鹹 ("salty"). OpenCC 1.4.2 keeps 里 and 咸 in them. Characters with two traditional forms are not
# beyond it: 发 is right in 头发.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" \
    zhconv==1.4.3 OpenCC==1.4.2 'setuptools<80'
PYTHONPATH=$dir python3 -W ignore - <<'PY'
from importlib.metadata import version
import opencc, zhconv
print("zhconv", version("zhconv"), "OpenCC", version("OpenCC"))
taiwan, hong_kong = opencc.OpenCC("s2tw"), opencc.OpenCC("s2hk")
texts = ("3000平方公里", "公里/小时", "咸阳", "头发")
seen = [(text, zhconv.convert(text, "zh-tw"), taiwan.convert(text), zhconv.convert(text, "zh-hk"), hong_kong.convert(text)) for text in texts]
for text, *found in seen: print(text, "-> Taiwan: zhconv {}, OpenCC {}; Hong Kong: zhconv {}, OpenCC {}".format(*found))
assert seen == [("3000平方公里", "3000平方公裡", "3000平方公里", "3000平方公裏", "3000平方公里"),
                ("公里/小时", "公裡/小時", "公里/小時", "公裏/小時", "公里/小時"),
                ("咸阳", "鹹陽", "咸陽", "鹹陽", "咸陽"), ("头发", "頭髮", "頭髮", "頭髮", "頭髮")]
PY

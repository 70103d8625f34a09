#!/bin/bash
# cpca 0.5.5, transform: a district's name that many cities share is given to one of them without a word (朝阳区 alone is
# placed in Changchun, though Beijing's is by far the largest; 鼓楼区 in Kaifeng), and 海南州, the everyday name of a
# prefecture of Qinghai, is cut to the province of Hainan with 州 left in the address.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" cpca==0.5.5 pandas==2.2.3
PYTHONPATH=$dir python3 -W ignore - <<'PY'
import cpca
from importlib.metadata import version
print("cpca", version("cpca"))
names = ["朝阳区专利", "鼓楼区专利", "海南州专利", "海南藏族自治州专利"]
rows = cpca.transform(names).fillna("").values.tolist()
for name, row in zip(names, rows): print(name, "->", row)
assert rows[0][:3] == ["吉林省", "长春市", "朝阳区"] and rows[1][:3] == ["河南省", "开封市", "鼓楼区"]
assert rows[2][0] == "海南省" and rows[2][3] == "州专利"
assert rows[3][:2] == ["青海省", "海南藏族自治州"]
PY

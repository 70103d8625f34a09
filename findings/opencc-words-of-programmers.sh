#!/bin/bash
# OpenCC 1.4.2, conversions with Taiwan's words (s2twp, tw2sp): the words are a programmer's and are put in wherever their characters
# stand. A rate of support becomes one of aid, the economy's running its execution, the circular economy one of program loops, an office's
# code its source code, and 最优化 gets a second 最. Back, 外埠 (other towns) gets a port of a network, and names of countries that hold
# Taiwan's shorter one grow: 尼日利亞, Nigeria, becomes 尼日尔利亚, 土庫曼斯坦 a 土库曼斯坦斯坦. Without words (s2tw, tw2s) all are right.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" OpenCC==1.4.2
PYTHONPATH=$dir python3 - <<'PY'
import opencc
print("OpenCC", opencc.__version__)

def convert(way, texts):
    converter = opencc.OpenCC(way)
    found = [converter.convert(text) for text in texts]
    print(way, *(f"{text} -> {new};" for text, new in zip(texts, found)))
    return found

reports = ["支持率", "经济运行", "循环经济", "机构代码", "参数估计", "结构最优化"]
assert convert("s2twp", reports) == ["支援率", "經濟執行", "迴圈經濟", "機構程式碼", "引數估計", "結構最最佳化"]
assert convert("s2tw", reports) == ["支持率", "經濟運行", "循環經濟", "機構代碼", "參數估計", "結構最優化"]
names = ["尼日利亞", "厄瓜多爾", "土庫曼斯坦", "外埠", "檔案館"]
assert convert("tw2sp", names) == ["尼日尔利亚", "厄瓜多尔尔", "土库曼斯坦斯坦", "外端口", "文件馆"]
assert convert("tw2s", names) == ["尼日利亚", "厄瓜多尔", "土库曼斯坦", "外埠", "档案馆"]
PY

#!/bin/bash
# jieba 0.42.1: cut() and its sister with parts of speech, posseg.cut(), part numbers differently: the first keeps 119.25% as
# one word, the second gives 119.25 and, as "x" (no word), the sign. Words and tags of one text cannot be lined up.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$dir" jieba==0.42.1
PYTHONPATH=$dir python3 -W ignore - <<'PY'
import jieba, jieba.posseg
jieba.setLogLevel(60)
print("jieba", jieba.__version__)
text = "同比增长119.25%"
words = jieba.lcut(text)
tagged = [(w.word, w.flag) for w in jieba.posseg.cut(text)]
print(words); print(tagged)
assert words == ["同比", "增长", "119.25%"]
assert [w for w, _ in tagged] == ["同比", "增长", "119.25", "%"] and tagged[-1] == ("%", "x")
PY

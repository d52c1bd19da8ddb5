"""The lemmas of the treebanks' words, as a file of the model.

Only words are kept that mostly have one lemma under one tag. Names and numbers are
left to the network: their lemma is the word itself, in one case or another.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from training.corpora import syntax

_LEFT_OUT = frozenset(
    "NNP CD ADD GW FW AFX LS NFP SYM $ `` '' , . : -LRB- -RRB- HYPH".split()
)  # fmt: skip
#: Share of a word's uses under one tag that its lemma must have.
_MOSTLY = 0.8


def write_lexicon(data: Path, path: Path) -> None:
    """Write the lemma of every form, by tag, as the training data have them."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in syntax(data, "train"):
        for sentence in document.sentences:
            for word in sentence.words or ():
                if word.lemma is not None and word.xpos not in _LEFT_OUT:
                    seen[word.xpos, sentence.text[word.start : word.end]][word.lemma] += 1
    lemmas: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), counts in sorted(seen.items()):
        lemma, number = counts.most_common(1)[0]
        if number > _MOSTLY * counts.total():
            lemmas[tag][form] = lemma
    path.write_text(
        json.dumps(lemmas, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )

r"""Hand-made Docs, so that logic is tested without a model.

One line a word, as in CoNLL-U but short: ``word/UPOS/deprel/head`` with heads
counted from 1 within the sentence and 0 for the root; an optional fifth field is
the lemma, an optional sixth the XPOS. Sentences are separated by an empty line.
A word ending in ``_`` has no blank after it. ``/`` in a word is written ``\s``.
"""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab, create_vocab

Entity = tuple[int, int, str]

#: A bare ``Vocab()`` knows no lower case, punctuation or white space.
_VOCAB = create_vocab("en", English.Defaults)


def make_doc(table: str, *, ents: list[Entity] | None = None, vocab: Vocab | None = None) -> Doc:
    """A Doc from a table of words; ``ents`` are token offsets with labels."""
    words: list[str] = []
    spaces: list[bool] = []
    pos: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    lemmas: list[str] = []
    tags: list[str] = []
    starts: list[bool] = []
    for block in table.strip().split("\n\n"):
        first = len(words)
        for number, row in enumerate(block.split()):
            fields = row.split("/")
            word, upos, dep, head = fields[:4]
            glued = word.endswith("_") and len(word) > 1
            form = (word[:-1] if glued else word).replace("\\s", "/")
            words.append(form)
            spaces.append(not glued)
            pos.append(upos)
            deps.append("ROOT" if dep == "root" else dep)
            heads.append(first + (int(head) - 1 if head != "0" else number))
            lemmas.append(fields[4] if len(fields) > 4 and fields[4] else form.lower())
            tags.append(fields[5] if len(fields) > 5 else "")
            starts.append(number == 0)
    doc = Doc(
        vocab or _VOCAB,
        words=words,
        spaces=spaces,
        pos=pos,
        tags=tags,
        deps=deps,
        heads=heads,
        lemmas=lemmas,
    )
    doc.set_ents([Span(doc, start, end, label) for start, end, label in ents or []])
    return doc

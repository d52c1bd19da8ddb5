"""The paragraphs of an article as ranges of tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from newsevents import keys

#: Paragraphs that are read as news; the others are never spoken text.
SPOKEN_ROLES: Final = frozenset({"", "headline", "dateline", "body"})
#: The longest headline, in tokens.
HEADLINE_TOKENS: Final = 25
#: Words so long have capitals in a headline; how many there must be, and their share.
_WEIGHTY: Final = 4
_WORDS: Final = 3
_SHARE: Final = 0.85


@dataclass(frozen=True, slots=True)
class ParagraphRange:
    """A paragraph as ranges of tokens and characters, with its role."""

    index: int
    start: int
    end: int
    start_char: int
    end_char: int
    role: str

    @property
    def spoken(self) -> bool:
        """Whether it is read as news."""
        return self.role in SPOKEN_ROLES


def paragraphs(doc: Doc) -> list[ParagraphRange]:
    """The paragraphs of a Doc: its span group, else its lines."""
    group = doc.spans.get(keys.PARAGRAPHS)
    if group is not None and len(group):
        return [
            ParagraphRange(i, p.start, p.end, p.start_char, p.end_char, p.label_)
            for i, p in enumerate(group)
        ]
    return list(_lines(doc))


def _lines(doc: Doc) -> Iterator[ParagraphRange]:
    start = index = 0
    for token in doc:
        last = token.i + 1 == len(doc)
        breaks = token.is_space and "\n" in token.text
        if not (last or breaks):
            continue
        end = token.i if breaks else token.i + 1
        if end > start:
            yield ParagraphRange(
                index, start, end, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), ""
            )
            index += 1
        start = token.i + 1


def is_capitalised(doc: Doc, paragraph: ParagraphRange) -> bool:
    """Whether a line is set like a headline, as Links to Other Articles Are."""
    if paragraph.end - paragraph.start > HEADLINE_TOKENS:
        return False
    words = [t for t in doc[paragraph.start : paragraph.end] if t.is_alpha and len(t) >= _WEIGHTY]
    return len(words) >= _WORDS and sum(word.text[0].isupper() for word in words) >= _SHARE * len(
        words
    )

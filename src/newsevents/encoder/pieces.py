"""From words to what the network reads: word-piece ids and case-shape ids.

The backbone's vocabulary is lower case, so a second id for every piece says how
its word was written and what stood before it. Training and the runtime both go
through here, so they cannot disagree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Before = Literal["", " ", "\n"]

#: Pieces kept of one word: a 5,000-letter word must not fill a window.
MAX_WORD_PIECES: Final = 12
#: Characters of a word that are looked at.
MAX_WORD_CHARS: Final = 100
#: Ways to write a word; order is part of the model's format.
CASES: Final = ("pad", "lower", "title", "upper", "initial", "mixed", "digit", "alnum", "other")
#: What stood before a word; order is part of the model's format.
BEFORE: Final[tuple[Before, ...]] = ("", " ", "\n")
SHAPES: Final = len(CASES) * len(BEFORE)

# Typographic variants that the training data seldom or never has.
_PLAIN: Final = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'",
        "–": "-", "—": "-", "‑": "-", "−": "-", "…": "...", "\u00ad": None, "\u200b": None,
    }
)  # fmt: skip


def case_of(word: str) -> str:
    """How a word is written, as one of `CASES`."""
    if word.isalpha():
        if word.islower():
            return "lower"
        if len(word) == 1:
            return "initial"
        if word.isupper():
            return "upper"
        return "title" if word[0].isupper() and word[1:].islower() else "mixed"
    if word.isdigit():
        return "digit"
    if not any(map(str.isalnum, word)):
        return "other"
    if any(map(str.isdigit, word)):
        return "alnum"
    # "U.S.", "'s", "co-operate": told by the letters alone.
    letters = "".join(filter(str.isalpha, word))
    return case_of(letters) if letters else "other"


def shape_id(case: str, before: Before) -> int:
    """The id of a way of writing after what stood before the word."""
    return CASES.index(case) * len(BEFORE) + BEFORE.index(before)


class PieceTable:
    """Word-piece and case ids by word; every distinct word is looked up once.

    News repeats its words, so a table is several times as fast as encoding each
    text anew. It forgets everything when it is full, which bounds its memory.
    """

    def __init__(self, tokenizer: Tokenizer, *, size: int = 100_000) -> None:
        self._tokenizer = tokenizer
        self._size = size
        self._table: dict[str, tuple[tuple[int, ...], int]] = {}
        self.vocabulary: int = tokenizer.get_vocab_size()
        self._unknown: int = _special(tokenizer, "[UNK]")
        self.cls: int = _special(tokenizer, "[CLS]")
        self.sep: int = _special(tokenizer, "[SEP]")
        self.pad: int = _special(tokenizer, "[PAD]")
        self.mask: int = _special(tokenizer, "[MASK]")

    def pieces(self, word: str) -> tuple[int, ...]:
        """Ids of the word's pieces; never empty."""
        return self._entry(word)[0]

    def shape(self, word: str, before: Before) -> int:
        """The case-shape id that all pieces of the word share."""
        return self._entry(word)[1] + BEFORE.index(before)

    def add(self, words: Iterable[str]) -> None:
        """Look up words that are not in the table yet, in one call."""
        fresh = [word for word in dict.fromkeys(words) if word not in self._table]
        if not fresh:
            return
        if len(self._table) + len(fresh) > self._size:
            self._table.clear()
        plain = [_plain(word) for word in fresh]
        for word, encoding in zip(
            fresh, self._tokenizer.encode_batch(plain, add_special_tokens=False), strict=True
        ):
            ids = tuple(encoding.ids[:MAX_WORD_PIECES]) or (self._unknown,)
            self._table[word] = (ids, shape_id(case_of(word), ""))

    def _entry(self, word: str) -> tuple[tuple[int, ...], int]:
        if word not in self._table:
            self.add([word])
        return self._table[word]


def _special(tokenizer: Tokenizer, piece: str) -> int:
    found = tokenizer.token_to_id(piece)
    if found is None:
        raise ValueError(f"the tokenizer has no piece {piece}")
    return found


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word[:MAX_WORD_CHARS]).translate(_PLAIN)


def before_of(text: str, previous_end: int, start: int) -> Before:
    """What stands between two words of a text: nothing, a blank or a line break."""
    if start <= previous_end:
        return ""
    return "\n" if "\n" in text[previous_end:start] else " "

"""Writing a reading onto a ``Doc``, in bulk where spaCy allows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from newsevents import keys
from newsevents.encoder.agreement import agreed
from newsevents.encoder.arrays import Ints
from newsevents.encoder.bio import BioDecoder
from newsevents.encoder.decode import Reading
from newsevents.encoder.lemmas import apply_script
from newsevents.encoder.model import EncoderModel, LabelKind, ModelMeta
from newsevents.encoder.morphology import PRONOUN_TAGS, features
from newsevents.encoder.words import Words
from newsevents.rules.countries import is_settlement_or_state

#: Words that are less likely than this to tell of an event are no candidates.
MIN_EVENT_PROBABILITY: Final = 0.5
_CONTENT: Final = frozenset({"NOUN", "PROPN", "NUM", "ADV", "ADJ"})
_ATTRIBUTES: Final = ("TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP")

if TYPE_CHECKING:
    from thinc.types import Ints2d

Hashes = NDArray[np.uint64]


class Annotator:
    """Writes what a model read onto the Docs of one vocabulary."""

    def __init__(self, model: EncoderModel, vocab: Vocab) -> None:
        meta = model.meta
        self._vocab = vocab
        self._lexicon = model.lexicon
        self._xpos = meta.labels["xpos"]
        self._scripts = meta.labels["lemma"]
        self._events = meta.labels["event"]
        self._ner = BioDecoder(meta.labels["ner"])
        self._time = BioDecoder(meta.labels["time"])
        self._attribution = BioDecoder(meta.labels["attribution"])
        self._tags = self._hashes(meta, "xpos")
        self._pos = self._hashes(meta, "upos")
        self._deps = self._hashes(meta, "deprel")
        self._deps[meta.labels["deprel"].index("root")] = vocab.strings.add("ROOT")
        self._morphs = np.array([self._morph(tag, "") for tag in self._xpos], dtype=np.uint64)
        self._pronouns = np.array([tag in PRONOUN_TAGS for tag in self._xpos])
        self._lemma = lru_cache(maxsize=100_000)(self._lemma_hash)

    def write(self, doc: Doc, words: Words, reading: Reading) -> None:
        """Set everything that the reading says; there must be at least one word."""
        columns = np.empty((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        is_space = np.ones(len(doc), dtype=np.bool_)
        is_space[words.tokens] = False
        columns[words.tokens] = self._columns(words, reading)
        columns[is_space] = white_space_columns(doc, np.flatnonzero(is_space), words.tokens)
        _set(doc, _ATTRIBUTES, columns)
        # spaCy takes sentence starts from the heads, but gives up where many
        # arcs cross. White space that a text starts with is in its first sentence.
        starts = np.full(len(doc), -1, dtype=np.int64)
        starts[words.tokens[reading.starts]] = 1
        starts[[words.tokens[0], 0]] = [-1, 1]
        _set(doc, ("SENT_START",), starts.view(np.uint64))
        self._write_spans(doc, words.tokens, reading)

    def _columns(self, words: Words, reading: Reading) -> Hashes:
        heads = words.tokens[np.arange(len(words)) + reading.head] - words.tokens
        lemmas = map(self._lemma, words.texts, reading.lemma.tolist(), reading.xpos.tolist())
        return np.column_stack(
            [
                self._tags[reading.xpos],
                self._pos[reading.upos],
                self._morphology(words, reading.xpos),
                np.fromiter(lemmas, dtype=np.uint64, count=len(words)),
                heads.view(np.uint64),
                self._deps[reading.deprel],
            ]
        )

    def _morphology(self, words: Words, xpos: Ints) -> Hashes:
        morphs = self._morphs[xpos]
        for word in np.flatnonzero(self._pronouns[xpos]).tolist():
            morphs[word] = self._morph(self._xpos[xpos[word]], words.texts[word])
        return morphs

    def _write_spans(self, doc: Doc, tokens: Ints, reading: Reading) -> None:
        names = agreed(_spans(doc, tokens, self._ner, reading.ner))
        doc.set_ents([located(span) for span in names])
        times = _spans(doc, tokens, self._time, reading.time)
        doc.spans[keys.TIME_CANDIDATES] = [span for span in times if _has_content(span)]
        doc.spans[keys.TRIGGER_CANDIDATES] = list(self._triggers(doc, tokens, reading))
        doc.spans[keys.ATTRIBUTION_CANDIDATES] = list(
            _spans(doc, tokens, self._attribution, reading.attribution)
        )
        vectors = np.hstack([reading.anaphor, reading.antecedent])
        by_token = np.zeros((len(doc), vectors.shape[1]), dtype=np.float32)
        by_token[tokens] = vectors
        doc.user_data[keys.REFERENCE_VECTORS] = by_token
        factuality = np.zeros(len(doc))
        factuality[tokens] = np.round(reading.factuality.astype(np.float64), 2)
        doc.user_data[keys.FACTUALITY] = factuality.tolist()

    def _triggers(self, doc: Doc, tokens: Ints, reading: Reading) -> Iterator[Span]:
        for word in np.flatnonzero(reading.event_probability >= MIN_EVENT_PROBABILITY).tolist():
            token = int(tokens[word])
            label = self._events[reading.event[word]]
            probability = f"{reading.event_probability[word]:.2f}"
            yield Span(doc, token, token + 1, label=label, kb_id=probability)

    def _hashes(self, meta: ModelMeta, kind: LabelKind) -> Hashes:
        strings = self._vocab.strings
        return np.array([strings.add(label) for label in meta.labels[kind]], dtype=np.uint64)

    def _morph(self, tag: str, word: str) -> int:
        return int(self._vocab.morphology.add(features(tag, word)))

    def _lemma_hash(self, word: str, script: int, xpos: int) -> int:
        guess = apply_script(word, self._scripts[script])
        return int(self._vocab.strings.add(self._lexicon.lemma(word, self._xpos[xpos], guess)))


def write_nothing(doc: Doc) -> None:
    """Annotate a Doc that has no words, so that later components find their groups."""
    if len(doc):
        root = np.zeros(1, dtype=np.int64)
        columns = white_space_columns(doc, np.arange(len(doc)), root)
        columns[0, _ATTRIBUTES.index("DEP")] = doc.vocab.strings.add("ROOT")
        _set(doc, _ATTRIBUTES, columns)
    doc.set_ents([])
    doc.spans[keys.TIME_CANDIDATES] = []
    doc.spans[keys.TRIGGER_CANDIDATES] = []
    doc.spans[keys.ATTRIBUTION_CANDIDATES] = []
    doc.user_data[keys.FACTUALITY] = [0.0] * len(doc)


def white_space_columns(doc: Doc, spaces: Ints, words: Ints) -> Hashes:
    """What is written on white space: it hangs on the word before it, if there is one."""
    add = doc.vocab.strings.add
    before = words[np.maximum(np.searchsorted(words, spaces) - 1, 0)]
    columns = np.empty((len(spaces), len(_ATTRIBUTES)), dtype=np.uint64)
    columns[:, :3] = [add("_SP"), add("SPACE"), doc.vocab.morphology.add("")]
    columns[:, 3] = doc.to_array("ORTH")[spaces]
    columns[:, 4] = (before - spaces).view(np.uint64)
    columns[:, 5] = add("dep")
    return columns


def _set(doc: Doc, attributes: tuple[str, ...], columns: Hashes) -> None:
    # spaCy's type says thinc's arrays; numpy's are what it wants.
    doc.from_array(list(attributes), cast("Ints2d", columns))


def _spans(doc: Doc, tokens: Ints, decoder: BioDecoder, labels: Ints) -> Iterator[Span]:
    for start, end, kind in decoder.spans(labels):
        yield Span(doc, int(tokens[start]), int(tokens[end - 1]) + 1, label=kind)


def _has_content(span: Span) -> bool:
    """Whether a span says more than "on" or "the", which alone tell no time."""
    return any(token.pos_ in _CONTENT for token in span)


def located(span: Span) -> Span:
    """The same name, told apart as a place with a government where the atlas knows it."""
    if span.label_ == "LOC" and is_settlement_or_state(span.text):
        return Span(span.doc, span.start, span.end, label="GPE")
    return span

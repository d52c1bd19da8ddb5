"""From scores to labels: one consistent reading of all words of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final, Self

import numpy as np

from newsevents.encoder.arrays import Bools, Floats, Ints
from newsevents.encoder.bio import BioDecoder
from newsevents.encoder.model import EncoderModel, Scores
from newsevents.encoder.trees import best_heads
from newsevents.encoder.windows import windows
from newsevents.encoder.words import Pieces, Words, read_pieces

#: Names may be a little less likely than none; chosen on the development sets of names.
NAME_OUTSIDE: Final = -0.5
#: Time expressions may be a little less likely than none: what is none, the grammar
#: of times discards. Chosen on MEANTIME's development texts.
TIME_OUTSIDE: Final = -0.5
#: Attribution counts only where grammar finds none, so it may be found more easily.
ATTRIBUTION_OUTSIDE: Final = -1.5


@dataclass(frozen=True, slots=True)
class Reading:
    """The labels of consecutive words; ids are positions in the model's label lists.

    ``head`` is the distance to the word's head, 0 for a root. ``event`` is the
    best class but "no event", however unlikely an event is.
    """

    starts: Bools
    upos: Ints
    xpos: Ints
    lemma: Ints
    head: Ints
    deprel: Ints
    ner: Ints
    time: Ints
    event: Ints
    event_probability: Floats
    factuality: Floats
    attribution: Ints
    anaphor: Floats
    antecedent: Floats

    @classmethod
    def join(cls, parts: Sequence[Self]) -> Self:
        """One reading of what was read in parts."""
        return cls(
            *(
                np.concatenate([getattr(part, field.name) for part in parts])
                for field in fields(cls)
            )
        )


class Reader:
    """Reads words with a model and decodes what it says."""

    def __init__(self, model: EncoderModel) -> None:
        self._model = model
        self._root = model.meta.labels["deprel"].index("root")
        self.ner = BioDecoder(model.meta.labels["ner"], outside=NAME_OUTSIDE)
        self.time = BioDecoder(model.meta.labels["time"], outside=TIME_OUTSIDE)
        self.attribution = BioDecoder(model.meta.labels["attribution"], outside=ATTRIBUTION_OUTSIDE)

    def read(self, words: Words) -> Reading:
        """The best labels of all words; there must be at least one.

        A text is read window after window, so only labels grow with its length.
        """
        pieces = read_pieces(words, self._model.table)

        def score(start: int, end: int) -> tuple[Scores, Bools]:
            scores = self._score(pieces, start, end)
            return scores, sentence_starts(
                scores.sent, words.breaks[start:end], words.given[start:end]
            )

        limit = self._model.meta.max_pieces - 2
        return Reading.join(
            [
                self._decode(window.read.first(window.end - window.start), window.starts)
                for window in windows(pieces.first, words.breaks, score, limit=limit)
            ]
        )

    def _score(self, pieces: Pieces, start: int, end: int) -> Scores:
        first = pieces.first[start : end + 1]
        part = slice(first[0], first[-1])
        table = self._model.table
        return self._model.score(
            np.concatenate([[table.cls], pieces.ids[part], [table.sep]]),
            np.pad(pieces.shapes[part], 1),
            first[:-1] - first[0] + 1,
        )

    def _decode(self, scores: Scores, starts: Bools) -> Reading:
        heads = best_heads(scores.arc, starts)
        probability, event = event_classes(scores.event)
        return Reading(
            starts=starts,
            upos=scores.upos,
            xpos=scores.xpos,
            lemma=scores.lemma,
            head=np.where(heads == 0, 0, heads - 1 - np.arange(len(heads))),
            deprel=self._relations(scores, heads),
            ner=self.ner.labels(scores.ner, starts),
            time=self.time.labels(scores.time, starts),
            event=event,
            event_probability=probability,
            factuality=scores.factuality,
            attribution=self.attribution.labels(scores.attribution, starts),
            anaphor=scores.anaphor,
            antecedent=scores.antecedent,
        )

    def _relations(self, scores: Scores, heads: Ints) -> Ints:
        """The relation of each word to its head; "root" for roots and nothing else."""
        relations = self._model.relation_scores(scores, heads)
        relations[:, self._root] = np.where(heads == 0, np.inf, -np.inf)
        best: Ints = relations.argmax(axis=1)
        return best


def sentence_starts(sent: Floats, breaks: Bools, given: Ints) -> Bools:
    """Where sentences start: as the Doc says, else at paragraphs and where the model says.

    The first word always starts one.
    """
    starts = ((sent > 0) | breaks | (given > 0)) & (given >= 0)
    starts[0] = True
    return starts


def event_classes(scores: Floats) -> tuple[Floats, Ints]:
    """How likely each word is an event trigger, and the class it would have."""
    # The softmax of all classes together, against class 0, "O".
    highest = scores[:, 1:].max(axis=1)
    together = highest + np.log(np.exp(scores[:, 1:] - highest[:, None]).sum(axis=1))
    with np.errstate(over="ignore"):
        probability: Floats = 1 / (1 + np.exp(scores[:, 0] - together))
    return probability, scores[:, 1:].argmax(axis=1) + 1

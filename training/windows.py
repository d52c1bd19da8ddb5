"""From labelled sentences to the tensors of a batch."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from newsevents.encoder.pieces import BEFORE, CASES, Before, PieceTable
from training.config import TrainConfig
from training.labels import Labels
from training.records import Words

#: "No label here" for every loss.
IGNORE = -100
_CASE_STEP = len(BEFORE)
_LOWER, _TITLE, _UPPER = (CASES.index(c) * _CASE_STEP for c in ("lower", "title", "upper"))
_TAGS = ("upos", "xpos", "deprel", "ner", "time", "event", "attribution")
_LETTERS = {CASES.index(c) for c in ("lower", "title", "upper", "initial", "mixed")}


@dataclass
class Window:
    """Consecutive sentences of one document that fit the network."""

    sentences: list[Words]
    bounded: bool
    ids: list[list[int]] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    #: Case as written, or changed: then lemmas of the written form do not hold.
    recased: bool = False

    @property
    def pieces(self) -> int:
        """Length in pieces, with the two at the borders."""
        return 2 + sum(map(len, self.ids))


class WindowMaker:
    """Cuts documents into windows, a little differently every time."""

    def __init__(self, table: PieceTable, config: TrainConfig, *, training: bool) -> None:
        self.table = table
        self.config = config
        self.training = training

    def windows(
        self, sentences: Sequence[Words], *, bounded: bool, rng: random.Random
    ) -> Iterator[Window]:
        """Windows over a document; lengths and cases vary in training."""
        limit = self._limit(rng)
        group: list[Words] = []
        size = 2
        for words in sentences:
            length = sum(len(self.table.pieces(word)) for word in words.words)
            if group and size + length > limit:
                yield self._finish(group, bounded=bounded, rng=rng)
                group, size, limit = [], 2, self._limit(rng)
            group.append(words)
            size += length
        if group:
            yield self._finish(group, bounded=bounded, rng=rng)

    def _limit(self, rng: random.Random) -> int:
        longest = self.config.max_pieces
        return (
            rng.choice((longest // 3, longest // 2, longest, longest)) if self.training else longest
        )

    def _finish(self, group: list[Words], *, bounded: bool, rng: random.Random) -> Window:
        window = Window(group, bounded)
        room = self.config.max_pieces - 2
        for number, words in enumerate(group):
            for place, (word, before) in enumerate(zip(words.words, words.before, strict=True)):
                pieces = self.table.pieces(word)
                room -= len(pieces)
                if room < 0:
                    return self._vary(window, rng)
                shown = before if place else self._before_sentence(number, rng)
                window.ids.append(list(pieces))
                window.shapes.append(self.table.shape(word, shown))
        return self._vary(window, rng)

    def _before_sentence(self, number: int, rng: random.Random) -> Before:
        # Treebanks keep no line breaks, articles have them: sometimes show one.
        chance = 0.15 if number else 0.5
        return "\n" if self.training and rng.random() < chance else " "

    def _vary(self, window: Window, rng: random.Random) -> Window:
        if not self.training:
            return window
        config, dice = self.config, rng.random()
        if dice < config.lower_cased:
            self._recase(window, _LOWER)
        elif dice < config.lower_cased + config.upper_cased:
            self._recase(window, _UPPER)
        elif dice < config.lower_cased + config.upper_cased + config.title_cased:
            self._recase(window, _TITLE)
        mask = self.table.mask
        window.ids = [
            [mask] * len(ids) if rng.random() < config.word_dropout else ids for ids in window.ids
        ]
        return window

    def _recase(self, window: Window, case: int) -> None:
        window.recased = True
        for index, shape in enumerate(window.shapes):
            if shape // _CASE_STEP in _LETTERS:
                window.shapes[index] = case + shape % _CASE_STEP


def batches(windows: list[Window], *, pieces: int, rng: random.Random | None) -> list[list[Window]]:
    """Windows of near-equal length together, at most ``pieces`` with padding."""
    if rng is not None:
        rng.shuffle(windows)
    made: list[list[Window]] = []
    pool = 400 if rng is not None else len(windows) or 1
    for start in range(0, len(windows), pool):
        group: list[Window] = []
        for window in sorted(windows[start : start + pool], key=lambda w: w.pieces):
            if group and window.pieces * (len(group) + 1) > pieces:
                made.append(group)
                group = []
            group.append(window)
        if group:
            made.append(group)
    if rng is not None:
        rng.shuffle(made)
    return made


def tensors(group: list[Window], labels: Labels, table: PieceTable) -> dict[str, Tensor]:
    """A batch: what the network reads, and the targets of every head."""
    longest = max(window.pieces for window in group)
    most = max(len(window.ids) for window in group)
    rows = len(group)
    batch = {
        "input_ids": torch.full((rows, longest), table.pad),
        "shape_ids": torch.zeros((rows, longest), dtype=torch.long),
        "attention_mask": torch.zeros((rows, longest), dtype=torch.long),
        "words": torch.zeros((rows, most), dtype=torch.long),
        "sentence": torch.full((rows, most), -1),
        "ner_mask": torch.zeros((rows, most, len(labels.tables["ner"])), dtype=torch.bool),
        "time_mask": torch.zeros((rows, most, len(labels.tables["time"])), dtype=torch.bool),
        "entity": torch.full((rows, most), IGNORE),
        "asked": torch.zeros((rows, most), dtype=torch.bool),
        "factual": torch.zeros((rows, most)),
        "confidence": torch.zeros((rows, most)),
    }
    for head in ("sent", "head", "lemma", *_TAGS):
        batch[head] = torch.full((rows, most), IGNORE)
    for row, window in enumerate(group):
        _fill_inputs(batch, row, window, table)
        _fill_targets(batch, row, window, labels)
    return batch


def _fill_inputs(batch: dict[str, Tensor], row: int, window: Window, table: PieceTable) -> None:
    ids, shapes, first = [table.cls], [0], []
    for pieces, shape in zip(window.ids, window.shapes, strict=True):
        first.append(len(ids))
        ids += pieces
        shapes += [shape] * len(pieces)
    ids.append(table.sep)
    shapes.append(0)
    batch["input_ids"][row, : len(ids)] = torch.tensor(ids)
    batch["shape_ids"][row, : len(ids)] = torch.tensor(shapes)
    batch["attention_mask"][row, : len(ids)] = 1
    batch["words"][row, : len(first)] = torch.tensor(first)


def _fill_targets(batch: dict[str, Tensor], row: int, window: Window, labels: Labels) -> None:
    offset, room = 0, len(window.ids)
    entities: dict[str, int] = {}
    for number, words in enumerate(window.sentences):
        count = min(len(words.words), room - offset)
        if count <= 0:
            break
        span = slice(offset, offset + count)
        batch["sentence"][row, span] = number
        if window.bounded:
            batch["sent"][row, span] = 0
            batch["sent"][row, offset] = 1
        for head in _TAGS:
            values = getattr(words, head)[:count]
            batch[head][row, span] = _indices(values, labels.index[head])
        if not window.recased:
            batch["lemma"][row, span] = _indices(words.lemma[:count], labels.index["lemma"])
        heads = [IGNORE if h is None or h > count else (h + offset if h else 0) for h in words.head]
        batch["head"][row, span] = torch.tensor(heads[:count])
        _mask(batch["ner_mask"][row, span], words.names_known, labels.tables["ner"])
        _mask(batch["time_mask"][row, span], words.times_known, labels.tables["time"])
        for index, value in enumerate(words.factuality[:count]):
            if value is not None:
                batch["factual"][row, offset + index] = value[0]
                batch["confidence"][row, offset + index] = value[1]
        for index, mention in enumerate(words.entity[:count]):
            if mention is not None:
                number_of = entities.setdefault(mention[0], len(entities))
                batch["entity"][row, offset + index] = number_of
                batch["asked"][row, offset + index] = mention[1]
        offset += count


def _indices(values: list[str | None], index: dict[str, int]) -> Tensor:
    return torch.tensor([IGNORE if v is None else index.get(v, IGNORE) for v in values])


def _mask(rows: Tensor, known: frozenset[str], tags: list[str]) -> None:
    """Mark the tags that the corpus does not annotate: they may not be punished."""
    for column, tag in enumerate(tags):
        if tag != "O" and tag[2:] not in known:
            rows[:, column] = True

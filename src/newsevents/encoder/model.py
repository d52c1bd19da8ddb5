"""The model's files: checked, opened once per process, and asked for scores."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Self, get_args

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsevents.encoder.arrays import Floats, Ints
from newsevents.encoder.lexicon import Lexicon
from newsevents.encoder.pieces import PieceTable
from newsevents.errors import ModelError

# ONNX Runtime and tokenizers are imported when a model is opened: spaCy imports this
# package whenever anybody builds a pipeline.
if TYPE_CHECKING:
    import onnxruntime as ort

#: What `ModelMeta.format` must be: input and output names, shapes and label kinds.
FORMAT: Final = 2
#: The model inside the package.
MODEL_DIR: Final = Path(__file__).parent / "data"

GRAPH: Final = "encoder.onnx"
RELATIONS: Final = "labels.npz"
TOKENIZER: Final = "tokenizer.json"
LEMMAS: Final = "lemmas.json"
META: Final = "meta.json"

#: Words whose relations are scored together.
ROWS: Final = 32

LabelKind = Literal["upos", "xpos", "deprel", "lemma", "ner", "time", "event", "attribution"]


class ModelMeta(BaseModel):
    """What a model folder says about itself."""

    model_config = ConfigDict(frozen=True)

    format: int = Field(description="Version of the folder's layout.")
    name: str = Field(description="The model's name.")
    version: str = Field(description="The model's version.")
    max_pieces: int = Field(ge=32, description="Word pieces in a window, both ends included.")
    labels: dict[LabelKind, tuple[str, ...]] = Field(description="Label by id, of each kind.")
    digests: dict[str, str] = Field(description="SHA-256 of every other file.")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says about the words of one window.

    Column 0 of ``arc`` and row 0 of ``label_head`` stand for the root. The last
    column of ``anaphor`` is the score of having no antecedent; the others are to be
    multiplied with those of an ``antecedent``.
    """

    sent: Floats
    upos: Ints
    xpos: Ints
    lemma: Ints
    arc: Floats
    label_dep: Floats
    label_head: Floats
    ner: Floats
    time: Floats
    event: Floats
    factuality: Floats
    attribution: Floats
    anaphor: Floats
    antecedent: Floats

    def first(self, count: int) -> Self:
        """The scores of the first words alone."""
        rows = {name: getattr(self, name)[:count] for name in self.__slots__}
        rows["arc"] = self.arc[:count, : count + 1]
        rows["label_head"] = self.label_head[: count + 1]
        return type(self)(**rows)


class EncoderModel:
    """The network and all that is needed to ask it about text.

    One window is read at a time. Larger batches were measured to be no faster on
    one core, and the int8 graph scales its numbers by the whole batch: an
    article's result would depend on what else was in the batch.
    """

    def __init__(self, folder: Path, *, threads: int) -> None:
        self.meta = _read_meta(folder / META)
        # A model of other treebanks may know no lemmas by heart.
        names = {*_FILES, LEMMAS} & {*_FILES, *self.meta.digests}
        content = {name: _read_checked(folder / name, self.meta) for name in sorted(names)}
        self.table = _open_table(content[TOKENIZER], folder / TOKENIZER)
        with np.load(folder / RELATIONS, allow_pickle=False) as arrays:
            self._weight: Floats = arrays["weight"]
            self._bias: Floats = arrays["bias"]
        self.lexicon = Lexicon(json.loads(content.get(LEMMAS, b"{}")))
        self._session = _open_session(content[GRAPH], folder / GRAPH, threads)

    @property
    def digest(self) -> str:
        """SHA-256 of the network."""
        return self.meta.digests[GRAPH]

    def score(self, ids: Ints, shapes: Ints, first: Ints) -> Scores:
        """The network's scores for one window.

        Args:
            ids: Word pieces, the special ones at both ends included.
            shapes: Case shape of every piece.
            first: The first piece of every word.
        """
        outputs = self._session.run(
            list(Scores.__slots__),
            {
                "input_ids": ids[None],
                "shape_ids": shapes[None],
                "attention_mask": np.ones((1, len(ids)), dtype=np.int64),
                "words": first[None],
            },
        )
        return Scores(*(output[0] for output in outputs))

    def relation_scores(self, scores: Scores, heads: Ints) -> Floats:
        """Scores of each word's relation to its head; head 0 is the root."""
        hidden = np.maximum(scores.label_dep + scores.label_head[heads], 0)
        # Larger products start threads of the linear algebra library, which then wait
        # busily while ONNX Runtime works: on one core that halves the speed.
        products = [
            hidden[start : start + ROWS] @ self._weight for start in range(0, len(hidden), ROWS)
        ]
        relations: Floats = np.concatenate(products) + self._bias
        return relations


def load_model(folder: Path = MODEL_DIR, *, threads: int = 1) -> EncoderModel:
    """The model of a folder, opened once per process.

    Raises:
        ModelError: A file is missing, damaged or made for another version.
    """
    # A forked worker opens its own session: threads do not survive a fork.
    return _load(os.getpid(), folder.resolve(), threads)


@cache
def _load(_process: int, folder: Path, threads: int) -> EncoderModel:
    return EncoderModel(folder, threads=threads)


_FILES: Final = (GRAPH, RELATIONS, TOKENIZER)


def _read_meta(path: Path) -> ModelMeta:
    try:
        meta = ModelMeta.model_validate_json(_read(path))
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        place = ".".join(map(str, problem["loc"])) or "the file"
        raise ModelError.damaged(path, f"in {place}: {problem['msg']}") from error
    if meta.format != FORMAT:
        raise ModelError.other_format(path, meta.format, FORMAT)
    missing = set(get_args(LabelKind)) - set(meta.labels)
    if missing:
        raise ModelError.damaged(path, f"it has no labels for {', '.join(sorted(missing))}")
    return meta


def _read_checked(path: Path, meta: ModelMeta) -> bytes:
    content = _read(path)
    digest = hashlib.sha256(content).hexdigest()
    expected = meta.digests.get(path.name)
    if digest != expected:
        raise ModelError.damaged(path, f"its SHA-256 is {digest}, not {expected}")
    return content


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ModelError.missing(path) from error
    except OSError as error:
        raise ModelError.damaged(path, str(error)) from error


def _open_table(content: bytes, path: Path) -> PieceTable:
    from tokenizers import Tokenizer

    try:
        return PieceTable(Tokenizer.from_buffer(content))
    except Exception as error:  # tokenizers raises nothing narrower
        raise ModelError.damaged(path, str(error)) from error


def _open_session(content: bytes, path: Path, threads: int) -> ort.InferenceSession:
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    try:
        session = ort.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # each kind of failure has a class of its own, none public
        raise ModelError.damaged(path, str(error)) from error
    missing = set(Scores.__slots__) - {output.name for output in session.get_outputs()}
    if missing:
        raise ModelError.damaged(path, f"it does not give {', '.join(sorted(missing))}")
    return session

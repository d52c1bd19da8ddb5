"""The spaCy component: the embedded model reads a ``Doc`` and annotates it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsevents.encoder.annotate import Annotator, write_nothing
from newsevents.encoder.decode import Reader
from newsevents.encoder.model import MODEL_DIR, EncoderModel, load_model
from newsevents.encoder.words import read_words


class Encoder:
    """Annotates Docs with the embedded model.

    Sets sentence starts, tags, morphology where tags show it, lemmas, heads,
    relations (Universal Dependencies v2, the root being "ROOT"), ``doc.ents``,
    the span groups ``TIME_CANDIDATES`` and ``TRIGGER_CANDIDATES`` and the
    factuality of every token (see `newsevents.keys`). Sentence starts
    that a Doc has already are kept; its other annotation is replaced.
    """

    def __init__(
        self, vocab: Vocab, *, name: str, model_dir: Path | None = None, threads: int = 1
    ) -> None:
        self.name = name
        self.vocab = vocab
        self._folder = model_dir or MODEL_DIR
        self._threads = threads
        # Opened now, so that a missing file is told before the first text is read.
        self._annotator = Annotator(self.model, vocab)

    @property
    def model(self) -> EncoderModel:
        """The model; each process opens it once, whatever the number of pipelines."""
        return load_model(self._folder, threads=self._threads)

    def __reduce__(self) -> tuple[Callable[[Vocab], Encoder], tuple[Vocab]]:
        # A worker process that is not forked opens the model for itself.
        make = partial(Encoder, name=self.name, model_dir=self._folder, threads=self._threads)
        return make, (self.vocab,)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc of any length, empty ones included."""
        words = read_words(doc)
        if len(words):
            self._annotator.write(doc, words, Reader(self.model).read(words))
        else:
            write_nothing(doc)
        return doc


def load_encoder(
    vocab: Vocab | None = None, *, model_dir: Path | None = None, threads: int = 1
) -> Encoder:
    """The encoder on its own, to be called with Docs of a vocabulary.

    Args:
        vocab: The vocabulary of the Docs; a new one if not given.
        model_dir: Folder of a model to use in place of the embedded one.
        threads: Threads that the model may use.

    Raises:
        ModelError: A model file is missing, damaged or made for another version.
    """
    return Encoder(
        Vocab() if vocab is None else vocab,
        name="newsevents_encoder",
        model_dir=model_dir,
        threads=threads,
    )


@Language.factory(
    "newsevents_encoder",
    assigns=[
        "token.tag",
        "token.pos",
        "token.morph",
        "token.lemma",
        "token.head",
        "token.dep",
        "token.is_sent_start",
        "doc.sents",
        "doc.ents",
        "token.ent_iob",
        "token.ent_type",
        "doc.spans",
    ],
    default_config={"model_dir": None, "threads": 1},
)
def make_encoder(nlp: Language, name: str, model_dir: str | None, threads: int) -> Encoder:
    """Build the component behind ``nlp.add_pipe("newsevents_encoder")``.

    Args:
        nlp: The pipeline; supplied by spaCy.
        name: The component's name in it; supplied by spaCy.
        model_dir: Folder of a model to use in place of the embedded one.
        threads: Threads that the model may use; results do not depend on it.
    """
    folder = None if model_dir is None else Path(model_dir)
    return Encoder(nlp.vocab, name=name, model_dir=folder, threads=threads)

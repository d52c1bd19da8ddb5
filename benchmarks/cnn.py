"""The peer: a spaCy CNN pipeline in the size of spaCy's small English models.

spaCy's own recipe for small models (hash embeddings, width 96, depth 4), trained on
the same treebanks and names as the embedded model in a bounded number of passes.
It is trained when it is first asked for, and kept.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from itertools import accumulate
from pathlib import Path
from typing import Final

import spacy
from spacy.cli.init_config import init_config
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans

from benchmarks.gold import Sentence, read_names, read_treebank

#: Passes over the corpora; more do not help a pipeline of this size much.
EPOCHS: Final = 8


def load_cnn(data: Path, folder: Path) -> Language:
    """The CNN pipeline, trained on the corpora where the folder does not hold it yet."""
    best, last = folder / "model-best", folder / "model-last"
    # The last model goes when training is over: with it there, it was broken off.
    if last.exists() or not best.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _train(data, folder)
        shutil.rmtree(last)
    return spacy.load(best)


def _train(data: Path, folder: Path) -> None:
    nlp = spacy.blank("en")
    for split in ("train", "dev"):
        docs = [*_syntax(nlp, data, split), *_names(nlp, data, split)]
        DocBin(docs=docs, store_user_data=False).to_disk(folder / f"{split}.spacy")
    config = init_config(pipeline=["tagger", "parser", "ner"], optimize="efficiency", silent=True)
    config.to_disk(folder / "config.cfg")
    overrides = {
        "paths.train": str(folder / "train.spacy"),
        "paths.dev": str(folder / "dev.spacy"),
        "training.max_epochs": EPOCHS,
        "training.max_steps": 0,
        "training.patience": 0,
        "training.eval_frequency": 1000,
    }
    with redirect_stdout(sys.stderr):
        train(folder / "config.cfg", folder, overrides=overrides)


def _syntax(nlp: Language, data: Path, split: str) -> Iterator[Doc]:
    for source in ("EWT", "GUM"):
        treebank = read_treebank(data / "syntax" / f"{split}.conllu.gz", source)
        for sentences in treebank.documents.values():
            yield _parsed(nlp, sentences)


def _parsed(nlp: Language, sentences: list[Sentence]) -> Doc:
    starts = accumulate((len(sentence.words) for sentence in sentences), initial=0)
    rows = [
        (start, at, row)
        for start, sentence in zip(starts, sentences, strict=False)
        for at, row in enumerate(sentence.rows)
    ]
    return Doc(
        nlp.vocab,
        words=[word for sentence in sentences for word in sentence.words],
        spaces=[space for sentence in sentences for space in sentence.spaces],
        tags=[row[4] for _, _, row in rows],
        heads=[start + (at if row[6] == "0" else int(row[6]) - 1) for start, at, row in rows],
        deps=["ROOT" if row[6] == "0" else row[7] for _, _, row in rows],
    )


def _names(nlp: Language, data: Path, split: str) -> Iterator[Doc]:
    for corpus in ("gum", "uner-ewt"):
        for text, names in read_names(data / "ner" / f"{corpus}-{split}.jsonl.gz"):
            doc = nlp.make_doc(text)
            spans = [
                doc.char_span(start, end, label, alignment_mode="expand")
                for start, end, label in names
                if label in {"PERSON", "ORG", "LOC"}
            ]
            doc.set_ents(filter_spans([span for span in spans if span is not None]))
            yield doc

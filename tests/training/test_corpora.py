"""Corpora read into documents."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from training.corpora import _trigger_head, ecbplus, load_corpora, names
from training.records import Reference


def _write(path: Path, *records: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in records)


def test_names_keep_what_the_corpus_annotates(tmp_path: Path) -> None:
    """Rule-made labels are examples, yet the corpus is not said to know them."""
    record = {"id": "w-1", "text": "Ann saw Danes", "ents": [[0, 3, "PERSON"]]}
    _write(tmp_path / "ner/gum-train.jsonl.gz", {**record, "doc": "d", "auto": [[8, 13, "NORP"]]})
    (document,) = names(tmp_path, "gum", "train")
    (sentence,) = document.sentences
    assert sentence.names == [(0, 3, "PERSON"), (8, 13, "NORP")]
    assert "NORP" not in sentence.names_known


def test_only_annotated_sentences_are_read(tmp_path: Path) -> None:
    """What lies outside of the regions was not annotated and teaches nothing."""
    text = "Ann resigned. Bob stayed."
    record = {
        "id": "1", "text": text, "sentences": [[0, 13], [14, 25]], "regions": [[0, 13]],
        "events": [{"trigger": [4, 12], "class": "occurrence"}], "times": [],
    }  # fmt: skip
    mentions = [
        {"span": [0, 3], "entity_id": "ann"},
        {"span": [14, 17], "entity_id": "bob", "singleton": True},
    ]
    _write(tmp_path / "events/ecbplus-train.jsonl.gz", record)
    _write(tmp_path / "coref/ecbplus-train.jsonl.gz", {**record, "mentions": mentions})
    (document,) = ecbplus(tmp_path, "train")
    assert [sentence.text for sentence in document.sentences] == ["Ann resigned."]
    assert document.sentences[0].events == [(4, 12, "occurrence")]
    assert document.sentences[0].mentions == [Reference(0, 3, "ann", asked=True)]


@pytest.mark.parametrize(
    ("text", "head"),
    [("broke into", "broke"), ("heart attack", "attack"), ("took place", "took"), ("fell", "fell")],
)
def test_head_of_a_trigger(text: str, head: str) -> None:
    """Verbs come before their particles, nouns after their modifiers."""
    start, end, rest = _trigger_head(text, 0, len(text))
    assert text[start:end] == head
    assert len(rest) == len(text.split()) - 1


@pytest.mark.corpora
@pytest.mark.slow
def test_layers_of_one_text_meet(corpora: Path) -> None:
    """Factuality, times and events of the treebanks' texts all find their sentences."""
    documents = load_corpora(corpora, "dev")
    sentences = [s for d in documents if d.corpus in {"ewt", "gum"} for s in d.sentences]
    assert sum(len(s.factuality) for s in sentences) == 2627
    assert sum(len(s.times or []) for s in sentences) == 96
    for sentence in sentences:
        for word in sentence.words or []:
            assert sentence.text[word.start : word.end].strip()

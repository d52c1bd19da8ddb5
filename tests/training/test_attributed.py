"""Attributions annotated for the model, laid over sentences by their digest."""

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("conllu")

from training.attributed import digest, lay_over, read_annotation, written_news
from training.records import Document, Sentence

TEXT = "The mayor said the bridge is shut."
RECORD = {
    "sentence": digest(TEXT),
    "split": "train",
    "attributions": [
        {"kind": "speech", "content": [[15, 33]], "cue": [[10, 14]], "source": [[0, 9]]}
    ],
}


@pytest.fixture
def annotation(tmp_path: Path) -> Path:
    """A file with one annotated sentence of speech, and one of thought for development."""
    thought = RECORD["attributions"][0] | {"kind": "thought"}
    records = [RECORD, RECORD | {"sentence": "x", "split": "dev", "attributions": [thought]}]
    path = tmp_path / "attributions.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in records)
    return path


def test_labels_of_a_split(annotation: Path):
    """A cue of speech and one of thought have labels of their own."""
    speech = read_annotation("train", annotation)[digest(TEXT)]
    assert speech == [(0, 9, "SOURCE"), (10, 14, "CUE"), (15, 33, "CONTENT")]
    assert [label for *_, label in read_annotation("dev", annotation)["x"]][1] == "STANCE"


def test_annotated_sentences_get_labels_and_others_keep_theirs(annotation: Path):
    """Annotation takes the place of what a sentence had; the rest is left alone."""
    known = Sentence(TEXT, attribution=[])
    other = Sentence("It rained.", attribution=[(0, 2, "CUE")])
    lay_over([Document("d", "ewt", [known, other])], read_annotation("train", annotation))
    assert known.attribution
    assert len(known.attribution) == 3
    assert other.attribution == [(0, 2, "CUE")]


def test_written_articles_are_read_with_their_labels(tmp_path: Path):
    """An article of the asked split, sentence by sentence; labels in order."""
    articles = [
        {"split": "train", "sentences": [[TEXT, [[15, 33, "CONTENT"], [0, 9, "SOURCE"]]]]},
        {"split": "dev", "sentences": [["It rained.", []]]},
    ]
    path = tmp_path / "written.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(article) + "\n" for article in articles)
    (document,) = written_news("train", path)
    assert document.corpus == "written"
    assert document.sentences[0].attribution == [(0, 9, "SOURCE"), (15, 33, "CONTENT")]
    assert [d.sentences[0].attribution for d in written_news("dev", path)] == [[]]


def test_shipped_annotation_is_sound():
    """Spans of the written articles lie in their sentences, and none overlaps another."""
    for split in ("train", "dev"):
        for document in written_news(split):
            for sentence in document.sentences:
                spans = sentence.attribution or []
                assert all(0 <= start < end <= len(sentence.text) for start, end, _ in spans)
                assert all(a[1] <= b[0] for a, b in pairwise(spans)), sentence.text

"""What the benchmark of the model reads and counts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.figures import Tally
from benchmarks.gold import join, read_names, read_treebank
from benchmarks.model import CEILINGS, FLOORS, holds

TREEBANK = """# newdoc id = doc-1
# sent_id = 1
# source = EWT train
# text = I can't go.
1\tI\tI\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\t_\t_\t_\t_\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = 2
# source = EWT train
# text = Stay!
1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newdoc id = doc-2
# sent_id = 3
# source = GUM train
# text = Other
1\tOther\tother\tADJ\tJJ\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    """A treebank of two sources."""
    path = tmp_path / "dev.conllu.gz"
    path.write_bytes(gzip.compress(TREEBANK.encode()))
    return path


def test_treebank(treebank: Path) -> None:
    """Words, and the blanks between them, are those of the text."""
    documents = read_treebank(treebank, "EWT").documents
    assert list(documents) == ["doc-1"]
    first, second = documents["doc-1"]
    text = "".join(w + " " * s for w, s in zip(first.words, first.spaces, strict=True))
    assert text == "I can't go. "
    assert second.words == ["Stay", "!"]


def test_running_text(treebank: Path) -> None:
    """Sentences are joined by a blank and found again by their offsets."""
    text, spans = read_treebank(treebank, "EWT").text("doc-1")
    assert text == "I can't go. Stay!"
    assert [text[start:end] for start, end in spans] == ["I can't go.", "Stay!"]


def test_join_of_nothing() -> None:
    """No sentences make an empty text."""
    assert join([]) == ("", [])


def test_names_of_a_document(tmp_path: Path) -> None:
    """Names keep their place when sentences are joined."""
    records = [
        {"doc": "a", "text": "Hello Ann.", "ents": [[6, 9, "PERSON"]]},
        {"doc": "a", "text": "Rome waits.", "ents": [[0, 4, "LOC"]]},
    ]
    path = tmp_path / "names.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    [(text, names)] = read_names(path)
    assert [(text[start:end], label) for start, end, label in names] == [
        ("Ann", "PERSON"),
        ("Rome", "LOC"),
    ]


def test_tally_counts_equal_items() -> None:
    """F1 is the harmonic mean of precision and recall."""
    tally = Tally()
    tally.count({1, 2, 3}, {2, 3, 4})
    assert (tally.right, tally.gold, tally.found) == (2, 3, 3)
    assert tally.f1 == pytest.approx(2 / 3)
    assert Tally().f1 == 0


def test_tally_pairs_one_to_one() -> None:
    """One found span is right for one gold span only."""
    tally = Tally()
    tally.match([(0, 4), (4, 9)], [(2, 6)], lambda a, b: a[0] < b[1] and b[0] < a[1])
    assert (tally.right, tally.gold, tally.found) == (1, 2, 1)


def test_floors() -> None:
    """Accuracy must reach its floor, cost must not pass it, other figures are only told."""
    assert not FLOORS.keys() & CEILINGS.keys()
    assert holds("EWT LAS", 0.89) is True
    assert holds("EWT LAS", 0.88) is False
    assert holds("model file, MB", 23.0) is True
    assert holds("model file, MB", 33.0) is False
    assert holds("EWT whole sentences", 0.1) is None

"""Reports that only the encoder marks."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.attribution import ATTRIBUTED, cut_tails, find_attributed
from newsevents.pipeline.marked import Marks
from newsevents.pipeline.report import Report
from tests.builders import make_doc

TABLE = """
    Bell/PROPN/nsubj/2 floated/VERB/root/0 that/SCONJ/mark/6 the/DET/det/5 price/NOUN/nsubj/6
    rises/VERB/ccomp/2 ,/PUNCT/punct/2 aides/NOUN/nsubj/9 hinted/VERB/parataxis/2 ./PUNCT/punct/2
"""
Labelled = tuple[tuple[int, int, str], ...]


def _doc(marks: Labelled) -> Doc:
    doc = make_doc(TABLE)
    doc.spans[keys.ATTRIBUTION_CANDIDATES] = [Span(doc, s, e, label=k) for s, e, k in marks]
    return doc


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (((1, 2, "CUE"), (2, 6, "CONTENT")), [(1, "the price rises")]),
        (((1, 2, "CUE"), (3, 6, "CONTENT"), (8, 9, "CUE")), [(1, "the price rises")]),
        (((1, 2, "CUE"), (4, 6, "CONTENT")), []),
        (((1, 2, "CUE"), (0, 1, "SOURCE")), []),
        (((3, 6, "CONTENT"),), []),
        (((1, 2, "CUE"), (7, 9, "CONTENT")), []),
        ((), []),
    ],
)
def test_content_goes_to_the_nearest_cue(marks: Labelled, expected: list[tuple[int, str]]) -> None:
    """A cue reports what is nearest to it; too short a content or no cue gives nothing."""
    doc = _doc(marks)
    found = find_attributed(doc, Marks.of(doc), [], bytearray(len(doc)))
    assert [(r.anchor, doc[slice(*r.pieces[0])].text) for r in found] == expected
    assert {report.rule for report in found} <= {ATTRIBUTED}


def test_grammar_comes_first() -> None:
    """What a rule reports, and a cue that it found, are not reported once more."""
    doc = _doc(((1, 2, "CUE"), (2, 6, "CONTENT")))
    for report in (Report((1, 2), 1, "rule", [(4, 6)]), Report((8, 9), 8, "rule", [(2, 6)])):
        assert find_attributed(doc, Marks.of(doc), [report], bytearray(len(doc))) == []


def test_far_content_and_names_say_nothing() -> None:
    """What stands far from a cue is no part of it, nor is a phrase without a verb."""
    words = " ".join(f"w{i}/NOUN/dep/2" for i in range(20))
    doc = make_doc(f"Bell/PROPN/nsubj/2 hinted/VERB/root/0 {words} it/PRON/dep/2 rains/VERB/dep/2")
    for start, end in ((20, 24), (2, 5)):
        marks = [Span(doc, 1, 2, label="CUE"), Span(doc, start, end, label="CONTENT")]
        doc.spans[keys.ATTRIBUTION_CANDIDATES] = marks
        assert find_attributed(doc, Marks.of(doc), [], bytearray(len(doc))) == []


def test_no_cue_inside_a_quotation() -> None:
    """Whatever is said in marks is said by whoever speaks there."""
    doc = _doc(((1, 2, "CUE"), (2, 6, "CONTENT")))
    assert find_attributed(doc, Marks.of(doc), [], bytearray(b"\1" * len(doc))) == []


@pytest.mark.parametrize(
    ("label", "quoted", "expected"),
    [("CUE", (), 1), ("STANCE", (), 0), ("STANCE", (4,), 1)],
)
def test_thoughts_count_where_words_stand_in_marks(
    label: str, quoted: tuple[int, ...], expected: int
) -> None:
    """What somebody thinks or wants is no quote, but words of it in marks are."""
    doc = _doc(((1, 2, label), (2, 6, "CONTENT")))
    marks = bytearray(len(doc))
    for index in quoted:
        marks[index] = 1
    assert len(find_attributed(doc, Marks.of(doc), [], marks)) == expected


@pytest.mark.parametrize(
    ("content", "quoted", "expected"),
    [
        pytest.param((3, 6), (), (3, 6), id="cut at the end"),
        pytest.param((3, 6), (8,), (3, 9), id="not words in marks"),
        pytest.param((5, 8), (), (3, 9), id="not at the start"),
        pytest.param((3, 5), (), (3, 5), id="shorter still"),
    ],
)
def test_reports_end_where_the_encoder_ends_them(
    content: tuple[int, int], quoted: tuple[int, ...], expected: tuple[int, int]
) -> None:
    """A clause of the reporter's behind what was said is cut off."""
    doc = _doc(((1, 2, "CUE"), (*content, "CONTENT")))
    report = Report((1, 2), 1, "rule", [(3, 9)])
    marks = bytearray(len(doc))
    for index in quoted:
        marks[index] = 1
    cut_tails(doc, Marks.of(doc), [report], marks)
    assert report.pieces == [expected]

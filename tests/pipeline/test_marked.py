"""Attributions as the encoder marks them."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.marked import Marks
from tests.builders import make_doc

WORDS = " ".join(f"w{i}/NOUN/{'root/0' if i == 0 else 'dep/1'}" for i in range(40))
Mark = tuple[int, int, str]


def _doc(*marks: Mark) -> Doc:
    doc = make_doc(WORDS)
    doc.spans[keys.ATTRIBUTION_CANDIDATES] = [Span(doc, s, e, label=k) for s, e, k in marks]
    return doc


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([(0, 1, "CUE"), (1, 5, "CONTENT")], [(0, [(1, 5)])], id="behind"),
        pytest.param([(0, 4, "CONTENT"), (6, 7, "CUE")], [(6, [(0, 4)])], id="before"),
        pytest.param(
            [(0, 4, "CONTENT"), (5, 6, "CUE"), (7, 9, "CONTENT")],
            [(5, [(0, 4), (7, 9)])],
            id="on both sides",
        ),
        pytest.param(
            [(0, 1, "CUE"), (1, 4, "CONTENT"), (4, 9, "CONTENT")], [(0, [(1, 9)])], id="touching"
        ),
        pytest.param([(0, 1, "CUE"), (14, 20, "CONTENT")], [], id="too far"),
        pytest.param(
            [(0, 1, "CUE"), (2, 4, "CONTENT"), (5, 6, "CUE"), (6, 9, "CONTENT")],
            [(0, [(2, 4)]), (5, [(6, 9)])],
            id="each its own",
        ),
        pytest.param([(0, 1, "SOURCE"), (1, 5, "CONTENT")], [], id="no cue"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_contents_belong_to_the_nearest_cue(
    marks: list[Mark], expected: list[tuple[int, list[tuple[int, int]]]]
) -> None:
    """Near contents on both sides of a cue are its own; touching ones are one."""
    assert [(p.cue.start, list(p.pieces)) for p in Marks.of(_doc(*marks)).pairs] == expected


def test_stances_are_not_spoken() -> None:
    """A cue of speech and one of thought are told apart."""
    doc = _doc((0, 1, "CUE"), (1, 3, "CONTENT"), (8, 9, "STANCE"), (9, 12, "CONTENT"))
    assert [pair.spoken for pair in Marks.of(doc).pairs] == [True, False]


def test_contents_need_no_cue() -> None:
    """Everything marked as attributed, whoever said it."""
    doc = _doc((0, 3, "CONTENT"), (3, 5, "CONTENT"), (9, 10, "CUE"))
    assert Marks.of(doc).contents == [(0, 5)]
    assert Marks.of(make_doc(WORDS)) == Marks([], [])


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        pytest.param("which/PRON/dep/1//WDT w/NOUN/dep/1", [], id="a relative clause"),
        pytest.param("and/CCONJ/dep/1 he/PRON/dep/1", [], id="another clause"),
        pytest.param(",/PUNCT/dep/1 he/PRON/dep/1", [(0, 2)], id="an inserted cue"),
    ],
)
def test_content_before_a_cue_is_not_another_clauses(
    between: str, expected: list[tuple[int, int]]
) -> None:
    """ "a tax which would let them pay": the tax is not what would be let."""
    doc = make_doc(f"a/DET/det/2 b/NOUN/root/0 {between} said/VERB/dep/2")
    spans = [Span(doc, 0, 2, label="CONTENT"), Span(doc, 4, 5, label="CUE")]
    doc.spans[keys.ATTRIBUTION_CANDIDATES] = spans
    assert [piece for pair in Marks.of(doc).pairs for piece in pair.pieces] == expected


def test_contents_with_a_verb_between_are_two() -> None:
    """ "said | it rained | and urged | them to stay |": the second is not what was said."""
    words = "said/VERB/root/0 a/X/dep/1 b/X/dep/1 urged/VERB/dep/1 c/X/dep/1 d/X/dep/1"
    doc = make_doc(words)
    labels = [(0, 1, "CUE"), (1, 3, "CONTENT"), (4, 6, "CONTENT")]
    doc.spans[keys.ATTRIBUTION_CANDIDATES] = [Span(doc, s, e, label=k) for s, e, k in labels]
    assert [pair.pieces for pair in Marks.of(doc).pairs] == [((1, 3),)]


def test_contents_that_touch_a_stretch() -> None:
    """Those that share a token with it, and none that only borders on it."""
    marks = Marks([], [(0, 3), (5, 8), (10, 12)])
    assert marks.touching(2, 6) == [(0, 3), (5, 8)]
    assert marks.touching(3, 5) == []
    assert marks.touching(6, 7) == [(5, 8)]
    assert marks.touching(11, 40) == [(10, 12)]

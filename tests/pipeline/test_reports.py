"""Reports by grammar and by position, on hand-made parses."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from newsevents.pipeline.paragraphs import paragraphs
from newsevents.pipeline.transcripts import speaker_labels
from tests.builders import make_doc
from tests.pipeline.test_quotes import article, quotes

PARENTHETICAL = """
Too/ADV/advmod/2 often_/ADV/advmod/5 ,/PUNCT/punct/2 she/PRON/nsubj/5/she/PRP
said_/VERB/root/0/say/VBD ,/PUNCT/punct/5 it/PRON/nsubj/8 rains_/VERB/ccomp/5/rain/VBZ
./PUNCT/punct/5
"""
AT_THE_END = """
It/PRON/nsubj/2 rains_/VERB/root/0/rain/VBZ ,/PUNCT/punct/2 experts/NOUN/nsubj/5
say_/VERB/parataxis/2/say/VBP ./PUNCT/punct/2
"""
FRONTED = """
In/ADP/case/2 Oslo_/PROPN/obl/5 ,/PUNCT/punct/2 she/PRON/nsubj/5 agreed_/VERB/root/0/agree/VBD
./PUNCT/punct/5
"""
JOINED = """
He/PRON/nsubj/2 said/VERB/root/0/say/VBD that/SCONJ/mark/5 it/PRON/nsubj/5
rained/VERB/ccomp/2/rain/VBD and/CCONJ/cc/9 that/SCONJ/mark/9 it/PRON/nsubj/9
stopped_/VERB/conj/2/stop/VBD ./PUNCT/punct/2
"""
AND_SAID = """
He/PRON/nsubj/2 said/VERB/root/0/say/VBD it/PRON/nsubj/4 rained/VERB/ccomp/2/rain/VBD
and/CCONJ/cc/6 added/VERB/conj/4/add/VBD it/PRON/nsubj/8 stopped_/VERB/ccomp/6/stop/VBD
./PUNCT/punct/2
"""
ACCUSED = """
She/PRON/nsubj:pass/3 was/AUX/aux:pass/3 accused/VERB/root/0/accuse/VBN of/SCONJ/mark/5
lying_/VERB/advcl/3/lie/VBG ./PUNCT/punct/3
"""
PROMISE = """
Her/PRON/nmod:poss/2 promise/NOUN/nsubj/5 to/PART/mark/4 go/VERB/acl/2/go/VB
failed_/VERB/root/0/fail/VBD ./PUNCT/punct/5
"""
REMARKS = """
His/PRON/nmod:poss/2 remarks/NOUN/nsubj/6/remark about/ADP/case/5 the/DET/det/5
judge/NOUN/nmod/2 failed_/VERB/root/0/fail/VBD ./PUNCT/punct/6
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (PARENTHETICAL, [("said", ("Too often", "it rains"))]),
        (AT_THE_END, [("say", ("It rains",))]),
        (FRONTED, []),
        (JOINED, [("said", ("it rained and that it stopped",))]),
        (AND_SAID, [("said", ("it rained",)), ("added", ("it stopped",))]),
        (ACCUSED, [("accused", ("She", "lying"))]),
        (PROMISE, [("promise", ("to go",))]),
        (REMARKS, [("remarks", ("the judge",))]),
    ],
)
def test_content(table: str, expected: list[tuple[str, tuple[str, ...]]]):
    """What is reported, where the parse says it and where it is torn apart."""
    found = quotes(make_doc(table))
    assert [(quote.cue, quote.content) for quote in found] == expected


@pytest.mark.parametrize(
    "table",
    [
        # A term before its noun.
        """
        He/PRON/nsubj/2 won/VERB/root/0/win/VBD the/DET/det/7 “_/PUNCT/punct/5 golden_/ADJ/amod/7
        ”/PUNCT/punct/5 visa_/NOUN/obj/2 ./PUNCT/punct/2
        """,
        # A title.
        """
        He/PRON/nsubj/2 sold/VERB/root/0/sell/VBD “_/PUNCT/punct/4 Cold/PROPN/obj/2
        Water_/PROPN/flat/4 ”_/PUNCT/punct/4 ./PUNCT/punct/2
        """,
        # What somebody has, nobody says.
        """
        She/PRON/nsubj/2 has/VERB/root/0/have/VBZ a/DET/det/5 “_/PUNCT/punct/5 plan_/NOUN/obj/2
        ”_/PUNCT/punct/5 ./PUNCT/punct/2
        """,
    ],
)
def test_marks_that_report_nothing(table: str):
    """Terms, titles and possessions in marks are left alone."""
    assert quotes(make_doc(table)) == []


ADDED = "Jo/PROPN/nsubj/2 added_/VERB/root/0/add/VBD :/PUNCT/punct/2"
RAIN = "Rain/NOUN/nsubj/2 fell_/VERB/root/0/fall/VBD ./PUNCT/punct/2"


def test_paragraph_behind_a_colon():
    """The paragraph behind "Jo added:" is hers, the one after it is not."""
    (found,) = quotes(article(ADDED, RAIN, RAIN))
    assert (found.speaker, found.content) == ("Jo", ("Rain fell",))


def test_headline_with_a_colon():
    """What stands behind a name and a colon in a headline is reported."""
    table = """
    Marsh_/PROPN/root/0 :/PUNCT/punct/1 Rain/NOUN/nsubj/4 fell/VERB/parataxis/1/fall/VBD
    """
    doc = make_doc(table, ents=[(0, 1, "PERSON")])
    (found,) = quotes(doc)
    assert (found.cue, found.content) == (":", ("Rain fell",))


def turns(*names: str) -> Doc:
    """A Doc with one line for each speaker."""
    return article(*(f"{name}_/PROPN/root/0 :/PUNCT/punct/1 Yes/INTJ/dep/1" for name in names))


@pytest.mark.parametrize(
    ("names", "found"),
    [(("BAKER", "HOLT"), 2), (("BAKER",), 0), (("UPDATE", "UPDATE"), 0), (("Note", "Baker"), 0)],
)
def test_transcripts(names: tuple[str, ...], found: int):
    """Names in capitals that open paragraphs are speakers, where several speak."""
    doc = turns(*names)
    assert len(speaker_labels(doc, paragraphs(doc))) == found


def test_a_quotation_without_its_closing_mark_ends_before_its_speaker():
    """We go, said Li": the odd mark costs nothing beyond the words that are his."""
    odd = """
    “_/PUNCT/punct/3 We/PRON/nsubj/3 go_/VERB/ccomp/5/go/VBP ,/PUNCT/punct/3
    said/VERB/root/0/say/VBD Li_/PROPN/nsubj/5 ./PUNCT/punct/5
    """
    first, second = quotes(article(odd, odd.replace("Li", "Bo")))
    assert (first.speaker, second.speaker) == ("Li", "Bo")

"""Quotes, cues and speakers, on hand-made parses."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.quotes import QuoteFinder
from newsevents.pipeline.speakers import SpeakerFinder
from tests.builders import make_doc


class Found(NamedTuple):
    """A quote as text."""

    kind: str
    content: tuple[str, ...]
    cue: str | None
    speaker: str | None


def quotes(doc: Doc) -> list[Found]:
    """What the two components find in a Doc."""
    doc = SpeakerFinder("speakers")(QuoteFinder("quotes")(doc))
    pieces: dict[str, list[str]] = {}
    kinds = {}
    for span in doc.spans[keys.QUOTES]:
        pieces.setdefault(span.id_, []).append(span.text)
        kinds[span.id_] = span.label_
    cues = {span.id_: span.text for span in doc.spans[keys.CUES]}
    speakers = {span.id_: span.text for span in doc.spans[keys.SPEAKERS]}
    return [
        Found(kinds[number], tuple(texts), cues.get(number), speakers.get(number))
        for number, texts in pieces.items()
    ]


SAID_THAT = """
The/DET/det/2 mayor/NOUN/nsubj/3 said/VERB/root/0/say that/SCONJ/mark/8 the/DET/det/6
bridge/NOUN/nsubj/8 would/AUX/aux/8 reopen_/VERB/ccomp/3 ./PUNCT/punct/3
"""
INVERTED = """
“_/PUNCT/punct/4 We/PRON/nsubj/4 will/AUX/aux/4 rebuild_/VERB/ccomp/7 ,_/PUNCT/punct/4
”/PUNCT/punct/4 said/VERB/root/0/say Jo/PROPN/nsubj/7 Smith_/PROPN/flat/8 ,/PUNCT/punct/8
a/DET/det/12 farmer_/NOUN/appos/8 ./PUNCT/punct/7
"""
INSERTED = """
The/DET/det/2 plan_/NOUN/nsubj/8 ,/PUNCT/punct/5 she/PRON/nsubj/5 added_/VERB/parataxis/8/add
,/PUNCT/punct/5 was/AUX/cop/8 dead_/ADJ/root/0 ./PUNCT/punct/8
"""
SPLIT = """
“_/PUNCT/punct/2 Wait_/VERB/ccomp/6 ,_/PUNCT/punct/2 ”/PUNCT/punct/2 he/PRON/nsubj/6
said_/VERB/root/0/say ,/PUNCT/punct/6 “_/PUNCT/punct/10 and/CCONJ/cc/10 listen_/VERB/conj/2
._/PUNCT/punct/6 ”/PUNCT/punct/6
"""
MIXED = """
He/PRON/nsubj/2 called/VERB/root/0/call the/DET/det/4 plan/NOUN/obj/2 a/DET/det/7
“_/PUNCT/punct/7 disaster_/NOUN/xcomp/2 ._/PUNCT/punct/2 ”/PUNCT/punct/2
"""
ACCORDING = """
Prices/NOUN/nsubj/2 fell_/VERB/root/0/fall ,/PUNCT/punct/7 according/VERB/case/7 to/ADP/fixed/4
the/DET/det/7 bank_/NOUN/obl/2 ./PUNCT/punct/2
"""
CLAIM = """
His/PRON/nmod:poss/2 claim/NOUN/nsubj/8 that/SCONJ/mark/6 it/PRON/nsubj:pass/6
was/AUX/aux:pass/6 rigged/VERB/acl/2/rig was/AUX/cop/8 false_/ADJ/root/0 ./PUNCT/punct/8
"""
URGED = """
She/PRON/nsubj/2 urged/VERB/root/0/urge voters/NOUN/obj/2 to/PART/mark/5 wait_/VERB/xcomp/2
./PUNCT/punct/2
"""
RELATIVE = """
Smith_/PROPN/nsubj/9 ,/PUNCT/punct/4 who/PRON/nsubj/4 said/VERB/acl:relcl/1/say
he/PRON/nsubj/6 lied_/VERB/ccomp/4 ,/PUNCT/punct/4 has/AUX/aux/9 left_/VERB/root/0/leave
./PUNCT/punct/9
"""
COORDINATED = """
Police/NOUN/nsubj/2 arrived/VERB/root/0/arrive and/CCONJ/cc/4 said/VERB/conj/2/say it/PRON/nsubj/7
was/AUX/cop/7 safe_/ADJ/ccomp/4 ./PUNCT/punct/2
"""
COLON = """
And/CCONJ/cc/3 from/ADP/case/3 Smith_/PROPN/root/0 :/PUNCT/punct/3 “_/PUNCT/punct/7
We/PRON/nsubj/7 won_/VERB/parataxis/3/win ._/PUNCT/punct/7 ”/PUNCT/punct/7
"""
DASH = """
“_/PUNCT/punct/3 It/PRON/nsubj/3 works_/VERB/root/0/work ._/PUNCT/punct/3 ”/PUNCT/punct/3
—/PUNCT/punct/7 Jo/PROPN/parataxis/3 Smith/PROPN/flat/7
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (SAID_THAT, Found("indirect", ("the bridge would reopen",), "said", "The mayor")),
        (INVERTED, Found("direct", ("We will rebuild,",), "said", "Jo Smith")),
        (INSERTED, Found("indirect", ("The plan", "was dead"), "added", "she")),
        (SPLIT, Found("direct", ("Wait,", "and listen."), "said", "he")),
        (MIXED, Found("mixed", ("the plan a “disaster.”",), "called", "He")),
        (ACCORDING, Found("indirect", ("Prices fell",), "according to", "the bank")),
        (CLAIM, Found("indirect", ("it was rigged",), "claim", "His")),
        (URGED, Found("indirect", ("voters to wait",), "urged", "She")),
        (RELATIVE, Found("indirect", ("he lied",), "said", "who")),
        (COORDINATED, Found("indirect", ("it was safe",), "said", "Police")),
        (COLON, Found("direct", ("We won.",), ":", "Smith")),
        (DASH, Found("direct", ("It works.",), "—", "Jo Smith")),
    ],
)
def test_one_quote(table: str, expected: Found):
    """Each construction of reporting gives its content, cue and speaker."""
    assert quotes(make_doc(table)) == [expected]


@pytest.mark.parametrize(
    "table",
    [
        # A nickname: stanfordnlp/CoreNLP 1251.
        """
        Jo/PROPN/nsubj/6 “_/PUNCT/punct/3 Boots_/PROPN/flat/1 ”/PUNCT/punct/3 Smith/PROPN/flat/1
        left_/VERB/root/0/leave ./PUNCT/punct/6
        """,
        # A term in somebody else's sentence.
        """
        The/DET/det/3 “_/PUNCT/punct/3 quad_/NOUN/nsubj/5 ”/PUNCT/punct/3 met_/VERB/root/0/meet
        ./PUNCT/punct/5
        """,
        # A title.
        """
        Her/PRON/nmod:poss/2 book_/NOUN/nsubj/9 ,/PUNCT/punct/2 “_/PUNCT/punct/5 Cold/PROPN/appos/2
        Water_/PROPN/flat/5 ,_/PUNCT/punct/5 ”/PUNCT/punct/5 sold_/VERB/root/0/sell ./PUNCT/punct/9
        """,
        # A refusal reports nothing.
        """
        She/PRON/nsubj/4 would/AUX/aux/4 not/PART/advmod/4 say/VERB/root/0/say it/PRON/nsubj/6
        ended_/VERB/ccomp/4/end ./PUNCT/punct/4
        """,
    ],
)
def test_no_quote(table: str):
    """Nicknames, terms, titles and refusals are left alone."""
    assert quotes(make_doc(table)) == []


NEXT_PARAGRAPH = """
“_/PUNCT/punct/4 It/PRON/nsubj/4 was/AUX/cop/4 hard_/ADJ/root/0 ._/PUNCT/punct/4 ”/PUNCT/punct/4
"""


def article(*tables: str, roles: tuple[str, ...] = ()) -> Doc:
    """A Doc with one paragraph for each table."""
    parts = [make_doc(table) for table in tables]
    doc = Doc.from_docs(parts, ensure_whitespace=True)
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    doc.spans[keys.PARAGRAPHS] = [
        Span(doc, start, end, label=role)
        for start, end, role in zip(
            starts, starts[1:], roles or ("body",) * len(parts), strict=False
        )
    ]
    return doc


def test_speaker_behind_an_appositive_goes_on_in_the_next_paragraph():
    """CoreNLP 905: ..., said Jo Smith, a farmer, and the next paragraph is hers too."""
    first, second = quotes(article(INVERTED, NEXT_PARAGRAPH))
    assert (first.speaker, second.speaker) == ("Jo Smith", "Jo Smith")
    assert second == Found("direct", ("It was hard.",), None, "Jo Smith")


def test_quotation_goes_on_with_the_speaker_of_an_indirect_quote():
    """A paragraph that tells what somebody said, then one in marks: the same speaker."""
    _, second = quotes(article(SAID_THAT, NEXT_PARAGRAPH))
    assert second.speaker == "The mayor"


def test_caption_between_is_stepped_over():
    """A caption neither speaks nor ends anybody's turn."""
    doc = article(SAID_THAT, MIXED, NEXT_PARAGRAPH, roles=("body", "caption", "body"))
    assert [quote.speaker for quote in quotes(doc)] == ["The mayor", "The mayor"]


def test_far_quotation_has_no_speaker():
    """After paragraphs about other things nobody is named."""
    filler = "Rain/NOUN/nsubj/2 fell_/VERB/root/0 ./PUNCT/punct/2"
    doc = article(SAID_THAT, filler, filler, NEXT_PARAGRAPH)
    assert quotes(doc)[-1].speaker is None


def test_several_sentences_in_one_pair_of_marks_are_one_quote():
    """A quotation of two sentences, of which only the last stands beside its cue."""
    doc = make_doc(
        """
        “_/PUNCT/punct/3 It/PRON/nsubj/3 rained_/VERB/root/0/rain ./PUNCT/punct/3

        It/PRON/nsubj/2 poured_/VERB/ccomp/6/pour ,_/PUNCT/punct/2 ”/PUNCT/punct/2 she/PRON/nsubj/6
        said_/VERB/root/0/say ./PUNCT/punct/6
        """
    )
    assert quotes(doc) == [Found("direct", ("It rained. It poured,",), "said", "she")]


def test_odd_mark_costs_nothing_beyond_its_paragraph():
    """chartbeat-labs/textacy 379: one odd mark does not cost the other quotes."""
    doc = article("He/PRON/nsubj/2 paid_/VERB/root/0/pay “/PUNCT/punct/2", INVERTED)
    assert [quote.speaker for quote in quotes(doc)] == ["Jo Smith"]


@pytest.mark.parametrize("table", ["", "Yes/INTJ/root/0", "“/PUNCT/root/0", "said/VERB/root/0/say"])
def test_tiny_documents(table: str):
    """Nothing is found in almost nothing, and nothing breaks."""
    assert quotes(make_doc(table)) == []


def test_without_parse_marks_are_still_read():
    """A Doc that only has words keeps its quotations in marks."""
    doc = Doc(make_doc("a/X/root/0").vocab, words=["“", "It", "has", "rained", ".", "”"])
    assert [quote.content for quote in quotes(doc)] in ([("It has rained .",)], [])

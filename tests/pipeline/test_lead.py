"""Clauses of headline and lead."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from newsevents import keys
from newsevents.pipeline.collect.clauses import collect_clauses
from newsevents.pipeline.lead import LeadReader
from tests.builders import make_doc

FLOOD = """
    Two/NUM/nummod/2 villages/NOUN/nsubj:pass/4 were/AUX/aux:pass/4 cut/VERB/root/0/cut/VBN
    off/ADP/compound:prt/4 in/ADP/case/7 Kent/PROPN/obl/4 on/ADP/case/9 Monday/PROPN/obl/4
    after/ADP/case/12 a/DET/det/12 flood/NOUN/obl/4 ./PUNCT/punct/4
"""
SAID = """
    Police/NOUN/nsubj/2 said/VERB/root/0/say/VBD that/SCONJ/mark/6 Ada/PROPN/nsubj/6
    Bell/PROPN/flat/4 resigned/VERB/ccomp/2/resign/VBD because/SCONJ/mark/9 costs/NOUN/nsubj/9
    rose/VERB/advcl/6/rise/VBD ./PUNCT/punct/2
"""
CLICK = "Click/VERB/root/0/click/VB here/ADV/advmod/1"
WILL = """
    The/DET/det/2 firm/NOUN/nsubj/5 will/AUX/aux/5/will/MD not/PART/advmod/5
    sign/VERB/root/0/sign/VB the/DET/det/7 pact/NOUN/obj/5
"""
HEADLINE = """
    Hull/PROPN/root/0 :/PUNCT/punct/1 Seven/NUM/nsubj:pass/4 killed/VERB/parataxis/1/kill/VBN
    as/SCONJ/mark/7 tram/NOUN/nsubj/7 derails/VERB/advcl/4/derail/VBZ
"""
PLAN = """
    Brewer/PROPN/root/0 Halden/PROPN/flat/1 to/PART/mark/4/to/TO buy/VERB/acl/2/buy/VB
    rival/NOUN/obj/4
"""
OFFICE = """
    Ada/PROPN/nsubj/8 Bell/PROPN/flat/1 will/AUX/aux/4/will/MD resign/VERB/ccomp/8/resign/VB
    ,/PUNCT/punct/4 her/PRON/nmod:poss/7 office/NOUN/nsubj/8 said/VERB/root/0/say/VBD
"""
FIRST_SINCE = """
    Hull/PROPN/nsubj/2 led/VERB/root/0/lead/VBD the/DET/det/4 league/NOUN/obj/2 for/ADP/case/7
    the/DET/det/7 time/NOUN/obl/2/time/NN since/ADP/case/9 2004/NUM/nmod/7 ./PUNCT/punct/2
"""


def read(table: str, *, ents=None, times=(), types=(), quotes=()):
    """The clauses of a Doc."""
    doc = make_doc(table, ents=ents)
    doc.spans[keys.TIMES] = [
        Span(doc, first, last, label="date", kb_id="2023-07-10") for first, last in times
    ]
    doc.spans[keys.TRIGGERS] = [Span(doc, i, i + 1, label=label) for i, label in types]
    doc.spans[keys.QUOTES] = [Span(doc, a, b, label="direct") for a, b in quotes]
    return collect_clauses(LeadReader("lead")(doc))


def words(clause) -> dict[str, str]:
    """The parts of a clause as text."""
    parts = ("subject", "count", "predicate", "cause", "manner", "time", "place")
    return {name: span.text for name in parts if (span := getattr(clause, name))}


def test_a_passive_needs_its_subject():
    """What is done to somebody says little without them; time and cause stand apart."""
    (clause,) = read(FLOOD, ents=[(6, 7, "GPE")], times=[(8, 9)], types=[(11, "disaster.natural")])
    assert words(clause) == {
        "subject": "Two villages",
        "predicate": "Two villages were cut off in Kent",
        "cause": "a flood",
        "time": "Monday",
        "place": "Kent",
    }


def test_what_is_said_is_a_clause_of_its_own():
    """The clause that reports and the one reported are told apart."""
    saying, said = read(SAID)
    assert (saying.kind, said.kind) == ("reporting", "reported")
    assert words(said) == {
        "subject": "Ada Bell",
        "predicate": "Ada Bell resigned",
        "cause": "costs rose",
    }


def test_orders_to_the_reader_tell_nothing():
    """ "Click here" is no event."""
    assert not read(CLICK)


def test_negation_stays_with_its_verb():
    """A short answer must not turn the news round."""
    (clause,) = read(WILL)
    assert clause.predicate.text == "will not sign the pact"


def test_a_topic_before_a_colon_is_no_clause():
    """The verb after it is; a number as subject waits for the lead."""
    (clause,) = read(HEADLINE, types=[(3, "conflict.kill")])
    assert words(clause) == {
        "count": "Seven",
        "predicate": "Seven killed",
        "manner": "tram derails",
    }


def test_a_headline_names_somebody_and_a_plan():
    """A name with an infinitive is a clause; a race to save somebody is not."""
    (clause,) = read(PLAN)
    assert words(clause) == {"subject": "Brewer Halden", "predicate": "to buy rival"}
    assert not read("Race/NOUN/root/0 to/PART/mark/3/to/TO win/VERB/acl/1/win/VB")


def test_speech_before_its_cue_keeps_its_subject():
    """The subject of what is said stands before it, wherever the parse hangs it."""
    said = next(clause for clause in read(OFFICE) if clause.kind == "reported")
    assert words(said) == {"subject": "Ada Bell", "predicate": "Ada Bell will resign"}


def test_direct_speech_is_not_the_article():
    """What stands between quotation marks is told by somebody else."""
    assert not read(WILL, quotes=[(0, 7)])


def test_the_first_time_since_is_no_time_of_the_clause():
    """Whoever leads for the first time since 2004 leads now."""
    (clause,) = read(FIRST_SINCE, times=[(8, 9)])
    assert "time" not in words(clause)


def test_headline_and_lead_only():
    """Paragraphs further down are not read."""
    doc = make_doc(f"{WILL}\n\n{FLOOD}")
    doc.spans[keys.PARAGRAPHS] = [
        Span(doc, 0, 3, label="body"),
        Span(doc, 3, 7, label="body"),
        Span(doc, 7, len(doc), label="body"),
    ]
    assert [c.verb.text for c in collect_clauses(LeadReader("lead")(doc))] == ["sign"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "Police arrested two brothers in Leeds on Monday after a fire destroyed a bakery.",
            {
                "who": "Police",
                "what": "arrested two brothers",
                "when": "Monday",
                "where": "Leeds",
                "why": "a fire destroyed a bakery",
            },
        ),
        (
            "Nine miners died in Zambia on Monday when a tunnel collapsed.",
            {
                "who": "Nine miners",
                "what": "died in Zambia",
                "when": "Monday",
                "where": "Zambia",
                "how": "a tunnel collapsed",
            },
        ),
        (
            "Ada Bell visited Hanoi on Monday.",
            {"who": "Ada Bell", "what": "visited Hanoi", "when": "Monday", "where": "Hanoi"},
        ),
        (
            "The central bank kept interest rates unchanged.",
            {"who": "The central bank", "what": "kept interest rates unchanged"},
        ),
    ],
)
def test_answers_of_the_embedded_model(extractor, text, answers):
    """Six short answers, or silence."""
    import newsevents

    main = extractor.extract(newsevents.parse_text(text, published_at="2023-07-12")).main_event
    assert main is not None
    found = {
        question: span.text
        for question in ("who", "what", "when", "where", "why", "how")
        if (span := getattr(main, question))
    }
    assert found == answers

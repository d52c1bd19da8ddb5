"""Events on hand-made Docs: triggers, participants, factuality, times and places."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.models.mentions import EventMention
from newsevents.pipeline.collect.events import collect_events
from newsevents.pipeline.events import EventFinder
from tests.builders import make_doc


def events_of(doc: Doc, *, include_reporting: bool = False) -> tuple[EventMention, ...]:
    """The events of a Doc."""
    return collect_events(EventFinder("events", include_reporting=include_reporting)(doc))


def parts_of(event: EventMention) -> set[tuple[str, str]]:
    """Roles and texts of the participants."""
    return {(part.role, part.span.text) for part in event.participants}


ACTIVE = """
Police/NOUN/nsubj/2/police/NNS arrested/VERB/root/0/arrest/VBD two/NUM/nummod/4/two/CD
men/NOUN/obj/2/man/NNS in/ADP/case/6/in/IN Leeds/PROPN/obl/2/Leeds/NNP ./PUNCT/punct/2/././
"""
PASSIVE = """
Two/NUM/nummod/2/two/CD men/NOUN/nsubj:pass/4/man/NNS were/AUX/aux:pass/4/be/VBD
arrested/VERB/root/0/arrest/VBN by/ADP/case/6/by/IN police/NOUN/obl:agent/4/police/NNS
./PUNCT/punct/4/././
"""
REDUCED = """
The/DET/det/2/the/DT men/NOUN/nsubj/6/man/NNS arrested/VERB/acl/2/arrest/VBN
in/ADP/case/5/in/IN Leeds/PROPN/obl/3/Leeds/NNP fled/VERB/root/0/flee/VBD ./PUNCT/punct/6/././
"""
RELATIVE = """
Rebels/NOUN/root/0/rebel/NNS who/PRON/nsubj/3/who/WP attacked/VERB/acl:relcl/1/attack/VBD
the/DET/det/5/the/DT town/NOUN/obj/3/town/NN
"""
OBJECT_RELATIVE = """
The/DET/det/2/the/DT town/NOUN/root/0/town/NN rebels/NOUN/nsubj/4/rebel/NNS
attacked/VERB/acl:relcl/2/attack/VBD
"""
COORDINATED = """
Troops/NOUN/nsubj/2/troop/NNS invaded/VERB/root/0/invade/VBD and/CCONJ/cc/4/and/CC
occupied/VERB/conj/2/occupy/VBD the/DET/det/6/the/DT valley/NOUN/obj/2/valley/NN
"""
CONTROL = """
She/PRON/nsubj/2/she/PRP planned/VERB/root/0/plan/VBD to/PART/mark/4/to/TO
visit/VERB/xcomp/2/visit/VB Kyiv/PROPN/obj/4/Kyiv/NNP
"""
OBJECT_CONTROL = """
She/PRON/nsubj/2/she/PRP urged/VERB/root/0/urge/VBD the/DET/det/4/the/DT rebels/NOUN/obj/2/rebel/NNS
to/PART/mark/6/to/TO withdraw/VERB/xcomp/2/withdraw/VB
"""
NOMINAL = """
Russia/PROPN/nmod:poss/3/Russia/NNP 's/PART/case/1/'s/POS invasion/NOUN/root/0/invasion/NN
of/ADP/case/5/of/IN Ukraine/PROPN/nmod/3/Ukraine/NNP
"""
TALKS = """
Talks/NOUN/nsubj/6/talk/NNS between/ADP/case/3/between/IN France/PROPN/nmod/1/France/NNP
and/CCONJ/cc/5/and/CC Spain/PROPN/conj/3/Spain/NNP resumed/VERB/root/0/resume/VBD
"""
LIGHT = """
The/DET/det/2/the/DT minister/NOUN/nsubj/3/minister/NN gave/VERB/root/0/give/VBD
a/DET/det/5/a/DT speech/NOUN/obj/3/speech/NN in/ADP/case/7/in/IN Turin/PROPN/obl/3/Turin/NNP
"""
MEETINGS = """
She/PRON/nsubj/2/she/PRP had/VERB/root/0/have/VBD meetings/NOUN/obj/2/meeting/NNS
with/ADP/case/5/with/IN Borrell/PROPN/nmod/3/Borrell/NNP and/CCONJ/cc/7/and/CC
Kuleba/PROPN/conj/5/Kuleba/NNP
"""
HELD = """
He/PRON/nsubj/2/he/PRP attends/VERB/root/0/attend/VBZ the/DET/det/4/the/DT
summit_/NOUN/obj/2/summit/NN ,/PUNCT/punct/8/,/, to/PART/mark/8/to/TO be/AUX/aux:pass/8/be/VB
held/VERB/acl/4/hold/VBN in/ADP/case/10/in/IN Vilnius_/PROPN/obl/8/Vilnius/NNP
,/PUNCT/punct/12/,/, Lithuania/PROPN/appos/10/Lithuania/NNP
"""


@pytest.mark.parametrize(
    ("table", "trigger", "expected"),
    [
        (ACTIVE, "arrested", {("agent", "Police"), ("patient", "two men")}),
        (PASSIVE, "arrested", {("patient", "Two men"), ("agent", "police")}),
        (REDUCED, "arrested", {("patient", "The men")}),
        (RELATIVE, "attacked", {("agent", "Rebels"), ("patient", "the town")}),
        (OBJECT_RELATIVE, "attacked", {("agent", "rebels"), ("patient", "The town")}),
        (COORDINATED, "occupied", {("agent", "Troops"), ("patient", "the valley")}),
        (CONTROL, "visit", {("agent", "She"), ("patient", "Kyiv")}),
        (OBJECT_CONTROL, "withdraw", {("agent", "the rebels")}),
        (NOMINAL, "invasion", {("agent", "Russia"), ("patient", "Ukraine")}),
        (TALKS, "Talks", {("agent", "France"), ("agent", "Spain")}),
        (LIGHT, "speech", {("agent", "The minister")}),
        (MEETINGS, "meetings", {("agent", "She"), ("patient", "Borrell"), ("patient", "Kuleba")}),
        (HELD, "summit", {("patient", "the summit")}),
    ],
)
def test_participants(table: str, trigger: str, expected: set[tuple[str, str]]):
    """Who did what to whom, whatever the construction."""
    found = {event.trigger.text: event for event in events_of(make_doc(table))}
    assert parts_of(found[trigger]) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (LIGHT, {"speech": ["gave"]}),
        (MEETINGS, {"meetings": ["had"]}),
        (TALKS, {"Talks": ["resumed"]}),
        (HELD, {"attends": [], "summit": ["held"]}),
        (CONTROL, {"visit": []}),
    ],
)
def test_light_and_aspectual_verbs_are_no_events(table: str, expected: dict[str, list[str]]):
    """The noun is the trigger; the verb only supports it."""
    found = {
        event.trigger.text: [span.text for span in event.support]
        for event in events_of(make_doc(table))
    }
    assert found == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("She/PRON/nsubj/2/she/PRP visited/VERB/root/0/visit/VBD", "actual"),
        ("She/PRON/nsubj/3/she/PRP will/AUX/aux/3/will/MD visit/VERB/root/0/visit/VB", "planned"),
        ("She/PRON/nsubj/3/she/PRP may/AUX/aux/3/may/MD visit/VERB/root/0/visit/VB", "possible"),
        (
            (
                "She/PRON/nsubj/4/she/PRP did/AUX/aux/4/do/VBD not/PART/advmod/4/not/RB "
                "visit/VERB/root/0/visit/VB"
            ),
            "negated",
        ),
        (
            (
                "She/PRON/nsubj/4/she/PRP might/AUX/aux/4/might/MD not/PART/advmod/4/not/RB "
                "visit/VERB/root/0/visit/VB"
            ),
            "possible",
        ),
        (
            (
                "She/PRON/nsubj/2/she/PRP failed/VERB/root/0/fail/VBD to/PART/mark/4/to/TO "
                "visit/VERB/xcomp/2/visit/VB"
            ),
            "negated",
        ),
        (
            (
                "She/PRON/nsubj/2/she/PRP managed/VERB/root/0/manage/VBD to/PART/mark/4/to/TO "
                "visit/VERB/xcomp/2/visit/VB"
            ),
            "actual",
        ),
        (
            (
                "She/PRON/nsubj/4/she/PRP did/AUX/aux/4/do/VBD not/PART/advmod/4/not/RB "
                "manage/VERB/root/0/manage/VB to/PART/mark/6/to/TO visit/VERB/xcomp/4/visit/VB"
            ),
            "negated",
        ),
        (
            (
                "She/PRON/nsubj/3/she/PRP is/AUX/cop/3/be/VBZ due/ADJ/root/0/due/JJ "
                "to/PART/mark/5/to/TO visit/VERB/xcomp/3/visit/VB"
            ),
            "planned",
        ),
        (
            (
                "She/PRON/nsubj/3/she/PRP was/AUX/cop/3/be/VBD unsure/ADJ/root/0/unsure/JJ "
                "whether/SCONJ/mark/7/whether/IN she/PRON/nsubj/7/she/PRP would/AUX/aux/7/would/MD "
                "visit/VERB/advcl/3/visit/VB"
            ),
            "possible",
        ),
        (
            (
                "If/SCONJ/mark/3/if/IN she/PRON/nsubj/3/she/PRP visits/VERB/advcl/5/visit/VBZ "
                "he/PRON/nsubj/5/he/PRP smiles/VERB/root/0/smile/VBZ"
            ),
            "possible",
        ),
        (
            (
                "She/PRON/nsubj/4/she/PRP would/AUX/aux/4/would/MD not/PART/advmod/4/not/RB "
                "say/VERB/root/0/say/VB they/PRON/nsubj/6/they/PRP visited/VERB/ccomp/4/visit/VBD"
            ),
            "possible",
        ),
        (
            (
                "She/PRON/nsubj/2/she/PRP denied/VERB/root/0/deny/VBD they/PRON/nsubj/4/they/PRP "
                "visited/VERB/ccomp/2/visit/VBD"
            ),
            "negated",
        ),
        (
            "Premier/NOUN/nsubj/3/premier/NN to/PART/mark/3/to/TO visit/VERB/root/0/visit/VB",
            "planned",
        ),
        (
            (
                "its/PRON/nmod:poss/2/its/PRP$ decision/NOUN/root/0/decision/NN "
                "to/PART/mark/4/to/TO visit/VERB/acl/2/visit/VB"
            ),
            "planned",
        ),
        (
            (
                "They/PRON/nsubj/2/they/PRP cancelled/VERB/root/0/cancel/VBD the/DET/det/4/the/DT "
                "visit/NOUN/obj/2/visit/NN"
            ),
            "negated",
        ),
        (
            "the/DET/det/3/the/DT planned/VERB/amod/3/plan/VBN visit/NOUN/root/0/visit/NN",
            "planned",
        ),
        (
            (
                "the/DET/det/2/the/DT threat/NOUN/root/0/threat/NN of/ADP/case/4/of/IN "
                "war/NOUN/nmod/2/war/NN"
            ),
            "possible",
        ),
    ],
)
def test_factuality(table: str, expected: str):
    """Modals, negation and governing words say whether it happened."""
    found = [
        event.factuality for event in events_of(make_doc(table)) if event.lemma in {"visit", "war"}
    ]
    assert found == [expected]


@pytest.mark.parametrize(
    ("table", "ents", "trigger", "expected"),
    [
        (ACTIVE, [(5, 6, "GPE")], "arrested", "Leeds"),
        (LIGHT, [(6, 7, "GPE")], "speech", "Turin"),
        (HELD, [(9, 10, "GPE"), (11, 12, "GPE")], "summit", "Vilnius, Lithuania"),
        (
            (
                "He/PRON/nsubj/2/he/PRP left/VERB/root/0/leave/VBD for/ADP/case/4/for/IN "
                "Europe/PROPN/obl/2/Europe/NNP"
            ),
            [(3, 4, "LOC")],
            "left",
            "Europe",
        ),
        (ACTIVE, [(5, 6, "ORG")], "arrested", None),
    ],
)
def test_place(table: str, ents: list[tuple[int, int, str]], trigger: str, expected: str | None):
    """A place stands with its event, a destination with a motion."""
    found = {event.trigger.text: event for event in events_of(make_doc(table, ents=ents))}
    place = found[trigger].place
    assert (place and place.text) == expected


@pytest.mark.parametrize(
    ("table", "time", "trigger"),
    [
        (
            (
                "They/PRON/nsubj/2/they/PRP met/VERB/root/0/meet/VBD on/ADP/case/4/on/IN "
                "Monday/PROPN/obl/2/Monday/NNP"
            ),
            (3, 4),
            "met",
        ),
        (
            (
                "He/PRON/nsubj/2/he/PRP returned/VERB/root/0/return/VBD from/ADP/case/5/from/IN "
                "a/DET/det/5/a/DT trip/NOUN/obl/2/trip/NN on/ADP/case/7/on/IN "
                "Sunday/PROPN/nmod/5/Sunday/NNP"
            ),
            (6, 7),
            "returned",
        ),
        (
            (
                "She/PRON/nsubj/3/she/PRP was/AUX/cop/3/be/VBD due/ADJ/root/0/due/JJ "
                "on/ADP/case/5/on/IN Friday/PROPN/obl/3/Friday/NNP "
                "to/PART/mark/7/to/TO visit/VERB/xcomp/3/visit/VB"
            ),
            (4, 5),
            "visit",
        ),
    ],
)
def test_time(table: str, time: tuple[int, int], trigger: str):
    """The time of an event is the nearest one that stands with it or governs it."""
    doc = make_doc(table)
    doc.spans[keys.TIMES] = [Span(doc, *time, label="date")]
    found = {event.trigger.text: event for event in events_of(doc)}
    assert found[trigger].time is not None


def test_times_of_reporting_verbs_stay_with_them():
    """ "Hipkins on Tuesday said he would attend": nobody attends on Tuesday."""
    doc = make_doc(
        "He/PRON/nsubj/4/he/PRP on/ADP/case/3/on/IN Tuesday/PROPN/obl/4/Tuesday/NNP "
        "said/VERB/root/0/say/VBD he/PRON/nsubj/7/he/PRP would/AUX/aux/7/would/MD "
        "attend/VERB/ccomp/4/attend/VB"
    )
    doc.spans[keys.TIMES] = [Span(doc, 2, 3, label="date")]
    (event,) = events_of(doc)
    assert event.time is None


def test_name_behind_a_title_takes_part():
    """ "talks with the envoy Ada Bell", where the parse hangs title and name on the talks."""
    doc = make_doc(
        "They/PRON/nsubj/2/they/PRP had/VERB/root/0/have/VBD talks/NOUN/obj/2/talk/NNS "
        "with/ADP/case/6/with/IN the/DET/det/6/the/DT envoy/NOUN/nmod/3/envoy/NN "
        "Ada/PROPN/nmod/3/Ada/NNP Bell/PROPN/flat/7/Bell/NNP",
        ents=[(6, 8, "PERSON")],
    )
    (event,) = events_of(doc)
    assert [part.head.text for part in event.participants] == ["They", "envoy", "Ada"]


def test_reporting_verbs_are_listed_on_request():
    """ "said" is a cue of a quote, and an event only for who asks."""
    table = "He/PRON/nsubj/2/he/PRP said/VERB/root/0/say/VBD so/ADV/advmod/2/so/RB"
    assert events_of(make_doc(table)) == ()
    (event,) = events_of(make_doc(table), include_reporting=True)
    assert event.type == "society.report"


def candidates(doc: Doc, *found: tuple[int, str]) -> Doc:
    """A Doc with trigger candidates of the encoder."""
    doc.spans[keys.TRIGGER_CANDIDATES] = [
        Span(doc, word, word + 1, label=label, kb_id="0.95") for word, label in found
    ]
    return doc


UNKNOWN = "They/PRON/nsubj/2/they/PRP flurbed/VERB/root/0/flurb/VBD it/PRON/obj/2/it/PRP"


@pytest.mark.parametrize(
    ("found", "expected"),
    [([(1, "occurrence")], ["other"]), ([], []), ([(1, "state")], [])],
)
def test_the_model_decides_on_unknown_words(found: list[tuple[int, str]], expected: list[str]):
    """A verb that the lexicon lacks is an event where the encoder sees one."""
    doc = candidates(make_doc(UNKNOWN), *found)
    assert [event.type for event in events_of(doc)] == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([(0, "occurrence")], []),
        ([(1, "state")], ["hope"]),
        ([(3, "state")], ["plans"]),
        ([(1, "i_state"), (3, "state")], ["hope", "plans"]),
    ],
)
def test_states_are_listed_on_request(found: list[tuple[int, str]], expected: list[str]):
    """Thoughts and states are events for who asks; a pronoun is none for anybody."""
    table = (
        "They/PRON/nsubj/2/they/PRP hope/VERB/root/0/hope/VBP for/ADP/case/4/for/IN "
        "plans/NOUN/obl/2/plan/NNS"
    )
    doc = candidates(make_doc(table), *found)
    finder = EventFinder("events", include_states=True)
    assert [event.trigger.text for event in collect_events(finder(doc))] == expected


def test_a_passive_auxiliary_makes_a_verb():
    """In "Nobody was hurt" the parse may take "hurt" for an adjective."""
    doc = make_doc(
        "Nobody/PRON/nsubj:pass/3/nobody/NN was/AUX/aux:pass/3/be/VBD arrested/ADJ/root/0/arrested/JJ"
    )
    (event,) = events_of(doc)
    assert (event.trigger.text, event.factuality) == ("arrested", "negated")
    assert parts_of(event) == {("patient", "Nobody")}


def test_headlines_leave_the_auxiliary_out():
    """ "Pilot arrested" is passive, and so is what the parse takes for an active past."""
    doc = make_doc("Pilot/NOUN/nsubj/2/pilot/NN arrested/VERB/root/0/arrest/VBD")
    doc.spans[keys.PARAGRAPHS] = [Span(doc, 0, 2, label="headline")]
    (event,) = events_of(doc)
    assert parts_of(event) == {("patient", "Pilot")}


def test_credits_and_bylines_are_not_read():
    """A caption's credit tells no news."""
    doc = make_doc(ACTIVE)
    doc.spans[keys.PARAGRAPHS] = [Span(doc, 0, len(doc), label="credit")]
    assert events_of(doc) == ()


@pytest.mark.parametrize("words", [[], ["\n\n"]])
def test_empty_docs_have_no_events(words: list[str]):
    """Nothing breaks on a Doc without words, which needs no parse."""
    vocab = make_doc(ACTIVE).vocab
    assert events_of(Doc(vocab, words=words)) == ()

"""Who does the telling at a verb or a noun, on hand-made parses."""

from __future__ import annotations

import pytest

from newsevents.pipeline.tellers import antecedent, is_passive, of_noun, of_verb
from tests.builders import make_doc

OWN = "Jo/PROPN/nsubj/2 said/VERB/root/0/say so/ADV/advmod/2"
TWO_BEFORE = """
PARIS/PROPN/nsubj/4 —/PUNCT/punct/1 Jo/PROPN/nsubj/4 said/VERB/root/0/say so/ADV/advmod/4
"""
GIVEN_TO_THE_CLAUSE = """
Jo/PROPN/nsubj/4 said/VERB/root/0/say rain/NOUN/nsubj/4 fell/VERB/ccomp/2
"""
PASSIVE = """
It/PRON/nsubj:pass/3 was/AUX/aux:pass/3 claimed/VERB/root/0/claim by/ADP/case/5 Jo/PROPN/obl/3
"""
QUOTED = """
Jo/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 quoted/VERB/root/0/quote
"""
ASKED = """
Asked_/VERB/advcl/4/ask/VBN ,/PUNCT/punct/1 Jo/PROPN/nsubj/4 left/VERB/root/0/leave
"""
HEARD = "Courts/NOUN/nsubj/2 heard/VERB/root/0/hear so/ADV/advmod/2"
HEARD_FROM = """
They/PRON/nsubj/2 heard/VERB/root/0/hear from/ADP/case/4 Jo/PROPN/obl/2
"""
COORDINATED = """
Jo/PROPN/nsubj/2 came/VERB/root/0 and/CCONJ/cc/4 said/VERB/conj/2/say
"""
MADE_TO = """
They/PRON/nsubj/2 forced/VERB/root/0/force Jo/PROPN/obj/2 to/PART/mark/5 say/VERB/xcomp/2/say
"""
PROMPTED = """
Jo/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 forced/VERB/root/0/force to/PART/mark/5
say/VERB/xcomp/3/say
"""
JUDGED = """
They/PRON/nsubj/2 criticised/VERB/root/0/criticise Jo/PROPN/obj/2 for/SCONJ/mark/5
saying/VERB/advcl/2/say/VBG
"""
ISSUED = """
Jo/PROPN/nsubj/2 sent/VERB/root/0/send a/DET/det/4 letter/NOUN/obj/2 saying/VERB/acl/4/say/VBG
"""
FOUND = """
Jo/PROPN/nsubj/2 found/VERB/root/0/find a/DET/det/4 letter/NOUN/obj/2 saying/VERB/acl/4/say/VBG
"""
APART = """
Jo/PROPN/nsubj/2 left/VERB/root/0/leave the/DET/det/4 club_/NOUN/obj/2 ,/PUNCT/punct/6
saying/VERB/acl/4/say/VBG
"""

WAS = """
Jo/PROPN/nsubj/5 was/AUX/cop/5 the/DET/det/5 last_/ADJ/amod/5 one_/NOUN/root/0 ,/PUNCT/punct/7
saying/VERB/acl/5/say/VBG
"""
LEFT = """
Jo/PROPN/nsubj/2 left/VERB/root/0/leave the/DET/det/4 fans/NOUN/obj/2 saying/VERB/acl/4/say/VBG
"""
OTHER_FORM = """
Jo/PROPN/nsubj/2 said/VERB/root/0/say/VBD he/PRON/nsubj/5 would/AUX/aux/5 go/VERB/ccomp/2/go/VB
and/CCONJ/cc/7 warned/VERB/conj/5/warn/VBD
"""
ADDED = """
Jo/PROPN/nsubj/2 said/VERB/root/0/say/VBD he/PRON/nsubj/4 agreed/VERB/ccomp/2/agree/VBD
and/CCONJ/cc/6 added/VERB/conj/4/add/VBD
"""
SAME_FORM = """
Jo/PROPN/nsubj/2 said/VERB/root/0/say/VBD Al/PROPN/nsubj/4 lied/VERB/ccomp/2/lie/VBD
and/CCONJ/cc/6 denied/VERB/conj/4/deny/VBD
"""
HEADED = """
Jo_/PROPN/root/0 ,/PUNCT/punct/4 who/PRON/nsubj/4 left_/VERB/acl:relcl/1/leave ,/PUNCT/punct/6
said/VERB/parataxis/1/say
"""


@pytest.mark.parametrize(
    ("table", "verb", "expected"),
    [
        (WAS, "saying", "Jo"),
        (LEFT, "saying", "fans"),
        (OTHER_FORM, "warned", "Jo"),
        (ADDED, "added", "Jo"),
        (SAME_FORM, "denied", "Al"),
        (HEADED, "said", "Jo"),
        (OWN, "said", "Jo"),
        (TWO_BEFORE, "said", "Jo"),
        (GIVEN_TO_THE_CLAUSE, "said", "Jo"),
        (PASSIVE, "claimed", "Jo"),
        (QUOTED, "quoted", "Jo"),
        (ASKED, "Asked", None),
        (HEARD, "heard", None),
        (HEARD_FROM, "heard", "Jo"),
        (COORDINATED, "said", "Jo"),
        (MADE_TO, "say", "Jo"),
        (PROMPTED, "say", "Jo"),
        (JUDGED, "saying", "Jo"),
        (ISSUED, "saying", "Jo"),
        (FOUND, "saying", "letter"),
        (APART, "saying", "Jo"),
    ],
)
def test_of_verb(table: str, verb: str, expected: str | None):
    """Subjects, agents and controllers tell; who hears, is asked or finds does not."""
    doc = make_doc(table)
    (token,) = [token for token in doc if token.text == verb]
    teller = of_verb(token)
    assert (teller and teller.text) == expected


@pytest.mark.parametrize(
    ("table", "noun", "expected"),
    [
        ("Her/PRON/nmod:poss/2 claim/NOUN/root/0", "claim", "Her"),
        ("fears/NOUN/root/0 among/ADP/case/3 staff/NOUN/nmod/1", "fears", "staff"),
        ("Jo/PROPN/nsubj/2 made/VERB/root/0/make claims/NOUN/obj/2", "claims", "Jo"),
        (
            "Jo/PROPN/nsubj/2 replied/VERB/root/0/reply with/ADP/case/4 claims/NOUN/obl/2",
            "claims",
            "Jo",
        ),
        (
            "Jo/PROPN/nsubj/2 fled/VERB/root/0/flee from/ADP/case/4 claims/NOUN/obl/2",
            "claims",
            None,
        ),
        ("Jo/PROPN/nsubj/2 fought/VERB/root/0/fight claims/NOUN/obj/2", "claims", None),
    ],
)
def test_of_noun(table: str, noun: str, expected: str | None):
    """Owners and makers of a claim tell it; who fights it does not."""
    doc = make_doc(table)
    (token,) = [token for token in doc if token.text == noun]
    teller = of_noun(token)
    assert (teller and teller.text) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Jo_/PROPN/root/0 ,/PUNCT/punct/4 who/PRON/nsubj/4 said/VERB/acl:relcl/1/say", "Jo"),
        ("men/NOUN/root/0 who/PRON/nsubj/3 said/VERB/parataxis/1/say", "men"),
        (
            (
                "a/DET/det/2 question_/NOUN/ccomp/4 ,/PUNCT/punct/2 said/VERB/root/0 "
                "Jo_/PROPN/nsubj/4 ,/PUNCT/punct/8 who/PRON/nsubj/8 left/VERB/acl:relcl/2"
            ),
            "Jo",
        ),
        ("they/PRON/nsubj/2 asked/VERB/root/0 who/PRON/nsubj/4 said/VERB/ccomp/2/say", None),
    ],
)
def test_antecedent(table: str, expected: str | None):
    """A relative pronoun stands for the noun of its clause, else the one before it."""
    (who,) = [token for token in make_doc(table) if token.text == "who"]
    noun = antecedent(who)
    assert (noun and noun.text) == expected


def test_passive_of_a_participle():
    """A fronted participle is passive, one with an auxiliary need not be."""
    asked = make_doc(ASKED)[0]
    has_said = make_doc(
        "If/SCONJ/mark/4 he/PRON/nsubj/4 has/AUX/aux/4 said/VERB/advcl/5/say/VBN go/VERB/root/0"
    )[3]
    assert is_passive(asked)
    assert not is_passive(has_said)

"""Docs of other pipelines: hand-made in both schemes, equal after rewriting."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.encoder.schemes import to_universal
from newsevents.rules.schemes import relation_labels
from tests.builders import make_doc

PAIRS = {
    "passive with agent": (
        """The/DET/det/2 bridge/NOUN/nsubjpass/4 was/AUX/auxpass/4 closed/VERB/root/0
        by/ADP/agent/4 police/NOUN/pobj/5 ./PUNCT/punct/4""",
        """The/DET/det/2 bridge/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 closed/VERB/root/0
        by/ADP/case/6 police/NOUN/obl:agent/4 ./PUNCT/punct/4""",
    ),
    "prepositions on nouns and verbs": (
        """Talks/NOUN/nsubj/4 with/ADP/prep/1 Iran/PROPN/pobj/2 began/VERB/root/0
        in/ADP/prep/4 the/DET/det/7 city/NOUN/pobj/5 of/ADP/prep/7 Basel/PROPN/pobj/8""",
        """Talks/NOUN/nsubj/4 with/ADP/case/3 Iran/PROPN/nmod/1 began/VERB/root/0
        in/ADP/case/7 the/DET/det/7 city/NOUN/obl/4 of/ADP/case/9 Basel/PROPN/nmod/7""",
    ),
    "two prepositions": (
        """They/PRON/nsubj/2 ran/VERB/root/0 out/ADP/prep/2 of/ADP/prep/3
        the/DET/det/6 house/NOUN/pobj/4""",
        """They/PRON/nsubj/2 ran/VERB/root/0 out/ADP/case/6 of/ADP/case/6
        the/DET/det/6 house/NOUN/obl/2""",
    ),
    "fixed preposition": (
        """It/PRON/nsubj/2 closed/VERB/root/0 because/SCONJ/prep/2 of/ADP/pcomp/3
        heavy/ADJ/amod/6 snow/NOUN/pobj/4""",
        """It/PRON/nsubj/2 closed/VERB/root/0 because/SCONJ/case/6 of/ADP/fixed/3
        heavy/ADJ/amod/6 snow/NOUN/obl/2""",
    ),
    "coordinated prepositions": (
        """It/PRON/nsubj/2 rained/VERB/root/0 in/ADP/prep/2 Rome/PROPN/pobj/3
        and/CCONJ/cc/3 in/ADP/conj/3 Oslo/PROPN/pobj/6""",
        """It/PRON/nsubj/2 rained/VERB/root/0 in/ADP/case/4 Rome/PROPN/obl/2
        and/CCONJ/cc/7 in/ADP/case/7 Oslo/PROPN/conj/4""",
    ),
    "gerund after preposition": (
        """He/PRON/nsubj/2 escaped/VERB/root/0 by/ADP/prep/2 climbing/VERB/pcomp/3
        a/DET/det/6 wall/NOUN/dobj/4""",
        """He/PRON/nsubj/2 escaped/VERB/root/0 by/ADP/mark/4 climbing/VERB/advcl/2
        a/DET/det/6 wall/NOUN/obj/4""",
    ),
    "dative": (
        """She/PRON/nsubj/2 gave/VERB/root/0 the/DET/det/4 people/NOUN/dative/2
        of/ADP/prep/4 Rome/PROPN/pobj/5 a/DET/det/8 map/NOUN/dobj/2""",
        """She/PRON/nsubj/2 gave/VERB/root/0 the/DET/det/4 people/NOUN/iobj/2
        of/ADP/case/6 Rome/PROPN/nmod/4 a/DET/det/8 map/NOUN/obj/2""",
    ),
    "dative with to": (
        """She/PRON/nsubj/2 gave/VERB/root/0 it/PRON/dobj/2 to/ADP/dative/2 them/PRON/pobj/4""",
        """She/PRON/nsubj/2 gave/VERB/root/0 it/PRON/obj/2 to/ADP/case/5 them/PRON/obl/2""",
    ),
    "copula with noun": (
        """The/DET/det/2 talks/NOUN/nsubj/3 were/AUX/root/0/be not/PART/neg/3 a/DET/det/6
        success/NOUN/attr/3 ,/PUNCT/punct/3 he/PRON/nsubj/9 said/VERB/parataxis/3""",
        """The/DET/det/2 talks/NOUN/nsubj/6 were/AUX/cop/6/be not/PART/advmod/6 a/DET/det/6
        success/NOUN/root/0 ,/PUNCT/punct/6 he/PRON/nsubj/9 said/VERB/parataxis/6""",
    ),
    "copula with adjective in a clause": (
        """He/PRON/nsubj/2 said/VERB/root/0 prices/NOUN/nsubj/5 may/AUX/aux/5 be/AUX/ccomp/2/be
        high/ADJ/acomp/5""",
        """He/PRON/nsubj/2 said/VERB/root/0 prices/NOUN/nsubj/6 may/AUX/aux/6 be/AUX/cop/6/be
        high/ADJ/ccomp/2""",
    ),
    "copula with a place": (
        """He/PRON/nsubj/2 was/AUX/root/0/be in/ADP/prep/2 Rome/PROPN/pobj/3 on/ADP/prep/2
        Monday/PROPN/pobj/5""",
        """He/PRON/nsubj/4 was/AUX/cop/4/be in/ADP/case/4 Rome/PROPN/root/0 on/ADP/case/6
        Monday/PROPN/obl/4""",
    ),
    "there is": (
        """There/PRON/expl/2 is/AUX/root/0/be a/DET/det/4 plan/NOUN/attr/2 for/ADP/prep/4
        peace/NOUN/pobj/5""",
        """There/PRON/expl/2 is/AUX/root/0/be a/DET/det/4 plan/NOUN/nsubj/2 for/ADP/case/6
        peace/NOUN/nmod/4""",
    ),
    "become": (
        """He/PRON/nsubj/2 became/VERB/root/0 a/DET/det/4 judge/NOUN/attr/2""",
        """He/PRON/nsubj/2 became/VERB/root/0 a/DET/det/4 judge/NOUN/xcomp/2""",
    ),
    "coordination": (
        """They/PRON/nsubj/2 sold/VERB/root/0 tea/NOUN/dobj/2 ,/PUNCT/punct/3 rice/NOUN/conj/3
        and/CCONJ/cc/5 salt/NOUN/conj/5""",
        """They/PRON/nsubj/2 sold/VERB/root/0 tea/NOUN/obj/2 ,/PUNCT/punct/3 rice/NOUN/conj/3
        and/CCONJ/cc/7 salt/NOUN/conj/3""",
    ),
    "infinitive and particle": (
        """They/PRON/nsubj/2 want/VERB/root/0 to/PART/aux/4/to/TO call/VERB/xcomp/2
        it/PRON/dobj/4 off/ADP/prt/4""",
        """They/PRON/nsubj/2 want/VERB/root/0 to/PART/mark/4/to/TO call/VERB/xcomp/2
        it/PRON/obj/4 off/ADP/compound:prt/4""",
    ),
    "relative clause, possessive and bare time": (
        """The/DET/det/2 man/NOUN/nsubj/5 who/PRON/nsubj/4 left/VERB/relcl/2 sold/VERB/root/0
        Ann/PROPN/poss/8 's/PART/case/6 car/NOUN/dobj/5 Monday/PROPN/npadvmod/5""",
        """The/DET/det/2 man/NOUN/nsubj/5 who/PRON/nsubj/4 left/VERB/acl:relcl/2 sold/VERB/root/0
        Ann/PROPN/nmod:poss/8 's/PART/case/6 car/NOUN/obj/5 Monday/PROPN/obl:unmarked/5""",
    ),
    "stranded preposition": (
        """the/DET/det/2 house/NOUN/root/0 he/PRON/nsubj/4 lives/VERB/relcl/2 in/ADP/prep/4""",
        """the/DET/det/2 house/NOUN/root/0 he/PRON/nsubj/4 lives/VERB/acl:relcl/2 in/ADP/obl/4""",
    ),
}


def triples(doc: Doc) -> list[tuple[str, str, int]]:
    """What a parse says: word, relation, head."""
    return [(token.text, token.dep_, token.head.i) for token in doc]


@pytest.mark.parametrize(("other", "ours"), PAIRS.values(), ids=PAIRS)
def test_same_parse_in_both_schemes(other: str, ours: str) -> None:
    """A Doc of spaCy's scheme becomes the Doc that Universal Dependencies would have."""
    assert triples(to_universal(make_doc(other))) == triples(make_doc(ours))


@pytest.mark.parametrize("ours", [pair[1] for pair in PAIRS.values()], ids=PAIRS)
def test_universal_stays(ours: str) -> None:
    """A Doc in Universal Dependencies is left alone."""
    doc = make_doc(ours)
    assert triples(to_universal(doc)) == triples(make_doc(ours))


def test_names_and_titles() -> None:
    """The first name heads a person's name; a title before it describes it."""
    doc = make_doc(
        """Judge/PROPN/compound/4 Ana/PROPN/compound/4 B./PROPN/compound/4 Cruz/PROPN/nsubj/5
        spoke/VERB/root/0 to/ADP/prep/5 them/PRON/pobj/6""",
        ents=[(1, 4, "PERSON")],
    )
    assert [(token.dep_, token.head.text) for token in to_universal(doc)][:4] == [
        ("nmod:desc", "Ana"),
        ("nsubj", "spoke"),
        ("flat", "Ana"),
        ("flat", "Ana"),
    ]


def test_entities() -> None:
    """Entity labels become ours; amounts are no names; dates are time candidates."""
    doc = make_doc(
        """Paris/PROPN/nsubj/2 spent/VERB/root/0 $/SYM/obj/2 9/NUM/nummod/3
        at/ADP/case/6 noon/NOUN/obl/2 near/ADP/case/8 Orly/PROPN/obl/2""",
        ents=[(0, 1, "GPE"), (2, 4, "MONEY"), (5, 6, "TIME"), (7, 8, "FAC")],
    )
    to_universal(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Paris", "GPE"),
        ("noon", "DATE"),
        ("Orly", "LOC"),
    ]
    times = [(span.text, span.label_) for span in doc.spans[keys.TIME_CANDIDATES]]
    assert times == [("noon", "TIME")]


def test_own_time_candidates_stay() -> None:
    """A group of time candidates that is there already is kept."""
    doc = make_doc("Monday/PROPN/root/0 came/VERB/acl/1", ents=[(0, 1, "DATE")])
    doc.spans[keys.TIME_CANDIDATES] = [Span(doc, 0, 2, "SET")]
    to_universal(doc)
    assert [span.label_ for span in doc.spans[keys.TIME_CANDIDATES]] == ["SET"]


def test_sentences_stay() -> None:
    """Sentence starts are kept while heads change."""
    text = "It/PRON/nsubj/2 fell/VERB/root/0 in/ADP/prep/2 May/PROPN/pobj/3"
    doc = to_universal(make_doc(f"{text}\n\n{text}"))
    assert [sent.text for sent in doc.sents] == ["It fell in May", "It fell in May"]


def test_no_parse() -> None:
    """Docs without a parse, and empty ones, come back as they are."""
    nlp = spacy.blank("en")
    nlp.add_pipe("newsevents_scheme")
    assert [token.dep_ for token in nlp("No parse here.")] == [""] * 4
    assert len(nlp("")) == 0


def test_table_has_no_universal_label() -> None:
    """A label in the table tells the other scheme: no universal one may be in it."""
    universal = {row.partition(":")[0] for row in relation_labels().values()}
    assert not universal & relation_labels().keys()

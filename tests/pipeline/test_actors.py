"""Mentions of actors on hand-made Docs: names, descriptions, pronouns, and their offices."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.models.mentions import ActorMention
from newsevents.pipeline.actors import ActorFinder
from newsevents.pipeline.collect.actors import collect_actors
from tests.builders import make_doc

MINISTER = """
Foreign/ADJ/amod/2 Minister/PROPN/nmod:desc/3 Ada/PROPN/nsubj/6 Bell/PROPN/flat/3 ,/PUNCT/punct/3
left/VERB/root/0 ./PUNCT/punct/6
"""
HEAD_OF_RESEARCH = """
The/DET/det/2 alliance/NOUN/nmod:poss/4 's/PART/case/2 head/NOUN/nsubj/10 of/ADP/case/6
research/NOUN/nmod/4 ,/PUNCT/punct/9 Dr/PROPN/nmod:desc/9 Bell/PROPN/appos/4 spoke/VERB/root/0
./PUNCT/punct/10
"""
EXPERT = """
Ada/PROPN/nsubj/12 Bell/PROPN/flat/1 ,/PUNCT/punct/5 an/DET/det/5 expert/NOUN/appos/1
in/ADP/case/7 trade/NOUN/nmod/5 at/ADP/case/9 Leeds/PROPN/nmod/5 University/PROPN/flat/9
,/PUNCT/punct/1 agreed/VERB/root/0 ./PUNCT/punct/12
"""
SECRETARY = """
US/PROPN/compound/2 Secretary/PROPN/nmod:desc/5 of/ADP/case/4 State/PROPN/nmod/2 Ada/PROPN/nsubj/7
Bell/PROPN/flat/5 left/VERB/root/0 ./PUNCT/punct/7
"""
FORMER = """
Former/ADJ/amod/3 British/ADJ/amod/3 premier/NOUN/nmod:desc/4 Ada/PROPN/nsubj/6 Bell/PROPN/flat/4
left/VERB/root/0 ./PUNCT/punct/6
"""
SECOND_LEADER = """
He/PRON/nsubj/7 is/AUX/cop/7 the/DET/det/7 second/ADJ/amod/7 New/PROPN/compound/6
Zealand/PROPN/compound/7 leader/NOUN/root/0 ,/PUNCT/punct/10 after/ADP/case/10 Ada/PROPN/obl/12
Bell/PROPN/flat/10 attending/VERB/acl/7 ./PUNCT/punct/7
"""
COPULA = """
Bell/PROPN/nsubj/5 is/AUX/cop/5 the/DET/det/5 chief/ADJ/amod/5 economist/NOUN/root/0 of/ADP/case/8
the/DET/det/8 bank/NOUN/nmod/5 ./PUNCT/punct/5
"""
MINISTER_OF = """
Minister/PROPN/nmod:desc/4 for/ADP/case/3 Health/PROPN/nmod/1 Ada/PROPN/nsubj/6 Bell/PROPN/flat/4
left/VERB/root/0 ./PUNCT/punct/6
"""
NOT_A_TITLE = """
The/DET/det/2 minister/NOUN/nsubj/3 thanked/VERB/root/0 Ada/PROPN/obj/3 Bell/PROPN/flat/4
./PUNCT/punct/3
"""


NEXT_SENTENCE = """
They/PRON/nsubj/2 met/VERB/root/0 the/DET/det/4 minister/NOUN/obj/2 ./PUNCT/punct/2

Ada/PROPN/nsubj/3 Bell/PROPN/flat/1 left/VERB/root/0 ./PUNCT/punct/3
"""


def found(doc: Doc) -> list[tuple[str, str, str]]:
    """Text, kind and label of the mentions of a Doc."""
    ActorFinder("actors")(doc)
    return [(span.text, span.kb_id_, span.label_) for span in doc.spans[keys.ACTORS]]


def mentions(doc: Doc) -> dict[str, ActorMention]:
    """The collected mentions of a Doc by their text; of equal ones the last."""
    ActorFinder("actors")(doc)
    return {mention.span.text: mention for mention in collect_actors(doc)}


@pytest.mark.parametrize(
    ("table", "entities", "name", "expected"),
    [
        (MINISTER, [(2, 4, "PERSON")], "Ada Bell", [("Foreign Minister", None)]),
        (MINISTER, [(0, 4, "PERSON")], "Ada Bell", [("Foreign Minister", None)]),
        (HEAD_OF_RESEARCH, [(8, 9, "PERSON")], "Bell", [("head of research", "The alliance")]),
        (
            EXPERT,
            [(0, 2, "PERSON"), (8, 10, "ORG")],
            "Ada Bell",
            [("expert in trade", "Leeds University")],
        ),
        (SECRETARY, [(0, 1, "GPE"), (4, 6, "PERSON")], "Ada Bell", [("Secretary of State", "US")]),
        (SECRETARY, [(0, 6, "PERSON")], "Ada Bell", [("Secretary of State", "US")]),
        (FORMER, [(1, 2, "NORP"), (3, 5, "PERSON")], "Ada Bell", [("Former premier", "British")]),
        (FORMER, [(3, 5, "PERSON")], "Ada Bell", [("Former premier", "British")]),
        (
            SECOND_LEADER,
            [(4, 6, "GPE"), (9, 11, "PERSON")],
            "Ada Bell",
            [("leader", "New Zealand")],
        ),
        (COPULA, [(0, 1, "PERSON")], "Bell", [("chief economist", "the bank")]),
        (MINISTER_OF, [(3, 5, "PERSON")], "Ada Bell", [("Minister for Health", None)]),
        (NOT_A_TITLE, [(3, 5, "PERSON")], "Ada Bell", []),
        (NEXT_SENTENCE, [(5, 7, "PERSON")], "Ada Bell", []),
    ],
)
def test_offices(
    table: str,
    entities: list[tuple[int, int, str]],
    name: str,
    expected: list[tuple[str, str | None]],
) -> None:
    """Titles before the name, beside it, by "is", and whose office it is."""
    mention = mentions(make_doc(table, ents=entities))[name]
    assert [(role.title, role.organization) for role in mention.roles] == expected


def test_role_span_covers_title_and_owner() -> None:
    """The span of an office reaches from its mark or owner to its end."""
    doc = make_doc(FORMER, ents=[(1, 2, "NORP"), (3, 5, "PERSON")])
    role = mentions(doc)["Ada Bell"].roles[0]
    assert doc.text[role.span.start : role.span.end] == "Former British premier"


def test_titles_are_no_mentions() -> None:
    """A title before a name is no description of its own."""
    doc = make_doc(MINISTER, ents=[(2, 4, "PERSON")])
    assert found(doc) == [("Ada Bell", "name", "PERSON")]


def test_descriptions_and_pronouns() -> None:
    """Nouns for people are labelled, others not; an expletive is passed over."""
    doc = make_doc(
        """
        Two/NUM/nummod/3 police/NOUN/compound/3 officers/NOUN/nsubj/4 closed/VERB/root/0
        her/PRON/nmod:poss/6 shop/NOUN/obj/4 ./PUNCT/punct/4

        It/PRON/expl/2 rained/VERB/root/0 on/ADP/case/4 tables/NOUN/obl/2 ./PUNCT/punct/2
        """
    )
    assert found(doc) == [
        ("Two police officers", "nominal", "GROUP"),
        ("her", "pronoun", ""),
        ("her shop", "nominal", "LOC"),
        ("tables", "nominal", ""),
    ]


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        ((0, 2, "PERSON"), [("Bell", "name", "PERSON")]),
        ((0, 1, "PERSON"), []),
        ((0, 3, "PERSON"), [("Bell", "name", "PERSON")]),
        ((3, 4, "ORG"), []),
        ((0, 2, "DATE"), []),
    ],
)
def test_names_are_trimmed(
    entity: tuple[int, int, str], expected: list[tuple[str, str, str]]
) -> None:
    """Titles and possessives go; a title or weekday alone is no name."""
    doc = make_doc(
        "Mrs/PROPN/nmod:desc/2 Bell/PROPN/nsubj/4 's/PART/case/2 Tuesday/PROPN/root/0",
        ents=[entity],
    )
    assert [item for item in found(doc) if item[1] == "name"] == expected


def test_titles_of_places_stay() -> None:
    """A duchess is named by her title; nothing is cut off before "of"."""
    doc = make_doc(
        "Duchess/PROPN/nsubj/4 of/ADP/case/3 Kent/PROPN/nmod/1 left/VERB/root/0",
        ents=[(0, 3, "PERSON")],
    )
    assert found(doc) == [("Duchess of Kent", "name", "PERSON")]


def test_given_names_stay() -> None:
    """The office "Dean" is a first name where it stands inside a name."""
    doc = make_doc(
        "Dean/PROPN/nsubj/3 Hobbs/PROPN/flat/1 left/VERB/root/0", ents=[(0, 2, "PERSON")]
    )
    assert found(doc) == [("Dean Hobbs", "name", "PERSON")]


def test_country_is_one_whatever_the_model_says() -> None:
    """A known country counts as a state also where the label is wrong."""
    doc = make_doc("Norway/PROPN/nsubj/2 agreed/VERB/root/0", ents=[(0, 1, "ORG")])
    assert found(doc) == [("Norway", "name", "GPE")]


def test_missed_countries_are_found() -> None:
    """A country counts also where the model saw a date or nothing; other words do not."""
    doc = make_doc(
        """
        the/DET/det/2 day/NOUN/nsubj/6 of/ADP/case/4 Norway/PROPN/nmod/2 in/ADP/case/4 made/VERB/root/0
        New/PROPN/amod/8 Zealand/PROPN/obj/6 and/CCONJ/cc/10 Acme/PROPN/conj/8 turkey/NOUN/obj/6
        """,
        ents=[(0, 4, "DATE")],
    )
    names = [item for item in found(doc) if item[1] == "name"]
    assert names == [("Norway", "name", "GPE"), ("New Zealand", "name", "GPE")]


def test_only_news_is_read() -> None:
    """A photographer in a credit is no actor; a caption is read."""
    doc = make_doc(
        "Ann/PROPN/root/0 Reed/PROPN/flat/1\n\nBo/PROPN/nsubj/2 smiled/VERB/root/0",
        ents=[(0, 2, "PERSON"), (2, 3, "PERSON")],
    )
    doc.spans[keys.PARAGRAPHS] = [
        Span(doc, 0, 2, label="credit"),
        Span(doc, 2, 4, label="caption"),
    ]
    assert found(doc) == [("Bo", "name", "PERSON")]


def test_adjectives_of_nationality_name_countries() -> None:
    """The adjective of "Russian troops" names Russia; Ukrainians are people."""
    doc = make_doc(
        """
        Russian/ADJ/amod/2 troops/NOUN/nsubj/3 fired/VERB/root/0 at/ADP/case/5
        Ukrainians/PROPN/obl/3
        """,
        ents=[(0, 1, "NORP"), (4, 5, "NORP")],
    )
    by_text = mentions(doc)
    assert set(by_text) == {"Russian", "Russian troops", "Ukrainians"}
    assert (by_text["Russian"].label, by_text["Russian"].country) == ("GPE", "RU")
    assert by_text["Russian troops"].country == "RU"
    assert by_text["Ukrainians"].country == "UA"


@pytest.mark.parametrize(
    ("table", "entity", "country"),
    [
        ("Kyiv/PROPN/nsubj/2 agreed/VERB/root/0", (0, 1, "GPE"), "UA"),
        ("ties/NOUN/root/0 with/ADP/case/3 Kyiv/PROPN/nmod/1", (2, 3, "GPE"), "UA"),
        ("streets/NOUN/root/0 in/ADP/case/3 Kyiv/PROPN/nmod/1", (2, 3, "GPE"), None),
        ("Ukraine/PROPN/nsubj/2 agreed/VERB/root/0", (0, 1, "GPE"), "UA"),
        ("Odesa/PROPN/nsubj/2 burned/VERB/root/0", (0, 1, "GPE"), None),
    ],
)
def test_capitals_stand_for_governments(
    table: str, entity: tuple[int, int, str], country: str | None
) -> None:
    """A capital is its country where it acts or is dealt with, a place where one is in it."""
    doc = make_doc(table, ents=[entity])
    assert mentions(doc)[doc[entity[0]].text].country == country


def test_grammar_is_copied() -> None:
    """Number, gender, definiteness, owner, predicate and apposition reach the mention."""
    doc = make_doc(
        """
        Her/PRON/nmod:poss/2 husband/NOUN/nsubj/5 Ben/PROPN/appos/2 Bell/PROPN/flat/3
        met/VERB/root/0 the/DET/det/8 two/NUM/nummod/8 managers/NOUN/obj/5
        """,
        ents=[(2, 4, "PERSON")],
    )
    by_text = mentions(doc)
    husband, managers = by_text["Her husband"], by_text["the two managers"]
    assert (husband.number, husband.gender, husband.definite) == ("sing", "masc", True)
    assert husband.of is not None
    assert (husband.of.text, husband.subject) == ("Her", True)
    assert husband.antecedent is not None
    assert husband.antecedent.text == "Ben Bell"
    assert (managers.number, managers.modifiers) == ("plur", ("two",))
    assert managers.governor == husband.governor


def test_quote_of_a_mention() -> None:
    """A mention knows the quote it stands in."""
    doc = make_doc("She/PRON/nsubj/2 said/VERB/root/0 I/PRON/nsubj/4 agree/VERB/ccomp/2")
    doc.spans[keys.QUOTES] = [Span(doc, 2, 4, label="direct", span_id="q1")]
    by_text = mentions(doc)
    assert by_text["She"].quote is None
    assert by_text["I"].quote == "q1"


@pytest.mark.parametrize("words", [[], [" \n"]])
def test_empty_docs_are_no_trouble(words: list[str]) -> None:
    """A Doc without any word has no mentions, needs no annotation and raises nothing."""
    doc = Doc(make_doc("x/X/root/0").vocab, words=words)
    assert found(doc) == []
    assert collect_actors(doc) == ()

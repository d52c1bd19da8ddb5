"""Who is who: names, references and the actors made of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.models.actors import Actor
from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention, Mentions
from newsevents.resolve.actors import resolve_actors
from tests.resolve.marked import marked

MINISTER_OF_CHAD = "[Ada Bell|PERSON role=minister@Chad] of Chad, minister."


def actors(text: str, *, quotes: dict[str, str] | None = None) -> dict[str, Actor]:
    """The actors of a marked text by name."""
    return {actor.name: actor for actor in resolve_actors(marked(text, quotes=quotes)).actors}


def spoken_of(actor: Actor) -> list[str]:
    """The words of an actor's mentions."""
    return [mention.span.text for mention in actor.mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Ada Bell|PERSON] left. [Bell|PERSON] waved.", {"Ada Bell"}),
        ("[Bell|PERSON] left. [Ada Bell|PERSON] waved.", {"Ada Bell"}),
        ("[Ada Bell|PERSON] left. [Ada|PERSON] waved.", {"Ada Bell"}),
        ("[Ada M. Bell|PERSON] and [A. Bell|PERSON]", {"Ada M. Bell"}),
        ("[Ada Bell|PERSON] and [Ben Bell|PERSON]", {"Ada Bell", "Ben Bell"}),
        (
            "[Ada Bell|PERSON fem] and [Ben Bell|PERSON masc]: [Bell|PERSON fem]",
            {"Ada Bell", "Ben Bell"},
        ),
        (
            "[Ada Bell|PERSON] and [Ben Bell|PERSON]: [Bell|PERSON]",
            {"Ada Bell", "Ben Bell"},
        ),
        ("[Ursula von Moor|PERSON] or [von Moor|PERSON]", {"Ursula von Moor"}),
        ("[John Reed Jr|PERSON], [John Reed|PERSON]", {"John Reed Jr"}),
        ("[Anna Smith-Jones|PERSON], [Smith-Jones|PERSON]", {"Anna Smith-Jones"}),
        ("[Nato|ORG] and [NATO|ORG]", {"Nato"}),
        ("[World Health Organization|ORG] ([WHO|ORG])", {"World Health Organization"}),
        ("[Hill Farm Union|ORG] met. [HFU|ORG] left.", {"Hill Farm Union"}),
        ("[Northrop Grumman|ORG] won. [Northrop|ORG] rose.", {"Northrop Grumman"}),
        ("[University of Hull|ORG], [Hull University|ORG]", {"University of Hull"}),
        ("[Boeing|ORG] and [Airbus|ORG]", {"Boeing", "Airbus"}),
        ("[National Bank|ORG] and [National|ORG]", {"National Bank", "National"}),
        ("[Acme Ltd|ORG] grew, says [Acme|ORG]", {"Acme Ltd"}),
        ("[Ada Bell|PERSON] said. [Bell|ORG] left.", {"Ada Bell"}),
        ("[US|GPE country=US], [America|GPE country=US]", {"America"}),
        ("[Georgia Ray|PERSON] flew to [Georgia|GPE]", {"Georgia Ray", "Georgia"}),
        ("the [Euro 2024|EVENT] and the [Bible|MISC]", set()),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    """Forms of one name are one actor, names that differ are not."""
    assert set(actors(text)) == names


def test_surname_goes_on_to_mean_whom_it_meant() -> None:
    """A namesake who comes later does not make a surname unclear."""
    text = "[Ada Bell|PERSON] left. [Bell|PERSON] met [Ben Bell|PERSON]. [Bell|PERSON] spoke."
    assert spoken_of(actors(text)["Ada Bell"]) == ["Ada Bell", "Bell", "Bell"]


def test_aliases_are_the_other_forms() -> None:
    """The fullest form is the name; all others stay findable."""
    actor = actors("[Bell|PERSON], [Ada Bell|PERSON], [Bell|PERSON], [ADA BELL|PERSON]")["Ada Bell"]
    assert actor.aliases == ("Bell", "ADA BELL")
    assert len(actor.mentions) == 4


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("[Ada Bell|PERSON]", "person", None),
        ("[Nato|ORG]", "organization", None),
        ("[Ukraine|GPE country=UA]", "country", "UA"),
        ("[Odesa|GPE]", "place", None),
        ("[the Danube|LOC]", "place", None),
        ("[Danes|NORP country=DK]", "group", "DK"),
        ("[US Air Force|ORG]", "organization", "US"),
        ("[the Kremlin|ORG country=RU]", "organization", "RU"),
    ],
)
def test_kinds(text: str, kind: str, country: str | None) -> None:
    """Every label makes its kind of actor; countries, governments and nationals have a code."""
    (actor,) = actors(text).values()
    assert (actor.kind, actor.country) == (kind, country)


def test_capital_that_acts_is_its_country() -> None:
    """What Kyiv says Ukraine says, "in Kyiv" is the city; the country keeps its name."""
    found = actors("[Ukraine|GPE country=UA], [Kyiv|GPE country=UA], and in [Kyiv|GPE]")
    assert found["Ukraine"].aliases == ("Kyiv",)
    assert found["Kyiv"].kind == "place"


def test_adjective_is_a_mention_but_no_name() -> None:
    """The adjective "Russian" is said of Russia where Russia is named, and makes no actor alone."""
    text = "[Russian|GPE country=RU] arms from [Russia|GPE country=RU], [Danish|GPE country=DK] aid"
    found = actors(text)
    assert set(found) == {"Russia"}
    assert spoken_of(found["Russia"]) == ["Russian", "Russia"]
    assert found["Russia"].aliases == ()


def test_nation_and_its_language_stay_apart() -> None:
    """What the adjective is mostly used for does not change what the country is."""
    text = "[Germany|GPE country=DE] [German|GPE country=DE] [German|MISC] [German|MISC]"
    assert actors(text)["Germany"].kind == "country"


def test_roles_name_their_organisation() -> None:
    """The owner of an office is given by its actor's name, also where a noun stands for it."""
    found = actors(
        "[Nato|ORG subject] met as [the alliance|nominal ORG] 's chief, "
        "[Ada Bell|PERSON role=chief@the_alliance], spoke."
    )
    (role,) = found["Ada Bell"].roles
    assert (role.title, role.organization) == ("chief", "Nato")


def test_role_keeps_the_name_of_its_owner_as_printed() -> None:
    """Whose office it is stays as printed where that is a name."""
    found = actors(
        "[United States|GPE country=US]: [US|GPE country=US] envoy [Ada Bell|PERSON role=envoy@US]"
    )
    assert [role.organization for role in found["Ada Bell"].roles] == ["US"]


def test_role_of_a_demonym() -> None:
    """A British premier is the premier of Britain, and British."""
    text = "British premier [Ada Bell|PERSON role=premier@British] left [Britain|GPE country=GB]."
    bell = actors(text)["Ada Bell"]
    assert [(role.title, role.organization) for role in bell.roles] == [("premier", "Britain")]
    assert bell.country == "GB"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "[Ada Bell|PERSON subject] left. [She|pronoun subject] waved.",
            "Ada Bell",
            ["Ada Bell", "She"],
        ),
        (
            "[Ada Bell|PERSON fem subject] met [Ben Low|PERSON masc]. [He|pronoun subject] left.",
            "Ben Low",
            ["Ben Low", "He"],
        ),
        (
            "[Acme|ORG subject] told [Ada Bell|PERSON]. [It|pronoun subject] left.",
            "Acme",
            ["Acme", "It"],
        ),
        (
            "[Police|nominal GROUP plur bare subject verb=1] came. [They|pronoun subject] left.",
            "Police",
            ["Police", "They"],
        ),
        (
            "[Ada Bell|PERSON subject verb=1] saw [her|pronoun verb=1].",
            "Ada Bell",
            ["Ada Bell"],
        ),
        (
            "[Ada Bell|PERSON role=minister subject], the minister. [The minister|nominal PERSON].",
            "Ada Bell",
            ["Ada Bell", "The minister"],
        ),
        (
            "[Nato|ORG] grew. [The alliance|nominal ORG subject] met.",
            "Nato",
            ["Nato", "The alliance"],
        ),
        (
            "[Nato|ORG] and [Opec|ORG] met. [The alliance|nominal ORG] grew.",
            "Nato",
            ["Nato"],
        ),
        (
            "[Ada Bell|PERSON], [a doctor|nominal PERSON bare is=Ada_Bell], left.",
            "Ada Bell",
            ["Ada Bell", "a doctor"],
        ),
        (
            f"{MINISTER_OF_CHAD} [Chad's minister|nominal PERSON of=Chad head=minister] left.",
            "Ada Bell",
            ["Ada Bell", "Chad's minister"],
        ),
        (
            f"{MINISTER_OF_CHAD} [Mali's minister|nominal PERSON of=Mali head=minister] left.",
            "Ada Bell",
            ["Ada Bell"],
        ),
        (
            f"{MINISTER_OF_CHAD} [The Malian minister|nominal PERSON country=ML] left.",
            "Ada Bell",
            ["Ada Bell"],
        ),
        (
            "[Chad|GPE country=TD] voted. [The country|nominal GPE] waits.",
            "Chad",
            ["Chad", "The country"],
        ),
        (
            (
                "[Her rival|nominal PERSON subject verb=1 is=Ben_Low], [Ben Low|PERSON], blamed "
                "[the referee|nominal PERSON verb=1]. [He|pronoun subject] left."
            ),
            "Ben Low",
            ["Her rival", "Ben Low", "He"],
        ),
        (
            (
                "[Bo Low|PERSON subject verb=1] left. [Ada Bell|PERSON subject verb=2 relative=3], "
                "who met [her|pronoun verb=3], stayed."
            ),
            "Bo Low",
            ["Bo Low", "her"],
        ),
        (
            (
                "[Bo Low|PERSON subject verb=1] met [Al|PERSON verb=1]. [Ada Bell|PERSON subject "
                "verb=2], [an expert|nominal PERSON bare is=Ada_Bell], doubts it. "
                "[She|pronoun subject] left."
            ),
            "Ada Bell",
            ["Ada Bell", "an expert", "She"],
        ),
    ],
)
def test_references(text: str, name: str, expected: list[str]) -> None:
    """Pronouns and descriptions go to the one they fit, or to nobody."""
    assert spoken_of(actors(text)[name]) == expected


def test_speaker_says_i() -> None:
    """A quoted "I" is the speaker, a quoted "he" somebody else."""
    found = actors(
        "[Ada Bell|PERSON] met [Ben Low|PERSON masc subject]. [Ada Bell|PERSON subject] said: "
        "[I|pronoun quote=q1] like [him|pronoun quote=q1].",
        quotes={"q1": "Ada Bell"},
    )
    assert spoken_of(found["Ada Bell"]) == ["Ada Bell", "Ada Bell", "I"]
    assert spoken_of(found["Ben Low"]) == ["Ben Low", "him"]


def test_whom_a_quotation_names_does_not_speak_it() -> None:
    """“Cole is a liar,” he said: not Cole said it."""
    found = actors(
        "[Ben Low|PERSON subject] rejected plans. [Ed Cole|PERSON quote=q1 subject] is a liar, "
        "[he|pronoun subject] said.",
        quotes={"q1": "he"},
    )
    assert spoken_of(found["Ben Low"]) == ["Ben Low", "he"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Judge", ["Ann Moss"]), ("singer", ["Ann Moss", "she"])],
)
def test_a_judge_may_speak_of_the_accused(title: str, expected: list[str]) -> None:
    """In "Judge Moss said she had lied" the accused may have lied; a singer speaks of herself."""
    mentions = marked(
        f"[Eve Hill|PERSON subject] stole. {title} [Ann Moss|PERSON role={title} subject] said "
        "[she|pronoun quote=q1 subject] had lied.",
        quotes={"q1": "Ann Moss"},
    )
    reported = mentions.quotes[0].model_copy(update={"kind": "indirect"})
    told = resolve_actors(mentions.model_copy(update={"quotes": (reported,)}))
    (moss,) = [actor for actor in told.actors if actor.name == "Ann Moss"]
    assert spoken_of(moss) == expected


@pytest.mark.parametrize(
    ("described", "head", "same"),
    [
        ("the minister", "minister", True),
        ("the interior minister", "minister", True),
        ("the embattled minister", "minister", True),
        ("the finance minister", "minister", False),
        ("the prime minister", "minister", False),
        ("the deputy minister", "minister", False),
    ],
)
def test_offices_with_other_portfolios(described: str, head: str, *, same: bool) -> None:
    """The prime minister is not the interior minister; an embattled minister may be."""
    mentions = marked(
        "[Ada Bell|PERSON role=interior_minister subject], interior minister, left. "
        f"[{described}|nominal PERSON subject verb=4] waved."
    )
    modifiers = tuple(described.split()[1:-1])
    last = mentions.actors[-1].model_copy(update={"modifiers": modifiers, "head": head})
    links = resolve_actors(mentions.model_copy(update={"actors": (*mentions.actors[:-1], last)}))
    assert (links.actor_at(last.span) == "a1") is same


def test_one_of_many_need_not_be_the_same_again() -> None:
    """Two times "one of the fans" may be two fans."""
    mentions = marked(
        "[one of the fans|nominal PERSON bare head=one subject verb=1] sang. "
        "[one of the fans|nominal PERSON bare head=one subject verb=2] wept."
    )
    links = resolve_actors(mentions)
    first, second = (links.actor_at(mention.span) for mention in mentions.actors)
    assert first is None or first != second


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Two officers|nominal GROUP plur subject verb=1] came.", {"Two officers"}),
        ("[any minister|nominal PERSON bare subject verb=1] may come.", set()),
        ("[voters|nominal GROUP plur bare verb=1]", set()),
        ("[a bridge|nominal bare subject verb=1] fell.", set()),
        ("[they|pronoun subject] left.", set()),
    ],
)
def test_unnamed_actors(text: str, names: set[str]) -> None:
    """Who does something is an actor without a name too; people in general are not."""
    assert set(actors(text)) == names


def test_actor_at() -> None:
    """A phrase around a name, the name itself and its head word all find the actor."""
    text = "[Ada Bell|PERSON] and [the firm|nominal ORG verb=1 subject], not Ada Bell"
    links = resolve_actors(marked(text))
    plain = "Ada Bell and the firm, not Ada Bell"
    assert links.actor_at(TextSpan.of(plain, 0, 8)) == "a1"
    assert links.actor_at(TextSpan.of(plain, 4, 8)) == "a1"
    assert links.actor_at(TextSpan.of(plain, 0, 12)) == "a1"
    assert links.actor_at(TextSpan.of(plain, 13, 21)) == "a2"
    assert links.actor_at(TextSpan.of(plain, 27, 31)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[European Union|ORG] envoy [Ada Bell|PERSON]", "Ada Bell"),
        ("Inspector [Ada Bell|PERSON] of [Leeds Police|ORG]", "Ada Bell"),
        ("Secretary of [State|ORG] [Ada Bell|PERSON]", "Ada Bell"),
        ("[the old firm|nominal ORG subject verb=1] of [Ada Bell|PERSON]", "the old firm"),
    ],
)
def test_head_of_a_phrase(text: str, expected: str) -> None:
    """A phrase of a title and a name means the person, others their longest mention."""
    mentions = marked(text)
    links = resolve_actors(mentions)
    plain = re.sub(r"\[([^|]*)\|[^]]*\]", r"\1", text)
    whole = TextSpan(start=0, end=len(plain), text=plain)
    names = {actor.id: actor.name for actor in links.actors}
    assert names[links.actor_at(whole) or ""] == expected


@pytest.mark.parametrize(
    "text",
    [
        "[Ada Bell|PERSON] and [Tom Hill|PERSON]",
        "Captain [Ada Bell|PERSON] and goalkeeper [Tom Hill|PERSON]",
        "[Ada Bell|PERSON] and [her aides|nominal GROUP subject verb=1]",
        "[Chad|GPE country=TD] and [Mali|GPE country=ML]",
        "the mother of [Ada Bell|PERSON]",
        "one of [the players|nominal GROUP subject verb=1]",
    ],
)
def test_nobody_heads_a_phrase(text: str) -> None:
    """Two who are joined are neither of them, and whose somebody is is not who it is."""
    links = resolve_actors(marked(text))
    plain = re.sub(r"\[([^|]*)\|[^]]*\]", r"\1", text)
    assert links.actor_at(TextSpan(start=0, end=len(plain), text=plain)) is None


def test_nothing() -> None:
    """No mentions, no actors."""
    assert resolve_actors(Mentions()).actors == ()


_NAMES = st.sampled_from(["Ada Bell", "Bell", "Nato", "NATO", "US", "he", "the firm", "Mr", "-"])
_KINDS = st.sampled_from(
    ["PERSON", "ORG", "GPE", "pronoun", "nominal ORG", "nominal PERSON", "NORP"]
)


@given(st.lists(st.tuples(_NAMES, _KINDS), max_size=12))
def test_any_mentions_resolve(items: list[tuple[str, str]]) -> None:
    """Whatever is found, each mention is in at most one actor and keeps its place."""
    mentions = marked(" ".join(f"[{name}|{kind}]" for name, kind in items))
    links = resolve_actors(mentions)
    spans = [mention.span for actor in links.actors for mention in actor.mentions]
    assert len(spans) == len({(span.start, span.end) for span in spans})
    assert {span.start for span in spans} <= {mention.span.start for mention in mentions.actors}
    assert links == resolve_actors(mentions) or links.actors == resolve_actors(mentions).actors


def test_marked_text_is_read() -> None:
    """The builder itself: spans fit their text."""
    (mention,) = marked("x [Ada Bell|PERSON].").actors
    assert isinstance(mention, ActorMention)
    assert (mention.span.start, mention.span.text) == (2, "Ada Bell")

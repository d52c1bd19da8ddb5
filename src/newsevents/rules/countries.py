"""What countries, their people, governments and larger places are called."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, NamedTuple

from pydantic import Field

from newsevents.rules.base import RuleModel, load_rules

#: How a name stands for its country: by name, by nationality, by capital city,
#: by seat of government, or merely as a place that lies in it.
Relation = Literal["name", "demonym", "capital", "seat", "place"]

# Shorter names are ordinary words in another case: "us", "Chad", "ROK".
_SHORTEST_FOLDED: Final = 4
_APOSTROPHES: Final = str.maketrans("’", "'")


class Country(RuleModel):
    """One country or territory."""

    code: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2.")
    names: tuple[str, ...] = Field(min_length=1, description="The usual one first.")
    demonyms: tuple[str, ...] = Field(default=(), description="Adjectives and nationals.")
    capitals: tuple[str, ...] = Field(default=(), description="Stand for the government.")
    seats: tuple[str, ...] = Field(default=(), description="Buildings that stand for it.")
    places: tuple[str, ...] = Field(default=(), description="Cities, states and regions.")


class Example(RuleModel):
    """A name and the code it must give."""

    text: str = Field(description="A name as the press prints it.")
    code: str = Field(description="The code it stands for.")


class Countries(RuleModel):
    """The whole of ``countries.yaml``."""

    schema_version: int = Field(description="Of this file.")
    examples: tuple[Example, ...] = Field(description="Names that must be known.")
    counterexamples: tuple[str, ...] = Field(description="Texts that name no one country.")
    countries: tuple[Country, ...] = Field(description="One row each.")


class Geography(NamedTuple):
    """What a name says about geography."""

    code: str
    relation: Relation


@cache
def countries() -> Countries:
    """The checked contents of ``countries.yaml``."""
    return load_rules("countries.yaml", Countries)


def geography(name: str) -> Geography | None:
    """What country a name stands for and how; nothing where two are meant equally.

    "Georgia", a country and a state of another, is unknown here: only its
    article can tell.
    """
    key = _key(name)
    exact, folded = _index()
    if key in exact:
        return exact[key]
    return folded.get(key.casefold()) if len(key) >= _SHORTEST_FOLDED else None


def country_code(name: str) -> str | None:
    """The code of the country that a name, demonym, capital or seat stands for."""
    found = geography(name)
    return found.code if found and found.relation != "place" else None


def home_of(name: str) -> str | None:
    """The code of the country that the name of a body begins or ends with.

    "US Air Force", "Bank of China"; not "Air France", which only sounds like its country.
    """
    words = name.split()
    starts = (words[:size] for size in (2, 1) if size < len(words))
    of = [place for place, word in enumerate(words, start=1) if word == "of"]
    for part in (*starts, *(words[place:] for place in of[-1:])):
        place = geography(" ".join(part))
        if place is not None and place.relation in {"name", "demonym"}:
            return place.code
    return None


def usual_name(code: str) -> str | None:
    """What the country of an ISO code is usually called."""
    return _usual_names().get(code)


def is_settlement_or_state(name: str) -> bool:
    """Whether a name is that of a country, city, state, province or region."""
    return _key(name).casefold() in _settlements()


def _key(name: str) -> str:
    key = " ".join(name.translate(_APOSTROPHES).split())
    return key[4:] if key[:4].casefold() == "the " and len(key) > len("the ") else key


def _rows(country: Country) -> list[tuple[Relation, tuple[str, ...]]]:
    return [
        ("name", country.names),
        ("demonym", country.demonyms),
        ("capital", country.capitals),
        ("seat", country.seats),
        ("place", country.places),
    ]


@cache
def _index() -> tuple[dict[str, Geography | None], dict[str, Geography | None]]:
    exact: dict[str, Geography | None] = {}
    folded: dict[str, Geography | None] = {}
    for country in countries().countries:
        for relation, names in _rows(country):
            for name in names:
                _put(exact, _key(name), Geography(country.code, relation))
                if relation != "demonym":
                    _put(folded, _key(name).casefold(), Geography(country.code, relation))
    return exact, folded


def _put(index: dict[str, Geography | None], key: str, value: Geography) -> None:
    known = index.get(key, value)
    index[key] = value if known is not None and known.code == value.code else None


@cache
def _usual_names() -> dict[str, str]:
    return {country.code: country.names[0] for country in countries().countries}


@cache
def _settlements() -> frozenset[str]:
    return frozenset(
        _key(name).casefold()
        for country in countries().countries
        for name in (*country.names, *country.capitals, *country.places)
    )

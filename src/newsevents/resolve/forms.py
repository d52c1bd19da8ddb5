"""How the forms of one name differ: initials, titles, acronyms, words left out."""

from __future__ import annotations

from typing import Final

from newsevents.models.mentions import ActorMention, EntityLabel
from newsevents.rules.countries import Relation, geography
from newsevents.rules.names import name_words

Words = tuple[str, ...]

_SHORTEST_INITIALS: Final = 2
_LONGEST: Final = 6
#: Names of so many letters are acronyms and short for nothing else.
_LETTERS: Final = 2
#: First names may be cut to so many letters: "J", "Ben", "Mich".
_CUT: Final = frozenset({1, 3, 4, 5})


def words_of(text: str, label: EntityLabel | None) -> Words:
    """A name as comparable words: no case, stops, articles or company forms."""
    raw = text.casefold().replace("’", "'").replace(".", "").replace(",", " ").split()
    words = tuple(word for word in raw if word)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if label == "PERSON":
        words = _without_last(words, name_words("after_people"))
    elif label == "ORG":
        words = _without_last(words, name_words("company_forms"))
    if words and words[-1].endswith("'s"):
        words = (*words[:-1], words[-1][:-2])
    return words


def _without_last(words: Words, dropped: frozenset[str]) -> Words:
    while len(words) > 1 and words[-1] in dropped:
        words = words[:-1]
    return words


def is_adjective(mention: ActorMention) -> bool:
    """Whether a country is named by its adjective: "Russian troops"."""
    if mention.country is None or mention.label != "GPE":
        return False
    place = geography(mention.span.text)
    return place is not None and place.relation == "demonym"


# Acronyms


def acronyms(text: str) -> set[str]:
    """What a name of several words may be cut to: with and without small words and forms."""
    parts = [part for part in text.replace("-", " ").split() if part[0].isalpha()]
    found: set[str] = set()
    while len(parts) > 1:
        capitals = "".join(part[0] for part in parts if part[0].isupper())
        found |= {capitals.casefold(), "".join(part[0] for part in parts).casefold()}
        if parts[-1].casefold().strip(".,") not in name_words("company_forms"):
            break
        parts = parts[:-1]
    return {letters for letters in found if len(letters) >= _SHORTEST_INITIALS}


def letters_of(text: str) -> str:
    """A one-word name as an acronym would be looked up: "U.N." → "un"."""
    return text.replace(".", "").casefold()


def is_acronym(short: str, full: str) -> bool:
    """Whether a name in capitals stands for the initials of another."""
    return short.replace(".", "").isupper() and letters_of(short) in acronyms(full)


def given_in_brackets(short: str, full: str) -> bool:
    """Whether a name may be introduced as another's acronym: "Singapore Airlines (SIA)".

    It need not be made of this form's initials: "Doctors Without Borders (MSF)".
    """
    letters = letters_of(short)
    if letters in acronyms(full):
        return True
    return short.isupper() and letters.isalpha() and _SHORTEST_INITIALS <= len(letters) <= _LONGEST


# Words left out


def same_person(one: Words, other: Words) -> bool:
    """Whether two full names may be one person's: "John F Kennedy", "J Kennedy"."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and (long[-len(short) :] == short or long[: len(short)] == short):
        return True
    return one[-1] == other[-1] and _same_first(one[0], other[0])


def _same_first(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (long.startswith(short) and len(short) in _CUT)


def shortens(short: Words, full: Words) -> bool:
    """Whether one is short for the other: "Air Force" for "US Air Force"."""
    if len(short) >= len(full) or any(map(_has_digit, full[len(short) :])):
        return False
    if full[: len(short)] == short:
        # "the Bank" is the "Bank of England", "National" not the "National Bank".
        return not _says_little(short) or full[len(short)] in name_words("small")
    return full[-len(short) :] == short


def adds_business(short: Words, full: Words) -> bool:
    """Whether a longer name only adds what a firm does: "Nordic", "Nordic Airways"."""
    added = set(full[len(short) :])
    known = name_words("businesses") | name_words("company_forms")
    return full[: len(short)] == short and bool(added) and added <= known


def _says_little(short: Words) -> bool:
    if len(short) > 1:
        return False
    (word,) = short
    return word in name_words("common_first") or len(word) <= _LETTERS or _place(word) is not None


def _place(text: str) -> Relation | None:
    """What a name in small letters says of a country."""
    found = geography(text.title()) or geography(text.upper())
    return None if found is None else found.relation


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))

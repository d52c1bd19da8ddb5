"""The table of countries: complete, consistent, and right where names are shared."""

from __future__ import annotations

import pytest

from newsevents.rules.countries import (
    Geography,
    countries,
    country_code,
    geography,
    home_of,
    is_settlement_or_state,
    usual_name,
)

ISO_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV
BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES
ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE
IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU
NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE
VG VI VN VU WF WS YE YT ZA ZM ZW
""".split()


def test_examples_give_their_codes() -> None:
    """Every example of the file is known by the code it states."""
    wrong = [e.text for e in countries().examples if country_code(e.text) != e.code]
    assert not wrong


def test_counterexamples_give_none() -> None:
    """What names no single country has no code."""
    assert not [text for text in countries().counterexamples if country_code(text)]


def test_codes_are_those_of_iso() -> None:
    """Each country and territory of ISO 3166-1 has one row, and Kosovo."""
    codes = [country.code for country in countries().countries]
    assert sorted(codes) == sorted([*ISO_CODES, "XK"])


def test_no_name_stands_for_two() -> None:
    """What two countries are called is left open; names that nobody shares are not."""
    found = {
        name: geography(name)
        for country in countries().countries
        for name in (*country.names, *country.demonyms, *country.capitals, *country.seats)
    }
    assert [name for name, place in found.items() if place is None] == ["Georgia"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("South Korea", Geography("KR", "name")),
        ("SOUTH KOREA", Geography("KR", "name")),
        ("the United States", Geography("US", "name")),
        ("Côte d’Ivoire", Geography("CI", "name")),
        ("Danes", Geography("DK", "demonym")),
        ("Seoul", Geography("KR", "capital")),
        ("the Kremlin", Geography("RU", "seat")),
        ("Queensland", Geography("AU", "place")),
        ("Georgia", None),
        ("the", None),
        ("", None),
    ],
)
def test_geography(name: str, expected: Geography | None) -> None:
    """A name is read with or without article, whatever its apostrophe and case."""
    assert geography(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("US Air Force", "US"),
        ("New Zealand Army", "NZ"),
        ("Chinese Foreign Ministry", "CN"),
        ("Reserve Bank of India", "IN"),
        ("Air France", None),
        ("House of Representatives", None),
        ("India", None),
        ("", None),
    ],
)
def test_homes_of_bodies(name: str, expected: str | None) -> None:
    """A body is at home where its name begins, or in what stands behind "of"."""
    assert home_of(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Texas", True), ("Wellington", True), ("Japan", True), ("Danube", False), ("Kremlin", False)],
)
def test_settlements_and_states(*, name: str, expected: bool) -> None:
    """Rivers and buildings are no settlements or states."""
    assert is_settlement_or_state(name) is expected


def test_usual_names_are_in_use() -> None:
    """A code leads back to the name a newspaper uses, and an unknown one nowhere."""
    assert usual_name("MM") == "Myanmar"
    assert usual_name("QQ") is None

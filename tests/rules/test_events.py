"""The ontology of events, its lexicon and the codes of other ontologies."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsevents.extractor import Extractor
from newsevents.models.events import Factuality
from newsevents.rules.base import load_rules
from newsevents.rules.events import (
    CodeShift,
    CodeTable,
    EventRules,
    EventType,
    PredicateRules,
    codes,
    lexicon,
)
from newsevents.rules.verbs import verb_forms

TYPES = load_rules("events.yaml", EventRules).types
CODES = load_rules("codes.yaml", CodeTable)
TABLE = CODES.codes
CLASSES = load_rules("predicates.yaml", PredicateRules).classes
WORDS = [
    (rule, lemma, example)
    for rule in TYPES
    for words in (rule.verbs, rule.nouns, rule.adjectives)
    for lemma, example in words.items()
]


def test_ids_are_unique():
    """No two rules share an id."""
    rules = [*TYPES, *CLASSES]
    assert len({rule.id for rule in rules}) == len(rules)


@pytest.mark.parametrize("rule", TYPES, ids=lambda rule: rule.id)
def test_weak_words_are_words_of_the_type(rule: EventType):
    """What needs the model's assent is listed with an example first."""
    assert set(rule.weak_verbs) <= set(rule.verbs)
    assert set(rule.weak_nouns) <= set(rule.nouns)
    assert set(rule.weak_adjectives) <= set(rule.adjectives)


@pytest.mark.parametrize("rule", TYPES, ids=lambda rule: rule.id)
def test_examples_have_their_words(rule: EventType):
    """The example of a lemma has a form of it: a known one, or one that begins as it does."""
    forms = verb_forms(lexicon().verb_lemmas)
    for words in (rule.verbs, rule.nouns, rule.adjectives):
        for lemma, example in words.items():
            first = lemma.split()[0]
            found = re.findall(r"\w[\w-]*", example.lower())
            assert any(forms.get(word) == first or word.startswith(first[:3]) for word in found), (
                lemma
            )


def test_codes_are_of_types_that_exist():
    """The table has no type that the ontology lacks."""
    assert set(TABLE) <= {rule.type for rule in TYPES}


def test_codes_are_those_of_the_ontologies():
    """Every code is one that PLOVER and CAMEO have."""
    folder = Path("../shared/corpora/coding")
    if not folder.exists():
        pytest.skip("the ontologies are not beside this checkout")
    plover = (folder / "plover.json").read_text(encoding="utf-8")
    cameo = (folder / "cameo.json").read_text(encoding="utf-8")
    for code in (*TABLE.values(), *(shift.to for shift in CODES.shifts)):
        assert f'"{code.plover}"' in plover
        assert f'"{code.cameo}"' in cameo
    assert all(f'"{name}"' in plover for shift in CODES.shifts for name in shift.plover)


@pytest.mark.model
@pytest.mark.parametrize("shift", CODES.shifts, ids=lambda shift: shift.id)
def test_sentences_show_the_shift(shift: CodeShift, extractor: Extractor):
    """An event of each example has the code that factuality makes of it."""
    for example in shift.examples:
        events = extractor.extract(example).events
        assert shift.to.model_dump() in [event.codes for event in events], example


@pytest.mark.parametrize(
    ("event_type", "factuality", "expected"),
    [
        ("diplomacy.meet", "actual", {"plover": "CONSULT", "cameo": "04"}),
        ("diplomacy.meet", "planned", {"plover": "AGREE", "cameo": "03"}),
        ("diplomacy.aid", "negated", {"plover": "REJECT", "cameo": "12"}),
        ("conflict.attack", "planned", {"plover": "THREATEN", "cameo": "13"}),
        ("justice.arrest", "possible", {"plover": "COERCE", "cameo": "17"}),
        ("sport.win", "actual", {}),
    ],
)
def test_codes_depend_on_type_and_factuality(
    event_type: str, factuality: Factuality, expected: dict[str, str]
):
    """A planned meeting is AGREE, help not given REJECT; a match has no political code."""
    assert codes(event_type, factuality) == expected


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("held", "hold"),
        ("invaded", "invade"),
        ("fled", "flee"),
        ("stopped", "stop"),
        ("found", "find"),
        ("carries", "carry"),
        ("dying", "die"),
        ("banned", "ban"),
        ("visited", "visit"),
        ("freed", "free"),
        ("retook", "retake"),
    ],
)
def test_forms_lead_to_lemmas(form: str, lemma: str):
    """Regular and irregular forms are looked up without a lemmatiser."""
    assert verb_forms(lexicon().verb_lemmas)[form] == lemma


@pytest.mark.model
@pytest.mark.slow
def test_examples_are_found(extractor):
    """In nine of ten examples the word is found as an event of its type."""
    found = 0
    for rule, _, example in WORDS:
        found += any(event.type == rule.type for event in extractor.extract(example).events)
    assert found / len(WORDS) >= 0.9

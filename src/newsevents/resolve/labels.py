"""One label for all names with the same words, whatever each was taken for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from newsevents.models.mentions import ActorMention, EntityLabel
from newsevents.resolve.forms import adds_business, words_of
from newsevents.rules.countries import geography


def settled_labels(mentions: Sequence[ActorMention]) -> dict[int, EntityLabel | None]:
    """By the index of its mention, the label that most names with the same words have.

    "Hipkins" is a person wherever "Chris Hipkins" is one, and "Harlow" the firm where
    there is a "Harlow Group" and nobody of that name.
    """
    names = {i: mention for i, mention in enumerate(mentions) if mention.kind == "name"}
    votes: dict[str, Counter[EntityLabel]] = defaultdict(Counter)
    for mention in names.values():
        if mention.label is not None and mention.country is None:
            votes[_folded(mention)][mention.label] += 1
    most = {text: labels.most_common(1)[0][0] for text, labels in votes.items()}
    surnames = _surnames(names)
    firms = _short_names_of_firms(names, surnames)
    settled: dict[int, EntityLabel | None] = {}
    for index, mention in names.items():
        text = _folded(mention)
        if mention.country is not None:
            settled[index] = mention.label
        elif text in firms and not _is_human(mention):
            settled[index] = "ORG"
        elif text in surnames and geography(mention.span.text) is None:
            settled[index] = "PERSON"
        else:
            settled[index] = most.get(text, mention.label)
    return settled


def _surnames(names: dict[int, ActorMention]) -> dict[str, int]:
    """Last words of full names of people, with the first mention of each."""
    found: dict[str, int] = {}
    for index, mention in names.items():
        parts = _folded(mention).split()
        if mention.label == "PERSON" and len(parts) > 1:
            found.setdefault(parts[-1], index)
    return found


def _short_names_of_firms(names: dict[int, ActorMention], surnames: dict[str, int]) -> set[str]:
    """Words that a firm of the article is called by, unless a person was before it."""
    firms: dict[str, int] = {}
    for index, mention in names.items():
        words = words_of(mention.span.text, None)
        if mention.label == "ORG" and len(words) > 1 and adds_business(words[:1], words):
            firms.setdefault(words[0], index)
    return {word for word, index in firms.items() if word not in surnames or index < surnames[word]}


def _is_human(mention: ActorMention) -> bool:
    return bool(mention.roles) or mention.gender is not None


def _folded(mention: ActorMention) -> str:
    return mention.span.text.casefold()

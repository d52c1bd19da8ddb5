"""Which clause of headline and lead tells the main event, and which others tell the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from newsevents.models.article import Article
from newsevents.models.base import TextSpan
from newsevents.models.events import Event
from newsevents.models.mentions import ClauseMention

#: How much each sign speaks for a clause.
_IN_HEADLINE: Final = 4.0
_IN_FIRST: Final = 1.5
_HAS_SUBJECT: Final = 1.0
_REPORTED: Final = -0.5
_REPORTING: Final = -2.0
_PER_SHARED: Final = 0.5
_MOST_SHARED: Final = 4
#: A clause of the lead tells the same event where it shares so many words with the headline.
_SAME: Final = 2
#: Letters by which words are compared, and how many a word has at least.
_STEM: Final = 5
_SHORTEST: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class MainClause:
    """The clause of the main event, and those that tell the same, itself first."""

    clause: ClauseMention
    same: tuple[ClauseMention, ...]


def choose_clause(
    article: Article,
    clauses: Sequence[ClauseMention],
    event_of: Callable[[ClauseMention], Event | None],
) -> MainClause | None:
    """The clause that tells the main event: of the headline if it has one, else of the lead.

    Args:
        article: The article.
        clauses: The clauses of headline and lead in text order.
        event_of: The event that a clause tells.
    """
    return _Chooser(article, clauses, event_of).choose() if clauses else None


class _Chooser:
    def __init__(
        self,
        article: Article,
        clauses: Sequence[ClauseMention],
        event_of: Callable[[ClauseMention], Event | None],
    ) -> None:
        self._clauses = clauses
        self._event_of = event_of
        self._headlines = [p.span for p in article.paragraphs if p.role == "headline"]
        body = [p.span for p in article.paragraphs if p.role == "body"]
        self._first = body[0] if body else None
        titles = [article.title or "", *(span.text for span in self._headlines)]
        self._title = stems(" ".join(titles))

    def choose(self) -> MainClause:
        best = max(self._clauses, key=lambda clause: (self._weight(clause), -clause.verb.start))
        others = [c for c in self._clauses if c is not best and self._is_same(best, c)]
        others.sort(key=lambda clause: -self._weight(clause))
        return MainClause(best, (best, *others))

    def _weight(self, clause: ClauseMention) -> float:
        weight = _HAS_SUBJECT * (clause.subject is not None or clause.count is not None)
        weight += {"told": 0.0, "reported": _REPORTED, "reporting": _REPORTING}[clause.kind]
        if _within(clause.verb, self._headlines):
            return weight + _IN_HEADLINE
        weight += _IN_FIRST * (self._first is not None and self._opens(clause))
        shared = len(stems(clause.sentence.text) & self._title)
        return weight + _PER_SHARED * min(shared, _MOST_SHARED)

    def _opens(self, clause: ClauseMention) -> bool:
        """Whether a clause stands in the first sentence of the body."""
        return self._first is not None and clause.sentence.start <= self._first.start

    def _is_same(self, best: ClauseMention, other: ClauseMention) -> bool:
        """Whether another clause tells the event of the best one."""
        if other.sentence == best.sentence:
            return False
        if other.verb.text.lower()[:_STEM] == best.verb.text.lower()[:_STEM]:
            return True
        event = self._event_of(best)
        if event is not None and event == self._event_of(other):
            return True
        return len(stems(other.sentence.text) & stems(best.sentence.text)) >= _SAME


def stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST)


def _within(span: TextSpan, spans: Sequence[TextSpan]) -> bool:
    return any(around.contains(span) for around in spans)

"""Results as short tables for reading: main event, quotes, actors and a timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from rich import box
from rich.table import Table

from newsevents.cli.terminal import printable
from newsevents.export.names import participant_names, role_text
from newsevents.models import Event, ExtractionResult, Quote

#: What stands in a table where the article does not say.
UNKNOWN: Final = "-"


def result_tables(result: ExtractionResult) -> Iterator[Table]:
    """The tables of one result; those that would be empty are left out."""
    for make in (main_event_table, quote_table, actor_table, event_table):
        table = make(result)
        if table.row_count:
            yield table


def main_event_table(result: ExtractionResult) -> Table:
    """What the article is about: who, what, when, where, why and how, where it says so."""
    table = _table("Main event", "Question", "Answer")
    for question in ("who", "what", "when", "where", "why", "how"):
        answer = getattr(result.main_event, question, None)
        if answer is not None:
            _add(table, question, answer.text)
    return table


def quote_table(result: ExtractionResult) -> Table:
    """Who said what, in the order of the text."""
    table = _table("Quotes", "Id", "Speaker", "Kind", "Text")
    for quote in result.quotes:
        _add(table, quote.id, _speaker(result, quote), quote.kind, _short(quote.text, 160))
    return table


def actor_table(result: ExtractionResult) -> Table:
    """Who is who: those spoken of most come first."""
    table = _table("Actors", "Name", "Kind", "Role", "Mentions")
    for actor in sorted(result.actors, key=lambda actor: -len(actor.mentions)):
        roles = "; ".join(map(role_text, actor.roles))
        kind = f"{actor.kind} {actor.country}" if actor.country else actor.kind
        _add(table, actor.name, kind, roles, str(len(actor.mentions)))
    return table


def event_table(result: ExtractionResult) -> Table:
    """What happened when: by date, what has none last, and then by place in the text."""
    table = _table("Timeline", "When", "Who", "Event", "Whom or what", "Factuality")
    for event in sorted(result.events, key=lambda event: _moment(result, event)):
        time = result.time(event.time_id)
        when = (time.value or time.span.text) if time else ""
        who, whom = (
            ", ".join(_short(name, 40) for name in participant_names(result, event, role))
            for role in ("agent", "patient")
        )
        amounts = "".join(f" {amount.span.text}" for amount in event.amounts)
        # "actual q5": the article does not say so itself, the speaker of q5 does.
        status = f"{event.factuality} {event.reported_in or ''}"
        _add(table, when, who, event.trigger.text + amounts, whom, status)
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        # Short columns keep their words whole; the others share what is left.
        short = column in {"Id", "Kind", "Mentions", "Factuality", "Question"}
        width = len("2023-07-10") if column == "When" else None
        table.add_column(column, no_wrap=short, overflow="fold", min_width=width)
    return table


def _add(table: Table, *cells: str) -> None:
    table.add_row(*(printable(" ".join(cell.split())) or UNKNOWN for cell in cells))


def _speaker(result: ExtractionResult, quote: Quote) -> str:
    speaker = result.speaker(quote)
    if speaker is not None:
        return speaker.name
    return f"({quote.speaker.text})" if quote.speaker else ""


def _short(text: str, characters: int) -> str:
    """The beginning of a long text; `newsevents extract` gives it whole."""
    if len(text) <= characters:
        return text
    return text[:characters].rsplit(" ", 1)[0] + " ..."


def _moment(result: ExtractionResult, event: Event) -> tuple[bool, str, int]:
    """Sorts events: dates and moments compare as ISO strings, day before hour."""
    time = result.time(event.time_id)
    start: dt.date | None = time.start if time else None
    return (start is None, start.isoformat() if start else "", event.trigger.start)

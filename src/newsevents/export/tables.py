"""Results as flat tables: one row a quote, actor, event, time or edge between actors.

Each row has the article's id, the offsets of what it is about, its text, and
names in place of ids, so that a spreadsheet or data frame can use it alone.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, TextIO, TypeAlias

from newsevents.export.edges import actor_edges, proof_of
from newsevents.export.files import whole_file
from newsevents.export.names import joined, participant_names, role_text
from newsevents.export.rows import ActorRow, EdgeRow, EventRow, QuoteRow, TimeRow
from newsevents.models import ExtractionResult, TextSpan

TableName: TypeAlias = Literal["quotes", "actors", "events", "times", "edges"]


def table_rows(table: TableName, results: Iterable[ExtractionResult]) -> Iterator[dict[str, Any]]:
    """The rows of one table, in the order of the results and of their texts."""
    _, rows = _TABLES[table]
    for result in results:
        for row in rows(result):
            yield dict(row)


def quote_rows(result: ExtractionResult) -> Iterator[QuoteRow]:
    """One row a quote."""
    for quote in result.quotes:
        speaker = result.speaker(quote)
        yield {
            "article_id": result.article.id,
            "quote_id": quote.id,
            "kind": quote.kind,
            "start": quote.content[0].start,
            "end": quote.content[-1].end,
            "text": quote.text,
            "cue": _text(quote.cue),
            "speaker": _text(quote.speaker),
            "speaker_id": quote.speaker_id,
            "speaker_name": speaker.name if speaker else None,
            "confidence": quote.confidence,
        }


def actor_rows(result: ExtractionResult) -> Iterator[ActorRow]:
    """One row an actor."""
    for actor in result.actors:
        first = actor.mentions[0].span
        yield {
            "article_id": result.article.id,
            "actor_id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country,
            "aliases": joined(actor.aliases),
            "roles": joined(map(role_text, actor.roles)),
            "mentions": len(actor.mentions),
            "start": first.start,
            "end": first.end,
            "text": first.text,
            "confidence": actor.confidence,
        }


def event_rows(result: ExtractionResult) -> Iterator[EventRow]:
    """One row an event."""
    speakers = {quote.id: result.speaker(quote) for quote in result.quotes}
    for event in result.events:
        time = result.time(event.time_id)
        speaker = speakers.get(event.reported_in or "")
        yield {
            "article_id": result.article.id,
            "event_id": event.id,
            "type": event.type,
            "factuality": event.factuality,
            "start": event.trigger.start,
            "end": event.trigger.end,
            "text": event.trigger.text,
            "agents": joined(participant_names(result, event, "agent")),
            "patients": joined(participant_names(result, event, "patient")),
            "recipients": joined(participant_names(result, event, "recipient")),
            "time": time.span.text if time else None,
            "time_value": time.value if time else None,
            "place": _text(event.place),
            "amounts": joined(amount.span.text for amount in event.amounts),
            "reported_in": event.reported_in,
            "reported_by": speaker.name if speaker else None,
            "confidence": event.confidence,
        }


def time_rows(result: ExtractionResult) -> Iterator[TimeRow]:
    """One row a time expression."""
    for time in result.times:
        yield {
            "article_id": result.article.id,
            "time_id": time.id,
            "kind": time.kind,
            "start": time.span.start,
            "end": time.span.end,
            "text": time.span.text,
            "value": time.value,
            "interval_start": time.start.isoformat() if time.start else None,
            "interval_end": time.end.isoformat() if time.end else None,
        }


def edge_rows(result: ExtractionResult) -> Iterator[EdgeRow]:
    """One row an edge between two actors."""
    names = {actor.id: actor.name for actor in result.actors}
    for edge in actor_edges(result):
        proof = proof_of(result, edge.evidence[0])
        yield {
            "article_id": result.article.id,
            "kind": edge.kind,
            "source_id": edge.source,
            "source_name": names[edge.source],
            "target_id": edge.target,
            "target_name": names[edge.target],
            "event_type": edge.event_type,
            "factuality": edge.factuality,
            "count": edge.count,
            "evidence": joined(edge.evidence),
            "start": proof.start,
            "end": proof.end,
            "text": proof.text,
        }


_Rows: TypeAlias = (
    Iterator[QuoteRow]
    | Iterator[ActorRow]
    | Iterator[EventRow]
    | Iterator[TimeRow]
    | Iterator[EdgeRow]
)
_RowSource: TypeAlias = Callable[[ExtractionResult], _Rows]
_TABLES: Final[MappingProxyType[TableName, tuple[type, _RowSource]]] = MappingProxyType(
    {
        "quotes": (QuoteRow, quote_rows),
        "actors": (ActorRow, actor_rows),
        "events": (EventRow, event_rows),
        "times": (TimeRow, time_rows),
        "edges": (EdgeRow, edge_rows),
    }
)
#: The tables' names, in the order in which they are shown.
TABLES: Final[tuple[TableName, ...]] = tuple(_TABLES)


class CsvExporter:
    """One table as CSV with a header line; what is unknown is an empty cell."""

    def __init__(self, table: TableName) -> None:
        """Choose the table."""
        self.table: TableName = table

    def write(self, results: Iterable[ExtractionResult], stream: TextIO) -> None:
        """Write the header and all rows of the table."""
        rows = _csv_writer(self.table, stream)
        rows.writerows(table_rows(self.table, results))


def write_tables(results: Iterable[ExtractionResult], folder: Path) -> list[Path]:
    """Write every table as CSV into a folder, which is made if need be.

    Returns:
        The files: ``quotes.csv``, ``actors.csv``, ``events.csv``, ``times.csv``, ``edges.csv``.

    Raises:
        OSError: A file cannot be written; then none of them is new.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths: dict[TableName, Path] = {table: folder / f"{table}.csv" for table in TABLES}
    with ExitStack() as stack:
        writers = {
            table: _csv_writer(table, stack.enter_context(whole_file(path)))
            for table, path in paths.items()
        }
        for result in results:
            for table, writer in writers.items():
                writer.writerows(table_rows(table, [result]))
    return list(paths.values())


def _csv_writer(table: TableName, stream: TextIO) -> csv.DictWriter[str]:
    row_type, _ = _TABLES[table]
    writer = csv.DictWriter(stream, list(row_type.__annotations__))
    writer.writeheader()
    return writer


def _text(span: TextSpan | None) -> str | None:
    return span.text if span else None

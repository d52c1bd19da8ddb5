"""`newsevents show`: an article in the terminal with what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from newsevents.cli.inputs import Batch
from newsevents.cli.tables import result_tables
from newsevents.cli.terminal import make_console, printable
from newsevents.models import Article, ExtractionResult, TextSpan


@dataclass(frozen=True, slots=True)
class Look:
    """How one sort of span is shown: in colour, and between signs without colour."""

    name: str
    style: str
    before: str
    after: str


QUOTE: Final = Look("quote", "green", "«", "»")
ACTOR: Final = Look("actor", "bold cyan", "[", "]")
EVENT: Final = Look("event", "bold yellow", "*", "*")
TIME: Final = Look("time", "magenta", "<", ">")
LOOKS: Final = (QUOTE, TIME, ACTOR, EVENT)
#: Paragraphs that are no news: bylines, credits, "Read more".
ASIDE: Final = "dim"
_NEWS: Final = frozenset({"body", "headline"})


def run(paths: Iterable[str], *, published_at: str | None, model_dir: Path | None) -> int:
    """Show each article; gives the number of those that failed.

    Raises:
        NewsEventsError: Nothing could be done.
    """
    batch = Batch(paths, published_at=published_at, model_dir=model_dir)
    console = make_console()
    for result in batch.results():
        show(result, console)
    return batch.failed


def show(result: ExtractionResult, console: Console) -> None:
    """Print a heading, the article with its spans, and the tables."""
    colour = console.color_system is not None and not console.no_color
    console.print(Rule(_heading(result.article), align="left", characters="─"))
    console.print(coloured(result) if colour else signed(result))
    console.print()
    console.print(_legend(colour=colour))
    for table in result_tables(result):
        console.print(table)


def coloured(result: ExtractionResult) -> Text:
    """The article's text with a style for each span."""
    text = Text(printable(result.article.text))
    for span, look in _spans(result):
        text.stylize(look.style, span.start, span.end)
    for paragraph in result.article.paragraphs:
        if paragraph.role not in _NEWS:
            text.stylize(ASIDE, paragraph.span.start, paragraph.span.end)
    return text


def signed(result: ExtractionResult) -> Text:
    """The article's text with signs around each span."""
    # At one place, what ends is closed before anything opens; inner spans close
    # before outer ones, and outer ones open first.
    signs = []
    for span, look in _spans(result):
        length = span.end - span.start
        signs.append((span.end, 0, length, look.after))
        signs.append((span.start, 1, -length, look.before))
    text = printable(result.article.text)
    parts, done = [], 0
    for place, _, _, sign in sorted(signs):
        parts += [text[done:place], sign]
        done = place
    return Text("".join([*parts, text[done:]]))


def _spans(result: ExtractionResult) -> Iterator[tuple[TextSpan, Look]]:
    for quote in result.quotes:
        yield from ((span, QUOTE) for span in quote.content)
    yield from ((time.span, TIME) for time in result.times)
    for actor in result.actors:
        # Every "he" in colour would hide the names.
        yield from ((item.span, ACTOR) for item in actor.mentions if item.kind == "name")
    for event in result.events:
        yield from ((span, EVENT) for span in dict.fromkeys((event.trigger, *event.mentions)))


def _heading(article: Article) -> str:
    parts = (article.title or article.id, str(article.published_at or "no date"), *article.authors)
    return printable(" · ".join(parts))


def _legend(*, colour: bool) -> Text:
    legend = Text()
    for look in LOOKS:
        word = look.name if colour else f"{look.before}{look.name}{look.after}"
        legend.append(word, look.style if colour else "").append("  ")
    return legend

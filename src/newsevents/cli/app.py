"""What can be typed: commands, their options, and what a user is told of errors."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from newsevents.errors import NewsEventsError

#: Exit statuses, beside 0.
SOME_FAILED: Final = 1
NOTHING_DONE: Final = 2

_HELP: Final = """
Who did what to whom, when and where, and who said so: typed results from news articles.

No server, no download, no network.

[bold]Examples[/bold]

  newsevents show article.txt                  read it with what was found
  newsevents extract article.txt               the result as a line of JSON
  newsevents extract news/ -o results.jsonl    a folder of articles

[bold]Exit status[/bold]

  0  Everything was extracted.
  1  Some articles could not be; stderr says which. The others are done.
  2  Nothing was done: wrong usage, or no model.
"""

app = typer.Typer(
    name="newsevents",
    help=_HELP,
    rich_markup_mode="rich",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class OutputFormat(StrEnum):
    """How results are written."""

    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders (every .txt file in them), patterns such as 'news/**/*.txt', "
        "or - for standard input.",
        show_default=False,
    ),
]
PublishedAt = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="When the articles were published, as 2023-07-10: what “Tuesday” is read from. "
        "Without it, and with no date in the article, relative times have no value.",
        show_default=False,
    ),
]
ModelDir = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="A model of your own in place of the built-in one.",
        show_default=False,
    ),
]


@app.command()
def extract(
    paths: Paths,
    *,
    published_at: PublishedAt = None,
    output_format: Annotated[
        OutputFormat,
        typer.Option(
            "--format",
            "-f",
            help="jsonl: one result a line. json: indented, an array if there are several "
            "articles. table: for reading, or CSV files with -o.",
        ),
    ] = OutputFormat.JSONL,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here, whole or not at all, and not to standard output. With "
            "--format table: a folder for quotes.csv, actors.csv, events.csv, times.csv "
            "and edges.csv, who acts on, speaks of or stands with whom.",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes.")
    ] = 1,
    model_dir: ModelDir = None,
) -> None:
    """Extract quotes, actors, events and times, and write them as data.

    A bad file is reported on stderr with its path and the reason; the others go
    on, and the exit status is 1.

    [bold]Examples[/bold]

      newsevents extract article.txt --published-at 2023-07-10
      newsevents extract 'news/**/*.txt' --jobs 4 -o results.jsonl
      newsevents extract news/ --format table -o tables/
      curl -s URL | html2text | newsevents extract - | jq '.quotes[].text'
    """
    from newsevents.cli.extracting import run

    failed = run(
        paths,
        published_at=published_at,
        output_format=output_format.value,
        output=output,
        jobs=jobs,
        model_dir=model_dir,
    )
    raise typer.Exit(SOME_FAILED if failed else 0)


@app.command()
def show(paths: Paths, *, published_at: PublishedAt = None, model_dir: ModelDir = None) -> None:
    """Show articles in the terminal with what was found in them.

    Quotes, actors, events and times are coloured, or marked with signs where
    there is no colour (in a pipe, with NO_COLOR). Then follow tables of quotes
    and actors and a timeline of events.

    [bold]Examples[/bold]

      newsevents show article.txt --published-at 2023-07-10
      newsevents show article.txt | less
    """
    from newsevents.cli.showing import run

    failed = run(paths, published_at=published_at, model_dir=model_dir)
    raise typer.Exit(SOME_FAILED if failed else 0)


@app.command()
def schema() -> None:
    """Print the JSON schema of results.

    [bold]Example[/bold]

      newsevents schema > result.schema.json
    """
    import json

    from newsevents.models import ExtractionResult

    found = ExtractionResult.model_json_schema(mode="serialization")
    typer.echo(json.dumps(found, indent=2, ensure_ascii=False))


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it
    if wanted:
        from newsevents import __version__

        typer.echo(f"newsevents {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command; what goes wrong on purpose is told in one line."""
    try:
        app()
    except NewsEventsError as error:
        typer.echo(f"newsevents: {error}", err=True)
        sys.exit(NOTHING_DONE)
    except BrokenPipeError:
        # `newsevents show article.txt | head`: the reader had enough. Python would
        # complain once more when it flushes standard output at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(SOME_FAILED)

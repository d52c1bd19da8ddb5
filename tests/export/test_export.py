"""Results as JSON, JSON Lines and tables, in files that are whole."""

from __future__ import annotations

import csv
import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsevents import ExtractionResult, ParseError
from newsevents.export import (
    TABLES,
    CsvExporter,
    Exporter,
    JsonExporter,
    JsonLinesExporter,
    read_jsonl,
    table_rows,
    write_file,
    write_tables,
)
from tests.results import TEXT, make_result


def written(exporter: Exporter, *results: ExtractionResult) -> str:
    """What an exporter writes."""
    stream = io.StringIO()
    exporter.write(results, stream)
    return stream.getvalue()


def test_jsonl_comes_back_equal(tmp_path: Path):
    """What is written as JSON Lines is read back as the same results."""
    results = [make_result("one"), make_result("two")]
    write_file(results, tmp_path / "r.jsonl", JsonLinesExporter())
    assert list(read_jsonl(tmp_path / "r.jsonl")) == results


def test_jsonl_is_one_line_a_result():
    """Paragraph breaks in the text do not break lines."""
    lines = written(JsonLinesExporter(), make_result(), make_result()).splitlines()
    assert [json.loads(line)["article"]["text"] for line in lines] == [TEXT, TEXT]


def test_a_bad_line_is_named(tmp_path: Path):
    """A file that is no result says which line is wrong."""
    path = tmp_path / "r.jsonl"
    path.write_text(make_result().model_dump_json() + "\n{}\n")
    with pytest.raises(ParseError, match=r"r\.jsonl, line 2"):
        list(read_jsonl(path))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_json_is_an_array(count):
    """Several results are one JSON value; so are one and none."""
    assert len(json.loads(written(JsonExporter(), *[make_result()] * count))) == count


def test_json_of_one_may_be_an_object():
    """The result of one article needs no array."""
    assert json.loads(written(JsonExporter(single=True), make_result()))["article"]["id"] == "flood"


@pytest.mark.parametrize("table", TABLES)
def test_rows_point_into_the_text(table):
    """Every row has the article's id, and offsets of its text."""
    rows = list(table_rows(table, [make_result()]))
    assert rows
    for row in rows:
        assert row["article_id"] == "flood"
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_rows_have_names_for_ids():
    """A row can be read without the others."""
    (quote,) = table_rows("quotes", [make_result()])
    assert (quote["speaker"], quote["speaker_name"]) == ("Eva Holm", "Eva Holm")
    gave, visit = table_rows("events", [make_result()])
    assert (gave["agents"], gave["recipients"]) == ("Norland", "the flood fund")
    assert (gave["time"], gave["time_value"], gave["amounts"]) == ("Monday", "2023-05-01", "$10m")
    assert (visit["agents"], visit["factuality"], visit["time"]) == ("Eva Holm", "possible", None)
    _, holm = table_rows("actors", [make_result()])
    assert (holm["roles"], holm["mentions"]) == ("Prime Minister", 2)


@pytest.mark.parametrize("table", TABLES)
def test_csv_reads_back(table):
    """CSV has a header, also of no rows, and what is unknown is an empty cell."""
    text = written(CsvExporter(table), make_result())
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    expected = [
        {key: "" if value is None else str(value) for key, value in row.items()}
        for row in table_rows(table, [make_result()])
    ]
    assert rows == expected
    assert written(CsvExporter(table)) == text.splitlines()[0] + "\r\n"


def test_all_tables_in_one_pass(tmp_path: Path):
    """A stream of results fills all tables."""
    paths = write_tables(iter([make_result("one"), make_result("two")]), tmp_path / "new")
    assert [path.name for path in paths] == [f"{table}.csv" for table in TABLES]
    assert [len(path.read_text().splitlines()) for path in paths] == [3, 5, 5, 3, 3]


def broken():
    """A stream that ends in an error after its first result."""
    yield make_result()
    raise RuntimeError


def test_a_file_is_whole_or_not_there(tmp_path: Path):
    """What stops half-way leaves the old file, and no rest."""
    path = tmp_path / "r.jsonl"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        write_file(broken(), path, JsonLinesExporter())
    with pytest.raises(RuntimeError):
        write_tables(broken(), tmp_path / "tables")
    assert path.read_text() == "old"
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [path]


def test_a_link_is_followed(tmp_path: Path):
    """A link to a file stays a link."""
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "r.jsonl")
    write_file([make_result()], link, JsonLinesExporter())
    assert link.is_symlink()
    assert (tmp_path / "r.jsonl").is_file()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_written_to(tmp_path: Path):
    """A named pipe or a device is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as reader:
        text = reader.submit(pipe.read_text)
        write_file([make_result()], pipe, JsonLinesExporter())
        assert json.loads(text.result())["article"]["id"] == "flood"
    assert pipe.is_fifo()

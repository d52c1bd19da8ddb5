"""Results as JSON, as JSON Lines and as flat tables.

json    one indented object, or an array of them
jsonl   one result a line; what `read_jsonl` reads back
tables  rows of quotes, actors, events and times, for spreadsheets and data frames
files   whole files or none: what stops half-way leaves the old file alone
"""

from newsevents.export.base import Exporter
from newsevents.export.files import write_file
from newsevents.export.json import JsonExporter, JsonLinesExporter, read_jsonl
from newsevents.export.tables import TABLES, CsvExporter, TableName, table_rows, write_tables

__all__ = [
    "TABLES",
    "CsvExporter",
    "Exporter",
    "JsonExporter",
    "JsonLinesExporter",
    "TableName",
    "read_jsonl",
    "table_rows",
    "write_file",
    "write_tables",
]

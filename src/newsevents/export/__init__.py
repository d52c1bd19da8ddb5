"""Results as JSON, as JSON Lines, as flat tables and as graphs of actors.

json    one indented object, or an array of them
jsonl   one result a line; what `read_jsonl` reads back
tables  rows of quotes, actors, events, times and edges, for spreadsheets and data frames
edges   who acts on, speaks of, quotes or stands with whom, as plain data
graph   the same as a networkx graph, of one article or of many
files   whole files or none: what stops half-way leaves the old file alone
"""

from newsevents.export.base import Exporter
from newsevents.export.edges import actor_edges
from newsevents.export.files import write_file
from newsevents.export.graph import actor_graph
from newsevents.export.json import JsonExporter, JsonLinesExporter, read_jsonl
from newsevents.export.tables import TABLES, CsvExporter, TableName, table_rows, write_tables

__all__ = [
    "TABLES",
    "CsvExporter",
    "Exporter",
    "JsonExporter",
    "JsonLinesExporter",
    "TableName",
    "actor_edges",
    "actor_graph",
    "read_jsonl",
    "table_rows",
    "write_file",
    "write_tables",
]

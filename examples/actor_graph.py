"""The actors of several articles as one graph, in a file that Gephi opens.

python examples/actor_graph.py seeds/*.txt actors.gexf

Needs networkx: pip install 'newsevents[graph]'.
"""

from __future__ import annotations

import sys

import networkx as nx

import newsevents
from newsevents import ExtractionResult
from newsevents.export import actor_graph


def main(*arguments: str) -> None:
    """Write the graph to the file named last, and print those with most connections."""
    *paths, output = arguments
    found = newsevents.Extractor().extract_many([newsevents.parse(path) for path in paths])
    results = [result for result in found if isinstance(result, ExtractionResult)]
    graph = actor_graph(results, join_names=True)
    nx.write_gexf(graph, output)
    degrees = dict(graph.degree(weight="weight"))
    for node in sorted(graph, key=lambda node: -degrees[node])[:10]:
        print(f"{degrees[node]:4} {graph.nodes[node]['name']}")


if __name__ == "__main__":
    main(*sys.argv[1:])

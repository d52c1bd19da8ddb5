"""The actors of one or many results as a networkx graph (``pip install newsevents[graph]``)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, get_args

from newsevents.errors import ConfigError, DependencyError
from newsevents.export.edges import actor_edges
from newsevents.models import Actor, EdgeKind, ExtractionResult
from newsevents.rules.countries import usual_name

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def actor_graph(
    results: ExtractionResult | Iterable[ExtractionResult],
    *,
    kinds: Collection[EdgeKind] = get_args(EdgeKind),
    join_names: bool = False,
) -> MultiDiGraph[str]:
    """The actors as nodes, and what connects them as directed edges: `actor_edges`.

    A node is called by its `Actor.id` or, where several results are given, by its article
    as well: ``flood:a1``. It has a ``name``, a ``kind``, a ``country`` where one is known, and
    counts of its ``mentions``, ``quotes`` and ``articles``. An edge has its ``kind``, a
    ``weight`` (how many items prove it), their ids as ``evidence`` and the ``article`` they are
    of; ``acts_on`` has ``event_type`` and ``factuality`` too. Two nodes may share several edges.
    Attributes are strings and numbers, so that every format that networkx writes can hold them.

    Args:
        results: One result, or those of several articles.
        kinds: The kinds of edges wanted; nodes without any stay in the graph.
        join_names: Make one node of all countries with one code, and of all people,
            organisations or places with one name: ``person:Ada Bell``. Nothing but the
            name is looked at, so two people of one name become one, and one who is named
            in another way elsewhere stays two. Groups are never joined: "two men" are
            others in each article.

    Raises:
        ConfigError: Two articles have the same id.
        DependencyError: networkx is not installed.
    """
    try:
        import networkx as nx
    except ImportError as error:
        raise DependencyError.missing("networkx", extra="graph") from error
    graph: MultiDiGraph[str] = nx.MultiDiGraph()
    alone = isinstance(results, ExtractionResult)
    articles: set[str] = set()
    for result in [results] if isinstance(results, ExtractionResult) else results:
        _check_new(result, articles)
        prefix = "" if alone else f"{result.article.id}:"
        nodes = {
            actor.id: (_joined(actor) if join_names else None) or prefix + actor.id
            for actor in result.actors
        }
        _add_nodes(graph, result, nodes)
        _add_edges(graph, result, nodes, kinds)
    return graph


def _check_new(result: ExtractionResult, articles: set[str]) -> None:
    article = result.article.id
    if article in articles:
        raise ConfigError(
            f"two results have the article id {article!r}, by which their actors are told "
            "apart. Give each article its own: parse(path, id=...)."
        )
    articles.add(article)


def _joined(actor: Actor) -> str | None:
    """What an actor is called in all articles, where it can be told."""
    if actor.kind == "group":
        return None
    named = actor.country if actor.kind == "country" else None
    return f"{actor.kind}:{named or actor.name}"


def _add_nodes(graph: MultiDiGraph[str], result: ExtractionResult, nodes: dict[str, str]) -> None:
    quotes = [quote.speaker_id for quote in result.quotes]
    here = set()
    for actor in result.actors:
        node = nodes[actor.id]
        if node not in graph:
            # "Kyiv" in one article is "Ukraine" in the next.
            code = actor.country if node.startswith("country:") else None
            name = usual_name(code) if code else None
            graph.add_node(
                node, name=name or actor.name, kind=actor.kind, mentions=0, quotes=0, articles=0
            )
        known = graph.nodes[node]
        if actor.country:
            known.setdefault("country", actor.country)
        known["mentions"] += len(actor.mentions)
        known["quotes"] += quotes.count(actor.id)
        known["articles"] += node not in here
        here.add(node)


def _add_edges(
    graph: MultiDiGraph[str],
    result: ExtractionResult,
    nodes: dict[str, str],
    kinds: Collection[EdgeKind],
) -> None:
    for edge in actor_edges(result):
        source, target = nodes[edge.source], nodes[edge.target]
        if edge.kind not in kinds or source == target:
            continue
        said = {"event_type": edge.event_type, "factuality": edge.factuality}
        graph.add_edge(
            source,
            target,
            kind=edge.kind,
            weight=edge.count,
            article=result.article.id,
            evidence=" ".join(edge.evidence),
            **{name: value for name, value in said.items() if value is not None},
        )

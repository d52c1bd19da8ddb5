"""The graph of actors: what makes an edge, in what order, and the form networkx gets."""

from __future__ import annotations

import io
import sys

import networkx as nx
import pytest

from newsevents import (
    Actor,
    Article,
    ConfigError,
    DependencyError,
    Edge,
    Event,
    ExtractionResult,
    Mention,
    Paragraph,
    Participant,
    Quote,
)
from newsevents.export import actor_edges, actor_graph
from tests.results import PROVENANCE, span

TEXT = (
    "Norland fined Westby Oil again on Monday. It may sue them.\n\n"
    "Holm said the firm had said the country was wrong.\n\n"
    "Two men shaved."
)


def actor(id_: str, kind: str, *mentions: str, country: str | None = None) -> Actor:
    """An actor with mentions of these words."""
    return Actor(
        id=id_,
        name=mentions[0],
        kind=kind,
        country=country,
        mentions=[Mention(span=span(words, TEXT), kind="name") for words in mentions],
        confidence=1,
    )


def event(id_: str, trigger: str, agent: str, patient: str, factuality: str = "actual") -> Event:
    """An event of one actor against another."""
    return Event(
        id=id_,
        type="sanction",
        trigger=span(trigger, TEXT),
        participants=[
            Participant(role="agent", span=span(trigger, TEXT), actor_id=agent),
            Participant(role="patient", span=span(trigger, TEXT), actor_id=patient),
        ],
        factuality=factuality,
        confidence=1,
    )


def quote(id_: str, content: str, speaker_id: str | None) -> Quote:
    """An indirect quote of these words."""
    return Quote(
        id=id_,
        kind="indirect",
        content=[span(content, TEXT)],
        speaker_id=speaker_id,
        text=content,
        confidence=1,
    )


def make(article_id: str = "one", *, country: str = "Norland") -> ExtractionResult:
    """A country and a firm that act on each other, somebody who quotes, and a group."""
    norway = actor("a1", "country", "Norland", "them", "the country", country="NO")
    return ExtractionResult(
        article=Article(
            id=article_id,
            text=TEXT,
            paragraphs=[Paragraph(span=span(p, TEXT), role="body") for p in TEXT.split("\n\n")],
        ),
        actors=[
            norway.model_copy(update={"name": country}),
            actor("a2", "organization", "Westby Oil", "It", "the firm"),
            actor("a3", "person", "Holm"),
            actor("a4", "group", "Two men"),
        ],
        quotes=[
            quote("q1", "the firm had said the country was wrong", "a3"),
            quote("q2", "the country was wrong", "a2"),
            quote("q3", "Two men", None),
        ],
        events=[
            event("e1", "fined", "a1", "a2"),
            event("e2", "sue", "a2", "a1", "possible"),
            event("e3", "again", "a1", "a2"),
            event("e4", "shaved", "a4", "a4"),
        ],
        provenance=PROVENANCE,
    )


def short(edge: Edge) -> str:
    """An edge in a line."""
    labels = [edge.kind, edge.event_type, edge.factuality, " ".join(edge.evidence)]
    return f"{edge.source} {edge.target} {' '.join(label for label in labels if label)}"


def test_edges():
    """Each edge has all its proofs, in text order, and edges stand in the order of actors."""
    assert list(map(short, actor_edges(make()))) == [
        "a1 a2 co_occurs p1 p2",
        "a1 a2 acts_on sanction actual e1 e3",
        "a1 a3 co_occurs p2",
        "a2 a1 speaks_of q2",
        "a2 a1 acts_on sanction possible e2",
        "a2 a3 co_occurs p2",
        "a3 a1 speaks_of q1",
        "a3 a2 speaks_of q1",
        "a3 a2 quotes q2",
    ]


def test_edges_count_their_proofs():
    """As many as there are."""
    assert actor_edges(make())[0].count == 2


def test_no_edges_of_nothing():
    """Without paragraphs, quotes and events there is nothing to connect actors."""
    result = make()
    article = result.article.model_copy(update={"paragraphs": ()})
    assert not actor_edges(
        result.model_copy(update={"article": article, "quotes": (), "events": ()})
    )


def test_graph_of_one_result():
    """Nodes are the actors under their ids, edges have weights."""
    graph = actor_graph(make())
    assert list(graph) == ["a1", "a2", "a3", "a4"]
    assert graph.nodes["a1"] == {
        "name": "Norland", "kind": "country", "country": "NO", "mentions": 3, "quotes": 0,
        "articles": 1,
    }  # fmt: skip
    assert list(graph["a2"]["a1"].values()) == [
        {"kind": "speaks_of", "weight": 1, "article": "one", "evidence": "q2"},
        {"kind": "acts_on", "weight": 1, "article": "one", "evidence": "e2",
         "event_type": "sanction", "factuality": "possible"},
    ]  # fmt: skip


def test_kinds_may_be_chosen():
    """Only the edges asked for; the nodes stay."""
    graph = actor_graph(make(), kinds=["quotes"])
    assert list(graph.edges(data="kind")) == [("a3", "a2", "quotes")]
    assert len(graph) == 4


def test_actors_of_several_articles_stay_apart():
    """Nobody knows whether two of one name are one, so each article has its own nodes."""
    graph = actor_graph([make("one"), make("two")])
    assert len(graph) == 8
    assert {"one:a1", "two:a1"} <= set(graph)
    assert nx.number_weakly_connected_components(graph) == 4


def test_names_are_joined_on_demand():
    """Countries by code, others by name, groups never."""
    graph = actor_graph([make("one"), make("two", country="Oslo")], join_names=True)
    assert list(graph) == [
        "country:NO",
        "organization:Westby Oil",
        "person:Holm",
        "one:a4",
        "two:a4",
    ]
    node = graph.nodes["country:NO"]
    assert (node["name"], node["mentions"], node["articles"]) == ("Norway", 6, 2)
    acts = [data for *_, data in graph.edges(data=True) if data.get("factuality") == "actual"]
    assert [(data["article"], data["weight"]) for data in acts] == [("one", 2), ("two", 2)]


def test_ids_of_articles_must_differ():
    """Else actors of two articles would be taken for one."""
    with pytest.raises(ConfigError, match="'one'"):
        actor_graph([make("one"), make("one")])


@pytest.mark.parametrize("write", [nx.write_graphml, nx.write_gexf, nx.write_gml])
def test_formats_of_networkx_take_it(write):
    """What networkx writes can hold every attribute."""
    stream = io.BytesIO()
    write(actor_graph(make()), stream)
    assert b"Westby Oil" in stream.getvalue()


def test_without_networkx_the_remedy_is_told(monkeypatch):
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(DependencyError, match=r"newsevents\[graph\]"):
        actor_graph(make())

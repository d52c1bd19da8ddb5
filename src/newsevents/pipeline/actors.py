"""The component that finds mentions of actors: names, descriptions and pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.names import names
from newsevents.pipeline.nominals import pronouns_and_nominals
from newsevents.pipeline.quantified import quantified_speakers
from newsevents.pipeline.requirements import require
from newsevents.pipeline.roles import RoleReader

#: Paragraphs that tell news; credits, bylines and sign-up lines name no actors.
READ: Final = frozenset({"headline", "body", "caption"})


class ActorFinder:
    """Marks every name, description and pronoun that may speak of an actor.

    Who they are is decided by `newsevents.resolve.actors`; the same words may
    stand for two people, and two words for one.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Write the mentions of a Doc to its span group."""
        require(doc, self.name, "POS", "DEP", "ENT_IOB")
        doc.spans[keys.ACTORS] = list(self.find(doc))
        return doc

    def find(self, doc: Doc) -> Iterator[Span]:
        """The mentions of a Doc: names first, then the others, each in order."""
        readable = readable_tokens(doc)
        named = bytearray(len(doc))
        found = names(doc, readable)
        roles = RoleReader(doc, found)
        for span in found:
            start = roles.start_with_title(span)
            named[start : span.end] = b"\1" * (span.end - start)
            for token in doc[start : span.start]:
                # "its chief Ada Bell", "the bloc's chief Ada Bell"
                named[token.i] = token.dep_ != "nmod:poss"
            yield Span(doc, span.start, span.end, label=span.label_, kb_id="name")
        for span in list(quantified_speakers(doc, named)):
            named[span.root.i] = True
            yield span
        yield from pronouns_and_nominals(doc, readable, named)


def readable_tokens(doc: Doc) -> bytearray:
    """For every token whether it stands in a paragraph that tells news."""
    if keys.PARAGRAPHS not in doc.spans:
        return bytearray(b"\1") * len(doc)
    readable = bytearray(len(doc))
    for paragraph in doc.spans[keys.PARAGRAPHS]:
        if paragraph.label_ in READ:
            readable[paragraph.start : paragraph.end] = b"\1" * len(paragraph)
    return readable


@Language.factory("newsevents_actors", requires=["doc.ents", "token.dep"], assigns=["doc.spans"])
def make_actor_finder(nlp: Language, name: str) -> ActorFinder:  # noqa: ARG001 - spaCy gives it
    """Build the component behind ``nlp.add_pipe("newsevents_actors")``.

    Args:
        nlp: The pipeline; supplied by spaCy.
        name: The component's name in it; supplied by spaCy.
    """
    return ActorFinder(name)

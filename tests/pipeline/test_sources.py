"""Sources as the encoder marks them."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.sources import Sources
from tests.builders import make_doc

TABLE = """
    Ann/PROPN/nsubj/2 left/VERB/root/0 ,/PUNCT/punct/2 Bo/PROPN/nsubj/5 said/VERB/parataxis/2
    of/ADP/case/7 her/PRON/obl/5 ./PUNCT/punct/2

    Cy/PROPN/nsubj/2 slept/VERB/root/0
"""


def _doc(*sources: tuple[int, int]) -> Doc:
    doc = make_doc(TABLE)
    doc.spans[keys.ATTRIBUTION_CANDIDATES] = [Span(doc, s, e, label="SOURCE") for s, e in sources]
    return doc


def test_nearest_source_of_the_sentence_speaks() -> None:
    """Not one that is part of what was said, nor one of another sentence."""
    doc = _doc((0, 1), (3, 4), (8, 9))
    cue = Span(doc, 4, 5)
    sources = Sources(doc)
    near, far = sources.nearest(cue, set()), sources.nearest(cue, {3})
    assert near is not None
    assert far is not None
    assert (near.text, far.text) == ("Bo", "Ann")


def test_nobody_marked_is_nobody() -> None:
    """Without a source in the sentence nobody speaks."""
    doc, plain = _doc((8, 9)), make_doc(TABLE)
    assert Sources(doc).nearest(Span(doc, 4, 5), set()) is None
    assert Sources(plain).nearest(Span(plain, 4, 5), set()) is None

"""The component: all Docs come out annotated, whatever the text."""

from __future__ import annotations

import pickle
import tracemalloc
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from newsevents import keys
from newsevents.encoder import load_encoder
from newsevents.encoder.annotate import located
from newsevents.errors import ModelError

ODD = [
    "",
    " ",
    "\n\n \n",
    "\n\nA",
    "  leading and trailing  ",
    "a",
    ".",
    "😀 👩‍👩‍👧 done",
    "zero\u200bwidth \u200b \ufeff end",
    "a" * 5000,
    "no sentence end " * 300,
    "\n".join(["one line each"] * 200),
    "«guillemets» and “quotes” … and\u00a0spaces",
]
TEXTS = st.text(
    st.one_of(
        st.sampled_from("abc XYZ.,'\"\n\n\u200b\u00a0“”—9"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)


def check(doc: Doc) -> None:
    """What holds of every annotated Doc."""
    assert sum(len(sent) for sent in doc.sents) == len(doc)
    for sent in doc.sents:
        assert sum(token.dep_ == "ROOT" for token in sent) == 1
        assert all(token.head in sent for token in sent)
    for token in doc:
        assert (token.dep_ == "ROOT") == (token.head.i == token.i)
        assert (token.pos_ == "SPACE") == token.is_space
        assert token.tag_
        if token.is_space and token.i:
            assert not token.is_sent_start
    for span in (*doc.ents, *doc.spans[keys.TIME_CANDIDATES]):
        assert doc[span.start].sent == doc[span.end - 1].sent
        assert not doc[span.start].is_space
        assert not doc[span.end - 1].is_space
    for span in doc.spans[keys.TRIGGER_CANDIDATES]:
        assert len(span) == 1
        assert 0.5 <= float(span.kb_id_) <= 1
    assert len(doc.user_data[keys.FACTUALITY]) == len(doc)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts(tiny: Language, text: str) -> None:
    """Odd texts are annotated like others and survive being shipped."""
    doc = tiny(text)
    assert doc.text == text
    check(doc)
    check(Doc(tiny.vocab).from_bytes(doc.to_bytes()))


@given(text=TEXTS)
def test_any_text(tiny: Language, text: str) -> None:
    """Any text is annotated, in trees that stay within their sentences."""
    check(tiny(text))


def test_paragraphs_start_sentences(tiny: Language) -> None:
    """A blank line starts a sentence, and so does a paragraph that the parser marked."""
    doc = tiny.make_doc("one two\nthree four\n\nfive six")
    doc.spans[keys.PARAGRAPHS] = [Span(doc, 0, 2), Span(doc, 3, 5)]
    tiny.get_pipe("newsevents_encoder")(doc)
    starts = {token.text for token in doc if token.is_sent_start}
    assert {"one", "three", "five"} <= starts


def test_given_sentences_are_kept(tiny: Language) -> None:
    """A ready-made Doc keeps its tokens and its sentences, even over a blank line."""
    words = ["It", "ra", "ins", ".", "\n\n", "still", "He", "left"]
    starts = [True, False, False, False, False, False, True, False]
    doc = Doc(tiny.vocab, words=words, sent_starts=starts)
    tiny.get_pipe("newsevents_encoder")(doc)
    assert [token.text for token in doc] == words
    assert [bool(token.is_sent_start) for token in doc] == starts
    check(doc)


def test_annotation_is_replaced(tiny: Language) -> None:
    """Reading a Doc again changes nothing."""
    doc = tiny("Alice met Bob. They left for Paris.\n\nNothing else.")
    once = doc.to_json()
    tiny.get_pipe("newsevents_encoder")(doc)
    assert doc.to_json() == once


def test_pipe_equals_one_by_one(tiny: Language) -> None:
    """What a Doc gets does not depend on the Docs around it."""
    texts = ["Alice met Bob. They left.", *ODD]
    together = [doc.to_json() for doc in tiny.pipe(texts, batch_size=4)]
    assert together == [tiny(text).to_json() for text in texts]


def test_worker_processes(tiny: Language) -> None:
    """Worker processes open a session of their own and send whole Docs back."""
    texts = ["Alice met Bob.", "They left for Paris.", "Nothing."]
    docs = list(tiny.pipe(texts, n_process=2))
    assert [doc.to_json() for doc in docs] == [tiny(text).to_json() for text in texts]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Kenya", "LOC", "GPE"),
        ("Berlin", "LOC", "GPE"),
        ("Sahara", "LOC", "LOC"),
        ("Paris", "PERSON", "PERSON"),
    ],
)
def test_places_with_a_government(text: str, label: str, expected: str) -> None:
    """Of the model's places, those that the atlas knows as countries or cities become GPE."""
    doc = Doc(Vocab(), words=[text])
    assert located(Span(doc, 0, 1, label=label)).label_ == expected


def test_pipeline_on_disk(tiny: Language, tmp_path: Path) -> None:
    """A saved pipeline finds its model again by its folder."""
    tiny.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    text = "Alice met Bob. They left."
    assert again(text).to_json() == tiny(text).to_json()


def test_shipped_to_a_worker(tiny: Language) -> None:
    """The component can be pickled, for workers that are not forked."""
    encoder = tiny.get_pipe("newsevents_encoder")
    received = pickle.loads(pickle.dumps(encoder))  # noqa: S301 - what we have just written
    check(received(tiny.make_doc("Alice met Bob.")))


def test_load_encoder(tiny_model: Path) -> None:
    """The encoder works without a pipeline."""
    encoder = load_encoder(model_dir=tiny_model)
    vocab = encoder.vocab
    check(encoder(Doc(vocab, words=["Alice", "left"])))


def test_missing_model(tmp_path: Path) -> None:
    """A missing model is told when the pipeline is built, not with the first text."""
    with pytest.raises(ModelError, match="missing"):
        load_encoder(model_dir=tmp_path)


def test_long_text_needs_little_memory(tiny: Language) -> None:
    """Memory beside the Doc grows by labels alone, not by scores."""
    doc = tiny.make_doc("Alice met Bob in Paris and left . " * 2500)
    assert len(doc) > 19_000
    tracemalloc.start()
    tiny.get_pipe("newsevents_encoder")(doc)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40_000_000
    check(doc)

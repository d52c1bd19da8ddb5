"""The figures of a model: each function runs a pipeline over one kind of gold text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.gold import (
    Json,
    Labelled,
    Sentence,
    Span,
    Treebank,
    read_jsonl,
    read_names,
    read_treebank,
)
from newsevents import keys

#: What counts as a name here; places of any kind are one label in these corpora.
_NAMES = {"PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC"}
_NEWS = ("GUM_news", "GUM_interview")


@dataclass
class Tally:
    """How many items were right, in the gold, and found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(self.gold + self.found, 1)

    def count(self, gold: Iterable[object], found: Iterable[object]) -> None:
        """Add the items of a text; equal ones are right."""
        wanted, had = set(gold), set(found)
        self.right += len(wanted & had)
        self.gold += len(wanted)
        self.found += len(had)

    def match(
        self, gold: Sequence[Span], found: Sequence[Span], fits: Callable[[Span, Span], bool]
    ) -> None:
        """Add the spans of a text; those are right that can be paired one to one."""
        self.gold += len(gold)
        self.found += len(found)
        free = list(found)
        for span in sorted(gold):
            partners = [other for other in free if fits(span, other)]
            if partners:
                # An equal span before others, else the one that ends first.
                free.remove(span if span in partners else min(partners, key=lambda s: s[1]))
                self.right += 1


Figures = dict[str, float]
Measure = Callable[[Language, Path], Figures]


def syntax(nlp: Language, data: Path) -> Figures:
    """Tags, lemmas and dependencies on gold words and sentences.

    Relations are compared without subtypes; punctuation counts.
    """
    figures: Figures = {}
    for source in ("EWT", "GUM"):
        treebank = read_treebank(data / "syntax" / "dev.conllu.gz", source)
        right: Counter[str] = Counter()
        total = 0
        for sentences in treebank.documents.values():
            doc = _annotate(nlp, gold_doc(nlp, sentences))
            total += len(doc)
            _count_words(doc, sentences, right)
        for name in ("UPOS", "XPOS", "LAS", "lemma"):
            figures[f"{source} {name}"] = right[name] / total
    return figures


def gold_doc(nlp: Language, sentences: Sequence[Sentence]) -> Doc:
    """A Doc of gold words in gold sentences, and no other annotation."""
    return Doc(
        nlp.vocab,
        words=[word for sentence in sentences for word in sentence.words],
        spaces=[space for sentence in sentences for space in sentence.spaces],
        sent_starts=[at == 0 for sentence in sentences for at in range(len(sentence.words))],
    )


def _annotate(nlp: Language, doc: Doc) -> Doc:
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _count_words(doc: Doc, sentences: Sequence[Sentence], right: Counter[str]) -> None:
    start = 0
    for sentence in sentences:
        for token, row in zip(doc[start : start + len(sentence.words)], sentence.rows, strict=True):
            head = 0 if token.head.i == token.i else token.head.i - start + 1
            relation = "root" if token.dep_ == "ROOT" else token.dep_.split(":")[0]
            right["UPOS"] += token.pos_ == row[3]
            right["XPOS"] += token.tag_ == row[4]
            right["lemma"] += token.lemma_ == row[2]
            right["LAS"] += (str(head), relation) == (row[6], row[7].split(":")[0])
        start += len(sentence.words)


def sentences(nlp: Language, data: Path) -> Figures:
    """Sentence ends, and whole sentences, found in raw text."""
    path = data / "syntax" / "dev.conllu.gz"
    ewt, gum = read_treebank(path, "EWT"), read_treebank(path, "GUM")
    news = [name for name in gum.documents if name.startswith(_NEWS)]
    return {
        **_sentence_figures(nlp, ewt, list(ewt.documents), "EWT"),
        **_sentence_figures(nlp, gum, news, "GUM news"),
    }


def _sentence_figures(nlp: Language, treebank: Treebank, names: list[str], label: str) -> Figures:
    ends, whole = Tally(), Tally()
    for name in names:
        text, gold = treebank.text(name)
        spans = [
            (sent.start_char, sent.start_char + len(sent.text.rstrip())) for sent in nlp(text).sents
        ]
        whole.count(gold, spans)
        ends.count([end for _, end in gold], [end for _, end in spans])
    return {f"{label} sentence ends": ends.f1, f"{label} whole sentences": whole.f1}


def names(nlp: Language, data: Path) -> Figures:
    """People, organisations and places with exact borders, also in other cases."""
    figures: Figures = {}
    for corpus in ("gum", "uner-ewt"):
        documents = list(read_names(data / "ner" / f"{corpus}-dev.jsonl.gz"))
        for case, change in _CASES.items():
            label = f"{corpus} names{case}"
            figures.update(_name_figures(nlp, documents, change, label))
    return figures


def _lower(text: str) -> str:
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _upper(text: str) -> str:
    return "".join(char.upper() if len(char.upper()) == 1 else char for char in text)


_CASES: dict[str, Callable[[str], str]] = {"": str, " lower-cased": _lower, " ALL CAPS": _upper}


def _name_figures(
    nlp: Language,
    documents: list[tuple[str, list[Labelled]]],
    change: Callable[[str], str],
    label: str,
) -> Figures:
    tallies = {kind: Tally() for kind in ("", " PERSON", " ORG", " LOC")}
    for text, gold in documents:
        doc = nlp(change(text))
        found = [
            (ent.start_char, ent.end_char, _NAMES[ent.label_])
            for ent in doc.ents
            if ent.label_ in _NAMES
        ]
        wanted = [item for item in gold if item[2] in _NAMES.values()]
        for kind, tally in tallies.items():
            tally.count(_of(wanted, kind), _of(found, kind))
    return {label + kind: tally.f1 for kind, tally in tallies.items()}


def _of(items: Iterable[Labelled], kind: str) -> Iterator[Labelled]:
    return (item for item in items if kind.strip() in {"", item[2]})


def times(nlp: Language, data: Path) -> Figures:
    """Time expressions that overlap gold ones, and those with exact borders."""
    figures: Figures = {}
    for label, path in {
        "TimeBank": data / "time" / "timebank.jsonl.gz",
        "MEANTIME": data / "events" / "meantime-dev.jsonl.gz",
    }.items():
        relaxed, strict = Tally(), Tally()
        for record in read_jsonl(path):
            found = _group(nlp(record["text"]), keys.TIME_CANDIDATES)
            gold = [(time["span"][0], time["span"][1]) for time in record["times"]]
            wanted, had = _in_regions(gold, record), _in_regions(found, record)
            relaxed.match(wanted, had, lambda a, b: a[0] < b[1] and b[0] < a[1])
            strict.count(wanted, had)
        figures |= {f"{label} times": relaxed.f1, f"{label} times, exact": strict.f1}
    return figures


def events(nlp: Language, data: Path) -> Figures:
    """Triggers that are the head of a gold trigger, or lie in it."""
    tallies = {"TimeBank + AQUAINT": Tally(), "ECB+": Tally(), "MEANTIME": Tally()}
    for label, path in (
        ("TimeBank + AQUAINT", "time/timebank.jsonl.gz"),
        ("TimeBank + AQUAINT", "time/aquaint.jsonl.gz"),
        ("ECB+", "events/ecbplus-dev.jsonl.gz"),
        ("MEANTIME", "events/meantime-dev.jsonl.gz"),
    ):
        for record in read_jsonl(data / path):
            found = _group(nlp(record["text"]), keys.TRIGGER_CANDIDATES)
            gold = [(event["trigger"][0], event["trigger"][1]) for event in record["events"]]
            tallies[label].match(
                _in_regions(gold, record),
                _in_regions(found, record),
                lambda a, b: a[0] <= b[0] and b[1] <= a[1],
            )
    figures = {f"{label} triggers": tally.f1 for label, tally in tallies.items()}
    for label, tally in tallies.items():
        figures[f"{label} triggers, precision"] = tally.right / max(tally.found, 1)
        figures[f"{label} triggers, recall"] = tally.right / max(tally.gold, 1)
    return figures


def _group(doc: Doc, key: str) -> list[Span]:
    return [(span.start_char, span.end_char) for span in doc.spans.get(key, ())]


def _in_regions(spans: Iterable[Span], record: Json) -> list[Span]:
    """The spans of the parts that were annotated in full."""
    regions = record.get("regions")
    return [
        span
        for span in spans
        if regions is None or any(start <= span[0] < end for start, end in regions)
    ]


def factuality(nlp: Language, data: Path) -> Figures:
    """Whether what happened is told from what did not, where annotators were sure."""
    right = total = 0
    for record in read_jsonl(data / "events" / "uds-factuality-dev.jsonl.gz"):
        doc = nlp(record["text"])
        at = {token.idx: token.i for token in doc}
        for event in record["events"]:
            if event["confidence"] >= 1 and event["trigger"][0] in at:
                score = doc.user_data[keys.FACTUALITY][at[event["trigger"][0]]]
                right += (score > 0) == (event["factual"] > 0)
                total += 1
    return {"UDS factuality": right / max(total, 1)}

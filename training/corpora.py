"""Readers for every corpus that may train the shipped weights, as `Document`s.

`load_corpora` returns training documents, `load_dev` the development ones. GUM
and EWT carry several layers of annotation in different files; they are joined by
sentence or by text, so that one pass of the network serves all of them.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import conllu

from benchmarks.gold import read_jsonl
from training.attributed import attributed_news, lay_over, read_annotation, written_news
from training.overlay import join, layers_by_text
from training.records import Document, GoldWord, Labelled, Reference, Sentence

NAME_LABELS = ("PERSON", "ORG", "LOC", "NORP", "EVENT", "DATE", "MISC")
TIME_LABELS = ("DATE", "TIME", "DURATION", "SET")
_CORE = frozenset({"PERSON", "ORG", "LOC"})
#: Labels that each corpus annotates; `auto` layers (NORP, DATE by rule) give
#: examples but no counter-examples.
NAMES_KNOWN = {
    "gum": _CORE | {"EVENT", "MISC"},
    "uner-ewt": _CORE,
    "wikigold": _CORE | {"EVENT", "NORP", "MISC"},
    "crossner": _CORE | {"EVENT", "MISC"},
    "redocred": _CORE | {"EVENT", "NORP", "DATE", "MISC"},
    "wnut17": _CORE | {"MISC"},
}
_ECB_TIMES = {"date": "DATE", "of_the_day": "TIME", "duration": "DURATION", "repetition": "SET"}
#: ECB+ files days ("on Friday") under times of the day, too; these words tell.
_OF_THE_DAY = re.compile(
    r"\d:\d|[ap]\.?m\b|morning|noon|evening|night|hour|minute|second|moment", re.IGNORECASE
)


def load_corpora(data: Path, split: str = "train") -> list[Document]:
    """Every document of a split (``train`` or ``dev``) that may train weights."""
    documents = list(syntax(data, split))
    for name in ("wikigold", "crossner", "redocred", "wnut17"):
        documents += names(data, name, split)
    documents += ecbplus(data, split)
    if split == "train":
        documents += wikiwars(data)
    annotated = read_annotation(split)
    lay_over(documents, annotated)
    documents += attributed_news(data, annotated)
    documents += written_news(split)
    return documents


def syntax(data: Path, split: str) -> Iterator[Document]:
    """EWT and GUM with all their layers, in the order of the file."""
    layers = _layers_by_sentence(data, split)
    by_text = layers_by_text(data, split)
    habits = _punctuation_habits(data)
    current: Document | None = None
    path = data / "syntax" / f"{split}.conllu.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for tokens in conllu.parse_incr(lines):
            meta = tokens.metadata
            if "newdoc id" in meta or current is None:
                if current is not None:
                    yield join(current, by_text)
                corpus = "ewt" if meta["source"] == "EWT" else "gum"
                current = Document(id=meta.get("newdoc id", "?"), corpus=corpus, sentences=[])
            sentence = _treebank_sentence(tokens, habits if current.corpus == "gum" else {})
            known, spans = layers.get(meta["sent_id"], (None, []))
            if known is not None:
                sentence.names, sentence.names_known = spans, known
            current.sentences.append(sentence)
    if current is not None:
        yield join(current, by_text)


def _treebank_sentence(tokens: conllu.TokenList, habits: dict[str, str]) -> Sentence:
    text = ""
    words: list[GoldWord] = []
    # "wanna" is one written word and two syntactic ones: its last part, and the
    # text once that is read.
    last_part, text_after = 0, ""
    for token in tokens:
        blank = "" if (token["misc"] or {}).get("SpaceAfter") == "No" else " "
        if isinstance(token["id"], tuple):
            last_part, text_after = token["id"][2], text + token["form"] + blank
            continue
        start = len(text)
        text += token["form"]
        words.append(_gold_word(token, start, habits))
        if token["id"] == last_part:
            text = text_after
        elif token["id"] > last_part:
            text += blank
    return Sentence(text=text.rstrip(), words=words)


def _gold_word(token: conllu.Token, start: int, habits: dict[str, str]) -> GoldWord:
    return GoldWord(
        start=start,
        end=start + len(token["form"]),
        upos=token["upos"],
        xpos=habits.get(token["form"], token["xpos"]),
        lemma=None if token["lemma"] == "_" != token["form"] else token["lemma"],
        head=token["head"] - 1,
        deprel=token["deprel"],
    )


def _punctuation_habits(data: Path) -> dict[str, str]:
    """The tag that EWT gives each mark that GUM tags otherwise (";", "--", "/")."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(data / "syntax" / "train.conllu.gz", "rt", encoding="utf-8") as lines:
        source = ""
        for line in lines:
            if line.startswith("# source"):
                source = line.split("=")[1].strip()
            columns = line.split("\t")
            if source == "EWT" and len(columns) > 4 and columns[1] in {";", "--", "...", "/", "-"}:
                seen[columns[1]][columns[4]] += 1
    return {form: tags.most_common(1)[0][0] for form, tags in seen.items() if form != "-"}


def _layers_by_sentence(data: Path, split: str) -> dict[str, tuple[frozenset[str], list[Labelled]]]:
    found = {}
    for name in ("gum", "uner-ewt"):
        for record in read_jsonl(data / "ner" / f"{name}-{split}.jsonl.gz"):
            found[record["id"]] = (NAMES_KNOWN[name], _named(record))
    return found


def _named(record: dict[str, Any]) -> list[Labelled]:
    return sorted((s, e, k) for s, e, k in [*record["ents"], *record.get("auto", [])])


def names(data: Path, name: str, split: str) -> list[Document]:
    """A corpus of names: sentence by sentence, grouped by document where it says."""
    groups: dict[str, list[Sentence]] = defaultdict(list)
    for record in read_jsonl(data / "ner" / f"{name}-{split}.jsonl.gz"):
        sentence = Sentence(
            text=record["text"], names=_named(record), names_known=NAMES_KNOWN[name]
        )
        groups[record.get("doc", record["id"].rsplit("-", 1)[0])].append(sentence)
    return [Document(doc, name, s, bounded=False) for doc, s in groups.items()]


def ecbplus(data: Path, split: str) -> list[Document]:
    """The annotated sentences of ECB+: triggers, times, and who is meant by which words."""
    documents = []
    chains = {r["id"]: r for r in read_jsonl(data / "coref" / f"ecbplus-{split}.jsonl.gz")}
    for record in read_jsonl(data / "events" / f"ecbplus-{split}.jsonl.gz"):
        sentences = []
        for start, end in record["sentences"]:
            if any(a <= start < b for a, b in record["regions"]):
                sentences.append(_ecb_sentence(record, chains.get(record["id"]), start, end))
        if sentences:
            documents.append(Document(record["id"], "ecbplus", sentences))
    return documents


def _ecb_sentence(
    record: dict[str, Any], chains: dict[str, Any] | None, start: int, end: int
) -> Sentence:
    text = record["text"][start:end]
    events: list[Labelled] = []
    gaps: list[tuple[int, int]] = []
    for event in _within(record["events"], "trigger", start, end):
        s, e = event["trigger"][0] - start, event["trigger"][1] - start
        s, e, rest = _trigger_head(text, s, e)
        gaps += rest
        gaps += [(a - start, b - start) for a, b in event.get("parts", [])[1:]]
        events.append((s, e, event["class"]))
    times = [
        (t["span"][0] - start, t["span"][1] - start, _time_kind(record["text"], t))
        for t in _within(record["times"], "span", start, end)
        if t["kind"] in _ECB_TIMES
    ]
    return Sentence(
        text=text,
        events=events,
        event_gaps=gaps,
        times=sorted(_disjoint(times)),
        times_known=frozenset(TIME_LABELS),
        mentions=None if chains is None else list(_ecb_mentions(chains, start, end)),
    )


def _ecb_mentions(record: dict[str, Any], start: int, end: int) -> Iterator[Reference]:
    """Heads of participants and places; a lone one may well be meant elsewhere, too."""
    for mention in _within(record["mentions"], "span", start, end):
        s, e = mention["span"]
        # "the actress's rep in Utah": the head stands before what follows the noun.
        before = re.split(r",|\s(?:of|in|at|from|for|who|that|with|to)\s", record["text"][s:e])[0]
        word = list(re.finditer(r"[\w.]+", before))[-1:]
        if word:
            place = (s + word[0].start() - start, s + word[0].end() - start)
            yield Reference(*place, mention["entity_id"], asked=not mention.get("singleton"))


def _time_kind(text: str, time: dict[str, Any]) -> str:
    kind = _ECB_TIMES[time["kind"]]
    if kind == "TIME" and not _OF_THE_DAY.search(text, *time["span"]):
        return "DATE"
    return kind


_PARTICLE = re.compile(
    r"\w+(?:'s)? +(?:a|an|the|up|down|in|into|on|out|off|over|away|back|against|to|for|by|with|of|"
    r"at|from|through|place|fire|part)\b",
    re.IGNORECASE,
)


def _trigger_head(text: str, start: int, end: int) -> tuple[int, int, list[tuple[int, int]]]:
    """The head word of a trigger; its other words are neither events nor none.

    "checked into" has its head first, "heart attack" last.
    """
    words = [(m.start() + start, m.end() + start) for m in re.finditer(r"\S+", text[start:end])]
    if len(words) < 2:
        return start, end, []
    head = words[0] if _PARTICLE.match(text[start:end]) else words[-1]
    return *head, [word for word in words if word != head]


def _within(
    items: Iterable[dict[str, Any]], key: str, start: int, end: int
) -> Iterator[dict[str, Any]]:
    return (item for item in items if start <= item[key][0] and item[key][1] <= end)


def _disjoint(spans: list[Labelled]) -> list[Labelled]:
    kept: list[Labelled] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or kept[-1][1] <= span[0]:
            kept.append(span)
    return kept


_BREAK = re.compile(r"\n+|(?<=[.!?])\s+(?=[A-Z\"“])")


def wikiwars(data: Path) -> list[Document]:
    """Histories of wars with their times; sentence borders are only a guess."""
    documents = []
    for record in read_jsonl(data / "time" / "wikiwars-train.jsonl.gz"):
        times = [(*t["span"], t["type"].upper()) for t in record["times"]]
        sentences = []
        for start, end in _pieces_of(record["text"]):
            inside = [(s - start, e - start, k) for s, e, k in times if start <= s and e <= end]
            sentences.append(
                Sentence(
                    text=record["text"][start:end],
                    times=_disjoint(inside),
                    times_known=frozenset(TIME_LABELS),
                )
            )
        documents.append(Document(record["id"], "wikiwars", sentences, bounded=False))
    return documents


def _pieces_of(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        if text[start:end].strip():
            yield start, end
        start = match.end() if match else end

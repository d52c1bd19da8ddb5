"""Accuracy of events: triggers, arguments, factuality, codes and the main event.

    python -m benchmarks.events [--shared DIR] [--set NAME ...] [--limit N] [-o FOLDER]

Runs the pipeline over the event corpora, writes what it finds in the form that the
scorers read, and prints their figures beside those published for other systems.
TimeML and MEANTIME count reporting verbs, states and aspectual verbs as events and the
library does not list them unless asked; so for the figures of triggers and arguments it is.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from spacy.language import Language
from spacy.tokens import Doc

import newsevents
from benchmarks.gold import load_scorer, read_jsonl
from newsevents.models.events import MainEvent
from newsevents.models.mentions import EventMention, ParticipantMention
from newsevents.pipeline.collect.events import collect_events
from newsevents.pipeline.collect.times import collect_times
from newsevents.pipeline.events import EventFinder
from newsevents.pipeline.prepare import make_doc
from newsevents.resolve.times import resolve_times
from newsevents.rules.events import codes

Json = dict[str, Any]
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
#: PropBank numbers these too; the scorer knows them by another name.
_NUMBERED: Final = {"topic": "theme", "companion": "theme"}
_RELATIVES: Final = frozenset({"who", "whom", "which", "that"})
_LESS: Final = {"actual": 0.0, "negated": 0.0, "planned": 1.0, "possible": 2.5}
QUESTIONS: Final = ("who", "what", "when", "where", "why", "how")


class GoldSet(NamedTuple):
    """A corpus of events: its file, classes left out, and what others reach."""

    file: str
    without: frozenset[str]
    published: str


TRIGGER_SETS: Final = {
    "timebank": GoldSet("time/timebank", frozenset(), "TempEval-3's best on other text .81"),
    "aquaint": GoldSet("time/aquaint", frozenset(), "none"),
    "ecbplus": GoldSet("events/ecbplus-dev", frozenset(), "Barhom et al. on its test set .871"),
    "meantime": GoldSet("events/meantime-dev", frozenset({"grammatical"}), "none"),
}


def pipeline(*, include_reporting: bool) -> Language:
    """The pipeline, listing reporting verbs where asked."""
    nlp = newsevents.load()
    event_finder(nlp).include_reporting = include_reporting
    return nlp


def event_finder(nlp: Language) -> EventFinder:
    """The component that finds events."""
    return cast("EventFinder", nlp.get_pipe("newsevents_events"))


def published(record: Json) -> str | None:
    """The day of a text; a few records have one that is no ISO date."""
    day = str(record.get("dct") or "")
    return day if _ISO.fullmatch(day) else None


def annotate(nlp: Language, record: Json) -> Doc:
    """A gold text as the pipeline reads it."""
    doc = make_doc(nlp, newsevents.parse_text(record["text"], published_at=published(record)))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


# --- triggers and arguments --------------------------------------------------------------


def event_record(
    doc: Doc,
    mention: EventMention,
    values: dict[tuple[int, int], str | None],
    events: set[int],
) -> Json:
    """An event as the scorer reads it.

    The corpora tie an event to another by links and not as its argument; so what
    takes part and is itself an event ("approved the merger") is left out. By how much
    something rose or fell is an argument in PropBank.
    """
    span = [mention.trigger.start, mention.trigger.end]
    arguments = [
        {"role": _NUMBERED.get(part.role, part.role), "span": _printed(doc, mention, part)}
        for part in mention.participants
        if part.head.start not in events
    ]
    if mention.type.startswith("economy."):
        spans = [[amount.span.start, amount.span.end] for amount in mention.amounts]
        arguments += [
            {"role": "theme", "span": span} for span in spans if _is_apart(span, arguments)
        ]
    for role, place in (("where", mention.place), ("when", mention.time)):
        if place is not None:
            arguments.append({"role": role, "span": [place.start, place.end]})
    return {
        "trigger": span,
        "args": arguments,
        "polarity": "neg" if mention.factuality == "negated" else "pos",
        "time": "future" if _lies_ahead(doc, mention) else "non_future",
        "certainty": "possible" if mention.factuality == "possible" else "certain",
        "anchor": values.get((mention.time.start, mention.time.end)) if mention.time else None,
    }


def _printed(doc: Doc, mention: EventMention, part: ParticipantMention) -> list[int]:
    """The words of a participant; the corpora mark the pronoun of a relative clause."""
    trigger = doc.char_span(mention.trigger.start, mention.trigger.end)
    if trigger and trigger.root.dep_ == "acl:relcl" and trigger.root.head.idx == part.head.start:
        for child in trigger.root.children:
            if child.lower_ in _RELATIVES and child.pos_ == "PRON":
                return [child.idx, child.idx + len(child)]
    return [part.span.start, part.span.end]


def _lies_ahead(doc: Doc, mention: EventMention) -> bool:
    """Whether an event is to come; what may have happened lies behind, what may happen ahead."""
    if mention.factuality != "possible":
        return mention.factuality == "planned"
    trigger = doc.char_span(mention.trigger.start, mention.trigger.end)
    return trigger is not None and trigger.root.tag_ not in {"VBD", "VBN"}


def _is_apart(span: list[int], arguments: list[Json]) -> bool:
    return not any(
        argument["span"][0] < span[1] and span[0] < argument["span"][1] for argument in arguments
    )


def found_events(finder: EventFinder, doc: Doc, *, everything: bool) -> list[Json]:
    """The events of a Doc; with ``everything`` whatever TimeML counts as one."""
    finder.include_states = everything
    times = resolve_times(collect_times(doc))
    values = {(time.span.start, time.span.end): time.value for time in times}
    mentions = collect_events(finder(doc))
    starts = {mention.trigger.start for mention in mentions}
    events = {
        (mention.trigger.start, mention.trigger.end): event_record(doc, mention, values, starts)
        for mention in mentions
    }
    if everything:
        for verb in (verb for mention in mentions for verb in mention.support):
            span = (verb.start, verb.end)
            events.setdefault(span, {"trigger": list(span), "args": []})
    return [events[span] for span in sorted(events)]


def score_triggers(nlp: Language, records: list[Json], gold: GoldSet, shared: Path) -> Json:
    """Figures of one trigger corpus, and how many events too many there are."""
    events, finder = load_scorer(shared, "events"), event_finder(nlp)
    docs = [annotate(nlp, record) for record in records]
    wide, narrow = (
        [
            {"id": record["id"], "events": found_events(finder, doc, everything=everything)}
            for record, doc in zip(records, docs, strict=True)
        ]
        for everything in (True, False)
    )
    result: Json = events.score(
        list(zip(records, wide, strict=True)), set(gold.without), whole_text=False
    )
    strict = events.score(
        list(zip(records, narrow, strict=True)), set(gold.without), whole_text=False
    )
    head: Json = strict["triggers"]["head"]
    words = sum(_words_inside(record) for record in records)
    false = head["predicted"] * (1 - head["precision"])
    result["listed by the library"] = head
    result["false events per 100 words"] = 100 * false / words
    return result


def _words_inside(record: Json) -> int:
    regions = record.get("regions") or [[0, len(record["text"])]]
    return sum(len(record["text"][start:end].split()) for start, end in regions)


# --- coding ------------------------------------------------------------------------------


def code_pair(doc: Doc, source: list[list[int]], target: list[list[int]]) -> Json | None:
    """The coded event that ties two given actors best."""
    best: tuple[float, Json] | None = None
    for mention in collect_events(doc):
        found = codes(mention.type, mention.factuality)
        if not found:
            continue
        weight = 2.0 * _takes_part(mention, source, "agent") + 2.0 * _takes_part(
            mention, target, "patient", "recipient", "topic", "companion"
        )
        weight += _takes_part(mention, source) + _takes_part(mention, target)
        # What is said to happen goes before what somebody wants or plans; then the first.
        weight -= _LESS[mention.factuality] + 0.001 * mention.trigger.start
        if best is None or weight > best[0]:
            best = weight, found
    return None if best is None else {"plover": best[1]["plover"], "root": best[1]["cameo"]}


def _takes_part(mention: EventMention, spans: list[list[int]], *roles: str) -> bool:
    return any(
        part.span.start < end and start < part.span.end
        for part in mention.participants
        if not roles or part.role in roles
        for start, end in spans
    )


def score_coding(nlp: Language, records: list[Json], shared: Path) -> Json:
    """Figures of coding given pairs of actors."""
    guesses = []
    for record in records:
        spans = record["events"][0]["spans"]
        code = code_pair(annotate(nlp, record), spans["source"], spans["target"])
        guesses.append({"id": record["id"], "events": [code] if code else []})
    result: Json = load_scorer(shared, "coding").score(list(zip(records, guesses, strict=True)))
    return result


# --- who, what, when, where, why, how ------------------------------------------------------


def answers(main: MainEvent | None) -> dict[str, list[str]]:
    """The answers of a main event as the scorer reads them."""
    if main is None:
        return {question: [] for question in QUESTIONS}
    spans = {question: getattr(main, question) for question in QUESTIONS}
    return {question: [span.text] if span else [] for question, span in spans.items()}


def score_questions(records: list[Json], shared: Path, folder: Path) -> Json:
    """Figures of the six questions."""
    extractor = newsevents.Extractor()
    path = folder / "fivew1h.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for record in records:
            result = extractor.extract(question_article(record))
            guess = {"id": record["id"], "answers": answers(result.main_event)}
            lines.write(json.dumps(guess) + "\n")
    gold = shared / "corpora" / "fivew1h" / "giveme5w1h-gold-dev.jsonl.gz"
    score = load_scorer(shared, "fivew1h").score
    result_table: Json = score(gold, path)
    rows = result_table["questions"].values()
    empty = sum(row["empty"] for row in rows)
    silent = sum(row["silent"] * row["empty"] for row in rows)
    result_table["silent where coders found nothing"] = silent / max(empty, 1)
    # Its best stored answers, of November 2017, lie beside the gold phrases.
    peer = score(gold, gold, field="giveme5w1h")
    hits = {question: row["hit@1"] for question, row in peer["questions"].items()}
    result_table["hit@1 of Giveme5W1H"] = {**hits, "mean": peer["mean"]["hit@1"]}
    return result_table


def question_article(record: Json) -> newsevents.Article:
    """Title, lead and text as one article, what stands twice only once."""
    parts = [record["title"], record["lead"], record["text"]]
    if record["lead"] and record["text"].startswith(record["lead"][:60]):
        parts = [record["title"], record["text"]]
    text = "\n\n".join(part for part in parts if part)
    return newsevents.parse_text(
        text, id=record["id"], title=record["title"], published_at=record["date_publish"][:10]
    )


# --- the command -------------------------------------------------------------------------


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="corpora, scorers")
    parser.add_argument("--set", action="append", choices=[*TRIGGER_SETS, "coding", "fivew1h"])
    parser.add_argument("--limit", type=int, help="only so many texts of each corpus")
    parser.add_argument("-o", "--out", type=Path, default=Path("runs"), help="where results go")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    chosen = given.set or [*TRIGGER_SETS, "coding", "fivew1h"]
    corpora = given.shared / "corpora"
    wide = pipeline(include_reporting=True)
    results: Json = {}
    for name in chosen:
        if name == "coding":
            records = read_jsonl(corpora / "coding" / "plv-dev.jsonl.gz", given.limit)
            results[name] = score_coding(wide, records, given.shared)
        elif name == "fivew1h":
            records = read_jsonl(corpora / "fivew1h" / "giveme5w1h-gold-dev.jsonl.gz", given.limit)
            results[name] = score_questions(records, given.shared, given.out)
        else:
            gold = TRIGGER_SETS[name]
            records = read_jsonl(corpora / f"{gold.file}.jsonl.gz", given.limit)
            results[name] = score_triggers(wide, records, gold, given.shared)
        print(f"\n{name}\n{json.dumps(results[name], indent=1)}")
    (given.out / "events.json").write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()

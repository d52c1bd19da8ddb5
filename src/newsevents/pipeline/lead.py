"""Component `newsevents_lead`: the clauses of headline and lead, for the main event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.phrases import PhraseFinder, Words
from newsevents.pipeline.reasons import ReasonFinder
from newsevents.pipeline.requirements import require
from newsevents.pipeline.settings import SettingFinder
from newsevents.pipeline.tree import Tree
from newsevents.rules.nominals import nouns
from newsevents.rules.reporting import lexicon

#: Body paragraphs that may be the lead, and sentences of each paragraph that count.
_PARAGRAPHS: Final = 2
_SENTENCES: Final = 3
#: Headlines, with those below them, and clauses that are enough.
_HEADLINES: Final = 5
_CLAUSES: Final = 40
#: Words of a Doc without paragraphs that are its lead.
_LEAD_WORDS: Final = 150
_DEPTH: Final = 8
_PREDICATES: Final = frozenset({"VERB", "AUX"})
_FINITE: Final = frozenset({"VBD", "VBN", "VBP", "VBZ", "MD"})
_SUBJECTS: Final = ("nsubj", "nsubj:pass")


@dataclass(frozen=True, slots=True)
class Clause:
    """A main clause, or one that somebody is said to have said."""

    verb: int
    #: "told" by the article, "reported" as somebody's words, or what does the "reporting".
    kind: str
    parts: dict[str, Words]


class LeadReader:
    """Finds the clauses of headline and lead on Docs with a dependency parse.

    What stands in direct speech is left out, and so are orders to the reader:
    "Click to share". Paragraphs are used where a Doc has them.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find the clauses and leave them on the Doc as a span group."""
        require(doc, self.name, "POS", "DEP")
        found = self.find(doc) if doc.has_annotation("DEP") else []
        doc.spans[keys.CLAUSES] = [
            Span(doc, first, end, label=label, kb_id=clause.kind, span_id=f"c{number}")
            for number, clause in enumerate(found, 1)
            for label, (first, end) in clause.parts.items()
        ]
        return doc

    def find(self, doc: Doc) -> list[Clause]:
        """The clauses of headline and lead, in text order."""
        sentences = list(_sentences(doc))
        if not sentences:
            return []
        reader = _Clauses(doc, Tree(doc[: sentences[-1].end].as_doc()))
        clauses = (clause for sentence in sentences for clause in reader.clauses(sentence))
        return list(islice(clauses, _CLAUSES))


def _sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of headline and lead."""
    zones = list(_zones(doc))
    end = max((end for _, end in zones), default=0)
    told = [0] * len(zones)
    for sentence in doc.sents:
        if sentence.start >= end:
            return
        for number, (first, last) in enumerate(zones):
            if first <= sentence.start < last and told[number] < _SENTENCES:
                told[number] += 1
                yield sentence


def _zones(doc: Doc) -> Iterator[Words]:
    """First and one past the last word of each paragraph of headline and lead."""
    paragraphs = list(doc.spans.get(keys.PARAGRAPHS, []))
    if not paragraphs:
        yield 0, min(len(doc), _LEAD_WORDS)
    body = [p for p in paragraphs if p.label_ == "body"][:_PARAGRAPHS]
    begin = body[0].start if body else len(doc)
    heads = [p for p in paragraphs if p.label_ == "headline" and p.start < begin]
    for paragraph in (*heads[:_HEADLINES], *body):
        yield paragraph.start, paragraph.end


class _Clauses:
    """Reads the clauses of the sentences of one Doc."""

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._tree = tree
        self._verbs = lexicon()
        self._spoken = {
            word
            for span in doc.spans.get(keys.QUOTES, [])
            if span.label_ == "direct" and span.start < len(tree)
            for word in range(span.start, span.end)
        }
        self._cues = {span.root.i for span in doc.spans.get(keys.CUES, [])}
        types = {span.start: span.label_ for span in doc.spans.get(keys.TRIGGERS, [])}
        times = [span for span in doc.spans.get(keys.TIMES, []) if span.end <= len(tree)]
        self._phrases = PhraseFinder(tree, times=times)
        self._reasons = ReasonFinder(tree, types=types, times=times)
        self._settings = SettingFinder(tree, types=types, times=times)

    def clauses(self, sentence: Span) -> Iterator[Clause]:
        """The clauses of one sentence that tell something."""
        tree = self._tree
        span = range(sentence.start, min(sentence.end, len(tree)))
        for root in (
            word for word in span if tree.head[word] == word or tree.head[word] not in span
        ):
            for word, kind in self._below(root, "told", _DEPTH):
                if self._tells(word):
                    yield Clause(word, kind, self._parts(word))

    def _below(self, word: int, kind: str, depth: int) -> Iterator[tuple[int, str]]:
        """A clause and those coordinated with it, beside it or reported by it."""
        tree = self._tree
        reports = self._reports(word)
        yield word, "reporting" if reports else kind
        if not depth:
            return
        for child in tree.children[word]:
            dep = tree.dep[child]
            if dep in {"conj", "parataxis", "appos"}:
                yield from self._below(child, kind, depth - 1)
            elif dep == "ccomp" and (reports or child < word):
                yield from self._below(child, "reported", depth - 1)
        for part in (word, *tree.kids(word, "flat")):
            plans = (child for child in tree.kids(part, "acl") if self._is_plan(word, child))
            yield from ((child, kind) for child in plans)

    def _is_plan(self, word: int, child: int) -> bool:
        """Whether a headline names somebody and what they are to do: "Brewer to buy rival"."""
        tree = self._tree
        if tree.head[word] != word or tree.tag[child] != "VB":
            return False
        return tree.pos[word] == "PROPN" or tree.lower[word] in nouns()

    def _reports(self, word: int) -> bool:
        """Whether a verb gives somebody's words: "Police say ...", "..., officials said"."""
        tree = self._tree
        entry = self._verbs.verb(tree.lemma[word], tree.lower[word])
        if entry is None or not {"clause", "inserted"} & entry.frames:
            return False
        if tree.dep[word] == "parataxis":
            return True
        if "clause" not in entry.frames:  # "She blamed the weather" is news itself.
            return False
        quoted = word in self._cues and tree.kid(word, "obj") is None
        return quoted or tree.kid(word, "ccomp") is not None

    def _tells(self, word: int) -> bool:
        """Whether a word heads a clause in the article's own words."""
        tree = self._tree
        if word in self._spoken:
            return False
        if tree.pos[word] in {"NOUN", "PROPN"}:  # "Croydon", "the mayor is chairwoman now"
            return tree.kid(word, "cop") is not None
        if tree.kid(word, *_SUBJECTS) is not None or tree.dep[word] == "acl":
            return True
        # "Click to share", "Stealing the Show": an order, a title.
        tags = {tree.tag[word], *(tree.tag[aux] for aux in tree.kids(word, "aux"))}
        return tree.pos[word] in _PREDICATES and not _FINITE.isdisjoint(tags)

    def _parts(self, word: int) -> dict[str, Words]:
        parts: dict[str, Words | None] = {"verb": (word, word + 1)}
        subject = self._subject(word)
        if subject is not None:
            whole = self._phrases.whole(subject)
            noun = self._tree.pos[subject] in {"NOUN", "PROPN", "PRON"}
            parts["subject" if noun else "count"] = whole
        cause = self._reasons.why(word)
        parts["predicate"] = self._phrases.predicate(word, subject, cause=cause)
        parts |= {"cause": cause, "manner": self._reasons.how(word)}
        parts |= {"time": self._settings.time(word), "place": self._settings.place(word)}
        return {label: words for label, words in parts.items() if words and words[0] < words[1]}

    def _subject(self, word: int) -> int | None:
        """The subject, that of an earlier verb where two verbs share one.

        A parse may hang the subject of fronted speech on the verb of saying.
        """
        tree = self._tree
        for _ in range(_DEPTH):
            found = tree.kid(word, *_SUBJECTS)
            head = tree.head[word]
            if found is not None or tree.dep[word] not in {"conj", "ccomp", "acl"}:
                return found
            if tree.dep[word] == "acl":
                return tree.head[head] if tree.dep[head] == "flat" else head
            if tree.dep[word] == "ccomp":  # "The mayor will not resign, his office said."
                fronted = (kid for kid in tree.kids(head, *_SUBJECTS) if kid < word < head)
                return next(fronted, None)
            word = head
        return None


@Language.factory(
    "newsevents_lead",
    assigns=["doc.spans"],
    requires=["token.pos", "token.tag", "token.lemma", "token.dep"],
)
def make_lead_reader(
    nlp: Language,  # noqa: ARG001 - spaCy gives it to every factory
    name: str,
) -> LeadReader:
    """Build the component behind ``nlp.add_pipe("newsevents_lead")``.

    Args:
        nlp: The pipeline; supplied by spaCy.
        name: The component's name in it; supplied by spaCy.
    """
    return LeadReader(name)

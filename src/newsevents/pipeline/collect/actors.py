"""Copies actor mentions from a ``Doc`` into plain data, with what grammar says of each."""

from __future__ import annotations

from typing import Final, cast

from spacy.symbols import ADJ, NOUN, PROPN, VERB
from spacy.tokens import Doc, Span, Token

from newsevents import keys
from newsevents.models.actors import MentionKind
from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention, EntityLabel, Gender, Number, RoleMention
from newsevents.pipeline.collect.references import Likely, likely_antecedents
from newsevents.pipeline.names import POSSESSIVES
from newsevents.pipeline.roles import RoleReader, begins_speech, is_apposed
from newsevents.pipeline.syntax import is_negated, preposition, sentence_numbers
from newsevents.pipeline.titles import Office
from newsevents.rules.countries import geography
from newsevents.rules.nominals import nouns
from newsevents.rules.offices import honorifics

_GENDERS: Final[dict[str, Gender]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "masc"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "fem"),
    **dict.fromkeys(("it", "its", "itself"), "neut"),
}
_PLURALS: Final = frozenset(
    {"they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "ourselves"}
)
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_ARGUMENTS: Final = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_RELATIVES: Final = frozenset({"who", "which", "that"})
_MODIFIERS: Final = frozenset({"amod", "compound", "nummod"})
#: "talks with Kyiv" mean a government, "a street in Kyiv" does not.
_GOVERNMENT_CASES: Final = frozenset({"with", "by", "against", "between", "than", "for"})

#: "Kyiv's allies" are the country's, "Kyiv's suburbs" the city's.
_PARTS_OF_CITIES: Final = frozenset(
    {"street", "streets", "airport", "mayor", "residents", "suburbs", "outskirts", "centre"}
    | {"center", "metro", "subway", "station", "skyline", "district", "districts", "population"}
    | {"university", "hospital", "hospitals", "museum", "port", "stadium", "bridges", "roads"}
)


def collect_actors(doc: Doc) -> tuple[ActorMention, ...]:
    """The actor mentions of a Doc in text order, longer ones first."""
    spans = sorted(doc.spans.get(keys.ACTORS, ()), key=lambda span: (span.start, -span.end))
    reader = _Reader(doc, [span for span in spans if span.kb_id_ == "name"])
    likely = likely_antecedents(doc, spans)
    return tuple(reader.mention(span, near) for span, near in zip(spans, likely, strict=True))


class _Reader:
    """Reads one Doc; what every mention needs is counted once."""

    def __init__(self, doc: Doc, names: list[Span]) -> None:
        self._doc = doc
        self._text = doc.text
        self._roles = RoleReader(doc, names)
        self._named = {i: span for span in names for i in range(span.start, span.end)}
        self._sentences = sentence_numbers(doc)
        self._paragraphs = _paragraph_numbers(doc)
        self._asides = _paragraphs_of(doc, "caption")
        self._headlines = _paragraphs_of(doc, "headline")
        self._quotes = {
            i: s.id_ for s in doc.spans.get(keys.QUOTES, ()) for i in range(s.start, s.end)
        }

    def mention(self, span: Span, likely: Likely) -> ActorMention:
        """One mention with all that grammar shows of it."""
        root = span.root
        kind = cast("MentionKind", span.kb_id_)
        bearer = _bearer(root) if kind == "name" else root
        dep = bearer.dep_
        conjoined = _first_conjunct(bearer)
        # "As for Bell, he said so": what a sentence is about is like its subject.
        topic = preposition(bearer) == "as for"
        return ActorMention.model_construct(
            span=self._span(span.start, span.end),
            kind=kind,
            label=cast("EntityLabel", span.label_) if span.label_ else None,
            head=root.lower_,
            number=_number(root, span, kind),
            gender=self._gender(root, span, kind),
            definite=kind == "nominal" and _is_definite(root),
            roles=self._role_mentions(span, kind),
            of=self._owner(root) if kind == "nominal" else None,
            subject=topic or conjoined.dep_ in _SUBJECTS,
            governor=bearer.head.i if dep in _ARGUMENTS and not topic else None,
            relative=_relative(bearer),
            modifiers=_modifiers(root) if kind == "nominal" else (),
            sentence=self._sentences[span.start],
            paragraph=self._paragraphs[span.start],
            quote=self._quotes.get(span.start),
            aside=self._paragraphs[span.start] in self._asides,
            headline=self._paragraphs[span.start] in self._headlines,
            country=self._country(span, root, kind),
            likely=likely,
            antecedent=self._antecedent(root, kind),
        )

    def _span(self, start: int, end: int) -> TextSpan:
        first, last = self._doc[start], self._doc[end - 1]
        begin, stop = first.idx, last.idx + len(last)
        return TextSpan.model_construct(start=begin, end=stop, text=self._text[begin:stop])

    def _gender(self, root: Token, span: Span, kind: MentionKind) -> Gender | None:
        if kind == "pronoun":
            return _GENDERS.get(root.lower_)
        if kind == "name":
            before = self._doc[span.start - 1].lower_ if span.start else ""
            return honorifics().get(before) if span.label_ == "PERSON" else None
        noun = nouns().get(root.lower_)
        return noun.gender if noun is not None else None

    def _role_mentions(self, span: Span, kind: MentionKind) -> tuple[RoleMention, ...]:
        person = span.label_ == "PERSON" if kind == "name" else span.text.lower() in {"he", "she"}
        if not person:
            return ()
        return tuple(self._role_mention(office) for office in self._roles.of(span))

    def _role_mention(self, office: Office) -> RoleMention:
        title = self._span(office.start, office.end).text
        if office.mark is not None:
            # "Ex-US president" is an "Ex-president".
            glue = "-" if self._doc[office.mark[1]].text in {"-", "–"} else " "
            title = f"{self._span(*office.mark).text}{glue}{title}"
        inner = [office.start] if office.mark is None else [office.mark[0]]
        ends = [office.end]
        if office.owner is not None:
            inner.append(office.owner[0])
            ends.append(office.owner[1])
        owner = None if office.owner is None else self._span(*office.owner).text
        span = self._span(min(inner), max(ends))
        return RoleMention(title=title, organization=owner, status=office.status, span=span)

    def _owner(self, root: Token) -> TextSpan | None:
        """Whose it is: "Nato" of "Nato's head", "the firm" of "head of the firm"."""
        for child in root.lefts:
            if child.dep_ == "nmod:poss" or (child.i in self._named and child.dep_ == "compound"):
                return self._token_span(child)
        for child in root.rights:
            if child.dep_ == "nmod" and any(part.lower_ == "of" for part in child.lefts):
                return self._token_span(child)
        return None

    def _token_span(self, token: Token) -> TextSpan:
        named = self._named.get(token.i)
        if named is not None:
            return self._span(named.start, named.end)
        return self._span(token.i, token.i + 1)

    def _antecedent(self, root: Token, kind: MentionKind) -> TextSpan | None:
        """What grammar equates a description with: apposition, title, "is"."""
        if kind != "nominal":
            return None
        target = _equated(root, self._named)
        return None if target is None else self._token_span(target)

    def _country(self, span: Span, root: Token, kind: MentionKind) -> str | None:
        if kind == "nominal":
            return self._nationality(root)
        if kind != "name" or span.label_ not in {"GPE", "LOC", "NORP", "ORG"}:
            return None
        place = geography(span.text)
        if place is None or place.relation == "place":
            return None
        if place.relation == "capital" and not _is_metonym(span, root):
            return None
        return place.code

    def _nationality(self, root: Token) -> str | None:
        """The country of "Russian troops", "New Zealand officials" and "the Italian"."""
        if root.ent_type_ == "NORP":
            place = geography(root.text)
            return None if place is None else place.code
        for child in root.lefts:
            if child.dep_ in {"amod", "compound", "nmod:poss", "nmod"}:
                named = self._named.get(child.i)
                place = geography(named.text if named is not None else child.text)
                if place is not None and place.relation in {"name", "demonym"}:
                    return place.code
        return None


def _paragraph_numbers(doc: Doc) -> list[int]:
    numbers = [0] * len(doc)
    for number, paragraph in enumerate(doc.spans.get(keys.PARAGRAPHS, ())):
        numbers[paragraph.start : paragraph.end] = [number] * len(paragraph)
    return numbers


def _paragraphs_of(doc: Doc, role: str) -> set[int]:
    """Numbers of the paragraphs with a role."""
    paragraphs = enumerate(doc.spans.get(keys.PARAGRAPHS, ()))
    return {number for number, paragraph in paragraphs if paragraph.label_ == role}


def _number(root: Token, span: Span, kind: MentionKind) -> Number | None:
    if kind == "pronoun":
        return "plur" if root.lower_ in _PLURALS else "sing"
    if kind == "name":
        return {"PERSON": "sing", "NORP": "plur"}.get(span.label_)  # type: ignore[return-value]
    if any(child.dep_ == "conj" for child in root.rights):
        return None
    noun = nouns().get(root.lower_)
    if noun is not None:
        return "plur" if noun.plural else None if noun.label in {"GROUP", "ORG"} else "sing"
    many = span.label_ == "GROUP" or root.tag_ in {"NNS", "NNPS"}  # "some of the fans"
    return "plur" if many else "sing"


def _is_definite(root: Token) -> bool:
    return any(
        child.dep_ == "nmod:poss" or (child.dep_ == "det" and child.lower_ in _DEFINITE)
        for child in root.lefts
    )


def _modifiers(root: Token) -> tuple[str, ...]:
    return tuple(child.lower_ for child in root.lefts if child.dep_ in _MODIFIERS)


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def _bearer(root: Token) -> Token:
    """The word that stands in the sentence for a name: "Cllr" of "Cllr Ada Bell"."""
    return root.head if root.dep_ == "flat" and root.head.i < root.i else root


def _relative(root: Token) -> int | None:
    """The predicate of a relative clause that somebody is the subject of: "Bell, who met her"."""
    return next(
        (
            clause.i
            for clause in root.rights
            if clause.dep_ == "acl:relcl"
            and any(part.dep_ in _SUBJECTS and part.lower_ in _RELATIVES for part in clause.lefts)
        ),
        None,
    )


def _equated(root: Token, named: dict[int, Span]) -> Token | None:
    dep = root.dep_
    if dep in {"appos", "nmod:desc"}:
        # "Congress, not the agency, makes the law"
        other = begins_speech(root) or any(child.lower_ == "not" for child in root.lefts)
        return None if other else root.head
    if dep == "conj" and root.head.dep_ == "appos":
        return root.head.head
    for child in root.rights:
        if child.i in named and (child.dep_ == "flat" or is_apposed(child)):
            return child
    # "she is on parole" does not say what she is.
    is_predicate = {"cop", "case"} & {child.dep_ for child in root.lefts} == {"cop"}
    if is_predicate and not is_negated(root):
        return next((child for child in root.lefts if child.dep_ == "nsubj"), None)
    return None


def _is_metonym(span: Span, root: Token) -> bool:
    """Whether a capital stands for its government: "Kyiv said", "ties with Kyiv"."""
    first = _first_conjunct(root)
    if first.dep_ == "nsubj":
        return bool(first.head.pos == VERB)
    if root.dep_ in {"obl", "obl:agent", "nmod"}:
        case = next((child.lower_ for child in root.lefts if child.dep_ == "case"), "")
        return case in _GOVERNMENT_CASES and root.head.pos in (NOUN, PROPN, VERB, ADJ)
    if root.dep_ == "nmod:poss":
        after = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
        return after in POSSESSIVES and root.head.lower_ not in _PARTS_OF_CITIES
    return False

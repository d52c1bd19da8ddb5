"""Fill in what the documentation says of the code from the code itself.

In a page, ``<!-- fields: Quote -->`` ... ``<!-- end -->`` holds the table of a
model's fields, ``<!-- errors -->`` ... ``<!-- end -->`` the tree of exceptions, and so on: see
`_BLOCKS`. ``docs/schema.json`` is the JSON schema of a result. A test fails where a
page and the code differ; run ``python scripts/generate_docs.py`` then.
"""

from __future__ import annotations

import inspect
import json
import re
import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from newsevents import errors, keys, models
from newsevents.rules import events
from newsevents.rules.base import load_rules

DOCS = Path(__file__).parent.parent / "docs"
_BLOCK = re.compile(
    r"(?P<begin><!-- (?P<kind>[a-z ]+)(?:: (?P<name>\w+))? -->\n).*?(?P<end><!-- end -->)",
    re.DOTALL,
)


def main() -> None:
    """Rewrite every page and the schema."""
    for page in DOCS.glob("*.md"):
        page.write_text(fill_in(page.read_text(encoding="utf-8")), encoding="utf-8")
    (DOCS / "schema.json").write_text(schema(), encoding="utf-8")


def schema() -> str:
    """The published JSON schema of a result."""
    found = models.ExtractionResult.model_json_schema(mode="serialization")
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def fill_in(page: str) -> str:
    """The page with every marked block made anew."""
    return _BLOCK.sub(_block, page)


def _block(match: re.Match[str]) -> str:
    make = _BLOCKS[match["kind"]]
    content = make(match["name"]) if match["name"] else make()
    return f"{match['begin']}{content}{match['end']}"


def _table(head: str, rows: Iterable[str]) -> str:
    return "\n".join([head, re.sub(r"[^|]+", "---", head), *rows, ""])


def _fields(name: str) -> str:
    properties = getattr(models, name).model_json_schema(mode="serialization")["properties"]
    rows = [
        f"| `{field}` | {_type(said)} | {said['description']} |"
        for field, said in properties.items()
    ]
    return _table("| field | type | meaning |", rows)


def _type(said: dict[str, Any]) -> str:
    """A JSON schema type in words: "list of `TextSpan`"."""
    match said:
        case {"$ref": str(target)}:
            name = target.rpartition("/")[2]
            return f"[{name}](#{name.lower()})" if hasattr(models, name) else "any JSON"
        case {"anyOf": list(options)}:
            return " or ".join(_type(option) for option in options)
        case {"type": "array", "items": dict(items)}:
            return f"list of {_type(items)}"
        case {"enum": list(values)}:
            return "one of " + ", ".join(f"`{value}`" for value in values)
        case {"const": value}:
            return f"`{value}`"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"object of {_type(values)}"
        case {"format": str(form)}:
            return form
        case {"type": str(name)}:
            return name
    return "any JSON"


def _errors() -> str:
    """The tree that the docstring of `newsevents.errors` draws."""
    tree = re.search(r"^ {4}NewsEventsError\n(?: {4}.*\n)+", errors.__doc__ or "", re.MULTILINE)
    if tree is None:
        raise SystemExit("the docstring of newsevents.errors draws no tree")
    return f"```text\n{textwrap.dedent(tree[0])}```\n"


def _keys() -> str:
    """The constants of `newsevents.keys` with the comments above them."""
    found = re.findall(
        r"((?:^#: .+\n)+)^(\w+): Final = \"(\w+)\"", inspect.getsource(keys), re.MULTILINE
    )
    rows = [
        f"| `keys.{constant}` | `{name}` | {' '.join(comment.replace('#: ', '').split())} |"
        for comment, constant, name in found
    ]
    return _table("| constant | name | what is in it |", rows)


def _event_types() -> str:
    """The ontology of events, with an example of each type and its codes elsewhere."""
    rows = []
    for rule in load_rules("events.yaml", events.EventRules).types:
        example = next(iter((rule.verbs | rule.nouns | rule.adjectives).values()))
        codes = events.codes(rule.type, "actual")
        plover, cameo = codes.get("plover", ""), codes.get("cameo", "")
        rows.append(f"| `{rule.type}` | {example} | {plover} | {cameo} |")
    return _table("| type | example | PLOVER | CAMEO |", rows)


_BLOCKS: Final[dict[str, Callable[..., str]]] = {
    "errors": _errors,
    "event types": _event_types,
    "fields": _fields,
    "keys": _keys,
}

if __name__ == "__main__":
    main()

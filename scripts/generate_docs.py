"""Fill in what the documentation says of the code from the code itself.

In a page, ``<!-- fields: Quote -->`` ... ``<!-- end -->`` holds the table of a
model's fields, ``<!-- errors -->`` ... ``<!-- end -->`` the tree of exceptions and
``<!-- keys -->`` ... ``<!-- end -->`` the names of span groups. ``docs/schema.json``
is the JSON schema of a result. A test fails where a page and the code differ; run
``python scripts/generate_docs.py`` then.
"""

from __future__ import annotations

import inspect
import json
import re
import textwrap
from pathlib import Path
from typing import Any

from newsevents import errors, models
from newsevents.pipeline import keys

DOCS = Path(__file__).parent.parent / "docs"
_BLOCK = re.compile(
    r"(<!-- (fields: (?P<model>\w+)|errors|keys) -->\n).*?(<!-- end -->)", re.DOTALL
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
    if match["model"]:
        content = _fields(match["model"])
    else:
        content = _errors() if match[2] == "errors" else _keys()
    return f"{match[1]}{content}{match[4]}"


def _fields(name: str) -> str:
    properties = getattr(models, name).model_json_schema(mode="serialization")["properties"]
    rows = [
        f"| `{field}` | {_type(said)} | {said['description']} |"
        for field, said in properties.items()
    ]
    return "\n".join(["| field | type | meaning |", "|---|---|---|", *rows, ""])


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
    """The constants of `newsevents.pipeline.keys` with the comments above them."""
    found = re.findall(
        r"((?:^#: .+\n)+)^(\w+): Final = \"(\w+)\"", inspect.getsource(keys), re.MULTILINE
    )
    rows = [
        f"| `keys.{constant}` | `{name}` | {' '.join(comment.replace('#: ', '').split())} |"
        for comment, constant, name in found
    ]
    return "\n".join(["| constant | name | what is in it |", "|---|---|---|", *rows, ""])


if __name__ == "__main__":
    main()

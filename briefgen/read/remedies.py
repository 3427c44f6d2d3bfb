"""What helps where a value does not fit its schema: the right form, or what the value is for."""

import re
from collections.abc import Sequence
from typing import Any

from .findings import Keys

NAMES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "a mapping (key: value)",
    "array": "a list",
    "null": "nothing",
}
"""What the types of JSON Schema are called."""

FORMS = {
    "^[A-Z]{3}$": "three capitals, as ISO 3166-1 alpha-3 has it: TJK",
    "^([A-Z]{3}|none)$": "three capitals, as ISO 3166-1 alpha-3 has it, or none",
    r"^[A-Z]{3}(\.[a-z0-9-]+)?$": "the code of a state, TJK, or of a province, AFG.panjshir",
    "^https?://\\S+$": "an address that begins with https://",
    r"^10\.\S+$": "a DOI that begins with 10.",
    r"^[^a-z\s]([^a-z]*[^a-z\s])?$": "words in capitals",
    "^#[0-9A-Fa-f]{6}$": 'a colour such as "#FFC000", in quotes',
}


OPTIONS_MOST = 12
"""Values that a hint lists."""


def remedy(here: object, wanted: Sequence[str], path: Keys, node: dict[str, Any], schema: dict[str, Any]) -> str | None:
    """Return what helps where a value has the wrong type; `node` is the part of the schema that it should meet."""
    key = next((k for k in reversed(path) if isinstance(k, str)), "")
    if here is None and key.isdecimal():
        return "write decimals with a point: a comma parts entries"
    if here is None:
        return "write a value after the colon, or take the key out; a text that begins with `#` goes in quotes"
    if wanted == ["string"] and isinstance(here, bool | int | float):
        return f'put it in quotes: "{str(here).lower() if isinstance(here, bool) else here}"'
    if "string" in wanted and isinstance(here, float):
        return "put it in quotes, as it should be printed"
    if key in ("issued", "accessed") and (day := re.findall("[0-9]+", str(here))):
        return f"write {key}: {{date-parts: [[{', '.join(str(int(d)) for d in day[:3])}]]}}"
    if key == "date-parts":
        return "write date-parts: [[2021, 7, 8]]"
    fields = _fields(node, schema)
    if "array" in wanted and isinstance(here, str | int | float):
        if _branch(node, schema, "prefixItems"):
            return purpose(node, key)
        if inner := _fields(_branch(node, schema, "items").get("items", {}), schema):
            return f"write it as a list: [{_written(inner, here)}]"
        return f"write it as a list: [{cut(here)}]"
    if "boolean" in wanted and isinstance(here, str) and here.lower() in ("yes", "no", "on", "off"):
        return f"write {'true' if here.lower() in ('yes', 'on') else 'false'}: `{here}` is text in YAML 1.2"
    if ("number" in wanted or "integer" in wanted) and isinstance(here, str) and re.search("[0-9]", here):
        return "write digits without quotes, separators and units, with a point for decimals"
    if "object" in wanted and isinstance(here, str) and re.match(r"\w+:\S", here):
        return "put a space after the colon"
    if "object" in wanted and fields:
        return f"write {_written(fields, here)}"
    return purpose(node, key)


def purpose(node: dict[str, Any], key: str) -> str | None:
    """Return what a key is for, by the schema's own description, and what it may be."""
    text, options = node.get("description"), node.get("enum", ())
    may = f" One of: {', '.join(map(str, options))}." if 1 < len(options) <= OPTIONS_MOST else ""
    return f"`{key}`: {text}{may}" if text and key else None


def malformed(here: object, name: str, pattern: str) -> tuple[str, str | None]:
    """Return message and hint for a text that has not the form it should."""
    if pattern == r"\S":
        return f"{name} is empty", "write something, or take the key out"
    if pattern.startswith("^[a-z0-9]+("):
        last = re.split(r"[/\\]", str(here).strip("/\\"))[-1]
        bare = re.sub(r"\.(ya?ml|csv|ttf)$", "", last.lower())
        bare = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in bare).split())
        return (
            f"{name} `{cut(here)}` is no id: small letters and digits, joined by hyphens",
            f"write {'a name, not a path: ' if last != str(here) else ''}`{cut(bare)}`"
            if bare
            else "write an id such as `moscow-talks`",
        )
    form = FORMS.get(
        pattern,
        "a language tag such as en or ru" if pattern.startswith("^[a-z]{2,3}") else f"text of the form {pattern}",
    )
    text = str(here)
    better: str | None = None
    if pattern == "^[A-Z]{3}$" and re.fullmatch("[A-Za-z]{3}", text):
        better = text.upper()
    elif pattern.startswith("^10") and (found := re.search(r"10\.[0-9]\S*", text)):
        better = found[0]
    elif pattern.startswith("^http") and re.match(r"https?://", text):
        better = "%20".join(text.split())
    elif pattern.startswith("^http") and re.match(r"[\w-]+(\.[\w-]+)+(/\S*)?$", text):
        better = f"https://{text}"
    return f"{name} `{cut(here)}` must be {form}", f"write {better}" if better else None


def number(value: object) -> str:
    """Return a number as a person writes it."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def cut(value: object) -> str:
    """Return a value short enough for a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "..."


def _fields(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return the mapping of known keys that a part of a schema asks for; empty where it asks for none."""
    return _branch(node, schema, "properties")


def _branch(node: dict[str, Any], schema: dict[str, Any], keyword: str) -> dict[str, Any]:
    """Return what has a keyword: a part of a schema, what it refers to, or one of its choices; else nothing."""
    for part in (node, *(a.get("then", {}) for a in node.get("allOf", ()))):
        if "$ref" in part:
            part = schema.get("$defs", {}).get(part["$ref"].rpartition("/")[2], {})
        if keyword in part:
            return dict(part)
    return {}


def _written(fields: dict[str, Any], here: object) -> str:
    """Return how a mapping is begun: its needed keys, or its first; a lone one takes the value that is there."""
    known = list(fields["properties"])
    keys = list(fields.get("required", ())) or known[:2]
    if len(keys) == 1 and isinstance(here, str) and fields["properties"][keys[0]].get("type") == "string":
        return f"{{{keys[0]}: {cut(here)}}}"
    return f"{{{', '.join(f'{k}: ...' for k in keys)}}}"

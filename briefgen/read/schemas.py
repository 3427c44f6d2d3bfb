"""The shapes -> JSON Schema (Draft 2020-12): one for editors, and one whose errors can be told in words.

The second says the same as the first, but a choice between shapes (`anyOf`) is made by type or by `kind` first, so
that a validator speaks of the branch that the author meant.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.markings import TLP
from .findings import guess
from .project import Project

DRAFT = "https://json-schema.org/draft/2020-12/schema"
OPEN = frozenset({"lengths", "topics"})
"""Ids of which an author may make up new ones: an editor offers those there are and takes others."""

Schema = dict[str, Any]


def kinds() -> tuple[str, ...]:
    """Return the kinds of file that have a schema."""
    from .shapes import KINDS

    return tuple(KINDS)


def schema(kind: str, project: Project | None = None) -> Schema:
    """Return the JSON Schema of a kind of file; with a project it lists the ids that exist.

    Raises InputError for a kind that does not exist.
    """
    from .naming import ids

    if kind not in kinds():
        hint = guess(kind, kinds(), "kinds")
        raise InputError((Diagnostic(code="BG123", message=f"there is no kind of file `{kind}`", hint=hint),))
    made = _made(kind)

    @cache  # a kind of id stands in many places, and asking for it reads all reports
    def known(what: str) -> tuple[str, ...]:
        if project is None:
            return TLP if what == "markings" else ()
        return ids(project, what)

    filled: Schema = _filled(made, known)
    return filled


@cache
def strict(kind: str) -> Schema:
    """Return the schema that a file is checked against."""
    made = _made(kind)
    defs = made.get("$defs", {})
    strict_: Schema = _chosen(made, defs)
    return strict_


def _made(kind: str) -> Schema:
    """Return the schema as the shapes give it, with titles, and closed where a shape is no `Shape`."""
    from .shapes import KINDS

    made = msgspec.json.schema(KINDS[kind])
    if kind == "theme":
        _described(made["$defs"])
    _titled(made)
    for name, part in made.get("$defs", {}).items():
        part["title"] = name.removesuffix("Shape")
    what = made.get("description") or made.get("$defs", {}).get(made.get("$ref", "").rpartition("/")[2], {}).get(
        "description"
    )
    return {"$schema": DRAFT, "title": f"briefgen: {kind}", **({"description": what} if what else {}), **made}


def _described(defs: Schema) -> None:
    """Say of each key of a theme what it means, and leave out what is not its author's to write."""
    from .shapes import NOT_WRITTEN, described

    for key in NOT_WRITTEN:
        del defs["Theme"]["properties"][key]
    for name in ("Emblems", "Emblem", "Path", "Ink", "Pattern", "House", "HouseLayout", "Master", "Place", "Drawn"):
        del defs[name]
    for name, part in defs.items():
        for key, value in part.get("properties", {}).items():
            if (said := described(name, key)) is not None:
                value["description"] = said


def _titled(node: Any) -> None:
    """Give every key a title, and name the unit of measure that its name ends in."""
    if isinstance(node, list):
        for part in node:
            _titled(part)
    if not isinstance(node, dict):
        return
    if "properties" in node:
        node.setdefault("additionalProperties", False)
        for key, value in node["properties"].items():
            value.setdefault("title", key.replace("-", " ").replace("_", " ").strip().capitalize())
            unit = "millimetres" if key.endswith("_mm") else "inches" if key.endswith("_in") else None
            if unit:
                value.setdefault("description", f"In {unit}.")
    for part in list(node.values()):
        _titled(part)


def _filled(node: Any, known: Callable[[str], tuple[str, ...]]) -> Any:
    """Return a schema with the ids that exist in place of the marks that name their kind."""
    if isinstance(node, list):
        return [_filled(part, known) for part in node]
    if not isinstance(node, dict):
        return node
    out = {k: _filled(v, known) for k, v in node.items() if k != "x-ids"}
    ids = known(node["x-ids"]) if "x-ids" in node else ()
    if ids:
        among: Schema = {"enum": list(ids)}
        if node["x-ids"] in OPEN:
            among = {"anyOf": [among, {"type": "string"}]}
        if out.get("type") == "object":
            out["propertyNames"] = among
        elif "anyOf" in out:
            out["anyOf"] = [
                _filled({**b, "x-ids": node["x-ids"]}, known) if b.get("type") == "string" else b for b in out["anyOf"]
            ]
        else:
            out.pop("pattern", None)
            out.pop("maxLength", None)
            out |= among
            if "anyOf" in among:
                out.pop("type", None)
    return out


def _chosen(node: Any, defs: Schema) -> Any:
    """Return a schema in which each `anyOf` is a choice by type, or by the tag of a mapping."""
    if isinstance(node, list):
        return [_chosen(part, defs) for part in node]
    if not isinstance(node, dict):
        return node
    out = {k: _chosen(v, defs) for k, v in node.items() if k not in ("anyOf", "discriminator", "x-ids")}
    branches = node.get("anyOf")
    if branches is None:
        return out
    tagged = node.get("discriminator")
    choices: list[Schema] = []
    types: list[str] = []
    if tagged is not None:
        key, mapping = tagged["propertyName"], tagged["mapping"]
        types.append("object")
        tag: Schema = {"type": "object", "required": [key], "properties": {key: {"enum": list(mapping)}}}
        choices.append({"if": {"type": "object"}, "then": tag})
        choices += [
            {"if": {"type": "object", "required": [key], "properties": {key: {"const": value}}}, "then": {"$ref": ref}}
            for value, ref in mapping.items()
        ]
    for branch in branches:
        if tagged is not None and branch.get("$ref") in tagged["mapping"].values():
            continue
        kind = _type(branch, defs)
        types.append(kind)
        choices.append({"if": {"type": kind}, "then": _chosen(branch, defs)})
    return {**out, "type": types, "allOf": choices}


def _type(branch: Schema, defs: Schema) -> str:
    """Return the JSON type that a branch accepts."""
    if "$ref" in branch:
        branch = defs[branch["$ref"].rpartition("/")[2]]
    kind = branch.get("type", "string" if "enum" in branch else "object")
    assert isinstance(kind, str)
    return kind

"""What a schema finds wrong -> words for the person who wrote the file."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from .findings import Findings, Keys, guess, nearest
from .remedies import NAMES, cut, malformed, number, purpose, remedy


class Wrong(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong with a value, in words; `key` points at the key itself."""

    code: str
    message: str
    path: Keys
    hint: str | None = None
    key: bool = False


def tell(kind: str, value: object, file: str, findings: Findings) -> tuple[Keys, ...]:
    """Note everything that is wrong with a file's value, and return the paths of what is."""
    found = wrongs(kind, value)
    for w in found:
        findings.error(w.code, w.message, file, w.path, hint=w.hint, key=w.key)
    return tuple(w.path for w in found)


def wrongs(kind: str, value: object) -> tuple[Wrong, ...]:
    """Return all that is wrong with a value by the schema of its kind, in the order of the value."""
    import jsonschema_rs

    from .schemas import strict

    schema = strict(kind)
    validator = jsonschema_rs.Draft202012Validator(schema)
    out: dict[tuple[Keys, str], Wrong] = {}
    for error in validator.iter_errors(value):
        path = _path(error.instance_path, value)
        rule = list(error.schema_path)
        for wrong in _told(error, path, rule, value, schema):
            out.setdefault((wrong.path, wrong.message), wrong)
    return tuple(out.values())


def _path(steps: Iterable[str | int], value: object) -> Keys:
    """Return a validator's path with keys as they are written: it takes those that are digits for numbers."""
    path: list[str | int] = []
    for step in steps:
        if isinstance(value, dict) and step not in value:
            step = next(k for k in value if k.isdecimal() and int(k) == step)
        path.append(step)
        value = value[step]  # type: ignore[index]
    return tuple(path)


def _told(error: Any, path: Keys, rule: Sequence[str | int], value: object, schema: dict[str, Any]) -> Iterable[Wrong]:
    kind, details = error.kind.name, error.kind.as_dict()
    here = _at(value, path)
    name = _name(path)
    if path[-1:] == ("password",) and isinstance(here, str | int | float):
        yield Wrong(
            code="BG443",
            message="a password never stands in the file",
            path=path,
            hint="write {prompt: true}, {env: VARIABLE} or {file: NAME}, and give the person another password",
        )
        return
    match kind:
        case "additionalProperties":
            known = sorted(_holder(schema, rule).get("properties", {}))
            for key in details["unexpected"]:
                yield Wrong(
                    code="BG202",
                    message=f"unknown key `{cut(key)}`" + (f" in {name}" if path else ""),
                    path=(*path, key),
                    hint="merge keys are not part of YAML 1.2: write the keys out"
                    if key == "<<"
                    else guess(key, [k for k in known if k not in _keys(here)] or known, "keys"),
                    key=True,
                )
        case "required":
            missing = details["property"]
            known = _holder(schema, rule).get("properties", {})
            typed = [k for k in _keys(here) if k not in known and nearest(k, [missing])]
            yield Wrong(
                code="BG201",
                message=f"{name if path else 'the file'} has no key `{missing}`",
                path=path,
                hint=f"is `{cut(typed[0])}` meant for it?" if typed else purpose(known.get(missing, {}), missing),
            )
        case "type":
            wanted = [t for t in details["types"] if t != "null"] or ["null"]
            if "number" in wanted and "integer" in wanted:
                wanted.remove("integer")
            yield Wrong(
                code="BG203",
                message=f"{name} must be {' or '.join(NAMES[t] for t in wanted)}, not {_described(here)}",
                path=path,
                hint=remedy(here, wanted, path, _holder(schema, rule), schema),
            )
        case "enum":
            options = [str(o) for o in details["options"]]
            yield Wrong(
                code="BG204",
                message=f"{name} cannot be `{cut(here)}`",
                path=path,
                hint="TLP 2.0 calls it TLP:CLEAR" if here == "TLP:WHITE" else guess(str(here), options, "one of"),
            )
        case "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum":
            word = {
                "minimum": "at least",
                "exclusiveMinimum": "more than",
                "maximum": "at most",
                "exclusiveMaximum": "less than",
            }[kind]
            yield Wrong(
                code="BG205",
                message=f"{name} is {cut(here)}; it must be {word} {number(details['limit'])}",
                path=path,
                hint=_about(schema, rule, path) if path and isinstance(path[-1], int) else None,
            )
        case "maxLength":
            size = len(here) if isinstance(here, str) else 0
            yield Wrong(
                code="BG206",
                message=f"{name} has {size} characters; at most {details['limit']} fit",
                path=path,
                hint="say it shorter",
            )
        case "pattern":
            yield _formed(here, name, path, str(details["pattern"]))
        case "propertyNames":
            inner = details["error"]
            key = str(inner.instance)
            if inner.kind.name == "pattern":
                wrong = _formed(key, f"key `{cut(key)}`", (*path, key), str(inner.kind.as_dict()["pattern"]))
                yield msgspec.structs.replace(wrong, key=True)
            else:
                yield Wrong(code="BG206", message=f"key `{cut(key)}` is too long", path=(*path, key), key=True)
        case "minItems" | "maxItems" | "minProperties" | "maxProperties" | "items":
            size = len(here) if isinstance(here, list | dict) else 0
            exact = _holder(schema, rule)
            low, high = (
                exact.get("minItems", exact.get("minProperties", 0)),
                exact.get("maxItems", exact.get("maxProperties")),
            )
            entries = f"{size} {'entry' if size == 1 else 'entries'}"
            if low == high:
                message = f"{name} has {entries}; {low} are needed"
            elif size < low:
                message = f"{name} has {entries}; at least {low} {'is' if low == 1 else 'are'} needed"
            else:
                message = f"{name} has {entries}; at most {high} fit"
            split = size == 2 * low and all(isinstance(one, int) for one in here) if isinstance(here, list) else False
            hint = "write decimals with a point: a comma parts entries" if split else _about(schema, rule, path)
            yield Wrong(code="BG208", message=message, path=path, hint=hint)
        case "falseSchema":
            return  # that there are too many entries is told of the list
        case _:
            yield Wrong(code="BG209", message=f"{name} does not fit: {error.message[:200]}", path=path)


def _formed(here: object, name: str, path: Keys, pattern: str) -> Wrong:
    """Return what is wrong with a text that has not the form it should."""
    message, hint = malformed(here, name, pattern)
    return Wrong(code="BG207", message=message, path=path, hint=hint)


def _holder(schema: dict[str, Any], rule: Sequence[str | int]) -> dict[str, Any]:
    """Return the part of a schema that holds the keyword at a path, following references."""
    node: Any = schema
    for step in rule[:-1]:
        node = node[int(step)] if isinstance(node, list) else node.get("$defs", {}) if step == "$defs" else node[step]
        while isinstance(node, str) and node.startswith("#/$defs/"):
            node = schema["$defs"][node.rpartition("/")[2]]
        while isinstance(node, dict) and "$ref" in node and "properties" not in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    return node if isinstance(node, dict) else {}


def _about(schema: dict[str, Any], rule: Sequence[str | int], path: Keys) -> str | None:
    """Return what the key is for that a value stands under, by the innermost description on the way to its rule."""
    key = next((k for k in reversed(path) if isinstance(k, str)), "")
    ways = (_holder(schema, rule[:n]) for n in range(len(rule), 0, -1))
    return next((told for way in ways if (told := purpose(way, key))), None)


def _at(value: object, path: Keys) -> object:
    """Return the value at a path."""
    for step in path:
        value = value[step]  # type: ignore[index]
    return value


def _keys(value: object) -> list[str]:
    return list(value) if isinstance(value, dict) else []


def _name(path: Keys) -> str:
    """Return how a message calls the value at a path: its key, and the entry it is in."""
    if not path:
        return "the file"
    last = path[-1]
    if isinstance(last, str):
        return f"`{cut(last)}`"
    above = next((k for k in reversed(path[:-1]) if isinstance(k, str)), None)
    return f"entry {last + 1} of `{above}`" if above else f"entry {last + 1}"


def _described(value: object) -> str:
    """Return what a value is, in words."""
    match value:
        case None:
            return "empty"
        case bool():
            return f"`{str(value).lower()}`"
        case int() | float():
            return f"the number {number(value)}"
        case str():
            return f"the text `{cut(value)}`"
        case list():
            return "a list"
        case _:
            return "a mapping"

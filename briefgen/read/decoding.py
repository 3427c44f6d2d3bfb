"""A file's bytes -> its shape: from the cache, or parsed and checked; what is wrong is told in words.

Where single entries of a file are wrong, the others are kept, so that one reading tells as much as it can.
"""

from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from .. import cache
from . import files, plain
from .files import Source
from .findings import Findings, Keys

T = TypeVar("T")

ENTRIES = {"section": "units"}
"""For files that are mappings: the key under which the entries stand that can be told apart."""


class Parsed(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A file's value; `kept` are the original indices of its entries, `ids` all ids in it, also of bad entries.

    `sure` is False where an id cannot be read, so that others that seem to be missing may be there.
    """

    file: str
    value: T
    kept: tuple[int, ...] | None = None
    ids: tuple[str, ...] = ()
    sure: bool = True

    def index(self, position: int) -> int:
        """Return where the entry at a position stands in the file."""
        return position if self.kept is None else self.kept[position]


"""The lists of a report's folder by name, such as actors and places."""


def decode(source: Source, kind: str, findings: Findings, folder: Path | None) -> Parsed[Any] | None:
    """Return the value of a file, or None where nothing of it can be used."""
    from .shapes import KINDS

    shape = KINDS[kind]
    name = cache.key(f"shape {kind}", (source.sha256,))
    if (kept := cache.get(folder, "read", name, shape)) is not None:
        return Parsed(file=source.name, value=kept)
    raw, sound = parse(source, kind, findings)
    if not sound:
        return None
    if not _top(raw, kind, source.name, findings):
        return None
    known = len(findings.found)
    if kind in plain.KINDS:
        plain.check(raw, source.name, findings)
    try:
        value = msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        return _rest(raw, kind, source.name, str(error), findings)
    if kind == "theme" and (extra := _unread(raw, _written(msgspec.to_builtins(value)))):
        return _rest(raw, kind, source.name, f"unknown keys: {extra}", findings)
    if len(findings.found) == known:
        cache.put(folder, "read", name, value)
    return Parsed(file=source.name, value=value)


def parse(source: Source, kind: str, findings: Findings) -> tuple[object, bool]:
    """Return the plain value of a YAML file, and whether its text is sound; the faults are noted."""
    from . import yamltext

    characters = files.text(source, findings)
    if characters is None:
        return None, False
    if not characters.strip():
        findings.error(
            "BG103",
            "the file is empty",
            source.name,
            line=1,
            column=1,
            hint=f"see `briefgen schema {kind}` for what belongs here",
        )
        return None, False
    value, faults = yamltext.parse(characters)
    for f in faults:
        note = findings.warning if f.warning else findings.error
        hint = f.hint.replace("`briefgen schema`", f"`briefgen schema {kind}`")
        note(f.code, f.message, source.name, line=f.line, column=f.column, hint=hint)
    return value, all(f.warning for f in faults)


def _top(raw: object, kind: str, file: str, findings: Findings) -> bool:
    """Tell whether the file is a list or a mapping, as its kind must be."""
    from .shapes import KINDS

    wanted = list if getattr(KINDS[kind], "__origin__", None) is list else dict
    if isinstance(raw, wanted):
        return True
    words = {list: "a list (- ...)", dict: "a mapping (key: value)"}
    found = "a list" if isinstance(raw, list) else "a mapping" if isinstance(raw, dict) else "a single value"
    findings.error(
        "BG113",
        f"the file holds {found}; {words[wanted]} is needed",
        file,
        line=1,
        column=1,
        hint=f"see `briefgen schema {kind}`",
    )
    return False


def _rest(raw: Any, kind: str, file: str, error: str, findings: Findings) -> Parsed[Any] | None:
    """Tell what is wrong with a value, and return what is left of it without the entries that are."""
    from .shapes import KINDS
    from .shapewords import tell

    bad = tell(kind, raw, file, findings)
    if not bad:  # the schema is milder than the type: no shape of ours is, but nothing may slip through
        findings.error("BG209", error, file)
        return None
    depth = 1 if kind in ENTRIES else 0
    entries = raw.get(ENTRIES[kind]) if kind in ENTRIES else raw
    if not isinstance(entries, list) or any(len(p) <= depth for p in bad):
        return None
    wrong = {p[depth] for p in bad if depth == 0 or p[0] == ENTRIES[kind]}
    kept = tuple(i for i in range(len(entries)) if i not in wrong)
    less: Any = [entries[i] for i in kept]
    if kind in ENTRIES:
        less = {**raw, ENTRIES[kind]: less}
    try:
        value = msgspec.convert(less, KINDS[kind])
    except msgspec.ValidationError:
        return None
    sure = all(isinstance(e, dict) and isinstance(e.get("id"), str) for e in entries) and all(
        p[-1] != "id" for p in bad
    )
    return Parsed(file=file, value=value, kept=kept, ids=_ids(entries), sure=sure)


def _ids(entries: list[Any]) -> tuple[str, ...]:
    return tuple(e["id"] for e in entries if isinstance(e, dict) and isinstance(e.get("id"), str))


def _written(theme: dict[str, Any]) -> dict[str, Any]:
    """Return a theme without the keys that are not its author's to write."""
    from .shapes import NOT_WRITTEN

    return {k: v for k, v in theme.items() if k not in NOT_WRITTEN}


def _unread(raw: Any, read: Any, path: Keys = ()) -> tuple[str, ...]:
    """Return the keys of a mapping that its type does not have."""
    if not isinstance(raw, dict) or not isinstance(read, dict):
        return ()
    out = [k for k in raw if k not in read]
    return (*out, *(x for k in raw if k in read for x in _unread(raw[k], read[k], (*path, k))))

"""YAML 1.2 text -> plain values, by the core schema; every collection and scalar with its position where asked.

Works on the parser's events in one loop: neither nesting nor aliases can exhaust memory or the stack.
"""

import math
import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec
import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from .findings import Keys
from .yamlcomments import HASH, cut_off
from .yamlfaults import DEPTH_MOST, TOO_DEEP, Fault, told

ALIASED_MOST = 10_000
"""Values that a file may reach through aliases, all in all."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, marks that turn the direction of writing, halves of characters."""

_TAG = "tag:yaml.org,2002:"
_NULL = re.compile(r"(?:null|Null|NULL|~|)\Z")
_BOOL = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_OCTAL = re.compile(r"0o[0-7]{1,20}\Z")
_HEX = re.compile(r"0x[0-9a-fA-F]{1,15}\Z")
_FLOAT = re.compile(r"[-+]?(?:(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]{1,4})?|[0-9]+[eE][-+]?[0-9]{1,4})\Z")
_NOTHING: Final = object()


class Mark(msgspec.Struct, frozen=True):
    """Line and column from 1, and the characters that the value takes in the text."""

    line: int
    column: int
    start: int
    end: int


class Marks(msgspec.Struct):
    """Positions by path: of values, and of the keys they stand under."""

    values: dict[Keys, Mark] = {}
    keys: dict[Keys, Mark] = {}


class _Open:
    """A collection that has not ended: `key` waits for its value, `nodes` counts what it holds."""

    __slots__ = ("anchor", "key", "nodes", "start", "value")

    def __init__(self, value: list[Any] | dict[str, Any], anchor: str | None, start: Any) -> None:
        self.value = value
        self.anchor = anchor
        self.start = start
        self.key: Any = _NOTHING
        self.nodes = 1


def plain(text: str) -> str | int | float | bool | None:
    """Return what an unquoted scalar means by the core schema of YAML 1.2.

    `NO`, `yes` and dates are text. So are infinities and numbers too large to be meant as numbers.
    """
    if _NULL.match(text):
        return None
    first = text[0]
    if first in "tTfF":
        return text[0] in "tT" if _BOOL.match(text) else text
    if first not in "+-.0123456789":
        return text
    if _INT.match(text):
        return int(text)
    if _OCTAL.match(text):
        return int(text[2:], 8)
    if _HEX.match(text):
        return int(text[2:], 16)
    if _FLOAT.match(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def parse(text: str, marks: Marks | None = None) -> tuple[object, list[Fault]]:
    """Return the value of the one document in a text, and what is wrong with the text.

    After a fault the value may lack parts. With `marks` the position of each key and value is noted there.
    """
    faults: list[Fault] = []
    try:
        value = _build(text, _events(text), faults, marks)
        if HASH.search(text):
            faults += cut_off(_events(text), text)
    except yaml.YAMLError as error:
        faults.append(told(error, text))
        value = None
    return value, faults


def _events(text: str) -> Iterator[Event]:
    """Yield the parser's events: libyaml's where it is there, else those of the slower twin."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    yield from yaml.parse(text, Loader=loader)


def _build(text: str, events: Iterator[Event], faults: list[Fault], marks: Marks | None) -> object:
    root: Any = _NOTHING
    stack: list[_Open] = []
    anchors: dict[str, tuple[Any, int]] = {}
    unused: dict[str, Event] = {}
    aliased = 0

    def fault(code: str, message: str, event: Event, hint: str, *, warning: bool = False) -> None:
        at: Any = event.start_mark
        place = {"line": at.line + 1, "column": at.column + 1}
        faults.append(Fault(code=code, message=message, hint=hint, warning=warning, **place))

    def path() -> Keys:
        return tuple(len(o.value) if isinstance(o.value, list) else o.key for o in stack)

    def put(value: Any, nodes: int) -> None:
        nonlocal root
        if not stack:
            root = value
            return
        top = stack[-1]
        top.nodes += nodes
        if isinstance(top.value, list):
            top.value.append(value)
        else:
            if top.key is not None:
                top.value[top.key] = value
            top.key = _NOTHING

    for event in events:
        kind = type(event)
        if kind is not AliasEvent and (anchor := getattr(event, "anchor", None)):
            unused[anchor] = event
        if kind is ScalarEvent:
            assert isinstance(event, ScalarEvent)
            if stack and stack[-1].key is _NOTHING and isinstance(stack[-1].value, dict):
                top, key = stack[-1], event.value
                if not key:
                    fault("BG115", "a key is empty", event, "give the key a name, or put the text in quotes")
                if FORBIDDEN.search(key):
                    fault("BG105", "a key holds a control character", event, "write the key without it")
                if key in top.value:
                    fault("BG109", f"key `{key}` stands here twice", event, "keep one of the two")
                    top.key = None  # the first one counts; the value that follows is dropped
                else:
                    top.key = key
                    if marks is not None:
                        marks.keys[path()] = _mark(event)
                continue
            if marks is not None:
                marks.values[path()] = _mark(event)
            value = _scalar(event, fault)
            if event.anchor:
                anchors[event.anchor] = (value, 1)
            put(value, 1)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            assert isinstance(event, MappingStartEvent | SequenceStartEvent)
            if stack and stack[-1].key is _NOTHING and isinstance(stack[-1].value, dict):
                fault("BG115", "a list or a mapping stands where a key should", event, "put the key in quotes")
                return None
            if len(stack) >= DEPTH_MOST:
                code, message, hint = TOO_DEEP
                fault(code, message, event, hint)
                return None
            known = _TAG + ("map" if kind is MappingStartEvent else "seq")
            if event.tag not in (None, "!", known):
                _refuse_tag(event, fault)
            stack.append(_Open({} if kind is MappingStartEvent else [], event.anchor, event.start_mark))
            if event.anchor:
                anchors.pop(event.anchor, None)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            done = stack.pop()
            if marks is not None:
                at, end = done.start, _end(event)
                marks.values[path()] = Mark(at.line + 1, at.column + 1, at.index, end)
            if done.anchor:
                anchors[done.anchor] = (done.value, done.nodes)
            put(done.value, done.nodes)
        elif kind is AliasEvent:
            assert isinstance(event, AliasEvent)
            name = event.anchor
            if stack and stack[-1].key is _NOTHING and isinstance(stack[-1].value, dict):
                fault("BG115", "an alias stands where a key should", event, "write the key out")
                return None
            if any(o.anchor == name for o in stack):
                fault("BG111", f"alias `*{name}` stands inside what it names", event, "write the data out")
                return None
            if name not in anchors:
                fault(
                    "BG111",
                    f"alias `*{name}` names nothing above it",
                    event,
                    f"mark the value meant with `&{name}`, or put the text in quotes",
                )
                put(None, 1)
                continue
            value, nodes = anchors[name]
            unused.pop(name, None)
            aliased += nodes
            if aliased > ALIASED_MOST:
                fault("BG111", f"aliases stand for more than {ALIASED_MOST} values", event, "write the data out")
                return None
            if marks is not None:
                marks.values[path()] = _mark(event)
            put(value, nodes)
        elif kind is DocumentStartEvent and root is not _NOTHING:
            fault("BG114", "a second document begins here (`---`)", event, "put it in a file of its own")
            break
    for name, event in unused.items():
        fault(
            "BG131",
            f"`&{name}` names the value for an alias that never comes, and is no part of it",
            event,
            "put the whole text in quotes, or take it away",
            warning=True,
        )
    if root is _NOTHING:
        faults.append(
            Fault(
                code="BG103",
                message="the file is empty",
                line=1,
                column=1,
                hint="see `briefgen schema` for what belongs here",
            )
        )
        return None
    return root


def _mark(event: Event) -> Mark:
    at: Any = event.start_mark
    return Mark(at.line + 1, at.column + 1, at.index, _end(event))


def _end(event: Event) -> int:
    end: Any = event.end_mark
    return int(end.index)


def _scalar(event: ScalarEvent, fault: Any) -> object:
    """Return the value of a scalar."""
    text, tag = event.value, event.tag
    if event.style == '"' and FORBIDDEN.search(text):
        fault("BG105", "the text holds a control character, written as an escape", event, "take the escape out")
        return text
    if tag is None:
        return plain(text) if event.implicit[0] else text
    if tag in ("!", _TAG + "str"):
        return text
    kinds: dict[str, tuple[type, ...]] = {"null": (type(None),), "bool": (bool,), "int": (int,), "float": (int, float)}
    wanted = kinds.get(tag.removeprefix(_TAG)) if tag.startswith(_TAG) else None
    if wanted is None:
        _refuse_tag(event, fault)
        return text
    value = plain(text)
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        fault("BG112", f"`{text}` is no {tag.removeprefix(_TAG)}", event, "take the tag away")
    return value


def _refuse_tag(event: Any, fault: Any) -> None:
    name = str(event.tag).replace(_TAG, "!!")
    fault(
        "BG112", f"tag `{name}` is not allowed", event, "take the tag away: data are text, numbers, lists and mappings"
    )

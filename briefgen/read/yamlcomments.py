"""Comments that look as if they belonged to the value before them: `title: Calm #again` says only `Calm`."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from yaml.events import Event, ScalarEvent

from .yamlfaults import Fault

HASH = re.compile(r"[ \t]+#[^\s#!][^\r\n]*")
"""A comment whose word follows its `#` at once, as a person who means a comment seldom writes it."""


def cut_off(events: Iterable[Event], text: str) -> Iterator[Fault]:
    """Yield such comments as warnings, from the parser's events of a text."""
    for event in events:
        if not isinstance(event, ScalarEvent) or event.style:
            continue
        end: Any = event.end_mark
        if found := HASH.match(text, end.index):
            said = found[0].strip()
            yield Fault(
                code="BG131",
                message=f"`{said[:40]}` begins a comment and is no part of the value",
                line=end.line + 1,
                column=end.column + len(found[0]) - len(found[0].lstrip()) + 1,
                hint="put the whole text in quotes; write a comment with a space behind `#`",
                warning=True,
            )

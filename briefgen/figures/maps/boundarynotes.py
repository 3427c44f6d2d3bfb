"""The sentences under a map: the disclaimer, and what its dashed and dotted lines are, in the furniture's language."""

from collections.abc import Collection

from ...model.boundaries import DASHED, DOTTED, NONE, SOLID, DrawnLine
from ...model.maps import Ground
from ...typeset import mapwords
from . import atlas
from .view import View

MANY = 2
"""So many lines of one style are explained one by one; of more, only the names are given."""


def notes(ground: Ground, view: View, topic: Collection[str] | None, subjects: Collection[str]) -> tuple[str, ...]:
    """Return the sentences for what a window shows of the lines and areas that are not settled.

    A line is spoken of where it is drawn: one of its parties is in `topic` (None: any). Lines drawn solid and areas
    that are nobody's are explained where they concern `subjects`.
    """
    words, preset, marks = mapwords.words(ground.boundaries.language), ground.boundaries, atlas.marks()

    def seen(points: tuple[tuple[float, float], ...]) -> bool:
        return any(view.shows(lon, lat) for lon, lat in points)

    lines = [
        line
        for line in preset.lines
        if line.style != NONE
        and (topic is None or any(p in topic for p in line.parties))
        and seen(marks.lines[line.id])
    ]
    disclaimer = preset.disclaimer or words.disclaimer
    out = [disclaimer.format(issuer=ground.issuer)]
    for style, pattern, many in ((DASHED, words.dashed, words.dashed_many), (DOTTED, words.dotted, words.dotted)):
        found = [line for line in lines if line.style == style]
        if found:
            out.append((pattern if len(found) <= MANY else many).format(names=_named(found)))
    for line in lines:
        if line.style == SOLID and any(p in subjects for p in line.parties):
            out.append(f"{_first(line.name)}{words.colon} {line.note}.")
    return tuple(out)


def _named(lines: list[DrawnLine]) -> str:
    """Return the names of lines, each with its note where there are few."""
    return "; ".join(f"{line.name} ({line.note})" if len(lines) <= MANY else line.name for line in lines)


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]

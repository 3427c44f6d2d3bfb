"""How much one drawing may hold: beyond that a person can no longer edit it shape by shape."""

from collections.abc import Iterable

from ..diagnostics import Diagnostic
from ..model.scene import Group, Label, Mark, Path, Scene
from . import faults

MARKS, COMMANDS = 400, 15_000
"""Marks and path commands from which a drawing is told to be large."""
MARKS_MOST, COMMANDS_MOST = 1500, 40_000
"""Beyond these it is refused."""


def walk(marks: Iterable[Mark]) -> Iterable[Mark]:
    """Yield every mark, groups before their members."""
    for mark in marks:
        yield mark
        if isinstance(mark, Group):
            yield from walk(mark.marks)


def size(scene: Scene) -> tuple[int, int]:
    """Return how many marks and path commands a scene has; groups are no marks."""
    every = [m for m in walk(scene.marks) if not isinstance(m, Group)]
    return len(every), sum(len(m.commands) for m in every if isinstance(m, Path))


def told(scene: Scene, figure: str) -> tuple[Diagnostic, ...]:
    """Return a warning for a drawing that is large; raises InputError for one that is too large."""
    marks, commands = size(scene)
    hint = "show less: fewer rows, events, neighbours or actors"
    message = f"a drawing of {marks} shapes and {commands} path commands"
    if marks > MARKS_MOST or commands > COMMANDS_MOST:
        most = f"{MARKS_MOST} and {COMMANDS_MOST} at most"
        raise faults.fault(faults.TOO_MANY_MARKS, figure, f"{message} is more than a slide can hold ({most})", hint)
    if marks > MARKS or commands > COMMANDS:
        most = f"more than {MARKS} and {COMMANDS}"
        return (faults.remark(faults.TOO_MANY_MARKS, figure, f"{message} is hard to edit on a slide ({most})", hint),)
    return ()


def labels(scene: Scene) -> tuple[Label, ...]:
    """Return all labels of a scene."""
    return tuple(m for m in walk(scene.marks) if isinstance(m, Label))

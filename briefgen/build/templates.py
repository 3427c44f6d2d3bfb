"""The verb `template`: the deck's template for designers, and what a house's own gives.

What writing needs is imported when something is written: every build asks for `faults`.
"""

from pathlib import Path

from msgspec.structs import replace

from .. import read
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.housetemplate import Template
from ..model.theme import Theme


def write(theme: str, *, output: Path, root: Path | None) -> Path:
    """Write the template that a theme's decks stand on, without slides; raises InputError."""
    from ..render import pptx
    from .output import publish

    value = read.theme(theme, read.find(root)).value
    if output.suffix.lower() != ".pptx":
        hint = f"call it {output.with_suffix('.pptx')}"
        raise InputError((Diagnostic(code="BG905", message=f"a template is a .pptx, not {output}", hint=hint),))
    publish({output.absolute().parent: {output.name: pptx.template(replace(value, house=None))}})
    return output


def inspect(file: Path, *, theme: str, root: Path | None) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return what a house's template gives to a theme, a line each, and what is worth knowing; raises InputError."""
    from ..render import pptx

    project = read.find(root)
    plain = read.theme(theme, project).value
    house = read.templated(file, plain, project)
    return pptx.inspected(house.value), house.diagnostics


def faults(theme: Theme, project: read.Project) -> tuple[Diagnostic, ...]:
    """Return what a theme says of its template in words that are none of ours."""
    if not isinstance(theme.template, Template) or not theme.template.layouts:
        return ()
    from ..render import pptx

    slots = pptx.slots(theme)
    path = read.theme_file(theme.id, project)
    assert path is not None  # it has been read
    found: list[Diagnostic] = []

    def tell(message: str, where: tuple[str, ...], known: tuple[str, ...]) -> None:
        from difflib import get_close_matches

        near = get_close_matches(where[-1], known, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(known)}"
        found.append(Diagnostic(code="BG735", message=message, file=project.name(path), path=where, hint=hint))

    for name, wish in theme.template.layouts.items():
        where = ("template", "layouts", name)
        if name not in slots:
            tell(f"decks have no layout `{name}`", where, tuple(slots))
            continue
        for slot in wish.slots:
            if slot not in slots[name]:
                tell(f"the layout `{name}` has no slot `{slot}`", (*where, "slots", slot), slots[name])
    return tuple(found)

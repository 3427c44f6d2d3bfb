"""The verb `template`: the deck's template for designers, and what a house's own gives."""

from pathlib import Path

from msgspec.structs import replace

from .. import read
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..render import pptx
from .output import publish


def write(theme: str, *, output: Path, root: Path | None) -> Path:
    """Write the template that a theme's decks stand on, without slides; raises InputError."""
    value = read.theme(theme, read.find(root)).value
    if output.suffix.lower() != ".pptx":
        hint = f"call it {output.with_suffix('.pptx')}"
        raise InputError((Diagnostic(code="BG905", message=f"a template is a .pptx, not {output}", hint=hint),))
    publish({output.absolute().parent: {output.name: pptx.template(replace(value, house=None))}})
    return output


def inspect(file: Path, *, theme: str, root: Path | None) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return what a house's template gives to a theme, a line each, and what is worth knowing; raises InputError."""
    project = read.find(root)
    plain = read.theme(theme, project).value
    house = read.templated(file, plain, project)
    return pptx.inspected(house.value), house.diagnostics

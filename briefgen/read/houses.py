"""The template of a theme -> House: the house's .pptx read, and whether what the theme says of it is so."""

import hashlib
from pathlib import Path

from msgspec.structs import replace

from .. import cache as store
from ..errors import InputError
from ..model.housetemplate import House, Template
from ..model.theme import Theme
from ..typeset import standins
from . import files
from .besides import beside_theme, unnamed
from .findings import Checked, Findings, guess
from .origins import settle
from .project import Project

TEMPLATE_MOST = 32 * 2**20
"""Bytes that a template may have."""


def housed(theme: Theme, file: str, project: Project, cache: Path | None, findings: Findings) -> Theme:
    """Return a theme with what its template holds, the hash of which is in its own; what is wrong is noted."""
    if theme.template is None:
        return theme
    said = Template(file=theme.template) if isinstance(theme.template, str) else theme.template
    found = beside_theme(said.file, project)
    if found is None:
        hint = unnamed(said.file, project, "*.p[op]tx", "templates in themes/")
        path = ("template",) if isinstance(theme.template, str) else ("template", "file")
        findings.error("BG730", f"there is no template `{said.file}` in the folder themes/", file, path, hint=hint)
        return theme
    house = opened(found, project.name(found), project.inside, cache, findings)
    if house is None:
        return theme
    _names(said, house, file, findings)
    whole = replace(theme, template=said, house=house)
    for name in standins.unknown(theme, house):
        message = f"the widths of the template's font `{name}` are not known: text is measured as in Arial"
        hint = "name it in font.deck_body or font.deck_head with files of the same widths, and look at the slides"
        findings.warning("BG737", message, file, ("template",), hint=hint)
    parts = (theme.sha256, house.sha256)
    return replace(whole, sha256=hashlib.sha256("\n".join(parts).encode()).hexdigest())


def opened(path: Path, name: str, inside: tuple[Path, ...], cache: Path | None, findings: Findings) -> House | None:
    """Return what a template holds, or None where it cannot be used, which is noted."""
    if path.suffix.lower() in (".pptm", ".potm"):
        hint = "save it as a .pptx"
        findings.error("BG732", "the template has macros, which are not passed on", name, hint=hint)
        return None
    smaller = "take large pictures and sample slides out of it"
    source = files.read(path, name, inside, TEMPLATE_MOST, findings, smaller=smaller)
    if source is None:
        return None
    kept: House | None = store.get(cache, "read", store.key("template", (source.sha256, name)), House)
    if kept is not None:
        return kept
    from . import housetemplates
    from .packages import PackageError

    try:
        house = housetemplates.house(source.data, name, source.sha256)
    except PackageError as error:
        findings.error(error.code, error.message, name, hint=error.hint)
        return None
    store.put(cache, "read", store.key("template", (source.sha256, name)), house)
    return house


def _names(said: Template, house: House, file: str, findings: Findings) -> None:
    """Note layouts and placeholders that the theme names and the template does not have."""
    layouts = {one.name: one for one in house.layouts}
    for role, wish in said.layouts.items():
        path = ("template", "layouts", role)
        if wish.layout is not None and wish.layout not in layouts:
            hint = guess(wish.layout, list(layouts), "layouts")
            findings.error("BG735", f"the template has no layout `{wish.layout}`", file, (*path, "layout"), hint=hint)
        elif wish.layout is not None:
            there = {p.index or 0 for p in layouts[wish.layout].places if p.alone}
            for slot, index in wish.slots.items():
                if index not in there:
                    hint = f"placeholders that can be named: {', '.join(map(str, sorted(there))) or 'none'}"
                    message = f"the layout `{wish.layout}` has no placeholder {index} that can be told from others"
                    findings.error("BG735", message, file, (*path, "slots", slot), hint=hint)


def templated(path: Path, theme: Theme, project: Project) -> Checked[Theme]:
    """Return a theme with a template in place of its own, and what is worth knowing; raises InputError."""
    findings = Findings()
    name = project.name(path.absolute())
    house = opened(path, name, (path.absolute().parent.resolve(),), None, findings)
    if house is None:
        raise InputError(settle(findings, project))
    kept = (
        theme.template if isinstance(theme.template, Template) and Path(theme.template.file).name == path.name else None
    )
    for font in standins.unknown(theme, house):
        message = f"the widths of its font `{font}` are not known: text would be measured as in Arial"
        findings.warning("BG737", message, name, hint="name it in the theme with files of the same widths")
    whole = replace(
        theme, template=kept or Template(file=path.name), house=house, sha256=f"{theme.sha256} {house.sha256}"
    )
    return Checked(value=whole, diagnostics=settle(findings, project))

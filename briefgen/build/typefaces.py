"""The font files that a theme names: are they there, whole and free to embed? Told with the theme's line."""

from collections.abc import Iterator
from pathlib import Path

from .. import cache as store
from .. import read, resources
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.theme import Theme
from ..typeset import fontfile, fonts

PAGES = ("text", "label")
FAMILIES = (*PAGES, "deck_head", "deck_body", "arabic")
EMBEDDED = (*PAGES, "arabic")
HINTS = {
    "BG402": "give a whole TrueType file (.ttf) in its place",
    "BG406": "take another font, or one that its maker lets you embed",
    "BG407": "put its licence beside it, as fonts/{beside}",
}
CUTS = ("regular", "bold", "italic", "bold_italic")


def faults(theme: Theme, project: read.Project, cache: Path | None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the font files of a theme, each told where the theme first names it."""
    path = read.theme_file(theme.id, project)
    assert path is not None  # it has been read
    found: dict[str, Diagnostic] = {}
    for family, cut, name in _named(theme):
        if name not in found and (said := _fault(name, project, cache, embedded=family in EMBEDDED)) is not None:
            code, message, hint = said
            found[name] = Diagnostic(
                code=code, message=message, file=project.name(path), path=("font", family, cut), hint=hint
            )
    return tuple(found.values())


def _named(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """Yield family, cut and file name of each face that a theme names; the Arabic script has no italics."""
    for family in FAMILIES:
        found = getattr(theme.font, family)
        for cut in CUTS:
            if (name := getattr(found, cut, None)) is not None:
                yield family, cut, name


def _fault(name: str, project: read.Project, cache: Path | None, *, embedded: bool) -> tuple[str, str, str] | None:
    """Return code, message and hint of what is wrong with a font file, or None."""
    if name != Path(name).name:
        return "BG401", f"the font file `{name}` is named by a path", "put it into the folder fonts/, and name it alone"
    try:
        path = fonts.find(name, project.fonts)
    except InputError as error:
        (told,) = error.diagnostics
        return told.code, told.message, told.hint or ""
    if path.is_relative_to(resources.assets()):
        return None  # ours do not change but with the code
    if not any(path.resolve().is_relative_to(folder) for folder in project.inside):
        return "BG116", f"the font file `{name}` lies outside the project", "copy it into the project's folder fonts/"
    try:
        data = path.read_bytes()
    except OSError as error:
        return "BG402", f"`{name}` cannot be read: {error.strerror}", "check its rights"
    key = store.key("font", (str(embedded), data))
    said: tuple[str, str] | None = store.get(cache, "fonts", key, tuple[str, str])
    if said is None:
        said = _said(data, embedded=embedded)
        store.put(cache, "fonts", key, said)
    code, message = said
    beside = f"{path.stem.split('-')[0]}-LICENSE.txt"
    if not code or (code == "BG407" and path.with_name(beside).is_file()):
        return None
    return code, f"`{name}` {message}", HINTS[code].format(beside=beside)


def _said(data: bytes, *, embedded: bool) -> tuple[str, str]:
    """Return code and message of what a font file says against its use; two empty texts for nothing."""
    if fault := fontfile.fault(data, embedded=embedded):
        return "BG402", fault
    if embedded and (forbidden := fontfile.forbidden(data)):
        return "BG406", forbidden
    if embedded and not fontfile.licensed(data):
        return "BG407", "does not say under which licence it is"
    return "", ""


def own(theme: Theme, project: read.Project) -> tuple[Path, ...]:
    """Return the project's own font files that a theme names."""
    names = {name for _, _, name in _named(theme)}
    folders = [f for f in project.fonts if not f.is_relative_to(resources.assets())]
    return tuple(sorted(p for folder in folders for name in names if (p := folder / name).is_file()))

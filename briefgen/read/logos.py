"""The logo of a theme -> emblems: its SVG files read, and whether they can be placed and seen."""

import hashlib
from pathlib import Path

from msgspec.structs import replace

from .. import cache as store
from ..model.colour import contrast
from ..model.scene import Emblem
from ..model.theme import Construction, Emblems, Logo, Theme
from . import files
from .besides import beside_theme, unnamed
from .contrasts import MARK
from .findings import Findings
from .project import Project

HEAD_MM = 7.6
"""What lies between the text and the foot of the logo on page one."""
EDGE_MM = 6.0
"""What stays free between the logo and the edge of the sheet."""
LEAST_MM = 4.0
WIDEST_MM = 90.0
"""The widest that it may be on page one: series and marking stand beside it."""


def dressed(theme: Theme, file: str, project: Project, cache: Path | None, findings: Findings) -> Theme:
    """Return a theme with the drawings of its logo, and their hashes in its own; what is wrong is noted."""
    if theme.logo is None:
        return theme
    paper = _emblem(theme.logo.file, "file", file, project, cache, findings)
    other = theme.logo.on_ground
    ground = paper if other is None else _emblem(other, "on_ground", file, project, cache, findings)
    if paper is None or ground is None:
        return theme
    emblems = Emblems(paper=paper, ground=ground)
    _sizes(theme, theme.logo, emblems, file, findings)
    _seen(theme, theme.logo, emblems, file, findings)
    parts = (theme.sha256, paper.sha256, ground.sha256)
    return replace(theme, emblems=emblems, sha256=hashlib.sha256("\n".join(parts).encode()).hexdigest())


def _emblem(name: str, key: str, theme: str, project: Project, cache: Path | None, findings: Findings) -> Emblem | None:
    """Return the drawing in a file beside the theme, or None."""
    path = ("logo", key)
    found = beside_theme(name, project)
    if found is None:
        hint = unnamed(name, project, "*.svg", "SVG files in themes/")
        findings.error("BG738", f"there is no logo `{name}` in the folder themes/", theme, path, hint=hint)
        return None
    if found.suffix.lower() != ".svg":
        hint = "give it as SVG: it is sharp at every size, and slides can be recoloured"
        findings.error("BG739", f"the logo `{name}` is not an SVG", theme, path, hint=hint)
        return None
    source = files.read(found, project.name(found), project.inside, files.LOGO_MOST, findings)
    if source is None:
        return None
    kept: Emblem | None = store.get(cache, "read", store.key("logo", (source.sha256,)), Emblem)
    if kept is not None:
        return kept
    from . import svg

    try:
        drawn = replace(svg.emblem(source.data), sha256=source.sha256)
    except svg.SvgError as error:
        hint = (
            "give paths and plain shapes in flat colours; drawing programs save them as “plain SVG”, text as outlines"
        )
        findings.error("BG739", error.message, source.name, line=error.line, column=error.column, hint=hint)
        return None
    store.put(cache, "read", store.key("logo", (source.sha256,)), drawn)
    return drawn


def _sizes(theme: Theme, logo: Logo, emblems: Emblems, file: str, findings: Findings) -> None:
    """Note a logo that has no room in the head of page one."""
    top = min(theme.grid.a4.top_mm, theme.grid.letter.top_mm)
    most, path = top - HEAD_MM - EDGE_MM, ("logo", "height_mm")
    if not LEAST_MM <= logo.height_mm <= most:
        message = f"the head of a page has no place for a logo of {logo.height_mm:g} mm"
        hint = f"set {LEAST_MM:g} to {most:.1f}, or the margin `top_mm` larger"
        findings.error("BG722", message, file, path, hint=hint)
        return
    widest = max(e.width / e.height for e in (emblems.paper, emblems.ground)) * logo.height_mm
    if widest > WIDEST_MM:
        message = f"at this height the logo is {widest:.0f} mm wide; {WIDEST_MM:g} mm are there"
        findings.error(
            "BG722", message, file, path, hint=f"set it to {logo.height_mm * WIDEST_MM / widest:.1f} or less"
        )


def _seen(theme: Theme, logo: Logo, emblems: Emblems, file: str, findings: Findings) -> None:
    """Note a logo of which nothing stands out from the ground that it stands on."""
    key = "file" if logo.on_ground is None else "on_ground"
    grounds = [(key, emblems.ground, "ground")]
    if theme.construction is Construction.MARGIN or _closes_on_paper(theme):
        grounds.insert(0, ("file", emblems.paper, "paper"))
    for which, emblem, ground in grounds:
        colour = getattr(theme.colour, ground)
        inks = {i.rgb for p in emblem.paths for i in (p.fill, p.stroke) if i is not None}
        best = max(contrast(f"#{rgb}", colour) for rgb in inks)
        if best < MARK:
            message = f"no colour of the logo has a contrast of more than {best:.2f} with `{ground}` {colour}"
            hint = f"{MARK:g} is needed; give a version for coloured ground as `on_ground`"
            findings.error("BG716", message, file, ("logo", which), hint=hint)


def _closes_on_paper(theme: Theme) -> bool:
    """Tell whether the closing slide has a logo that does not stand on the bar over it."""
    room, bar = theme.deck.layouts.closing.logo, theme.deck.layouts.all.bar
    return room is not None and (bar is None or room[1] < bar[1] or room[1] + room[3] > bar[1] + bar[3])

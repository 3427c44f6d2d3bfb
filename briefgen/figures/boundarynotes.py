"""The sentences under a map: the disclaimer, and what its dashed and dotted lines are."""

from ..model.maps import Choropleth
from . import atlas
from .view import View

GRID = 7


def notes(figure: Choropleth, view: View) -> tuple[str, ...]:
    """Return the sentences for what the window shows, composed from the boundaries table.

    A line counts as shown when any of its bounds' inner points lies in the window: the shapes are not looked at,
    and a sentence too many harms less than a line without one.
    """
    table, preset = atlas.table(), atlas.preset(figure)
    seen = [line for line in table.lines if line.draw[preset] != "none" and _shown(line.bounds, view)]
    out = [table.words["disclaimer"].format(issuer=figure.issuer)]
    if any(line.draw[preset] == "dashed" for line in seen):
        out.append(table.words["dashed"])
    dotted = [line.name for line in seen if line.draw[preset] == "dotted"]
    if dotted:
        out.append(table.words["dotted"].format(names="; ".join(dotted)))
    out.extend(line.note for line in seen if line.note)
    return tuple(out)


def _shown(bounds: atlas.Bounds, view: View) -> bool:
    west, south, east, north = bounds
    steps = [(k + 0.5) / GRID for k in range(GRID)]
    return any(view.shows(west + (east - west) * s, south + (north - south) * t) for s in steps for t in steps)

"""The colours of a theme stand out where they are used: letters 4.5 to 1, marks that carry meaning 3 to 1 (WCAG 2.2).

Rules, tints of panels and areas that are named or numbered where they stand need none: what they say is said twice.
"""

from collections.abc import Iterator

from ..model.base import Value
from ..model.colour import contrast, nearest
from ..model.theme import Construction, Theme
from .findings import Findings, Keys

TEXT = 4.5
MARK = 3.0


class Ground(Value, frozen=True):
    """A colour that something stands on, what the theme calls it, and the contrast that is needed there."""

    name: str
    colour: str
    least: float = TEXT


Use = tuple[Keys, str, tuple[Ground, ...]]
"""Where a colour is written, the colour, and the grounds that it stands on."""


def check(theme: Theme, file: str, findings: Findings) -> None:
    """Note each pair of colours that is too close, with its contrast and the nearest colour that passes everywhere."""
    for path, colour, grounds in (*_texts(theme), *_marks(theme)):
        close = [g for g in grounds if contrast(colour, g.colour) < g.least]
        better = nearest(colour, tuple((g.colour, g.least) for g in grounds)) if close else None
        for ground in close:
            code, needs = ("BG715", "text") if ground.least == TEXT else ("BG716", "what carries meaning")
            findings.error(
                code,
                f"`{path[-1]}` {colour} has a contrast of {_ratio(colour, ground.colour)} with "
                f"`{ground.name}` {ground.colour}; {needs} needs {ground.least:g}",
                file,
                path,
                hint=f'the nearest that passes: "{better}"'
                if better
                else f"none passes on {' and '.join(f'`{g.name}`' for g in grounds)} at once: bring these together",
            )
    _fills(theme, file, findings)


def _texts(theme: Theme) -> Iterator[Use]:
    """Yield the colours that letters have."""
    colour, band = theme.colour, theme.construction is Construction.BAND
    paper, panel, ground = (Ground(name, getattr(colour, name)) for name in ("paper", "panel", "ground"))
    land, large = Ground("map.land", theme.map.land), Ground("ground", colour.ground, MARK)
    dark = (ground, Ground("deep", colour.deep)) if theme.deck.layouts.title.deep else (ground,)
    wanted = {
        "ink": (paper, panel, land),
        "mute": (paper, panel, land),
        "accent": (paper, panel) if band else (paper, panel, large),  # in MARGIN the number of a divider
        "head": (paper, panel) if band else (paper,),
        "on_ground": dark,
        "pale": dark,
        **({"label_on_ground": (ground,)} if band else {}),
    }
    for name, grounds in wanted.items():
        yield ("colour", name), getattr(colour, name), grounds
    black = Ground("marking.ground", theme.marking.ground)
    for label, value in theme.marking.colours.items():
        yield ("marking", "colours", label), value, (black,)


def _marks(theme: Theme) -> Iterator[Use]:
    """Yield the colours of bars, spans, lines and states that are told apart by them."""
    colour, chart, lines = theme.colour, theme.chart, theme.map
    paper, panel = Ground("paper", colour.paper, MARK), Ground("panel", colour.panel, MARK)
    yield ("colour", "bar"), colour.bar, (paper, panel)
    for name in ("focus", "other"):
        yield ("chart", name), getattr(chart, name), (paper,)
    for name in ("focus", "opposed", "disputed", "control"):
        yield ("map", name), getattr(lines, name), (Ground("map.land", lines.land, MARK),)


def _fills(theme: Theme, file: str, findings: Findings) -> None:
    """Note areas on which neither `ink` nor `paper` can be read: figures set their numbers and names on them."""
    fills: list[tuple[Keys, str]] = [(("chart", n), getattr(theme.chart, n)) for n in ("focus", "other")]
    fills += [(("chart", "categories", n), c) for n, c in enumerate(theme.chart.categories)]
    fills += [(("map", n), getattr(theme.map, n)) for n in ("focus", "conciliatory")]
    inks = {name: getattr(theme.colour, name) for name in ("ink", "paper")}
    for path, fill in fills:
        best = max(inks, key=lambda name: contrast(inks[name], fill))
        if contrast(inks[best], fill) < TEXT:
            name = f"{path[1]} {int(path[2]) + 1}" if path[2:] else path[1]
            findings.error(
                "BG715",
                f"`{name}` {fill} has a contrast of {_ratio(inks[best], fill)} with `{best}` {inks[best]}, "
                f"which is set on it; text needs {TEXT:g}",
                file,
                path,
                hint=f'the nearest that passes: "{nearest(fill, ((inks[best], TEXT),))}"',
            )


def _ratio(a: str, b: str) -> str:
    """Return a contrast in two decimals, cut and not rounded: 4.499 is not 4.5."""
    return f"{int(contrast(a, b) * 100) / 100:.2f}"

"""A theme's file -> Theme: colours, sizes and boxes checked."""

import re
from pathlib import Path

import msgspec

from .. import cache as store
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.markings import TLP
from ..model.theme import Construction, Theme
from . import contrasts, houses, logos, palettes
from .boundaries import boundaries, check_preset
from .files import SPEC_MOST, read
from .findings import Anew, Checked, Findings, Keys, guess
from .origins import settle
from .project import Project, stems, theme_file

SMALLEST = 8.0
"""Points: the smallest type of pages, notes included."""

SMALLEST_SLIDE = 10.0
"""Points: the smallest type of slides, source lines included."""

TEXT_LEAST = 70.0
"""Millimetres: the narrowest column of text."""

COLUMN_LEAST = 60.0
"""Millimetres: the narrowest of two columns of text."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_COLOURED = ("colour", "chart", "map", "marking")


def theme(name: str, project: Project, cache: Path | None = None, anew: Anew | None = None) -> Checked[Theme]:
    """Return a theme. Raises InputError with everything that is wrong in its file."""
    path = theme_file(name, project)
    if path is None:
        hint = guess(name, stems(project.themes), "themes")
        raise InputError((Diagnostic(code="BG122", message=f"there is no theme `{name}`", hint=hint),))
    findings = Findings()
    source = read(path, project.name(path), project.inside, SPEC_MOST, findings)
    if source is None:
        raise InputError(settle(findings, project))
    key = store.key("theme", (name, source.sha256))
    known = boundaries(project, cache, anew).value
    kept: Theme | None = store.get(cache, "read", key, Theme)
    if kept is not None:
        check_preset(kept.boundaries, known, source.name, ("boundaries",), findings)
        return _dressed(kept, source.name, project, cache, findings)
    if anew:
        anew()
    from .decoding import Parsed, decode

    parsed: Parsed[Theme] | None = decode(source, "theme", findings, None)
    if parsed is not None:
        _check(name, parsed.value, source.name, findings)
        check_preset(parsed.value.boundaries, known, source.name, ("boundaries",), findings)
    if parsed is None or findings.failed:
        raise InputError(settle(findings, project))
    value = msgspec.structs.replace(parsed.value, sha256=source.sha256)
    store.put(cache, "read", key, value)
    return _dressed(value, source.name, project, cache, findings)


def _dressed(value: Theme, file: str, project: Project, cache: Path | None, findings: Findings) -> Checked[Theme]:
    """Return a theme with its logo and its template, whose files change without the theme's."""
    whole = logos.dressed(value, file, project, cache, findings)
    whole = houses.housed(whole, file, project, cache, findings)
    if findings.failed:
        raise InputError(settle(findings, project))
    return Checked(value=whole, diagnostics=settle(findings, project))


def _check(name: str, value: Theme, file: str, findings: Findings) -> None:
    if value.id != name:
        findings.error(
            "BG118",
            f"the theme is called `{value.id}`, its file `{name}.yaml`",
            file,
            ("id",),
            hint="give both the same name",
        )
    whole = msgspec.to_builtins(value)
    for part in _COLOURED:
        _colours(whole[part], file, (part,), findings)
    for style, look in whole["type"].items():
        if look["size"] < SMALLEST:
            findings.error(
                "BG711",
                f"{look['size']:g} pt is too small to read; {SMALLEST:g} pt is the least",
                file,
                ("type", style),
                hint="set `size` larger",
            )
        if look["leading"] < look["size"]:
            findings.error(
                "BG711",
                f"lines of {look['size']:g} pt do not fit into a leading of {look['leading']:g} pt",
                file,
                ("type", style),
                hint="set `leading` to 1.2 times the size or more",
            )
        if look["weight"] not in (400, 600):
            findings.error(
                "BG711",
                f"there is no weight {look['weight']}",
                file,
                ("type", style, "weight"),
                hint="write 400 or 600",
            )
    for style, size in whole["deck"]["type"].items():
        if size < SMALLEST_SLIDE:
            findings.error(
                "BG711",
                f"{size:g} pt is too small for a slide; {SMALLEST_SLIDE:g} pt is the least",
                file,
                ("deck", "type", style),
                hint="set it larger",
            )
    for label in TLP:
        if label not in value.marking.colours:
            findings.error(
                "BG714",
                f"the marking {label} has no colour",
                file,
                ("marking", "colours"),
                hint="add it; FIRST gives the colours of TLP 2.0",
            )
    _boxes(value, file, findings)
    _columns(value, file, findings)
    if not any(f.code == "BG710" for f in findings.found):
        contrasts.check(value, file, findings)
        palettes.check(value, file, findings)


def _columns(value: Theme, file: str, findings: Findings) -> None:
    """Note margins and columns that leave too little room for text."""
    grid, band = value.grid, value.band
    beside: tuple[tuple[Keys, float], ...] = ((("grid", "label_column_mm"), grid.label_column_mm),)
    if value.construction is Construction.BAND:
        beside = (
            (("grid", "label_column_mm"), grid.label_column_mm + band.hang_mm),
            (("band", "panel_column_mm"), band.panel_column_mm),
            (("band", "figure_column_mm"), band.figure_column_mm),
        )
    for sheet, width in (("a4", 210), ("letter", 215.9)):
        margins = getattr(grid, sheet)
        room = width - margins.left_mm - margins.right_mm
        if room < 100:
            findings.error(
                "BG712", "the margins leave less than 100 mm for text", file, ("grid", sheet), hint="make them narrower"
            )
            continue
        if value.text_columns == 2:
            hang = band.hang_mm if value.construction is Construction.BAND else 0.0
            if (left := (room - hang - grid.gutter_mm) / 2) < COLUMN_LEAST:
                message = f"two columns are {left:.0f} mm wide on {sheet.upper()}; {COLUMN_LEAST:g} mm is the least"
                findings.error("BG712", message, file, ("text_columns",), hint="make the margins narrower, or write 1")
        for path, taken in beside:
            if (left := room - taken - grid.gutter_mm) < TEXT_LEAST:
                message = f"the column leaves {left:.0f} mm for text on {sheet.upper()}; {TEXT_LEAST:g} mm is the least"
                findings.error("BG712", message, file, path, hint="make it narrower")


def _colours(value: object, file: str, path: Keys, findings: Findings) -> None:
    """Note each text among colours that is no colour."""
    match value:
        case dict():
            for key, part in value.items():
                _colours(part, file, (*path, key), findings)
        case list() | tuple():
            for index, part in enumerate(value):
                _colours(part, file, (*path, index), findings)
        case str() if not _COLOUR.match(value):
            findings.error(
                "BG710",
                f"`{value[:40]}` is no colour",
                file,
                path,
                hint='write six hexadecimal digits in quotes: "#8A1C2C"',
            )
        case _:
            pass


def _boxes(value: Theme, file: str, findings: Findings) -> None:
    """Note boxes that do not lie on the slide."""
    deck = value.deck
    for layout, boxes in msgspec.to_builtins(deck.layouts).items():
        for slot, (x, y, width, height) in ((s, b) for s, b in boxes.items() if b is not None):
            path = ("deck", "layouts", layout, slot)
            inside = (
                min(x, y, width, height) >= 0
                and x + width <= deck.width_in + 1e-6
                and y + height <= deck.height_in + 1e-6
            )
            if not inside:
                findings.error(
                    "BG713",
                    f"the box does not lie on a slide of {deck.width_in:g} × {deck.height_in:g} inches",
                    file,
                    path,
                    hint="write [x, y, width, height] in inches from the upper left corner",
                )

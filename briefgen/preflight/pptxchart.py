"""A native chart -> where its axes are unlawful and where its cache and its workbook differ."""

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from .package import C, Package

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELLS = re.compile(r"'?([^'!]+)'?!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")
HIGHEST_ID = 2**32 - 1


def chart_faults(package: Package, name: str) -> Iterator[tuple[str, str]]:
    """Yield (code, message) for what is wrong with a chart."""
    root = package.xml(name)
    ids = [
        one.get("val", "")
        for kind in ("catAx", "valAx", "dateAx", "serAx")
        for one in root.iterfind(f".//{C}{kind}/{C}axId")
    ]
    for value in ids:
        if not value.isdigit() or not 0 < int(value) <= HIGHEST_ID:
            yield "BG855", f"chart axis has the id {value}, which is not a positive number"
    if len(set(ids)) != len(ids):
        yield "BG855", "chart axes share an id"
    book = next(package.related(name, "package"), None)
    if book is None:
        yield "BG860", "the chart has no workbook"
        return
    try:
        cells = _cells(Package(package.files[book]))
    except (zipfile.BadZipFile, KeyError) as error:
        yield "BG860", f"the chart's workbook cannot be read: {error}"
        return
    for reference in root.iter(f"{C}strRef", f"{C}numRef"):
        formula = reference.findtext(f"{C}f") or ""
        cached = _cached(reference)
        held = _values(cells, formula)
        if held is None:
            yield "BG860", f"the chart refers to cells that are not there: {formula}"
        elif not _same(cached, held):
            yield "BG860", f"the chart shows {cached} where its workbook has {held} ({formula})"


def _cells(book: Package) -> dict[tuple[str, str, int], str]:
    """Return a workbook's cells as text by sheet, column letters and row."""
    main = next(book.related("", "officeDocument"))
    relations = book.relations(main)
    shared: list[str] = []
    for part in book.related(main, "sharedStrings"):
        shared = ["".join(t.text or "" for t in one.iter(f"{SHEET}t")) for one in book.xml(part).iter(f"{SHEET}si")]
    found: dict[tuple[str, str, int], str] = {}
    for sheet in book.xml(main).iter(f"{SHEET}sheet"):
        target = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        path = relations[target][1] or ""
        for cell in book.xml(path).iter(f"{SHEET}c"):
            place = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r", ""))
            value = cell.findtext(f"{SHEET}v")
            if place and value is not None:
                text = shared[int(value)] if cell.get("t") == "s" else value
                found[sheet.get("name", ""), place[1], int(place[2])] = text
    return found


def _cached(reference: Any) -> list[str]:
    """Return the cells that a chart keeps; those that it leaves out are empty."""
    found = {int(point.get("idx", "0")): point.findtext(f"{C}v") or "" for point in reference.iter(f"{C}pt")}
    count = next((int(one.get("val", "0")) for one in reference.iter(f"{C}ptCount")), len(found))
    return [found.get(n, "") for n in range(count)]


def _values(cells: dict[tuple[str, str, int], str], formula: str) -> list[str] | None:
    """Return the cells of one column that a formula names, empty ones too; None where it names no cell at all."""
    place = CELLS.fullmatch(formula)
    if place is None:
        return None
    sheet, column, first, other, last = place.groups()
    if other not in (None, column):
        return None
    wanted = [(sheet, column, row) for row in range(int(first), int(last or first) + 1)]
    return [cells.get(w, "") for w in wanted] if any(w in cells for w in wanted) else None


def _same(cached: list[str], held: list[str]) -> bool:
    """Tell whether two lists say the same, numbers compared as numbers."""
    return len(cached) == len(held) and all(
        a == b or _number(a) == _number(b) for a, b in zip(cached, held, strict=True)
    )


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text

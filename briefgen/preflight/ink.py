"""What a page shows: each run of text with its characters and its extent, read from the content stream."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

OPERATORS = "q Q cm BT ET Tm Td TD T* Tf Tc Tj TJ Do"
EDGE = 1.0
"""Points by which text may pass the page's edge; accents and slanted letters do not count."""

UNKNOWN = "\ufffd"
"""Stands for a code of which the font does not say which character it shows."""

_CHARACTER = re.compile(r"<([0-9A-Fa-f]{2}|[0-9A-Fa-f]{4})> <((?:[0-9A-Fa-f]{4})+)>")

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Run(NamedTuple):
    """Characters shown at once, from one point to another, in points from the page's foot."""

    text: str
    start: tuple[float, float]
    stop: tuple[float, float]


class Font(NamedTuple):
    """What reading needs of a font: characters and widths (in thousandths of an em) by code of so many bytes."""

    characters: dict[int, str]
    widths: dict[int, float]
    size: int = 1


def outside(page: pikepdf.Page, shown: list[Run]) -> list[str]:
    """Return the characters of runs that begin or end beyond the page's edge."""
    left, foot, right, top = (float(v) for v in page.mediabox)
    return [
        run.text
        for run in shown
        if run.text.strip()
        and not all(
            left - EDGE <= x <= right + EDGE and foot - EDGE <= y <= top + EDGE for x, y in (run.start, run.stop)
        )
    ]


def runs(page: pikepdf.Page, fonts: dict[Any, Font]) -> list[Run]:
    """Return the runs of text on a page and in the forms that it shows, as they are drawn; `fonts` are those read."""
    return list(_runs(page.obj, page.obj.get("/Resources", {}), IDENTITY, fonts))


def _runs(stream: Any, resources: Any, ctm: Matrix, fonts: dict[Any, Font]) -> Iterator[Run]:
    stack: list[Matrix] = []
    text = line = IDENTITY
    font, size, tracking = Font({}, {}), 0.0, 0.0
    instructions: Any = pikepdf.parse_content_stream(stream, OPERATORS)
    for operands, operator in instructions:
        match str(operator):
            case "q":
                stack.append(ctm)
            case "Q":
                ctm = stack.pop()
            case "cm":
                ctm = _times(_matrix(operands), ctm)
            case "BT":
                text = line = IDENTITY
            case "Tm":
                text = line = _matrix(operands)
            case "Td" | "TD":
                text = line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), line)
            case "Tf":
                font, size = _font(resources.Font[str(operands[0])], fonts), float(operands[1])
            case "Tc":
                tracking = float(operands[0])
            case "Tj" | "TJ":
                shown, wide = _shown(operands[0], font, size, tracking)
                start = _times(text, ctm)
                text = _times((1, 0, 0, 1, wide, 0), text)
                stop = _times(text, ctm)
                yield Run(shown, (start[4], start[5]), (stop[4], stop[5]))
            case "Do":
                form = resources.XObject[str(operands[0])]
                if form.get("/Subtype") == "/Form":
                    inner = _times(_matrix(form.get("/Matrix", IDENTITY)), ctm)
                    yield from _runs(form, form.get("/Resources", resources), inner, fonts)


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(v) for v in values)
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """Return m x n: what m does first, then n (ISO 32000-1, 8.3.4)."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _font(known: Any, fonts: dict[Any, Font]) -> Font:
    key = known.objgen
    if key not in fonts:
        table = known.ToUnicode.read_bytes().decode("ascii") if "/ToUnicode" in known else ""
        characters = {int(c, 16): bytes.fromhex(u).decode("utf-16-be") for c, u in _CHARACTER.findall(table)}
        if str(known.get("/Subtype")) == "/Type0":
            fonts[key] = Font(characters, _wide(known.DescendantFonts[0]), 2)
        else:
            first = int(known.get("/FirstChar", 0))
            widths = {first + n: float(w) for n, w in enumerate(known.get("/Widths", []))}
            fonts[key] = Font(characters, widths)
    return fonts[key]


def _wide(descendant: Any) -> dict[int, float]:
    """Return the widths of a font of many glyphs, where they stand in lists (ISO 32000-1, 9.7.4.3)."""
    parts = list(descendant.get("/W", []))
    return {
        int(first) + n: float(w)
        for first, some in zip(parts[::2], parts[1::2], strict=True)
        for n, w in enumerate(some)
    }


def _shown(operand: Any, font: Font, size: float, tracking: float) -> tuple[str, float]:
    """Return the characters of a string or array, and how far they move the pen."""
    out, wide = [], 0.0
    for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
        if not isinstance(part, pikepdf.String):
            wide -= float(part) * size / 1000
            continue
        data = bytes(part)
        codes = [int.from_bytes(data[n : n + font.size], "big") for n in range(0, len(data), font.size)]
        out += [font.characters.get(code, UNKNOWN) for code in codes]
        wide += sum(font.widths.get(code, 0.0) for code in codes) * size / 1000 + tracking * len(codes)
    return "".join(out), wide

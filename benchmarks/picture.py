"""A drawing from briefgen's cache -> SVG, so that typst may set the same picture."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

import msgspec

Mark = Mapping[str, Any]
DIGEST = 32  # bytes of SHA-256 before each kept value


def svg(cache: Path, families: Mapping[str, str]) -> str:
    """Return the one drawing in a cache folder as SVG, as large as on the page; `families` are fonts by their use."""
    (kept,) = (p for p in (cache / "scenes").rglob("*") if p.is_file())
    scene = msgspec.msgpack.decode(kept.read_bytes()[DIGEST:])["scene"]
    width, height = scene["width"], scene["height"]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
    body = "\n".join(part for mark in scene["marks"] for part in drawn(mark, height, families))
    return f'{head} viewBox="0 0 {width} {height}">\n{body}\n</svg>\n'


def drawn(mark: Mark, height: float, families: Mapping[str, str]) -> Iterator[str]:
    """Yield the elements of a mark; SVG counts y from the top."""
    match mark["type"]:
        case "group":
            for inner in mark["marks"]:
                yield from drawn(inner, height, families)
        case "path":
            shape = data(mark["commands"], height)
            if mark.get("fill"):
                yield f'<path d="{shape}" fill-rule="evenodd" {paint("fill", mark["fill"])}/>'
            if pattern := mark.get("pattern"):
                yield line(data(pattern["lines"], height), pattern["ink"], pattern)
            if mark.get("stroke"):
                yield line(shape, mark["stroke"], mark)
        case "label":
            x, y = mark["x"], height - mark["y"]
            turned = f' transform="rotate({-mark["angle"]} {x} {y})"' if mark.get("angle") else ""
            family = f"&quot;{families[mark['font']]}&quot;"  # a name with a digit needs its quotes
            font = f'font-family="{family}" font-size="{mark["size"]}" font-weight="{mark["weight"]}"'
            slant = ' font-style="italic"' if mark.get("italic") else ""
            place = f'text-anchor="{mark.get("anchor", "start")}"{slant}{turned} {paint("fill", mark["ink"])}'
            for n, words in enumerate(mark["text"].split("\n")):
                at = f'x="{x}" y="{y + n * mark.get("leading", 0)}"'
                if halo := mark.get("halo"):
                    edge = f'{paint("stroke", halo["ink"])} stroke-width="{halo["width"]}"'
                    yield f"<text {at} {font} {place} {edge}>{escape(words)}</text>"
                yield f"<text {at} {font} {place}>{escape(words)}</text>"
        case other:
            raise ValueError(f"no {other} is drawn here")


def line(shape: str, ink: Mark, mark: Mark) -> str:
    """Return a stroked path."""
    dash = f' stroke-dasharray="{" ".join(map(str, mark["dash"]))}"' if mark.get("dash") else ""
    ends = f'stroke-linecap="{mark.get("cap", "butt")}" stroke-linejoin="{mark.get("join", "miter")}"'
    return f'<path d="{shape}" fill="none" {paint("stroke", ink)} stroke-width="{mark["width"]}" {ends}{dash}/>'


def paint(what: str, ink: Mark) -> str:
    """Return the attributes of a colour."""
    return f'{what}="#{ink["rgb"]}" {what}-opacity="{ink.get("alpha", 1.0)}"'


def data(commands: list[list[Any]], height: float) -> str:
    """Return drawing commands as path data."""
    return "".join(
        letter + " ".join(f"{height - v if n % 2 else v:.3f}" for n, v in enumerate(values))
        for letter, *values in commands
    )

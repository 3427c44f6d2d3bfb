"""Scene -> SVG: one file that needs nothing else, its text real text in subsets of the theme's fonts."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path as File
from typing import assert_never

from ..model.scene import Command, Group, Ink, Label, Mark, Path, Picture, Scene
from ..model.theme import Theme
from ..typeset import fonts, webfont

ANCHORS = {"start": "start", "middle": "middle", "end": "end"}
Faces = Callable[[Label], File]
"""The font file of a label."""


def svg(scene: Scene, faces: Faces, theme: Theme, *, title: str, description: str, language: str) -> bytes:
    """Return a scene as an SVG; programs that know no embedded fonts take installed ones, and keep lines as long."""
    files = list(dict.fromkeys(faces(label) for label in _labels(scene.marks)))
    names = {file: f"f{n}" for n, file in enumerate(files, 1)}
    w, h = _number(scene.width), _number(scene.height)
    writer = _Writer(scene.height, names, faces)
    styles = "".join(_face(file, name, scene, faces, theme) for file, name in names.items())
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}pt" height="{h}pt" viewBox="0 0 {w} {h}"'
            f' role="img" aria-labelledby="title desc" xml:lang="{escape(language)}" lang="{escape(language)}">',
            f'<title id="title">{escape(title, quote=False)}</title>',
            f'<desc id="desc">{escape(description, quote=False)}</desc>',
            f"<style>{styles}</style>",
            f'<rect width="{w}" height="{h}" fill="{theme.colour.paper}"/>',
            *writer.marks(scene.marks),
            "</svg>\n",
        ]
    ).encode()


def _labels(marks: tuple[Mark, ...]) -> Iterator[Label]:
    for mark in marks:
        if isinstance(mark, Label):
            yield mark
        elif isinstance(mark, Group):
            yield from _labels(mark.marks)


def _face(file: File, name: str, scene: Scene, faces: Faces, theme: Theme) -> str:
    """Return the rules of one font: its file with the glyphs that are used, and the class that sets it."""
    mine = [label for label in _labels(scene.marks) if faces(label) == file]
    data = b64encode(webfont.subset(file, "".join(label.text for label in mine))).decode()
    weight, style = mine[0].weight, "italic" if mine[0].italic else "normal"
    look = f"font-weight:{weight};font-style:{style}"
    serif = mine[0].font == "text"
    spare = f"'{(theme.font.text if serif else theme.font.label).name}',{'serif' if serif else 'sans-serif'}"
    source = f'src:url("data:font/ttf;base64,{data}")'
    return f"@font-face{{font-family:{name};{look};{source}}}.{name}{{font-family:{name},{spare};{look}}}"


class _Writer:
    """Marks as elements; y grows downwards in SVG."""

    def __init__(self, height: float, names: dict[File, str], faces: Faces) -> None:
        self.height, self.names, self.faces = height, names, faces

    def marks(self, marks: tuple[Mark, ...]) -> Iterator[str]:
        """Yield the elements of marks in their order."""
        for mark in marks:
            match mark:
                case Group():
                    yield f"<g{_named(mark.name)}>"
                    yield from self.marks(mark.marks)
                    yield "</g>"
                case Path():
                    yield from self.path(mark)
                case Label():
                    yield from self.label(mark)
                case Picture():
                    data = b64encode(mark.png).decode()
                    x, y = _number(mark.x), _number(self.height - mark.y - mark.height)
                    size = f'width="{_number(mark.width)}" height="{_number(mark.height)}"'
                    yield f'<image{_named(mark.name)} x="{x}" y="{y}" {size} href="data:image/png;base64,{data}"/>'
                case _:
                    assert_never(mark)

    def path(self, path: Path) -> Iterator[str]:
        """Yield a shape: filled by the even-odd rule, hatched, stroked."""
        fill = _paint("fill", path.fill) + (' fill-rule="evenodd"' if path.fill else "")
        pen = _pen(path.stroke, path.width)
        if path.stroke:
            pen += f' stroke-linecap="{"square" if path.cap == "projecting" else path.cap}"'
            pen += f' stroke-linejoin="{path.join}"'
            if path.dash:
                pen += f' stroke-dasharray="{" ".join(map(_number, path.dash))}"'
                pen += f' stroke-dashoffset="{_number(path.dash_phase)}"' if path.dash_phase else ""
        d = self.commands(path.commands)
        if path.pattern is None or not path.pattern.lines:
            yield f'<path{_named(path.name)} d="{d}"{fill}{pen}/>'
            return
        hatch = _pen(path.pattern.ink, path.pattern.width)
        yield f"<g{_named(path.name)}>"
        yield f'<path d="{d}"{fill}/><path d="{self.commands(path.pattern.lines)}" fill="none"{hatch}/>'
        if path.stroke:
            yield f'<path d="{d}" fill="none"{pen}/>'
        yield "</g>"

    def commands(self, commands: tuple[Command, ...]) -> str:
        """Return the data of a path."""
        out = []
        for letter, *numbers in commands:
            flipped = (self.height - float(v) if n % 2 else float(v) for n, v in enumerate(numbers))
            out.append(f"{letter}{' '.join(map(_number, flipped))}")
        return "".join(out)

    def label(self, label: Label) -> Iterator[str]:
        """Yield a label's lines, each as long as it was measured."""
        file = self.faces(label)
        x, y = _number(label.x), _number(self.height - label.y)
        look = f' class="{self.names[file]}" font-size="{_number(label.size)}"{_paint("fill", label.ink)}'
        if label.anchor != "start":
            look += f' text-anchor="{ANCHORS[label.anchor]}"'
        if label.angle:
            look += f' transform="rotate({_number(-label.angle)} {x} {y})"'
        if label.halo:
            look += f'{_pen(label.halo.ink, label.halo.width)} stroke-linejoin="round" paint-order="stroke"'
        spans = []
        for n, line in enumerate(label.text.split("\n")):
            if not line:
                continue
            long = _number(fonts.width(file, line, label.size))
            down = _number(self.height - label.y + n * label.leading)
            place = f'x="{x}" y="{down}" textLength="{long}" lengthAdjust="spacingAndGlyphs"'
            spans.append(f"<tspan {place}>{escape(line, quote=False)}</tspan>")
        yield f"<text{_named(label.name)}{look}>{' '.join(spans)}</text>"


def _named(name: str) -> str:
    return f' data-name="{escape(name)}"' if name else ""


def _paint(what: str, ink: Ink | None) -> str:
    if ink is None:
        return f' {what}="none"'
    thin = f' {what}-opacity="{_number(ink.alpha)}"' if ink.alpha < 1 else ""
    return f' {what}="#{ink.rgb}"{thin}'


def _pen(ink: Ink | None, width: float) -> str:
    return f'{_paint("stroke", ink)} stroke-width="{_number(width)}"' if ink else ""


def _number(value: float) -> str:
    """Return a length with as many decimals as show."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"

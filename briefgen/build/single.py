"""Brief + figures' names -> files of single figures: each drawn once, then written in every format asked for."""

import hashlib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import msgspec

from .. import compose, read
from ..compose import credits as sources
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.figure import Figure, FigureSpec, TableSpec, Target
from ..model.measures import mm
from ..model.scene import Scene
from ..model.trace import Trace
from .coverage import covered
from .inputs import Inputs, gather
from .output import publish
from .placed import placed
from .scenes import Pictures, Sketched
from .scenes import draw as draw_scenes

FOLDER = "figures"
SHAPE = 0.62
"""Height of a picture as a share of its width, where it can choose."""


class Drawn(Value, frozen=True, kw_only=True):
    """The files that were written, and what is worth knowing."""

    files: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...]


def draw(
    spec: Path,
    names: tuple[str, ...],
    *,
    formats: tuple[str, ...],
    width_mm: float,
    dpi: int,
    output: Path,
    root: Path | None,
    cache_folder: Path | None,
    epoch: int | None,
) -> Drawn:
    """Write the figures named, by default those of the brief, into `output`/BRIEF/figures; raises InputError."""
    from ..figures.frame import inner

    (inputs,), told = gather((spec,), root=root, lengths=(), formats=(), cache=cache_folder, epoch=epoch)
    report, thin = covered(inputs.report, inputs.spec, inputs.theme, inputs.fonts)
    inputs = msgspec.structs.replace(inputs, report=report)
    try:
        found = {s.id: (s, compose.resolve(s, report, inputs.spec, inputs.preset())) for s in _wanted(inputs, names)}
        of = Pictures(
            figures={name: figure for name, (_, figure) in found.items()},
            theme=inputs.theme,
            fonts=inputs.fonts,
            dress=inputs.dress,
            cache=cache_folder,
        )
        scenes, left = _scenes(of, inner(mm(width_mm)))
    except InputError as error:
        raise InputError(read.located(placed(error.diagnostics, report), read.find(root))) from error
    files: dict[str, bytes] = {}
    for name, (one, figure) in found.items():
        scene = _framed(scenes[name], one, figure, of, inputs)
        files |= {f"{name}.{format_}": _written(format_, scene, figure, inputs, dpi) for format_ in formats}
    publish({output / inputs.name / FOLDER: files})
    warnings = (*told, *read.located((*thin, *placed(left, report)), read.find(root)))
    return Drawn(files=tuple(output / inputs.name / FOLDER / file for file in files), warnings=warnings)


def _wanted(inputs: Inputs, names: tuple[str, ...]) -> tuple[FigureSpec, ...]:
    """Return the specs of the figures named, by default those that the brief shows."""
    known = {s.id: s for s in inputs.report.figures if not isinstance(s, TableSpec)}
    if not names:
        candidates = compose.select(inputs.report, inputs.spec)
        if not (shown := tuple(s for s in candidates.figures if s.id in known)):
            message = f"brief {inputs.name!r} shows no figure"
            raise InputError((Diagnostic(code="BG915", message=message, hint=_known(list(known))),))
        return shown
    tables = {s.id for s in inputs.report.figures if isinstance(s, TableSpec)}
    wrong = [_no_figure(name, known, tables) for name in names if name not in known]
    if wrong:
        raise InputError(tuple(wrong))
    return tuple(known[name] for name in dict.fromkeys(names))


def _no_figure(name: str, known: Mapping[str, FigureSpec], tables: set[str]) -> Diagnostic:
    if name in tables:
        message, hint = f"{name!r} is a table: it has no picture", "build a brief that shows it"
        return Diagnostic(code="BG915", message=message, hint=hint)
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else _known(list(known))
    return Diagnostic(code="BG915", message=f"the report has no figure {name!r}", hint=hint)


def _known(names: list[str]) -> str:
    return f"figures of the report: {', '.join(names)}" if names else "give the report a file figures.yaml"


def _scenes(of: Pictures, width: float) -> tuple[dict[str, Scene], tuple[Diagnostic, ...]]:
    """Return the pictures at a width, each as tall as it does well with."""
    from ..figures.sketch import SMALLEST, text_size

    sketches = Sketched(of).at(dict.fromkeys(of.figures, width), "pdf")
    targets = {
        name: Target(
            format="pdf",
            width=width,
            height=min(sketch.most, max(sketch.least, SHAPE * width)),
            text=text_size(of.figures[name], of.theme, "pdf"),
            smallest=SMALLEST["pdf"],
        )
        for name, sketch in sketches.items()
    }
    return draw_scenes(of, targets)


def _framed(scene: Scene, spec: FigureSpec, figure: Figure, of: Pictures, inputs: Inputs) -> Scene:
    from ..figures.frame import Around, framed

    sketch = Sketched(of).at({spec.id: scene.width}, "pdf")[spec.id]
    source = " ".join((sources.alone(spec, figure, inputs.report, inputs.spec), *sketch.notes))
    about = figure.words
    around = Around(headline=about.headline, subtitle=about.subtitle, source=source, marking=inputs.spec.marking)
    return framed(scene, around, sketch.key, inputs.theme, inputs.fonts)


def _written(format_: str, scene: Scene, figure: Figure, inputs: Inputs, dpi: int) -> bytes:
    """Return a figure's file; each format's writer is imported when it is asked for."""
    from ..figures.frame import files

    theme, fonts, about = inputs.theme, inputs.fonts, figure.words
    match format_:
        case "svg":
            from ..render.svg import svg

            said = {"title": about.headline, "description": about.description, "language": inputs.spec.language}
            return svg(scene, files(theme, fonts), theme, **said)
        case "png":
            from ..figures.paint import png

            return png(scene, files(theme, fonts), dpi=dpi, ground=theme.colour.paper)
        case "pdf":
            from ..render.pdf import About, write_single

            said_of = About(
                title=about.headline,
                subject=about.subtitle or inputs.spec.short_title,
                issuer=inputs.spec.issuer.name,
                language=inputs.spec.language,
            )
            trace = _trace(figure, inputs)
            return write_single(scene, theme, fonts, trace, said_of, alt=about.alt, moment=inputs.moment)
        case _:
            raise ValueError(f"no format {format_!r}")


def _trace(figure: Figure, inputs: Inputs) -> Trace:
    """Return what a figure's file tells of where it is from."""
    digest = hashlib.sha256(msgspec.json.encode(figure, order="deterministic")).hexdigest()
    return Trace(
        brief=inputs.name,
        edition=inputs.edition,
        title=inputs.spec.title,
        length="figure",
        format="pdf",
        report=inputs.report.id,
        report_sha256=inputs.report.sha256,
        units=(),
        hashes={f"figure/{figure.words.id}": digest},
    )

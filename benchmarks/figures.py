#!/usr/bin/env python3
"""Time and bytes of every figure of the shipped report: drawn from nothing, drawn again, and put into PDF and PPTX.

    python benchmarks/figures.py [NAME...] [--theme meridian]

Each figure is drawn in a fresh process, for a page and for a slide: `cold` is its first drawing, with the libraries
and layers that it loads, `warm` the median of three more, which find these in memory, `kept` the same drawing read
from the cache on disk. `written` is what it takes to make of the finished drawing a PDF of its own, or shapes of a
slide; kB is how large these are, compressed, the PDF with its fonts. Charts of bars, lines and dots are native in a
deck: told of them is their drawing all the same. Times are of the processor, so that other work on the machine does
not count. A star marks what a map should not take. Prints a table in milliseconds and kB, and writes
benchmarks/results/*.json.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import workspace

RESULTS = Path(__file__).with_name("results")
PAGE, SLIDE = 365.0, 507.6
WIDE_PAGE, WIDE_SLIDE = 470.0, 871.2
HIGHEST = 342.0
"""Points that a figure has across a page and a slide, and down a slide."""
WIDE = ("timeline", "relations", "matrix", "seats", "numbers", "conditions", "group-maps")
MAPS = ("choropleth", "locator", "places", "group-maps", "distances")
AGAIN = 3
MOST = {"cold": 2500.0, "warm": 1000.0, "kB": 160.0}
"""What a map of a region may take."""


def timed(do: Callable[[], Any]) -> tuple[float, Any]:
    """Return how many milliseconds of the processor something takes, and what it gives."""
    start = time.process_time()
    made = do()
    return (time.process_time() - start) * 1000, made


def one(name: str, format_: str, theme: str) -> dict[str, float | str]:
    """Measure a figure in this process, which has drawn nothing yet."""
    sys.path.insert(0, str(workspace.ROOT))
    from msgspec.structs import replace

    from briefgen import compose, read
    from briefgen.build.inputs import gather
    from briefgen.build.scenes import Pictures, Sketched
    from briefgen.build.scenes import draw as draw_scenes
    from briefgen.cli.main import collect_seldom
    from briefgen.figures.sketch import SMALLEST, text_size
    from briefgen.model.figure import Target

    collect_seldom()  # as the command does
    (inputs,), _ = gather(
        (workspace.ROOT / workspace.SPEC,), root=workspace.ROOT, lengths=(), formats=(), cache=None, epoch=0
    )
    inputs = replace(inputs, theme=read.theme(theme, read.find(workspace.ROOT)).value)
    spec = next(f for f in inputs.report.figures if f.id == name)
    figure = compose.resolve(spec, inputs.report, inputs.spec, inputs.preset())
    kind = figure.__struct_config__.tag
    wide = kind in WIDE
    width = (WIDE_PAGE if wide else PAGE) if format_ == "pdf" else (WIDE_SLIDE if wide else SLIDE)
    with tempfile.TemporaryDirectory() as folder:
        kept = Pictures(
            figures={name: figure}, theme=inputs.theme, fonts=inputs.fonts, dress=inputs.dress, cache=Path(folder)
        )
        bare = replace(kept, cache=None)
        room = Sketched(bare).at({name: width}, format_)[name]
        high = 0.62 * width if format_ == "pdf" else HIGHEST
        height = max(room.least, min(room.most, high))
        text = text_size(figure, inputs.theme, format_)
        target = Target(format=format_, width=width, height=height, text=text, smallest=SMALLEST[format_])
        cold, _ = timed(lambda: draw_scenes(bare, {name: target}))
        warm = statistics.median(timed(lambda: draw_scenes(bare, {name: target}))[0] for _ in range(AGAIN))
        draw_scenes(kept, {name: target})
        again, (scenes, _) = timed(lambda: draw_scenes(kept, {name: target}))
    written, size = (pdf if format_ == "pdf" else pptx)(scenes[name], inputs)
    found: dict[str, float | str] = {"figure": name, "kind": str(kind), "format": format_}
    return found | {"cold": cold, "warm": warm, "kept": again, "written": written, "kB": size / 1000}


def pdf(scene: Any, inputs: Any) -> tuple[float, int]:
    """Return the time and size of a PDF of a drawing alone; the second is timed, which finds its fonts read."""
    from briefgen.model.scene import Group, Scene
    from briefgen.model.trace import Trace
    from briefgen.render.pdf import About, write_single

    whole = Scene(width=scene.width, height=scene.height, marks=(Group(name="Picture", marks=scene.marks),))
    trace = Trace(
        brief="b",
        edition="e",
        title="t",
        length="figure",
        format="pdf",
        report="r",
        report_sha256="0",
        units=(),
        hashes={},
    )
    about = About(title="t", subject="s", issuer="i", language="en")

    def write() -> bytes:
        return write_single(whole, inputs.theme, inputs.fonts, trace, about, alt="a", moment=inputs.moment)

    write()
    spent, made = timed(write)
    return spent, len(made)


def pptx(scene: Any, inputs: Any) -> tuple[float, int]:
    """Return the time and size of a drawing as shapes of a slide."""
    from briefgen.render.pptx.boxes import Box
    from briefgen.render.pptx.ids import Ids
    from briefgen.render.pptx.measure import metrics, ruler
    from briefgen.render.pptx.palette import palette
    from briefgen.render.pptx.scene import group

    using = ruler(inputs.theme, inputs.fonts)

    def write() -> str:
        return group(
            scene,
            Box(x=0, y=0, w=scene.width, h=scene.height),
            "Figure",
            "Alternative",
            colours=palette(inputs.theme),
            metrics=(metrics(using.head), metrics(using.body)),
            language="en",
            ids=Ids(),
            embed=lambda png: "rId1",
        )

    write()
    spent, made = timed(write)
    return spent, len(zlib.compress(made.encode("utf-8"), 6))


def names() -> list[str]:
    """Return the figures of the shipped report that are drawn."""
    path = workspace.ROOT / "assets" / workspace.REPORT / "figures.yaml"
    return [f["id"] for f in workspace.load(path) if f["kind"] != "table"]


def table(found: list[dict[str, Any]]) -> str:
    """Return the figures as text."""
    columns = ("cold", "warm", "kept", "written", "kB")
    wide = max(len(f["figure"]) for f in found)
    lines = [f"{'':{wide}}  {'kind':12} {'for':4} " + " ".join(f"{c:>8} " for c in columns)]
    for f in found:
        numbers = []
        for column in columns:
            over = f["kind"] in MAPS and f[column] > MOST.get(column, float("inf"))
            numbers.append(f"{f[column]:8.0f}{'*' if over else ' '}")
        lines.append(f"{f['figure']:{wide}}  {f['kind']:12} {f['format']:4} " + " ".join(numbers))
    return "\n".join(lines)


def main() -> None:
    """Measure, print and record."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="figures of the shipped report, by default all")
    parser.add_argument("--theme", default="chancery")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(one(given.names[0], given.one, given.theme)))
        return
    found = []
    for name in given.names or names():
        for format_ in ("pdf", "pptx"):
            command = [sys.executable, __file__, name, "--one", format_, "--theme", given.theme]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            found.append(json.loads(done.stdout))
            print(f"\r{name} {format_}{'':20}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(table(found))
    now = datetime.now(UTC)
    machine = {"system": platform.platform(), "python": platform.python_version()}
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"figures-{now:%Y%m%dT%H%M%SZ}.json"
    path.write_text(json.dumps({"machine": machine, "theme": given.theme, "figures": found}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Time of a 12-slide deck, in a warm process and in a fresh one, beside pandoc and PptxGenJS with the same texts.

    benchmarks/decks.py [--repeats N]

A word of the report is edited before each run, so that everything but the figures that stay the same is made anew;
figures come from the cache. The peers get the finished deck's titles, texts and table, and lay nothing out: they
measure no text, choose no units and draw no charts. Needs pypandoc_binary and, for the second, node with pptxgenjs
(NODE_PATH names its folder); a peer that is not there is left out and said so.
"""

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import measure
import workspace
from pptx import Presentation

LENGTH = "standard"
SCRIPT = """
const PptxGenJS = require("pptxgenjs"), fs = require("fs");
const slides = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
function deck() {
  const pptx = new PptxGenJS();
  for (const one of slides) {
    const slide = pptx.addSlide();
    slide.addText(one.title, {x: 0.5, y: 0.3, w: 9, h: 0.8, fontSize: 24});
    slide.addText(one.texts.join("\\n"), {x: 0.5, y: 1.2, w: 9, h: 4, fontSize: 12});
    if (one.rows.length) slide.addTable(one.rows, {x: 0.5, y: 1.2, w: 9});
  }
  return pptx.writeFile({fileName: process.argv[3]});
}
deck();
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=7)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        project = workspace.make(top / "project")
        rows: list[tuple[str, float | None]] = [("briefgen, warm process", warm(project, top, repeats))]
        rows.append(("  of it plan, write, check", alone(project, top, repeats)))
        rows.append(("briefgen, fresh process", cold(project, top, repeats)))
        finished = next((top / "out").glob(f"*/*-{LENGTH}.pptx"))
        slides = said(finished)
        print(f"{len(slides)} slides, {finished.stat().st_size / 1024:.0f} kB, median of {repeats} runs")
        rows.append(("pandoc, fresh process", pandoc(slides, top, repeats)))
        rows.append(("PptxGenJS, fresh process", genjs(slides, top, repeats)))
        for name, seconds in rows:
            print(f"{name:28}{'not there' if seconds is None else f'{1000 * seconds:7.0f} ms'}")


def warm(project: Path, top: Path, repeats: int) -> float:
    """Return the time of a build in a process that has built before."""
    from briefgen.build import build

    def once() -> None:
        build(
            (project / workspace.SPEC,),
            output=top / "out",
            root=project,
            lengths=(LENGTH,),
            formats=("pptx",),
            jobs=1,
            cache_folder=top / "cache",
            epoch=None,
            progress=lambda _: lambda _: None,
        )

    once()
    return median(once, repeats, lambda turn: workspace.edit(project, turn))


def alone(project: Path, top: Path, repeats: int) -> float:
    """Return the time of laying out, writing and checking the deck once its units are chosen."""
    from briefgen.build import backends, brief, inputs, record, scenes, shown
    from briefgen.model.spec import Format

    cache, slides = top / "cache", backends.BACKENDS[Format.PPTX]
    spec = (project / workspace.SPEC,)
    (given,), _ = inputs.gather(spec, root=project, lengths=(LENGTH,), formats=("pptx",), cache=cache, epoch=None)
    material = brief.material_of(given)
    document = brief.climbed(material, given, Format.PPTX, cache)[-1][0].document
    pictures = brief.pictures_of(material, given, cache)
    views = shown.Views(given.report, given.spec, given.preset())

    def once() -> None:
        layout, _ = slides.measure(document, scenes.Sketched(pictures), given)
        drawn, _ = scenes.draw(pictures, slides.targets(layout))
        at, figures = slides.places(layout), slides.pictured(layout, document)
        trace = record.trace_of(document, at, figures, views, edition=given.edition, format_="pptx")
        data = slides.write(layout, drawn, given, trace)
        finished = backends.Finished(format=Format.PPTX, data=data, size=slides.size(layout), marking=document.marking)
        slides.check(finished)

    return median(once, repeats)


def cold(project: Path, top: Path, repeats: int) -> float:
    """Return the time of a build in a fresh process, its figures in the cache."""
    command = [sys.executable, "-m", "briefgen", "build", project / workspace.SPEC, "--project", project]
    command += ["-o", top / "out", "--length", LENGTH, "--format", "pptx", "--cache-dir", top / "cache", "-q"]

    def once() -> None:
        measure.run(command, folder=workspace.ROOT, environment={"PYTHONPATH": str(workspace.ROOT)})

    return median(once, repeats, lambda turn: workspace.edit(project, turn + repeats))


def said(deck: Path) -> list[Mapping[str, Any]]:
    """Return the title, the texts and the table of each slide."""
    found = []
    for slide in Presentation(str(deck)).slides:
        title = slide.shapes.title.text_frame.text
        texts = [s.text_frame.text for s in slide.shapes if s.has_text_frame and s.text_frame.text not in ("", title)]
        tables = [s.table for s in slide.shapes if s.has_table]
        rows = [[c.text for c in row.cells] for table in tables for row in table.rows]
        found.append({"title": title, "texts": texts, "rows": rows})
    return found


def pandoc(slides: list[Mapping[str, Any]], top: Path, repeats: int) -> float | None:
    """Return the time that pandoc takes for the same texts, None where it is not there."""
    try:
        import pypandoc
    except ImportError:
        return None
    source = top / "deck.md"
    parts = ["\n\n".join([f"# {s['title']}", *s["texts"], *map(" | ".join, s["rows"])]) for s in slides]
    source.write_text("\n\n".join(parts), "utf-8")
    command = [pypandoc.get_pandoc_path(), source, "-o", top / "pandoc.pptx", "--slide-level=1"]
    return median(lambda: measure.run(command, folder=top, environment={}), repeats)


def genjs(slides: list[Mapping[str, Any]], top: Path, repeats: int) -> float | None:
    """Return the time that PptxGenJS takes for the same texts in a fresh process, None where it is not there."""
    node = shutil.which("node")
    if node is None or not (Path(os.environ.get("NODE_PATH", "")) / "pptxgenjs").is_dir():
        return None
    (top / "slides.json").write_text(json.dumps(slides), "utf-8")
    (top / "deck.js").write_text(SCRIPT, "utf-8")
    command = [node, top / "deck.js", top / "slides.json", top / "genjs.pptx"]
    return median(lambda: measure.run(command, folder=top, environment={}), repeats)


def median(once: Callable[[], object], repeats: int, before: Callable[[int], object] = lambda _: None) -> float:
    """Return the median time of several runs; `before` is done ahead of each and not counted."""
    times = []
    for turn in range(repeats):
        before(turn)
        started = time.perf_counter()
        once()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main()

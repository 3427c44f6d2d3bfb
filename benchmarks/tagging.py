#!/usr/bin/env python3
"""What tagging takes: time and size of tagged PDFs beside untagged ones, and their growth up to 200 pages.

    python benchmarks/tagging.py [--quick]

One case is the shipped brief in full, with its pictures; the others are its text, headings, tables and notes over and
over, without pictures, where tagging takes its largest share. Every run is a fresh process that lays out and writes
one document; tagged and untagged take turns, and a ratio is the median of the ratios within the rounds. The untagged
one is written by a stand-in (`untagged.py`) that draws the same marks and builds no structure. "x untagged" is the
time of laying out and writing together, "x written" that of writing alone.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import workspace
from measure import Sample, run
from msgspec.structs import replace
from run import ENVIRONMENT

from briefgen.model.base import Value
from briefgen.model.document import Block, Document, Heading, Note, Prose, Statement, TableBlock
from briefgen.model.inline import Call
from briefgen.model.scene import Scene, Sketch
from briefgen.model.theme import Theme
from briefgen.model.trace import Trace

ROUNDS, QUICK = 7, 2
COPIES = (1, 2, 7, 20)
"""How often the text is told: up to 200 pages."""
MODES = ("untagged", "tagged")


class Case(Value, frozen=True, kw_only=True):
    """All that laying out and writing need."""

    document: Document
    theme: Theme
    fonts: tuple[str, ...]
    sketches: dict[str, Sketch]
    scenes: dict[str, Scene]
    trace: Trace


class Taken(Value, frozen=True, kw_only=True):
    """Seconds of the processor for one document, laid out and written, its pages and its bytes."""

    laid: float
    written: float
    pages: int
    size: int


@dataclass(frozen=True)
class Round:
    """What one round gave: a run of each mode, and what the kernel says of its process."""

    taken: dict[str, Taken]
    samples: dict[str, Sample]


def shipped(top: Path) -> Case:
    """Return the shipped brief in full, as a build would write it."""
    from briefgen import build
    from briefgen.render import pdf

    laid: dict[str, Any] = {}
    written: dict[str, Any] = {}
    layout, write = pdf.layout, pdf.write

    def lay(document: Document, theme: Theme, sketches: Any, fonts: Any) -> Any:
        laid.update(theme=theme, sketches=dict(sketches), fonts=tuple(map(str, fonts)))
        return layout(document, theme, sketches, fonts)

    def wrote(found: Any, scenes: Any, trace: Trace, **options: Any) -> bytes:
        written.update(document=found.document, scenes=dict(scenes), trace=trace)
        return write(found, scenes, trace, **options)

    project = workspace.make(top / "project")
    pdf.layout, pdf.write = lay, wrote
    try:
        where = {"root": project, "output": top / "out", "cache_folder": top / "cache"}
        build.build((project / workspace.SPEC,), **where, lengths=("full",), formats=("pdf",))
    finally:
        pdf.layout, pdf.write = layout, write
    return Case(**laid, **written)


def repeated(case: Case, copies: int) -> Case:
    """Return a case whose text is told so often, without pictures, each time with notes of its own."""
    document = case.document
    blocks: list[Block] = []
    notes: list[Note] = []
    for n in range(copies):
        first = n * len(document.notes)
        blocks += [again(b, n, first) for b in document.blocks if isinstance(b, (Heading, Prose, TableBlock))]
        notes += [replace(note, number=note.number + first) for note in document.notes]
    length = replace(document.length, pages=10_000, apparatus=False)
    return replace(case, document=replace(document, length=length, blocks=tuple(blocks), notes=tuple(notes)), scenes={})


def again(value: Any, turn: int, first: int) -> Any:
    """Return a block under ids of its own, its calls moved on."""
    match value:
        case Call(notes=notes):
            return Call(notes=tuple(n + first for n in notes))
        case tuple():
            return tuple(again(part, turn, first) for part in value)
        case Statement():
            text, notes = again(value.text, turn, first), tuple(n + first for n in value.notes)
            return replace(value, unit=f"{value.unit}-{turn}", text=text, notes=notes)
        case Heading():
            return replace(value, section=f"{value.section}-{turn}")
        case Prose():
            statements = again(value.statements, turn, first)
            return replace(value, section=f"{value.section}-{turn}", statements=statements)
        case TableBlock(words=words):
            source = again(value.source, turn, first)
            return replace(value, words=replace(words, id=f"{words.id}-{turn}"), source=source)
        case _:
            return value


def one(mode: str, source: Path, to: Path) -> None:
    """Lay out and write one document in this process, and tell what it took."""
    from briefgen.render import pdf
    from briefgen.render.pdf import write as writing

    if mode == "untagged":
        from untagged import UntaggedCanvas

        sys.modules[writing.__module__].TaggedCanvas = UntaggedCanvas  # type: ignore[attr-defined]
    case = msgspec.msgpack.decode(source.read_bytes(), type=Case)
    fonts = tuple(map(Path, case.fonts))
    start = time.process_time()
    found = pdf.layout(case.document, case.theme, case.sketches, fonts)
    pages = len(found.pages)
    middle = time.process_time()
    data = pdf.write(found, case.scenes, case.trace)
    stop = time.process_time()
    assert (b"/StructTreeRoot" in data) == (mode == "tagged")  # the catalogue is not packed
    taken = Taken(laid=middle - start, written=stop - middle, pages=pages, size=len(data))
    to.write_bytes(msgspec.json.encode(taken))


def rounds(case: Case, folder: Path, count: int) -> Iterator[Round]:
    """Yield what each round takes, the modes in turns."""
    source, to = folder / "case", folder / "taken"
    source.write_bytes(msgspec.msgpack.encode(case))
    for turn in range(-1, count):
        taken, samples = {}, {}
        for mode in MODES if turn % 2 else reversed(MODES):
            command = (sys.executable, __file__, "--one", mode, source, to)
            samples[mode] = run(command, folder=folder, environment=ENVIRONMENT)
            taken[mode] = msgspec.json.decode(to.read_bytes(), type=Taken)
        if turn >= 0:  # the first warms the disk
            yield Round(taken, samples)


def ratio(of: list[Round], value: Callable[[Taken], float]) -> float:
    """Return the median of tagged over untagged of the same round."""
    return statistics.median(value(r.taken["tagged"]) / value(r.taken["untagged"]) for r in of)


def row(name: str, of: list[Round]) -> str:
    """Return one line of the table."""
    tagged, plain = of[0].taken["tagged"], of[0].taken["untagged"]
    whole = statistics.median(r.taken["tagged"].laid + r.taken["tagged"].written for r in of)
    memory = max(r.samples["tagged"].memory for r in of)
    times = ratio(of, lambda t: t.laid + t.written), ratio(of, lambda t: t.written)
    return (
        f"{name:24} {tagged.pages:5} {1000 * whole / tagged.pages:11.1f} {times[0]:11.2f} {times[1]:10.2f}"
        f" {tagged.size / plain.size:7.2f} {tagged.size / 1024:7.0f} {memory:6.0f}"
    )


def main() -> None:
    """Measure and print, or be one of the processes that are measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} rounds instead of {ROUNDS}")
    parser.add_argument("--one", nargs=3, metavar=("MODE", "CASE", "TO"), help=argparse.SUPPRESS)
    parser.add_argument("--case", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.case:
        options.case.write_bytes(msgspec.msgpack.encode(shipped(options.case.parent)))
        return
    if options.one:
        mode, source, to = options.one
        one(mode, Path(source), Path(to))
        return
    count = QUICK if options.quick else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        # in a process of its own: what this one holds would count as memory of those that it starts
        run((sys.executable, __file__, "--case", top / "case"), folder=top, environment=ENVIRONMENT)
        case = msgspec.msgpack.decode((top / "case").read_bytes(), type=Case)
        found = {"the shipped brief": list(rounds(case, top, count))}
        for copies in COPIES:
            found[f"its text, {copies} times"] = list(rounds(repeated(case, copies), top, count))
    print(f"{'':24} pages   ms a page  x untagged  x written  x size     KiB    MiB")
    print("\n".join(row(name, taken) for name, taken in found.items()))
    small, large = (found[f"its text, {n} times"] for n in (COPIES[1], COPIES[-1]))
    pace = [statistics.median((t := r.taken["tagged"]).laid + t.written for r in some) for some in (small, large)]
    grown = large[0].taken["tagged"].pages / small[0].taken["tagged"].pages
    print(f"\n{count} rounds; x linear from {COPIES[1]} to {COPIES[-1]} times: {pace[1] / pace[0] / grown:.2f}")


if __name__ == "__main__":
    main()

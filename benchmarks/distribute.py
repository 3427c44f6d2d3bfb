#!/usr/bin/env python3
"""Time and memory of distribution: marked copies of a ten-page brief and its deck, and whole runs with a ledger.

    python benchmarks/distribute.py [--recipients 1000] [--encrypted 20]

Copies are made and written to disk in a fresh process each; plain writing of as many bytes is measured beside them.
Whole runs are `briefgen distribute` with the brief built already, once for a tenth of the recipients, so that memory
that grows with their number would show.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import workspace
from measure import Sample, run

ENVIRONMENT = {"PYTHONPATH": str(workspace.ROOT)}
ASSETS = workspace.ROOT / "assets"


def ten_pages(folder: Path) -> tuple[Path, Path]:
    """Build the shipped brief in a length of ten pages, and return its PDF and its deck."""
    project = workspace.make(folder / "project")
    spec = project / workspace.SPEC
    spec.write_text(re.sub("(?m)^lengths: .*", "lengths: {ten: {pages: 10, slides: 20}}", spec.read_text("utf-8")))
    command = [sys.executable, "-m", "briefgen", "build", "-q", "-o", "out", "--cache-dir", str(folder / "cache")]
    run(command, folder=project, environment=ENVIRONMENT)
    out = project / "out" / "policy-makers"
    return out / "policy-makers-ten.pdf", out / "policy-makers-ten.pptx"


def stakeholders(folder: Path, count: int) -> Path:
    """Write recipients who all get a marked copy of the PDF into their folders."""
    path = folder / f"stakeholders-{count}.yaml"
    lines = [f"  - {{id: r{n:05}, name: Recipient {n}, groups: [all], mark: true}}" for n in range(count)]
    group = "groups: [{id: all, receives: [{formats: [pdf]}]}]\nrecipients:\n"
    path.write_text(group + "\n".join(lines) + "\n", "utf-8")
    return path


def copies(kind: str, source: Path, folder: Path, count: int) -> None:
    """Make copies of a file, each for another name, and write them; print the seconds that took."""
    folder.mkdir()
    data = source.read_bytes()
    started = time.perf_counter()
    make = maker(kind, data)
    for n in range(count):
        (folder / f"{n:05}{source.suffix}").write_bytes(make(f"Łukasz Żółkowski {n} · copy {n}"))
    sys.stdout.write(f"{time.perf_counter() - started:.3f}\n")


def maker(kind: str, data: bytes) -> Callable[[str], bytes]:
    """Return what makes one copy, made ready."""
    from briefgen.distribute import deckmark, pdfmark, protect

    font = ASSETS / "fonts" / "SourceSans3-Regular.ttf"
    margin = pdfmark.Margin(edge=18, foot=55, head=75, size=8, colour="#5B564F")
    side = deckmark.Side(edge=0.16, foot=0.2, head=0.7, size=10, colour="#5B564F", ground="#FFFFFF", pale="#5B564F")
    match kind:
        case "plain":
            return lambda _: data
        case "pdf":
            base = pdfmark.prepare(data, margin)
            return lambda name: base.data + pdfmark.update(base, name, font)
        case "pptx":
            deck = deckmark.prepare(data, side)
            return lambda name: deckmark.marked(deck, name, 150)
        case "pdf locked":
            base = pdfmark.prepare(data, margin)
            return lambda name: protect.pdf(base.data + pdfmark.update(base, name, font), "correct horse battery")
        case _:
            deck = deckmark.prepare(data, side)
            return lambda name: protect.deck(deckmark.marked(deck, name, 150), "correct horse battery")


def measured(kind: str, source: Path, folder: Path, count: int) -> tuple[float, Sample]:
    """Make copies in a fresh process, and return the seconds it says and what the kernel says."""
    with tempfile.TemporaryDirectory(dir=folder) as into:
        command = [sys.executable, __file__, "--copies", kind, str(source), f"{into}/copies", str(count)]
        said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout
    with tempfile.TemporaryDirectory(dir=folder) as into:
        command[-2] = f"{into}/copies"
        return float(said), run(command, folder=folder, environment=ENVIRONMENT)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--recipients", type=int, default=1000)
    arguments.add_argument("--encrypted", type=int, default=20, help="copies to encrypt; the table is for 1,000")
    arguments.add_argument("--copies", nargs=4, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.copies:
        kind, source, folder, count = asked.copies
        copies(kind, Path(source), Path(folder), int(count))
        return
    with tempfile.TemporaryDirectory() as top:
        folder = Path(top)
        pdf, pptx = ten_pages(folder)
        print(f"ten-page PDF: {pdf.stat().st_size / 1024:.0f} KiB; its deck: {pptx.stat().st_size / 1024:.0f} KiB")
        for words, kind, source, count in (
            ("written unmarked, to compare", "plain", pdf, asked.recipients),
            ("marked PDFs", "pdf", pdf, asked.recipients),
            ("marked decks", "pptx", pptx, asked.recipients),
            ("marked and encrypted PDFs", "pdf locked", pdf, asked.encrypted),
            ("marked and encrypted decks", "pptx locked", pptx, asked.encrypted),
        ):
            for n in (count // 10, count):
                seconds, sample = measured(kind, source, folder, n)
                each = 1000 * seconds / n
                print(
                    f"{n:6} {words:30} {seconds:7.2f} s  {each:8.2f} ms each  "
                    f"cpu {sample.cpu:6.2f} s with start  {sample.memory:6.1f} MiB at most"
                )
        for count in (asked.recipients // 10, asked.recipients):
            who = stakeholders(folder, count)
            command = [sys.executable, "-m", "briefgen", "distribute", "--to", str(who), "-o", f"for-{count}"]
            command += ["--built", "out", "--cache-dir", str(folder / "cache")]
            for words in ("runs of the command, ledger and notes in them", "the same once more: nothing to do"):
                sample = run(command, folder=folder / "project", environment=ENVIRONMENT)
                print(
                    f"{count:6} {words:46} {sample.wall:6.1f} s  cpu {sample.cpu:5.1f} s  "
                    f"{sample.memory:6.1f} MiB at most"
                )


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Time and memory of briefgen beside typst, measured in the same minutes on the same machine.

    pip install -r benchmarks/requirements.txt
    python benchmarks/run.py [--quick]

Every case is a fresh process with a warm disk cache. A round runs each case once, every other round in reverse; a
ratio is the median of the ratios within the rounds, so that other work on the machine touches both sides. The first
round is not counted. typst sets the same words and notes from the same fonts, once without and once with the picture
that briefgen has drawn; it neither chooses what fits the page nor checks it. Prints a table, and writes
benchmarks/results/*.json.
"""

import argparse
import datetime
import hashlib
import importlib.util
import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from importlib import metadata
from itertools import count
from pathlib import Path

import peer
import picture
import workspace
from measure import Sample, run

ROUNDS, QUICK = 11, 3
LENGTH = "one-page"
RESULTS = Path(__file__).with_name("results")
ENVIRONMENT = {
    "PYTHONPATH": str(workspace.ROOT),
    "PYTHONDONTWRITEBYTECODE": "",  # an installed package is compiled
}
BRIEFGEN = (Path(sys.executable).with_name("briefgen"),)  # as its users start it
TYPST = "typst, a word edited"
TYPST_DRAWN = "typst, a word edited, with the picture"
LIBRARIES = "import click, msgspec, yaml, uharfbuzz, pikepdf, reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts"
"""What reading, setting, writing and checking a PDF stand on: no fresh process builds one in less time."""
Case = Callable[[], Sample]


def build(project: Path, output: Path, cache: Path) -> Sample:
    """Build the one-page PDF of a project."""
    only = ("--length", LENGTH, "--format", "pdf", "-q")
    command = (*BRIEFGEN, "build", workspace.SPEC, *only, "-o", output, "--cache-dir", cache)
    return run(command, folder=project, environment=ENVIRONMENT)


def digest(output: Path) -> str:
    """Return the hash of the one PDF of an output folder."""
    (pdf,) = output.rglob("*.pdf")
    return hashlib.sha256(pdf.read_bytes()).hexdigest()


def edited(top: Path) -> dict[str, Case]:
    """Return the cases that see the same edits: briefgen with its figures cached, typst without and with them."""
    project = workspace.make(top / "edited")
    output, cache = top / "edited-out", top / "edited-cache"
    build(project, output, cache)
    (manifest,) = output.glob("*/manifest.json")
    ids = peer.shown(manifest, LENGTH)
    if workspace.EDITED not in ids:
        raise SystemExit(f"{LENGTH} does not show the unit {workspace.EDITED}, which each run edits")
    seen = {digest(output)}
    turns = count()

    def briefgen() -> Sample:
        workspace.restore(project)
        workspace.edit(project, next(turns))
        sample = build(project, output, cache)
        if digest(output) in seen:
            raise SystemExit("the edited word did not reach the page")
        seen.add(digest(output))
        return sample

    drawing = picture.svg(cache, peer.families(project))
    return {
        TYPST: typst(workspace.make(top / "typst"), ids, None),
        TYPST_DRAWN: typst(workspace.make(top / "typst-drawn"), ids, drawing),
        "briefgen, a word edited, figures cached": briefgen,
    }


def typst(project: Path, ids: tuple[str, ...], drawing: str | None) -> Case:
    """Return the case that edits a word and lets typst set the page."""
    turns = count()
    image = project / "picture.svg" if drawing else None
    if image and drawing:
        image.write_text(drawing, "utf-8")

    def case() -> Sample:
        workspace.restore(project)
        workspace.edit(project, next(turns))
        peer.write(project, ids, project / "brief.typ", image)
        command = peer.command(sys.executable, project / "brief.typ", project / "brief.pdf")
        return run(command, folder=project, environment={})

    return case


def unedited(top: Path) -> dict[str, Case]:
    """Return the cases that build what is there: from nothing, and with nothing to do."""
    project = workspace.make(top / "same")
    output, cache = top / "same-out", top / "same-cache"
    build(project, output, cache)
    first = digest(output)
    turns = count()

    def empty() -> Sample:
        turn = next(turns)
        sample = build(project, top / f"empty-out-{turn}", top / f"empty-cache-{turn}")
        if digest(top / f"empty-out-{turn}") != first:
            raise SystemExit("the same input gave other bytes")
        return sample

    return {
        "briefgen, empty cache": empty,
        "briefgen, nothing changed": lambda: build(project, output, cache),
        "briefgen check": lambda: run(
            (*BRIEFGEN, "check", "--cache-dir", cache), folder=project, environment=ENVIRONMENT
        ),
        "briefgen --help": lambda: run((*BRIEFGEN, "--help"), folder=project, environment=ENVIRONMENT),
        "python, libraries imported": lambda: run((sys.executable, "-c", LIBRARIES), folder=project, environment={}),
        "python -c pass": lambda: run((sys.executable, "-c", "pass"), folder=project, environment={}),
    }


def measured(cases: dict[str, Case], rounds: int) -> dict[str, list[Sample]]:
    """Return the samples of each case, taken in rounds after one that is not counted."""
    samples: dict[str, list[Sample]] = {name: [] for name in cases}
    for turn in range(-1, rounds):
        names = list(cases) if turn % 2 == 0 else list(reversed(cases))
        for name in names:
            sample = cases[name]()
            if turn >= 0:
                samples[name].append(sample)
        print(f"\r{turn + 1} of {rounds} rounds", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return samples


def ratio(samples: dict[str, list[Sample]], name: str, to: str) -> float:
    """Return the median of a case's wall time over another's of the same round."""
    pairs = zip(samples[name], samples[to], strict=True)
    return statistics.median(one.wall / other.wall for one, other in pairs)


def table(samples: dict[str, list[Sample]]) -> str:
    """Return the medians as text: milliseconds, MiB, and times typst without and with the picture."""
    width = max(map(len, samples))
    head = f"{'':{width}}  {'wall ms':>8} {'least':>6} {'most':>6} {'CPU ms':>7} {'MiB':>5}"
    lines = [f"{head} {'x typst':>8} {'x drawn':>8}"]
    for name, taken in samples.items():
        walls = [s.wall * 1000 for s in taken]
        cpu = statistics.median(s.cpu * 1000 for s in taken)
        memory = max(s.memory for s in taken)
        lines.append(
            f"{name:{width}}  {statistics.median(walls):8.0f} {min(walls):6.0f} {max(walls):6.0f}"
            f" {cpu:7.0f} {memory:5.0f} {ratio(samples, name, TYPST):8.2f} {ratio(samples, name, TYPST_DRAWN):8.2f}"
        )
    return "\n".join(lines)


def record(samples: dict[str, list[Sample]]) -> Path:
    """Write the samples with what they were measured on, and return the file."""
    now = datetime.datetime.now(datetime.UTC)
    packages = ("typst", "reportlab", "msgspec", "uharfbuzz", "matplotlib", "numpy")
    result = {
        "taken": now.isoformat(timespec="seconds"),
        "machine": {"system": platform.platform(), "processors": os.cpu_count()},
        "python": platform.python_version(),
        "packages": {name: metadata.version(name) for name in packages},
        "cases": {
            name: {
                "x_typst": ratio(samples, name, TYPST),
                "x_typst_drawn": ratio(samples, name, TYPST_DRAWN),
                "samples": [asdict(s) for s in taken],
            }
            for name, taken in samples.items()
        },
    }
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now:%Y%m%dT%H%M%SZ}.json"
    path.write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    return path


def main() -> None:
    """Measure, print and record."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} rounds instead of {ROUNDS}")
    rounds = QUICK if parser.parse_args().quick else ROUNDS
    if importlib.util.find_spec("typst") is None:
        raise SystemExit("typst is absent: pip install -r benchmarks/requirements.txt")
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        samples = measured(edited(top) | unedited(top), rounds)
    print(table(samples))
    print(f"\n{rounds} rounds; MiB is the most of any run; written to {record(samples)}")


if __name__ == "__main__":
    main()

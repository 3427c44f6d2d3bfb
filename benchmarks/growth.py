#!/usr/bin/env python3
"""How time and memory grow with the report: reading, checking and building 300, 1,000 and 5,000 units.

    python benchmarks/growth.py [--quick]

A report is the shipped one, its units copied under new ids beside themselves until there are so many; a brief takes
them all. Every case is a fresh process. Drawings are made beforehand: they do not grow with the report. The last column
is how many times longer the largest report takes than the smallest, over how many times larger it is: 1.0 is linear.
"""

import argparse
import json
import platform
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

import workspace
import yaml
from measure import Sample, run
from run import BRIEFGEN, ENVIRONMENT, RESULTS

SIZES = (300, 1000, 5000)
ROUNDS, QUICK = 3, 1
SLOTS = ("bottom-line", "key-judgement", "outlook")
LENGTHS = ["one-page", "short", "standard", "full"]
Case = Callable[[], Sample]


def grown(folder: Path, size: int) -> Path:
    """Make a project whose report has so many units, and return it."""
    project = workspace.make(folder)
    report = project / workspace.REPORT
    sections = {p: workspace.load(p) for p in sorted((report / "sections").glob("*.yaml"))}
    own = {p: section.get("units", []) for p, section in sections.items()}
    left = size - sum(map(len, own.values()))
    for number in count(1):
        for path, section in sections.items():
            # a report has one bottom line, and slots that hold a few units
            more = [u for u in own[path] if u["kind"] not in SLOTS and "watch" not in u.get("topics", ())][:left]
            section["units"] = [*section.get("units", []), *(copied(unit, number) for unit in more)]
            left -= len(more)
        if not left:
            break
    for path, section in sections.items():
        write(path, section)
    spec = workspace.load(project / workspace.SPEC)
    tops = workspace.load(report / "report.yaml")["sections"]
    content = [{"sections": tops} if "sections" in entry else entry for entry in spec["content"]]
    write(project / workspace.SPEC, spec | {"lengths": LENGTHS, "content": content})
    return project


def copied(unit: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a unit under an id of its own, a little below the one that it copies."""
    return unit | {"id": f"{unit['id']}-{number}", "rank": max(0, unit.get("rank", 50) - number)}


def write(path: Path, value: object) -> None:
    """Write a value as YAML."""
    path.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")


def cases(top: Path, size: int) -> dict[str, Case]:
    """Return the cases of one size by name."""
    project = grown(top / f"{size}", size)
    warm = top / f"{size}-warm"
    only = ("--length", "one-page", "--format", "pdf")
    said = briefgen(project, "check", warm)
    assert said, "the report is right"
    briefgen(project, "build", warm, "-o", top / f"{size}-first")

    def fresh(verb: str, cache: Path | None, *options: str | Path) -> Case:
        def case() -> Sample:
            with tempfile.TemporaryDirectory(dir=top) as folder:
                target = ("-o", Path(folder) / "out") if verb == "build" else ()
                return briefgen(project, verb, cache or Path(folder) / "cache", *options, *target)

        return case

    return {
        "check, empty cache": fresh("check", None),
        "check, nothing changed": fresh("check", warm),
        "one-page PDF, drawings and report cached": fresh("build", warm, *only),
        "four lengths, PDF": fresh("build", warm, "--format", "pdf"),
        "four lengths, decks": fresh("build", warm, "--format", "pptx"),
    }


def briefgen(project: Path, verb: str, cache: Path, *options: str | Path) -> Sample:
    """Run a verb on a project and measure it."""
    quiet = ("-q",) if verb == "build" else ()
    return run((*BRIEFGEN, verb, *quiet, "--cache-dir", cache, *options), folder=project, environment=ENVIRONMENT)


def table(samples: dict[str, dict[int, list[Sample]]]) -> str:
    """Return the least seconds and the most MiB by case and size, and how the growth compares with linear growth."""
    width = max(map(len, samples))
    head = "".join(f"{f'{size:,}':>9} {'MiB':>5}" for size in SIZES)
    lines = [f"{'seconds for so many units':{width}} {head} {'x linear':>9}"]
    for name, by_size in samples.items():
        least = {size: min(s.wall for s in taken) for size, taken in by_size.items()}
        memory = {size: max(s.memory for s in taken) for size, taken in by_size.items()}
        cells = "".join(f"{least[size]:9.2f} {memory[size]:5.0f}" for size in SIZES)
        growth = (least[SIZES[-1]] / least[SIZES[0]]) / (SIZES[-1] / SIZES[0])
        lines.append(f"{name:{width}} {cells} {growth:9.2f}")
    return "\n".join(lines)


def main() -> None:
    """Measure, print and record."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} round instead of {ROUNDS}")
    rounds = QUICK if parser.parse_args().quick else ROUNDS
    samples: dict[str, dict[int, list[Sample]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            for name, case in cases(Path(folder), size).items():
                samples.setdefault(name, {})[size] = [case() for _ in range(rounds)]
    print(table(samples))
    told = {
        "python": platform.python_version(),
        "system": platform.platform(),
        "cases": {
            n: {str(size): [asdict(s) for s in taken] for size, taken in by.items()} for n, by in samples.items()
        },
    }
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / "growth.json"
    path.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    print(f"\n{rounds} round(s), least of each; written to {path}")


if __name__ == "__main__":
    main()

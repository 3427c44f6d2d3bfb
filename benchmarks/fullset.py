#!/usr/bin/env python3
"""Time and memory of the whole set of shipped briefs, all lengths as PDF and deck: on one core and on two.

    python benchmarks/fullset.py [--quick]

Every case is a fresh process; one core is a process bound to it, two cores are `--jobs 2`. Memory is that of the
largest process. An edit changes one word of a unit that every brief shows, so that every file is built anew from
drawings that are kept.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

import workspace
from measure import Sample, run
from run import BRIEFGEN, ENVIRONMENT

ROUNDS, QUICK = 3, 1
FILES = 32
Case = Callable[[], Sample]


def make(folder: Path) -> Path:
    """Copy all briefs and their report into a project of its own, and return it."""
    project = workspace.make(folder)
    shutil.copytree(workspace.ROOT / "briefs", project / "briefs", dirs_exist_ok=True)
    return project


def briefgen(project: Path, *arguments: str | Path, cores: int) -> Sample:
    """Run a command on so many cores and measure it."""
    bound = sorted(os.sched_getaffinity(0))[:cores]
    command = ("taskset", "-c", ",".join(map(str, bound)), *BRIEFGEN, *arguments)
    return run(command, folder=project, environment=ENVIRONMENT)


def cases(top: Path) -> dict[str, Case]:
    """Return the cases by name."""
    project = make(top / "project")
    warm, kept = top / "warm", top / "kept"
    turns = count()

    def build(output: Path, cache: Path, cores: int) -> Sample:
        options = ("-q", "--jobs", f"{cores}", "-o", output, "--cache-dir", cache)
        sample = briefgen(project, "build", *options, cores=cores)
        found = sum(1 for p in output.rglob("*") if p.suffix in (".pdf", ".pptx"))
        if found != FILES:
            raise SystemExit(f"{found} files where {FILES} were expected")
        return sample

    def empty(cores: int) -> Case:
        def case() -> Sample:
            turn = next(turns)
            return build(top / f"out-{turn}", top / f"cache-{turn}", cores)

        return case

    def again(cores: int) -> Case:
        return lambda: build(top / f"out-{next(turns)}", warm, cores)

    def edited(cores: int) -> Case:
        def case() -> Sample:
            workspace.restore(project)
            workspace.edit(project, next(turns))
            sample = build(kept, warm, cores)
            workspace.restore(project)
            return sample

        return case

    build(kept, warm, 2)
    return {
        **{f"full set, empty cache, {n} core(s)": empty(n) for n in (1, 2)},
        **{f"full set, drawings kept, {n} core(s)": again(n) for n in (1, 2)},
        **{f"full set, a word edited, {n} core(s)": edited(n) for n in (1, 2)},
        "check of all, empty cache": lambda: briefgen(
            project, "check", "--cache-dir", top / f"cache-{next(turns)}", cores=2
        ),
        "check of all, nothing changed": lambda: briefgen(project, "check", "--cache-dir", warm, cores=2),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} round instead of {ROUNDS}")
    rounds = QUICK if parser.parse_args().quick else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'':40} {'s':>7} {'CPU s':>7} {'MiB':>5}")
        for name, case in cases(Path(folder)).items():
            taken = [case() for _ in range(rounds)]
            best = min(taken, key=lambda s: s.wall)
            print(f"{name:40} {best.wall:7.2f} {best.cpu:7.2f} {max(s.memory for s in taken):5.0f}", flush=True)
    print(f"\n{rounds} round(s), least of each; {FILES} files")


if __name__ == "__main__":
    main()

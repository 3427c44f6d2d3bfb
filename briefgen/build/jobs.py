"""Briefs -> their files, one after the other or in several processes; all are made before any is written."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace

from ..errors import CheckError, InputError
from .backends import BACKENDS
from .beside import Beside, Finished, Found
from .brief import Made, built, make
from .inputs import Inputs
from .manifest import Built, Entry
from .placed import placed

Step = Callable[[str], None]


def run(
    wanted: list[Inputs],
    there: Mapping[str, tuple[Entry, ...]],
    cache: Path | None,
    jobs: int,
    beside: Beside,
    step: Step,
) -> list[Built]:
    """Return the files of every brief; raises InputError with the findings of all briefs that are wrong."""
    parts = [replace(i, formats=(f,)) for i in wanted for f in i.formats]
    made: dict[tuple[str, str], list[Made]] = {}
    errors: list[InputError] = []
    broken: list[CheckError] = []

    def settle(part: Inputs, result: Callable[[], list[Made]]) -> None:
        try:
            found = result()
        except InputError as error:
            errors.append(InputError(placed(error.diagnostics, part.report)))
        except CheckError as error:
            broken.append(error)
        else:
            told = [replace(m, warnings=placed(m.warnings, part.report)) for m in found]
            made[part.name, part.formats[0].value] = told

    if jobs == 1 or len(parts) == 1:
        beside.begin()
        for part in parts:
            settle(part, lambda part=part: make(part, cache, beside.check, step))  # type: ignore[misc]
    else:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor, as_completed

        context = multiprocessing.get_context("spawn")
        count = min(jobs, len(parts))
        with ProcessPoolExecutor(max_workers=count, mp_context=context, initializer=_follow) as pool:
            futures = {pool.submit(_make, part, cache): part for part in parts}
            for future in as_completed(futures):
                part = futures[future]
                settle(part, future.result)
                for one in made.get((part.name, part.formats[0].value), ()):
                    step(one.entry.file)
    if errors:
        raise InputError(tuple(dict.fromkeys(d for e in errors for d in e.diagnostics)))
    if broken:
        raise CheckError(tuple(d for e in broken for d in e.diagnostics))
    return [built(i, [m for f in i.formats for m in made[i.name, f.value]], there[i.name]) for i in wanted]


def _follow() -> None:
    """End this process with the one that started it: a worker would wait for ever for one that was killed."""
    import multiprocessing
    import os
    import threading

    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _make(part: Inputs, cache: Path | None) -> list[Made]:
    return make(part, cache, _checked_here, lambda _: None)


def _checked_here(finished: Finished) -> Found:
    return lambda: BACKENDS[finished.format].check(finished)

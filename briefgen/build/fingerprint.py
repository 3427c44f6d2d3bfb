"""What a cached picture depends on besides its figure, target and theme: our code, the geodata, the libraries."""

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from .. import cache as store
from ..resources import asset

LIBRARIES = ("matplotlib", "numpy", "shapely", "uharfbuzz")


@cache
def fingerprint() -> str:
    """Return a hash that changes with this package's code, the geodata, or a library's version."""
    return store.key("pictures", [*states(), *map(version_of, LIBRARIES)])


def states() -> list[str]:
    """Return the names, sizes and times of the geodata's files."""
    with os.scandir(asset("geodata")) as found:
        return sorted(f"{e.name} {e.stat().st_size} {e.stat().st_mtime_ns}" for e in found)


def version_of(library: str) -> str:
    """Return a library's version as its metadata's folder is named; to import what reads metadata takes 20 ms."""
    spec = find_spec(library)
    home = Path(spec.origin).parent.parent if spec and spec.origin else None
    found = sorted(p.name for p in home.glob(f"{library}-*-info")) if home else []
    if found:
        return " ".join(found)
    from importlib.metadata import version

    return version(library)

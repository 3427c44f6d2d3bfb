"""What a cached scene depends on besides its figure, target and theme: our code, the geodata, the libraries."""

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..resources import asset

LIBRARIES = ("matplotlib", "numpy", "shapely", "uharfbuzz")


@cache
def fingerprint() -> str:
    """Return a hash that changes with the code of figures and typeset, the geodata, or a library's version."""
    code = Path(__file__).resolve().parent
    files = [*sorted(code.rglob("*.py")), *sorted((code.parent / "typeset").rglob("*.py"))]
    files += sorted(p for p in asset("geodata").iterdir() if p.suffix in {".gz", ".json", ".toml"})
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    for library in LIBRARIES:
        digest.update(f"{library}\0{version_of(library)}\0".encode())
    return digest.hexdigest()


def version_of(library: str) -> str:
    """Return a library's version as its metadata's folder is named; to import what reads metadata takes 20 ms."""
    spec = find_spec(library)
    home = Path(spec.origin).parent.parent if spec and spec.origin else None
    found = sorted(p.name for p in home.glob(f"{library}-*-info")) if home else []
    if found:
        return " ".join(found)
    from importlib.metadata import version

    return version(library)

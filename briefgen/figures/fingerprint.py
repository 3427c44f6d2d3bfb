"""What a cached scene depends on besides its figure, target and theme: our code, the geodata, the libraries."""

import hashlib
from functools import cache
from importlib.metadata import version
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
        digest.update(f"{library}\0{version(library)}\0".encode())
    return digest.hexdigest()

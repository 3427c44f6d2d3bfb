"""Is a brief's output what its inputs make? Answered from hashes alone, before anything heavy is imported."""

import hashlib
from pathlib import Path

import msgspec

from .inputs import Inputs
from .manifest import MANIFEST, Built, Entry, Manifest


def standing(inputs: Inputs, output: Path) -> tuple[Entry, ...]:
    """Return the entries in the output folder that are of this edition and whose files are as they were written."""
    folder = output / inputs.name
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError, ValueError):
        return ()
    if manifest.edition != inputs.edition:
        return ()
    return tuple(e for e in manifest.artifacts if _whole(folder / e.file, e.sha256))


def unchanged(inputs: Inputs, artifacts: tuple[Entry, ...]) -> Built:
    """Return a brief whose files are up to date."""
    return Built(name=inputs.name, artifacts=artifacts, withheld=len(inputs.withheld))


def _whole(path: Path, sha256: str) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False

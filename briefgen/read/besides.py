"""Files that a theme names: they stand beside it, and are named without a path."""

from pathlib import Path

from .findings import guess
from .project import Project


def beside_theme(name: str, project: Project) -> Path | None:
    """Return the file of that bare name in the first folder of themes that has it."""
    if name != Path(name).name:
        return None
    return next((p for folder in project.themes if (p := folder / name).is_file()), None)


def unnamed(name: str, project: Project, pattern: str, kind: str) -> str:
    """Return the hint for a name that is not there: the nearest of those that are."""
    known = sorted({p.name for folder in project.themes if folder.is_dir() for p in folder.glob(pattern)})
    return guess(name, known, kind) + "; it stands beside the theme and is named without a path"

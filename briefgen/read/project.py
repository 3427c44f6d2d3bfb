"""Where a project keeps its files; what is not there is looked for among the shipped assets."""

from functools import cache
from pathlib import Path

from .. import resources
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value


class Project(Value, frozen=True, kw_only=True):
    """A folder with `briefs/` and `reports/`, and `themes/` and `fonts/` if it likes; the first folder of each wins."""

    root: Path
    briefs: Path
    reports: tuple[Path, ...]
    themes: tuple[Path, ...]
    fonts: tuple[Path, ...]

    @property
    def inside(self) -> tuple[Path, ...]:
        """Return the folders that a file must lie in, links resolved."""
        return _resolved(self.root, resources.assets())

    def name(self, path: Path) -> str:
        """Return how a file is called in diagnostics: relative to the project, or to the shipped assets."""
        whole = path.as_posix()  # compared as text: a report has many files, and a path is slow to take apart
        for folder, prefix in ((self.root.as_posix(), ""), (resources.assets().as_posix(), "assets/")):
            if whole == folder:
                return f"{prefix}."
            if whole.startswith(f"{folder}/"):
                return prefix + whole[len(folder) + 1 :]
        return whole


@cache
def _resolved(*folders: Path) -> tuple[Path, ...]:
    return tuple(folder.resolve() for folder in folders)


def find(root: Path | None = None) -> Project:
    """Return the project in a folder, by default the current one. Raises InputError if there is no such folder."""
    folder = Path.cwd() if root is None else Path(root).absolute()
    if not folder.is_dir():
        message = f"{folder} is not a folder" if folder.exists() else f"there is no folder {folder}"
        hint = "give the folder that holds briefs/ and reports/"
        raise InputError((Diagnostic(code="BG120", message=message, hint=hint),))
    shipped = resources.assets()

    def folders(name: str) -> tuple[Path, ...]:
        return (folder / name, shipped / name)

    return Project(
        root=folder,
        briefs=folder / "briefs",
        reports=folders("reports"),
        themes=folders("themes"),
        fonts=folders("fonts"),
    )


def specs(project: Project) -> tuple[Path, ...]:
    """Return the brief specs of a project, by name; none where it has no folder `briefs/`."""
    return _yaml(project.briefs)


def stems(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the names of the YAML files in folders, without their endings."""
    return tuple(sorted({p.stem for folder in folders for p in _yaml(folder)}))


def report_ids(project: Project) -> tuple[str, ...]:
    """Return the ids of all reports: the folders that hold a report.yaml."""
    found = set()
    for folder in project.reports:
        if folder.is_dir():
            found |= {p.parent.name for p in folder.glob("*/report.yaml")}
    return tuple(sorted(found))


def report_folder(name: str, project: Project) -> Path | None:
    """Return the folder of a report, or None where there is none of that name."""
    return next((f / name for f in project.reports if (f / name / "report.yaml").is_file()), None)


def theme_file(name: str, project: Project) -> Path | None:
    """Return the file of a theme, or None where there is none of that name."""
    return next((p for f in project.themes if (p := f / f"{name}.yaml").is_file()), None)


def _yaml(folder: Path) -> tuple[Path, ...]:
    """Return the YAML files of a folder, those that begin with a point left out."""
    if not folder.is_dir():
        return ()
    found = [p for p in folder.iterdir() if p.suffix in (".yaml", ".yml") and not p.name.startswith(".")]
    return tuple(sorted(found, key=lambda p: p.name))

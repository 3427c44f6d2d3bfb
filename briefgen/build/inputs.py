"""Paths -> what is built from: spec, report, theme and fonts of each brief, and the edition that their hashes name."""

import datetime as dt
import hashlib
from functools import cache
from pathlib import Path

from .. import __version__, read
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.report import Report
from ..model.spec import BriefSpec, Format, Length
from ..model.theme import Theme
from . import typefaces
from .cache import Cache
from .record import Entry


class Inputs(Value, frozen=True, kw_only=True):
    """All that one brief is made from; `edition` names it, `moment` (UTC) stands inside its files."""

    name: str
    spec: BriefSpec
    report: Report
    theme: Theme
    fonts: tuple[Path, ...]
    lengths: tuple[Length, ...]
    formats: tuple[Format, ...]
    edition: str
    moment: dt.datetime

    def covered_by(self, entries: tuple[Entry, ...]) -> bool:
        """Tell whether every artifact asked for is among the entries."""
        there = {(e.length, e.format) for e in entries}
        return all((one.name, f.value) in there for one in self.lengths for f in self.formats)


def gather(
    specs: tuple[Path, ...],
    *,
    root: Path | None,
    lengths: tuple[str, ...],
    formats: tuple[str, ...],
    cache: Cache,
    epoch: int | None,
) -> tuple[tuple[Inputs, ...], tuple[Diagnostic, ...]]:
    """Return the inputs of every brief, and what is worth knowing; raises InputError with all that is wrong."""
    project = read.find(root)
    paths = tuple(_by_id(path, project) for path in specs) or read.specs(project)
    if not paths:
        raise InputError((nothing_to_build(project.root),))
    checked = read.load(paths, project, cache.folder)
    themes = {theme.id: theme for _, _, theme in checked.value}
    if wrong := tuple(d for theme in themes.values() for d in typefaces.faults(theme, project, cache)):
        raise InputError(read.located((*wrong, *checked.diagnostics), project))
    _known(lengths, [s for s, _, _ in checked.value])
    wanted = []
    for spec, report, theme in checked.value:
        asked = tuple(one for one in spec.lengths if not lengths or one.name in lengths)
        kinds = tuple(f for f in spec.formats if not formats or f.value in formats)
        day = dt.datetime.combine(spec.as_of, dt.time(), dt.UTC)
        moment = day if epoch is None else dt.datetime.fromtimestamp(epoch, dt.UTC)
        wanted.append(
            Inputs(
                name=spec.id,
                spec=spec,
                report=report,
                theme=theme,
                fonts=project.fonts,
                lengths=asked,
                formats=kinds,
                edition=_edition(spec, report, theme, project, moment),
                moment=moment,
            )
        )
    return tuple(i for i in wanted if i.lengths and i.formats), checked.diagnostics


def _by_id(path: Path, project: read.Project) -> Path:
    """Return a spec's path; one of the project's briefs may be named by its id alone."""
    named = project.briefs / f"{path}.yaml"
    return named if not path.exists() and path.name == str(path) and named.is_file() else path


def _edition(spec: BriefSpec, report: Report, theme: Theme, project: read.Project, moment: dt.datetime) -> str:
    """Return twelve digits that name what a brief is made from: its inputs, its fonts, and the code."""
    faces = (hashlib.sha256(p.read_bytes()).hexdigest() for p in typefaces.own(theme, project))
    parts = [__version__, code(), spec.sha256, report.sha256, theme.sha256, moment.isoformat(), *faces]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


@cache
def code() -> str:
    """Return the hash of the package's own source."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parent.parent
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _known(lengths: tuple[str, ...], specs: list[BriefSpec]) -> None:
    """Raise InputError for a length that no spec has."""
    known = list(dict.fromkeys(one.name for s in specs for one in s.lengths))
    wrong = [name for name in lengths if name not in known]
    if wrong:
        raise InputError(tuple(_no_length(name, known) for name in wrong))


def _no_length(name: str, known: list[str]) -> Diagnostic:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"lengths of the specs: {', '.join(known)}"
    return Diagnostic(code="BG903", message=f"no spec has a length {name!r}", hint=hint)


def nothing_to_build(root: Path) -> Diagnostic:
    """Return what is told of a project without briefs."""
    return Diagnostic(
        code="BG902",
        message=f"there is no brief to build in {root}: it has no briefs/*.yaml",
        hint="start one with `briefgen new NAME`, or name the project's folder with --project",
    )

"""Paths -> what is built from: spec, report, theme and fonts of each brief, and the edition that their hashes name."""

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .. import __version__, read, resources
from .. import cache as store
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.boundaries import Boundaries, Preset
from ..model.markings import Markings
from ..model.report import Report
from ..model.spec import BriefSpec, Format, Length
from ..model.theme import Theme
from . import templates, typefaces
from .beside import Beside, worth
from .fingerprint import states
from .redaction import redacted

if TYPE_CHECKING:
    from .manifest import Entry


Meanwhile = Callable[[tuple[tuple[Theme, str], ...]], None]
"""What can be done before the inputs are known; it is given the themes and languages that they most likely have."""


class Inputs(Value, frozen=True, kw_only=True):
    """All that one brief is made from; `edition` names it, `moment` (UTC) stands inside its files.

    `dress` is the hash of the theme, the boundaries table, the house's markings and the project's own fonts. Of an
    abridged edition spec and report hold nothing of what is `withheld`, by key.
    """

    name: str
    spec: BriefSpec
    report: Report
    theme: Theme
    fonts: tuple[Path, ...]
    lengths: tuple[Length, ...]
    formats: tuple[Format, ...]
    boundaries: Boundaries
    dress: str
    edition: str
    moment: dt.datetime
    withheld: tuple[str, ...] = ()

    def preset(self) -> Preset:
        """Return how the theme's preset draws disputed lines, in the words of the brief, on the day of the report."""
        return self.boundaries.preset(self.theme.boundaries, self.spec.furniture, self.report.as_of)

    def covered_by(self, entries: "tuple[Entry, ...]") -> bool:
        """Tell whether every artifact asked for is among the entries."""
        there = {(e.length, e.format) for e in entries}
        return all((one.name, f.value) in there for one in self.lengths for f in self.formats)


def gather(
    specs: tuple[Path, ...],
    *,
    root: Path | None,
    lengths: tuple[str, ...],
    formats: tuple[str, ...],
    cache: Path | None,
    epoch: int | None,
    beside: Beside | None = None,
    meanwhile: Meanwhile = lambda _: None,
) -> tuple[tuple[Inputs, ...], tuple[Diagnostic, ...]]:
    """Return the inputs of every brief, and what is worth knowing; raises InputError with all that is wrong.

    Where files must be parsed anew, `beside` does it, and this process does what is to be done `meanwhile`.
    """
    project = read.find(root)
    paths = tuple(_by_id(path, project) for path in specs) or read.specs(project)
    if not paths:
        raise InputError((nothing_to_build(project.root),))
    checked = _loaded(paths, project, cache, beside, meanwhile)
    themes = {theme.id: theme for _, _, theme in checked.value}
    wrong = tuple(d for theme in themes.values() for d in typefaces.faults(theme, project, cache))
    wrong += tuple(d for theme in themes.values() for d in templates.faults(theme, project))
    if wrong:
        raise InputError(read.located((*wrong, *checked.diagnostics), project))
    _known(lengths, [s for s, _, _ in checked.value])
    boundaries = read.boundaries(project, cache)
    house = read.markings(project, cache)
    wanted = []
    told = list(checked.diagnostics)
    for whole, source, plain in checked.value:
        left = redacted(source, whole, house)
        told += read.located(left.told, project) if left.told else ()
        spec, report, theme = left.spec, left.report, dressed(plain, house)
        asked = tuple(one for one in spec.lengths if not lengths or one.name in lengths)
        kinds = tuple(f for f in spec.formats if not formats or f.value in formats)
        day = dt.datetime.combine(spec.as_of, dt.time(), dt.UTC)
        moment = day if epoch is None else dt.datetime.fromtimestamp(epoch, dt.UTC)
        faces = (hashlib.sha256(p.read_bytes()).hexdigest() for p in typefaces.own(theme, project))
        dress = _digest(theme.sha256, boundaries.value.sha256, house.sha256, *faces)
        edition = _digest(__version__, code(cache), spec.sha256, report.sha256, dress, moment.isoformat())[:12]
        wanted.append(
            Inputs(
                name=spec.id,
                spec=spec,
                report=report,
                theme=theme,
                fonts=project.fonts,
                lengths=asked,
                formats=kinds,
                boundaries=boundaries.value,
                dress=dress,
                edition=edition,
                moment=moment,
                withheld=left.withheld,
            )
        )
    told += boundaries.diagnostics
    return tuple(i for i in wanted if i.lengths and i.formats), tuple(told)


def dressed(theme: Theme, house: Markings) -> Theme:
    """Return a theme with the colours of the house's own markings."""
    colours = {**theme.marking.colours, **dict(house.colours)}
    return replace(theme, marking=replace(theme.marking, colours=colours)) if house.colours else theme


def _loaded(
    paths: tuple[Path, ...],
    project: read.Project,
    cache: Path | None,
    beside: Beside | None,
    meanwhile: Meanwhile,
) -> read.Checked[tuple[tuple[BriefSpec, Report, Theme], ...]]:
    """Return the briefs with their reports and themes; what must be parsed anew is, while `meanwhile` is done."""
    if beside is None or cache is None or not worth():
        return read.load(paths, project, cache)
    try:
        return read.load(paths, project, cache, read.refuse)
    except read.NotKept:
        beside.begin(lambda: read.load(paths, project, cache))
        meanwhile(read.expected(paths, project, cache))
        beside.wait()
        return read.load(paths, project, cache)


def _by_id(path: Path, project: read.Project) -> Path:
    """Return a spec's path; one of the project's briefs may be named by its id alone."""
    named = project.briefs / f"{path}.yaml"
    return named if not path.exists() and path.name == str(path) and named.is_file() else path


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def code(cache: Path | None) -> str:
    """Return the hash of the package's own source and geodata, the same on every machine; kept until one is touched."""
    name = store.key("code", states())
    kept: str | None = store.get(cache, "code", name, str)
    if kept is not None:
        return kept
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parent.parent
    geodata = resources.asset("geodata")
    for root, pattern in ((package, "*.py"), (geodata, "*.json"), (geodata, "*.gz")):
        for path in sorted(root.rglob(pattern)):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    store.put(cache, "code", name, digest.hexdigest())
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

"""What a file shows of a report, thing by thing: a hash that changes with what its reader sees, and it in words.

Rank, topics, actors and the like say whether and where a unit stands, not what it says; they are left out.
"""

import hashlib
from collections.abc import Iterable
from functools import cached_property

import msgspec
from msgspec.structs import replace

from .. import compose
from ..compose import references
from ..compose.tables import table
from ..errors import InputError
from ..model.base import Value
from ..model.boundaries import Preset
from ..model.figure import FigureSpec, TableSpec, Timeline, Words
from ..model.inline import Inlines, plain
from ..model.report import Event, Origin, Reference, Report, Unit
from ..model.spec import BriefSpec
from ..typeset.furniture import lead_in

NOWHERE = Origin(file="")


class View(Value, frozen=True, kw_only=True):
    """A thing as its reader sees it, in all forms in which it is said, the longest first."""

    sha256: str
    forms: tuple[str, ...]


class Views:
    """All that a brief could show as it is now, by "<kind>/<id>"; each is made when it is asked for."""

    def __init__(self, report: Report, spec: BriefSpec, boundaries: Preset) -> None:
        """Keep what is asked; `boundaries` says how maps draw disputed lines."""
        self.report, self.spec, self._boundaries = report, spec, boundaries

    @cached_property
    def units(self) -> dict[str, Unit]:
        """The units in the brief's words."""
        return {u.id: u for u in compose.worded(self.report, self.spec)}

    @cached_property
    def _things(self) -> dict[str, Unit | Event | FigureSpec | Reference]:
        found: list[tuple[str, Iterable[Unit | Event | FigureSpec | Reference]]] = [
            ("unit", self.units.values()),
            ("event", self.report.events),
            ("figure", self.report.figures),
            ("reference", self.report.references),
        ]
        return {f"{kind}/{one.id}": one for kind, some in found for one in some}

    def at(self, key: str) -> View | None:
        """Return a thing's view; None where there is none of it any more."""
        one = self._things.get(key)
        if one is None:
            return None
        match one:
            case Unit():
                return _view(_of_unit(one), said(one.lead, one.text), plain(one.text), one.short)
            case Event():
                return _view(replace(one, origin=NOWHERE, rank=0), f"{one.date.edtf}: {one.text}")
            case Reference():
                language, content = self.spec.furniture, self.spec.language
                listed = plain(references.listed(one, language, content=content))
                short = plain(references.short(one, language, self_id=self.report.self_reference))
                return _view(replace(one, origin=NOWHERE), listed, short)
            case _:
                return self._of_figure(one)

    def _of_figure(self, one: FigureSpec) -> View | None:
        try:
            if isinstance(one, TableSpec):
                told, columns, rows = table(one, self.report, self.spec.furniture)
                return _view((told, columns, rows, one.cites), _words(told))
            figure = compose.resolve(one, self.report, self.spec, self._boundaries)
        except InputError:  # its data are no longer such that it can be drawn
            return None
        if isinstance(figure, Timeline):  # its events are things of their own
            quiet = replace(figure, words=replace(figure.words, description=""), marks=())
            return _view((quiet, one.cites), figure.words.headline)
        return _view((figure, one.cites), _words(figure.words))


def _view(value: object, *forms: str) -> View:
    data = msgspec.json.encode(_bare(msgspec.to_builtins(value)), order="deterministic")
    return View(sha256=hashlib.sha256(data).hexdigest(), forms=forms)


def _bare(value: object) -> object:
    """Return a value without what is empty, so that a key that a later version adds does not change old hashes."""
    if isinstance(value, dict):
        return {k: _bare(v) for k, v in value.items() if v is not None and v is not False and v not in ("", (), [], {})}
    return [_bare(v) for v in value] if isinstance(value, list | tuple) else value


def _of_unit(unit: Unit) -> Unit:
    """Return a unit without what says only whether and where it stands."""
    kept = replace(unit, origin=NOWHERE, rank=0, section="", point=None)
    return replace(kept, topics=(), needs=(), events=(), actors=(), places=(), quantities=())


def said(lead: str | None, text: Inlines) -> str:
    """Return what a unit says in plain words, its lead first."""
    return f"{lead_in(lead)} {plain(text)}" if lead else plain(text)


def _words(words: Words) -> str:
    return f"{words.headline}. {words.description}"

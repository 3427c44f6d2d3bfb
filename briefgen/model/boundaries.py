"""Boundaries that are not settled: what they are called, and how each preset draws them."""

import datetime as dt

import msgspec

from .base import Value

SOLID, DASHED, DOTTED, NONE = "solid", "dashed", "dotted", "none"


class Said(Value, frozen=True, kw_only=True):
    """Words in both languages of the furniture."""

    en: str
    fr: str

    def by(self, language: str) -> str:
        """Return the words of a language; English for one that is not known."""
        return self.fr if language == "fr" else self.en


class UnsettledLine(Value, frozen=True, kw_only=True):
    """A line of the map layers: its parties by ISO code, and its style under each preset, up to a day."""

    id: str
    name: Said
    parties: tuple[str, ...]
    status: str
    draw: dict[str, str]
    note: Said
    source: str
    until: dt.date | None = None


class UnsettledArea(Value, frozen=True, kw_only=True):
    """An area of the map layers, and in whose colour each preset fills it: an ISO code, or `none`."""

    id: str
    name: Said
    status: str
    owner: dict[str, str]
    note: Said
    source: str
    until: dt.date | None = None


class HousePreset(Value, frozen=True, kw_only=True):
    """A preset of a project's own: what it changes in the one that it starts from."""

    base: str
    draw: dict[str, str] = msgspec.field(default_factory=dict)
    owner: dict[str, str] = msgspec.field(default_factory=dict)
    note: dict[str, Said] = msgspec.field(default_factory=dict)
    disclaimer: Said | None = None


class DrawnLine(Value, frozen=True, kw_only=True):
    """A line as one map draws it."""

    id: str
    name: str
    parties: tuple[str, ...]
    style: str
    note: str


class DrawnArea(Value, frozen=True, kw_only=True):
    """An area as one map fills it; `owner` is empty where it is nobody's."""

    id: str
    name: str
    owner: str
    note: str


class Preset(Value, frozen=True, kw_only=True):
    """How a map draws what is not settled, in one language; `disclaimer` stands in place of the furniture's."""

    id: str
    language: str
    lines: tuple[DrawnLine, ...]
    areas: tuple[DrawnArea, ...]
    disclaimer: str | None = None


class Boundaries(Value, frozen=True, kw_only=True):
    """The boundaries table with the presets of a project; `sha256` is that of both files."""

    lines: tuple[UnsettledLine, ...]
    areas: tuple[UnsettledArea, ...]
    house: dict[str, HousePreset] = msgspec.field(default_factory=dict)
    sha256: str = ""

    def presets(self) -> tuple[str, ...]:
        """Return the names of all presets, the shipped ones first."""
        return (*dict.fromkeys(name for line in self.lines for name in line.draw), *self.house)

    def preset(self, name: str, language: str, day: dt.date) -> Preset:
        """Return a preset in a language, as things stand on a day; raises KeyError for one that does not exist."""
        own = self.house.get(name) or HousePreset(base=name)
        lines = tuple(
            DrawnLine(
                id=line.id,
                name=line.name.by(language),
                parties=line.parties,
                style=own.draw.get(line.id, line.draw[own.base]) if _holds(line.until, day) else NONE,
                note=own.note.get(line.id, line.note).by(language),
            )
            for line in self.lines
        )
        areas = tuple(
            DrawnArea(
                id=area.id,
                name=area.name.by(language),
                owner=own.owner.get(area.id, area.owner[own.base]).replace(NONE, ""),
                note=own.note.get(area.id, area.note).by(language),
            )
            for area in self.areas
            if _holds(area.until, day)
        )
        disclaimer = own.disclaimer.by(language) if own.disclaimer else None
        return Preset(id=name, language=language, lines=lines, areas=areas, disclaimer=disclaimer)


def _holds(until: dt.date | None, day: dt.date) -> bool:
    return until is None or day < until

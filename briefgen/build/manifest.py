"""The manifest beside a brief's files: an entry for each artifact, and the hashes of what they were made from."""

import msgspec

from ..diagnostics import Diagnostic
from ..model.base import Value

MANIFEST = "manifest.json"


class LeftOut(Value, frozen=True, kw_only=True):
    """A unit that a length does not show, and why."""

    id: str
    why: str


class Entry(Value, frozen=True, kw_only=True, omit_defaults=False):
    """An artifact in the manifest. `fill` is per page, before feathering; None for a deck."""

    file: str
    sha256: str
    format: str
    length: str
    language: str
    marking: str | None
    page: str | None
    pages: int | None
    slides: int | None
    fill: tuple[float, ...] | None
    words: int
    statements: tuple[str, ...]
    events: tuple[str, ...]
    figures: tuple[str, ...]
    references: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    hashes: dict[str, str]


class Hashed(Value, frozen=True, kw_only=True):
    """An input by its id and the hash of its bytes."""

    id: str
    sha256: str


class SpecHash(Value, frozen=True, kw_only=True):
    """The hash of the spec's bytes."""

    sha256: str


class Manifest(Value, frozen=True, kw_only=True):
    """All artifacts of one brief; `withheld` are the keys of what an abridged edition leaves out, for the issuer."""

    schema: str = "briefgen/manifest/1"
    briefgen: str
    brief: str
    edition: str
    title: str
    issuer: str
    as_of: str
    spec: SpecHash
    report: Hashed
    theme: Hashed
    artifacts: tuple[Entry, ...]
    withheld: tuple[str, ...] = ()


class Built(Value, frozen=True, kw_only=True):
    """A brief's artifacts; `files` to write, the manifest last, and `made` the artifacts among them."""

    name: str
    artifacts: tuple[Entry, ...]
    files: dict[str, bytes] = msgspec.field(default_factory=dict)
    made: tuple[str, ...] = ()
    withheld: int = 0
    warnings: tuple[Diagnostic, ...] = ()

    def told(self, *, verbose: bool, lengths: tuple[str, ...] = (), formats: tuple[str, ...] = ()) -> str:
        """Return a line for each artifact asked for; `verbose` lists the units used and left out."""
        lines = []
        for entry in self.artifacts:
            if (lengths and entry.length not in lengths) or (formats and entry.format not in formats):
                continue
            size = f"{entry.pages} p." if entry.pages else f"{entry.slides} sl."
            full = f", {min(entry.fill):.0%} full" if entry.fill else ""
            left = f", {len(entry.left_out)} left out" if entry.left_out else ""
            left += f", {self.withheld} withheld" if self.withheld else ""
            new = "" if entry.file in self.made else "  (unchanged)"
            lines.append(f"{self.name}/{entry.file}  {size}{full}, {len(entry.statements)} units{left}{new}")
            if verbose:
                lines.append(f"    units: {', '.join(entry.statements)}")
                lines += [f"    left out: {u.id} ({u.why})" for u in entry.left_out]
        return "\n".join(lines)

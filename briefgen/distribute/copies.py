"""A built file -> the copy that one recipient gets: marked with a name, encrypted with a password, or as it is."""

from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path

from ..diagnostics import Diagnostic
from ..errors import CheckError, InputError
from ..model.base import Value
from ..model.stakeholders import Recipient
from ..typeset import fonts
from ..typeset.covering import covering
from . import deckmark, pdfmark, protect
from .names import line
from .plan import Offer

Check = Callable[[str, bytes, str | None], tuple[Diagnostic, ...]]
"""Looks at a file by format, bytes and marking, and returns what breaks a promise."""


class Dress(Value, frozen=True, kw_only=True):
    """How marks look: where they stand, the faces to set them on pages, first choice first, and one to measure with."""

    margin: pdfmark.Margin
    side: deckmark.Side
    faces: tuple[Path, ...]
    deck_face: Path


class Artifact(Value, frozen=True, kw_only=True):
    """A built file, with the edition that it is of and its trace record as JSON."""

    offer: Offer
    edition: str
    sha256: str
    data: bytes
    record: bytes
    dress: Dress


class Copier:
    """Makes copies; what is made ready once for all copies of a file is kept, and the first copy of each is checked."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._pages: dict[tuple[str, str, str], pdfmark.Prepared] = {}
        self._slides: dict[tuple[str, str, str], deckmark.PreparedDeck] = {}

    def copy(self, artifact: Artifact, mark: str | None, password: str | None) -> bytes:
        """Return a copy; raises CheckError if the first marked one of a file breaks a promise."""
        data = artifact.data if mark is None else self._marked(artifact, mark)
        if password is None:
            return data
        return (protect.pdf if artifact.offer.format == "pdf" else protect.deck)(data, password)

    def _marked(self, artifact: Artifact, mark: str) -> bytes:
        key, dress = artifact.offer.key, artifact.dress
        first = key not in self._pages and key not in self._slides
        if artifact.offer.format == "pdf":
            if first:
                self._pages[key] = pdfmark.prepare(artifact.data, dress.margin)
            base, face = self._pages[key], face_for(mark, dress)
            text = fitted(mark, base.room, face, dress.margin.size)
            data = base.data + pdfmark.update(base, text, face)
        else:
            if first:
                self._slides[key] = deckmark.prepare(artifact.data, dress.side)
            deck, face, size = self._slides[key], dress.deck_face, dress.side.size
            text = fitted(mark, deck.room, face, size)
            data = deckmark.marked(deck, text, fonts.width(face, text, size))
        if first and (found := self._check(artifact.offer.format, data, artifact.offer.marking)):
            raise CheckError(found)
        return data


def mark_of(to: Recipient, offer: Offer, number: int) -> str | None:
    """Return what stands on each page of a recipient's copy, or None where nothing shall."""
    if to.mark is None:
        return None
    copy = covering(offer.furniture).copy.format(number=number)
    return line(to.mark.replace("{name}", to.name).replace("{copy}", copy))


def fitted(mark: str, room: float, face: Path, size: float) -> str:
    """Return a mark that keeps to its room, in points: in a longer one letters of the middle give way to an ellipsis.

    So the name that opens it and the number that closes it both stay.
    """
    if fonts.width(face, mark, size) <= room:
        return mark
    ellipsis = "..." if fonts.missing(face, "…") else "…"

    def less(kept: int) -> str:
        tail = kept // 2
        return f"{mark[: kept - tail].rstrip()}{ellipsis}{mark[len(mark) - tail :].lstrip()}"

    fits = bisect_right(range(len(mark)), room, key=lambda kept: fonts.width(face, less(kept), size))
    return less(max(0, fits - 1))


def face_for(mark: str, dress: Dress) -> Path:
    """Return the first face that has all letters of a mark; raises ValueError where none has."""
    for face in dress.faces:
        if not fonts.missing(face, mark):
            return face
    raise ValueError(fonts.missing(dress.faces[0], mark))


def unmarkable(to: Recipient, offer: Offer, dress: Dress) -> Diagnostic | None:
    """Return what is wrong where no face can set a recipient's mark."""
    mark = mark_of(to, offer, 1)
    try:
        if mark is not None:
            face_for(mark, dress)
    except ValueError as lacking:
        return Diagnostic(
            code="BG927",
            message=f"the theme's fonts have no glyphs for “{lacking}” in the mark of `{to.id}`",
            file=to.origin.file,
            path=to.origin.path,
            hint='give it words in letters that they have: `mark: "A. Rahimi · {copy}"`',
        )
    return None


def refused(diagnostics: list[Diagnostic]) -> None:
    """Raise InputError if there is anything to tell."""
    if diagnostics:
        raise InputError(tuple(diagnostics))

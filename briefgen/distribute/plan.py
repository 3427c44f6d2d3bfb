"""Stakeholders + what there is -> who gets what, and why others do not. Pure."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from ..diagnostics import Diagnostic, Severity
from ..errors import InputError
from ..model.base import Value
from ..model.facts import Origin
from ..model.markings import Markings
from ..model.stakeholders import Recipient, Stakeholders, Wish
from .names import file_name


class Offer(Value, frozen=True, kw_only=True):
    """One file that there is or can be built; `topics` are those of the units that its brief may show.

    `language` is that of the content, `furniture` that of labels; `day` is `as_of` in words.
    """

    brief: str
    title: str
    short_title: str
    length: str
    format: str
    language: str
    furniture: str
    issuer: str
    contact: str
    marking: str | None
    as_of: str
    day: str
    abridged: bool
    topics: tuple[str, ...]
    origin: Origin

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells it from all others."""
        return self.brief, self.length, self.format


class Parcel(Value, frozen=True, kw_only=True):
    """What one recipient gets: files, each with the name that it has in the package."""

    recipient: Recipient
    offers: tuple[Offer, ...]
    names: tuple[str, ...]


class Plan(Value, frozen=True, kw_only=True):
    """A parcel for each recipient who gets something, and what is worth knowing of the others."""

    parcels: tuple[Parcel, ...]
    told: tuple[Diagnostic, ...]


def plan(stakeholders: Stakeholders, offers: Sequence[Offer], markings: Markings, only: tuple[str, ...] = ()) -> Plan:
    """Return who gets what.

    Raises InputError for each brief that somebody asks for and may not have, and for recipients that there are not.
    """
    chosen = _chosen(stakeholders, only)
    told = list(_unknown([w for r in chosen for w in r.wishes], offers))
    refused: list[Diagnostic] = []
    parcels = []
    for one in chosen:
        asked = [o for o in offers if any(_meets(o, w) for w in one.wishes)]
        read = [o for o in asked if not one.languages or o.language in one.languages]
        if asked and not read:
            told.append(_unread(one, asked))
        strict = {o.brief: o for o in read if markings.above(o.marking, one.marking)}
        refused += [_refused(one, o, markings) for o in strict.values()]
        if read:
            parcels.append(Parcel(recipient=one, offers=tuple(read), names=names(read)))
        elif not asked and any(_about(o, w) for o in offers for w in one.wishes):
            told.append(_nothing(one))
    if refused:
        raise InputError((*refused, *told))
    return Plan(parcels=tuple(parcels), told=tuple(told))


def names(offers: Iterable[Offer]) -> tuple[str, ...]:
    """Return the files' names for people: "<short title> - <length> - <date> - <language>.pdf"."""
    out: list[str] = []
    for o in offers:
        out.append(file_name(o.short_title, o.length, o.as_of, o.language, ending=f".{o.format}", taken=out))
    return tuple(out)


def _meets(offer: Offer, wish: Wish) -> bool:
    """Tell whether a file is wished for: of a brief that is, in one of the lengths and formats."""
    return (
        _about(offer, wish)
        and (not wish.lengths or offer.length in wish.lengths)
        and (not wish.formats or offer.format in wish.formats)
    )


def _about(offer: Offer, wish: Wish) -> bool:
    """Tell whether a file's brief is one of those named, or on one of the topics; a wish without either is for all."""
    if not wish.briefs and not wish.topics:
        return True
    return offer.brief in wish.briefs or any(t in offer.topics for t in wish.topics)


def _chosen(stakeholders: Stakeholders, only: tuple[str, ...]) -> tuple[Recipient, ...]:
    known = [r.id for r in stakeholders.recipients]
    wrong = [name for name in only if name not in known]
    if wrong:
        raise InputError(
            tuple(
                Diagnostic(
                    code="BG920",
                    message=f"there is no recipient `{name}` in {stakeholders.origin.file}",
                    hint=f"did you mean `{near[0]}`?"
                    if (near := get_close_matches(name, known, n=1))
                    else f"recipients: {', '.join(known[:12])}",
                )
                for name in wrong
            )
        )
    return tuple(r for r in stakeholders.recipients if not only or r.id in only)


def _refused(one: Recipient, offer: Offer, markings: Markings) -> Diagnostic:
    may = f"may receive up to {one.marking or markings.labels[0]}"
    return Diagnostic(
        code="BG921",
        message=f"brief `{offer.brief}` is {offer.marking}, and `{one.id}` ({one.name}) {may}",
        file=one.origin.file,
        path=one.origin.path,
        hint="take the brief from what it receives, distribute an abridged edition (`redact: true` in a spec), or "
        "raise `marking` if that is right",
    )


def _unread(one: Recipient, asked: list[Offer]) -> Diagnostic:
    there, reads = ", ".join(sorted({o.language for o in asked})), ", ".join(one.languages)
    message = f"`{one.id}` ({one.name}) gets nothing: it reads {reads}, and what it asks for is in {there}"
    return _told("BG922", message, one.origin, "languages", "build a brief in a language that it reads, or add one")


def _nothing(one: Recipient) -> Diagnostic:
    message = f"`{one.id}` ({one.name}) gets nothing: what it receives is not built in the lengths and formats it names"
    return _told("BG923", message, one.origin, "receives", "name other lengths or formats, or add them to the brief")


def _unknown(wishes: Iterable[Wish], offers: Sequence[Offer]) -> Iterable[Diagnostic]:
    """Yield topics and lengths that no brief has."""
    topics = sorted({t for o in offers for t in o.topics})
    lengths = list(dict.fromkeys(o.length for o in offers))
    briefs = {o.brief for o in offers}
    for wish in {w.origin.path: w for w in wishes if not w.briefs or briefs & set(w.briefs)}.values():
        for key, asked, known in (("topics", wish.topics, topics), ("lengths", wish.lengths, lengths)):
            for name in asked:
                if name not in known:
                    near = get_close_matches(name, known, n=1)
                    hint = f"did you mean `{near[0]}`?" if near else f"{key}: {', '.join(known[:12])}"
                    message = f"none of these briefs has the {key.removesuffix('s')} `{name}`"
                    yield _told("BG924", message, wish.origin, key, hint)


def _told(code: str, message: str, origin: Origin, key: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        message=message,
        file=origin.file,
        path=(*origin.path, key),
        hint=hint,
    )

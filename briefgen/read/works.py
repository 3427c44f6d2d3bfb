"""CSL entries -> references."""

from ..model.report import Name, Origin, Reference
from .dates import DateError, span
from .decoding import Parsed
from .findings import Findings, Keys
from .markup import clean
from .shapes import ReferenceShape
from .shapes.works import DateShape, NameShape


def references(parsed: Parsed[list[ReferenceShape]], findings: Findings) -> tuple[Reference, ...]:
    """Return the works of references.yaml; names and dates that cannot be are noted."""
    return tuple(
        _reference(shape, Origin(file=parsed.file, path=(parsed.index(i),)), findings)
        for i, shape in enumerate(parsed.value)
    )


def _reference(shape: ReferenceShape, origin: Origin, findings: Findings) -> Reference:
    people = _names(shape.author, "author", origin, findings) or _names(shape.editor, "editor", origin, findings)
    return Reference(
        id=shape.id,
        type=shape.type,
        title=clean(shape.title),
        origin=origin,
        title_en=_line(shape.custom.title_en) if shape.custom else None,
        authors=people,
        container=_line(shape.container_title or shape.collection_title or shape.event_title),
        publisher=_line(shape.publisher),
        issued=_date(shape.issued, "issued", origin, findings),
        accessed=_date(shape.accessed, "accessed", origin, findings),
        language=shape.language,
        volume=_variable(shape.volume),
        issue=_variable(shape.issue),
        number=_variable(shape.number if shape.number is not None else shape.collection_number),
        page=_variable(shape.page),
        url=shape.url or (f"https://doi.org/{shape.doi}" if shape.doi else None),
        note=shape.custom.note if shape.custom else None,
    )


def _line(text: str | None) -> str | None:
    return clean(text) if text is not None else None


def _variable(value: str | int | None) -> str | None:
    return clean(str(value)) if value is not None else None


def _names(shapes: tuple[NameShape, ...], key: str, origin: Origin, findings: Findings) -> tuple[Name, ...]:
    names = []
    for index, shape in enumerate(shapes):
        if bool(shape.family) == bool(shape.literal):
            findings.error(
                "BG320",
                "a name has a `family` (a person) or a `literal` (a body)" + (", not both" if shape.family else ""),
                origin.file,
                (*origin.path, key, index),
                hint="write {family: Giustozzi, given: Antonio} or {literal: World Bank}",
            )
            continue
        names.append(Name(family=_line(shape.family), given=_line(shape.given), literal=_line(shape.literal)))
    return tuple(names)


def _date(shape: DateShape | None, key: str, origin: Origin, findings: Findings) -> tuple[int, ...]:
    """Return (year[, month[, day]]) of the first date, checked against the calendar."""
    if shape is None:
        return ()
    for parts in shape.date_parts:
        try:
            if parts[0] > 0:  # works of antiquity have no calendar of ours
                span("-".join((f"{parts[0]:04d}", *(f"{p:02d}" for p in parts[1:]))))
        except DateError as error:
            path: Keys = (*origin.path, key, "date-parts", 0)
            findings.error("BG309", str(error), origin.file, path, hint="write [[year, month, day]]")
    return shape.date_parts[0]

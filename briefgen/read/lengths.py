"""The lengths of a brief: the four and the house's own, and what is pinned from one on or left out up to one."""

from collections.abc import Iterator
from itertools import pairwise

from ..model.spec import LENGTHS, Length
from .findings import Findings, Keys, guess, nearest
from .ids import Ids
from .shapes import SpecShape
from .shapes.spec import LengthShape

APPARATUS_LEAST = 8
"""Pages from which on a length of the house's own has what `full` has: contents, method note, references."""


def _place(length: Length) -> tuple[int, int]:
    return length.pages, length.slides


def _entries(shape: SpecShape) -> Iterator[tuple[str, LengthShape | None, Keys]]:
    """Yield name, own measures and place of each length, from a list or from a mapping."""
    if isinstance(shape.lengths, dict):
        for name, given in shape.lengths.items():
            yield name, given, ("lengths", name)
        return
    for index, entry in enumerate(shape.lengths):
        if isinstance(entry, str):
            yield entry, None, ("lengths", index)
        else:
            for name, given in entry.items():
                yield name, given, ("lengths", index, name)


def lengths(shape: SpecShape, file: str, findings: Findings) -> tuple[tuple[Length, ...], dict[str, Length]]:
    """Return the lengths of a brief from the shortest, and all lengths that a pin may name."""
    known = {length.name: length for length in LENGTHS}
    usual = tuple(known)
    wanted: dict[str, Keys] = {}
    entries = tuple(_entries(shape))
    own = {name: given for name, given, _ in entries if given is not None}
    for name, given, path in entries:
        if given is not None:
            if name in usual:
                findings.error(
                    "BG412",
                    f"`{name}` is one of the four lengths and keeps its pages",
                    file,
                    path,
                    key=True,
                    hint="give your own length another name",
                )
                continue
            known[name] = _own(name, given)
        elif name not in usual and name not in own:
            near = nearest(name, (*usual, *own))
            written = f"one of your own is written {{{name}: {{pages: 3, slides: 8}}}}"
            hint = f"did you mean `{near}`?" if near else written
            findings.error("BG412", f"there is no length `{name}`", file, path, hint=hint)
            continue
        if name in wanted:
            findings.error("BG421", f"length `{name}` stands twice", file, path, hint="take one out")
        wanted[name] = path
    out = sorted((known[name] for name in wanted), key=_place)
    for shorter, longer in pairwise(out):
        _ladder(shorter, longer, own, file, wanted[longer.name], findings)
    return tuple(out), known


def _ladder(
    shorter: Length, longer: Length, own: dict[str, LengthShape], file: str, path: Keys, findings: Findings
) -> None:
    """Note a longer length that cannot hold what the next shorter one may show."""
    if longer.slides < shorter.slides:
        findings.error(
            "BG418",
            f"`{longer.name}` has more pages than `{shorter.name}` but fewer slides",
            file,
            path,
            hint="a longer length holds all that a shorter one does: give it at least as many slides",
        )
    given = own.get(longer.name)
    for key, where in (("figures", "figures"), ("slide_figures", "figures on slides")):
        low, high = getattr(shorter, key), getattr(longer, key)
        if given is None or getattr(given, key) is None or high is None or (low is not None and high >= low):
            continue
        findings.error(
            "BG418",
            f"`{longer.name}` holds fewer {where} ({high}) than `{shorter.name}` ({'all' if low is None else low})",
            file,
            (*path, key),
            hint="a longer length holds all that a shorter one does: give it at least as many",
        )


def _own(name: str, shape: LengthShape) -> Length:
    """Return a length of the house's own; what it does not say follows from its pages and slides."""
    return Length(
        name=name,
        pages=shape.pages,
        slides=shape.slides,
        exact=shape.exact,
        prose=shape.pages > 1 if shape.prose is None else shape.prose,
        full_notes=shape.pages > 2 if shape.notes is None else shape.notes == "full",
        figures=shape.figures if shape.figures is not None else shape.pages if shape.pages <= 8 else None,
        slide_figures=shape.slides // 2 if shape.slide_figures is None else shape.slide_figures,
        apparatus=shape.pages >= APPARATUS_LEAST,
    )


def by_length(
    shape: dict[str, tuple[str, ...]], key: str, known: dict[str, Length], ids: Ids, file: str, findings: Findings
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the units named by length, from the shortest length on."""
    out = []
    for name, found in shape.items():
        ids.check_all(found, "units", file, (key, name), findings)
        if name in known:
            out.append((name, tuple(dict.fromkeys(found))))
    return tuple(sorted(out, key=lambda pair: _place(known[pair[0]])))


def check(shape: SpecShape, known: dict[str, Length], file: str, findings: Findings) -> None:
    """Note lengths of `pin` and `omit` that are not there, and units that are pinned where they are left out."""
    for key, by in (("pin", shape.pin), ("omit", shape.omit)):
        for name in by:
            if name not in known:
                hint = guess(name, tuple(known), "lengths")
                findings.error("BG412", f"there is no length `{name}`", file, (key, name), key=True, hint=hint)
    for upto, gone in shape.omit.items():
        for since, pinned in shape.pin.items():
            if since not in known or upto not in known or _place(known[since]) > _place(known[upto]):
                continue
            for index, unit in enumerate(gone):
                if unit in pinned:
                    findings.error(
                        "BG419",
                        f"`{unit}` is pinned from `{since}` on and left out up to `{upto}`",
                        file,
                        ("omit", upto, index),
                        hint=f"pin it from a longer length on, or omit it only up to one shorter than `{since}`",
                    )

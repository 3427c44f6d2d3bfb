"""Stakeholders, offers and files made in code, for the tests of distribution."""

import datetime as dt
from functools import cache
from pathlib import Path

import msgspec

from briefgen.distribute.copies import Artifact, Copier, Dress
from briefgen.distribute.deckmark import Side
from briefgen.distribute.packing import House
from briefgen.distribute.pdfmark import Margin
from briefgen.distribute.plan import Offer
from briefgen.model.facts import Origin
from briefgen.model.markings import Markings
from briefgen.model.stakeholders import (
    Channel,
    Recipient,
    Security,
    Sender,
    Server,
    Stakeholders,
    Wish,
)
from briefgen.model.trace import Trace, TracedUnit
from briefgen.resources import asset
from tests.render.pdf import samples
from tests.support import decks, documents

HERE = Origin(file="stakeholders.yaml")
FONT = asset("fonts", "SourceSans3-Regular.ttf")
MARGIN = Margin(edge=18.4, foot=55.3, head=80.0, size=8, colour="#5B564F")
SIDE = Side(edge=0.16, foot=0.2, head=0.7, size=10, colour="#5B564F", ground="#FFFFFF", pale="#5B564F")
DRESS = Dress(margin=MARGIN, side=SIDE, faces=(FONT,), deck_face=asset("fonts", "Carlito-Regular.ttf"))
MOMENT = dt.datetime(2021, 11, 20, 9, 30, tzinfo=dt.UTC)


def wish(**fields: object) -> Wish:
    return Wish(origin=Origin(file="stakeholders.yaml", path=("recipients", 0, "receives", 0)), **fields)  # type: ignore[arg-type]


def recipient(name: str = "amina", **fields: object) -> Recipient:
    base: dict[str, object] = {
        "id": name,
        "name": name.title(),
        "organisation": None,
        "email": f"{name}@example.org",
        "languages": (),
        "wishes": (wish(),),
        "marking": None,
        "channel": Channel.FOLDER,
        "mark": None,
        "secret": None,
        "origin": Origin(file="stakeholders.yaml", path=("recipients", 0)),
    }
    return Recipient(**(base | fields))  # type: ignore[arg-type]


def server(**fields: object) -> Server:
    base: dict[str, object] = {
        "host": "localhost",
        "port": 2525,
        "security": Security.STARTTLS,
        "per_minute": 6000.0,
        "timeout": 5.0,
    }
    return Server(**(base | fields))  # type: ignore[arg-type]


def sender(**fields: object) -> Sender:
    base: dict[str, object] = {
        "name": "Example Institute",
        "email": "briefs@example.org",
        "server": None,
        "most": 20 * 2**20,
    }
    return Sender(**(base | fields))  # type: ignore[arg-type]


def stakeholders(*recipients: Recipient, **fields: object) -> Stakeholders:
    base: dict[str, object] = {"recipients": recipients, "sender": None, "origin": HERE}
    return Stakeholders(**(base | fields))  # type: ignore[arg-type]


def offer(**fields: object) -> Offer:
    base: dict[str, object] = {
        "brief": "calm",
        "title": "Moscow wants calm",
        "short_title": "Calm",
        "length": "short",
        "format": "pdf",
        "language": "en",
        "furniture": "en",
        "issuer": "Example Institute",
        "contact": "briefs@example.org",
        "marking": None,
        "as_of": "2021-11-14",
        "day": "As of 14 November 2021",
        "abridged": False,
        "topics": ("assurances",),
        "origin": Origin(file="briefs/calm.yaml"),
    }
    return Offer(**(base | fields))  # type: ignore[arg-type]


@cache
def pdf() -> bytes:
    """Return a PDF of four pages."""
    return samples.written(documents.standard())


def deck() -> bytes:
    """Return a deck."""
    return decks.standard()


def record(edition: str = "aaaaaaaaaaaa", **fields: object) -> bytes:
    base: dict[str, object] = {
        "brief": "calm",
        "edition": edition,
        "title": "Moscow wants calm",
        "length": "short",
        "format": "pdf",
        "report": "small",
        "report_sha256": "0" * 64,
        "units": (TracedUnit(id="talks", at=(1,), paragraphs=("s1.p1",), references=()),),
        "hashes": {"unit/talks": "0" * 64},
        "texts": {"unit/talks": "The Taliban promised calm."},
    }
    return msgspec.json.encode(Trace(**(base | fields)))  # type: ignore[arg-type]


def artifact(of: Offer | None = None, *, edition: str = "aaaaaaaaaaaa", data: bytes | None = None) -> Artifact:
    """Return a file to distribute; a small stand-in for a PDF, unless it is given."""
    of = of or offer()
    return Artifact(
        offer=of,
        edition=edition,
        sha256="0" * 64,
        data=data if data is not None else f"%PDF-1.7 {of.key} {edition}".encode(),
        record=record(edition, brief=of.brief, length=of.length, format=of.format),
        dress=DRESS,
    )


def copier() -> Copier:
    return Copier(lambda format_, data, marking: ())


def house(**fields: object) -> House:
    base: dict[str, object] = {
        "sender": sender(),
        "markings": Markings(),
        "colours": {"TLP:AMBER": "#FFC000"},
        "templates": (asset("templates"),),
        "moment": MOMENT,
    }
    return House(**(base | fields))  # type: ignore[arg-type]


def at(folder: Path) -> dict[str, bytes]:
    """Return what stands in a folder, by name."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}

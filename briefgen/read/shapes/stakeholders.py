"""The shape of stakeholders.yaml: who sends, and who receives what."""

from typing import Annotated

from msgspec import Meta

from ...model.spec import Format
from ...model.stakeholders import Channel, Security
from .base import Id, Language, Line, Marking, Shape, about

Brief = Annotated[Id, about("A brief.", "briefs")]


class ServerShape(Shape, frozen=True, kw_only=True):
    """The mail server; user and password come from BRIEFGEN_SMTP_USER and BRIEFGEN_SMTP_PASSWORD."""

    host: Annotated[Line, about("Name of the server, such as mail.example.org.")]
    port: Annotated[
        Annotated[int, Meta(ge=1, le=65535)] | None, about("587 for starttls, 465 for tls, if not given.")
    ] = None
    security: Annotated[Security, about("starttls, or tls from the first byte.")] = Security.STARTTLS
    per_minute: Annotated[Annotated[float, Meta(gt=0, le=6000)], about("Mails a minute at most.")] = 30
    timeout: Annotated[Annotated[float, Meta(gt=0, le=600)], about("Seconds to wait for an answer.")] = 30


class SenderShape(Shape, frozen=True, kw_only=True):
    """Who sends; needed for mail."""

    name: Annotated[Line, about("Name of the house or desk.")]
    email: Annotated[Line, about("Its address.")]
    most_mib: Annotated[Annotated[float, Meta(gt=0, le=150)], about("MiB that a mail may have, attachments in it.")] = (
        20
    )
    smtp: Annotated[ServerShape | None, about("The server for --send.")] = None


class WishShape(Shape, frozen=True, kw_only=True):
    """What is received; what is not given is not limited."""

    briefs: Annotated[tuple[Brief, ...], about("Briefs by name.")] = ()
    topics: Annotated[
        tuple[Annotated[Id, about("A topic.", "topics")], ...], about("Briefs that may show units on one of these.")
    ] = ()
    lengths: Annotated[
        tuple[Annotated[Id, about("A length.", "lengths")], ...], about("In these lengths; in all, if not given.")
    ] = ()
    formats: Annotated[tuple[Format, ...], about("In these formats; in all, if not given.")] = ()


class SecretShape(Shape, frozen=True, kw_only=True):
    """Where the password comes from; the password itself never stands in the file."""

    prompt: Annotated[bool, about("Whether to ask for it when distributing.")] = False
    env: Annotated[Line | None, about("The environment variable that holds it.")] = None
    file: Annotated[Line | None, about("The file whose first line it is, as seen from this file's folder.")] = None


class TakenShape(Shape, frozen=True, kw_only=True):
    """What a recipient may have of its own or take over from its organisation."""

    languages: Annotated[tuple[Language, ...], about("Languages read; all, if not given.")] = ()
    receives: Annotated[tuple[WishShape, ...], about("What is received.")] = ()
    marking: Annotated[
        Marking | None, about("The strictest marking that may be received; the most open one, if not given.")
    ] = None
    delivery: Annotated[Channel | None, about("folder, eml or smtp; folder, if not given.")] = None
    mark: Annotated[
        bool | Line | None,
        about("true for a personal mark on each page, or its words: {name} and {copy} are filled in."),
    ] = None
    password: Annotated[SecretShape | None, about("Where the password of the files comes from; none if not given.")] = (
        None
    )


class OrganisationShape(TakenShape, frozen=True, kw_only=True):
    """An organisation, and what its people have in common."""

    id: Annotated[Id, about("Id.")]
    name: Annotated[Line, about("Name as printed.")]


class GroupOfRecipientsShape(Shape, frozen=True, kw_only=True):
    """Recipients who receive the same."""

    id: Annotated[Id, about("Id.")]
    receives: Annotated[tuple[WishShape, ...], Meta(min_length=1, description="What its members receive.")]


class RecipientShape(TakenShape, frozen=True, kw_only=True):
    """One person or desk."""

    id: Annotated[Id, about("Id; its packages stand in a folder of this name.")]
    name: Annotated[Line, about("Name as printed.")]
    email: Annotated[Line | None, about("Address; needed for mail.")] = None
    organisation: Annotated[Id | None, about("The organisation whose keys it takes over.")] = None
    groups: Annotated[tuple[Id, ...], about("Groups it belongs to.")] = ()


class StakeholdersShape(Shape, frozen=True, kw_only=True):
    """stakeholders.yaml: who receives which briefs, in which form, up to which marking, and how."""

    sender: Annotated[SenderShape | None, about("Who sends; needed for mail.")] = None
    organisations: Annotated[tuple[OrganisationShape, ...], about("Organisations.")] = ()
    groups: Annotated[tuple[GroupOfRecipientsShape, ...], about("Groups of recipients.")] = ()
    recipients: Annotated[tuple[RecipientShape, ...], Meta(min_length=1, description="All who receive something.")]

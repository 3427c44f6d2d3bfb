"""stakeholders.yaml -> Stakeholders: each recipient with what it takes over, every name checked; never cached."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import InputError
from ..model.report import Origin
from ..model.stakeholders import Channel, Recipient, Secret, Security, Sender, Server, Stakeholders, Wish, is_address
from .decoding import Parsed, decode
from .files import SPEC_MOST, read
from .findings import Checked, Findings, Keys, guess
from .labels import known, markings
from .markup import clean
from .origins import settle
from .project import Project, specs
from .shapes import StakeholdersShape
from .shapes.stakeholders import OrganisationShape, RecipientShape, SecretShape, SenderShape, WishShape

MARK = "{name} · {copy}"
"""The words of a personal mark where the file gives none."""
PORTS = {Security.STARTTLS: 587, Security.TLS: 465}


def stakeholders(path: Path, project: Project) -> Checked[Stakeholders]:
    """Return who receives what; raises InputError with everything that is wrong in the file."""
    path = path if path.is_absolute() else next((p.absolute() for p in (path,) if p.exists()), project.root / path)
    own = markings(project)
    findings = Findings()
    source = read(path, project.name(path), (*project.inside, path.resolve().parent), SPEC_MOST, findings)
    parsed: Parsed[StakeholdersShape] | None = decode(source, "stakeholders", findings, None) if source else None
    if parsed is None:
        raise InputError(settle(findings, project))
    shape, file = parsed.value, parsed.file
    for kind, entries in (
        ("organisations", shape.organisations),
        ("groups", shape.groups),
        ("recipients", shape.recipients),
    ):
        _once(kind, [e.id for e in entries], file, findings)
    briefs = [p.stem for p in specs(project)]
    houses = {o.id: (o, _wishes(o.receives, ("organisations", n), file)) for n, o in enumerate(shape.organisations)}
    groups = {g.id: _wishes(g.receives, ("groups", n), file) for n, g in enumerate(shape.groups)}
    sender = _sender(shape.sender, file, findings) if shape.sender else None
    found = []
    for index, one in enumerate(shape.recipients):
        at: Keys = ("recipients", index)
        if one.organisation is not None:
            _known(one.organisation, "organisation", tuple(houses), file, (*at, "organisation"), findings)
        for number, name in enumerate(one.groups):
            _known(name, "group", tuple(groups), file, (*at, "groups", number), findings)
        house, theirs = houses.get(one.organisation or "", (None, ()))
        shared = [w for name in one.groups for w in groups.get(name, ())]
        wishes = (*_wishes(one.receives, at, file), *shared, *theirs)
        made = _recipient(one, house, wishes, Origin(file=file, path=at))
        _check(made, sender, findings)
        found.append(made)
    for wish in {w.origin.path: w for r in found for w in r.wishes}.values():
        for number, name in enumerate(wish.briefs):
            _known(name, "brief", briefs, file, (*wish.origin.path, "briefs", number), findings)
    _secrets(shape, file, findings)
    for kind, entries in (("organisations", shape.organisations), ("recipients", shape.recipients)):
        for index, entry in enumerate(entries):
            known(entry.marking, own, Origin(file=file, path=(kind, index)), findings)
    diagnostics = settle(findings, project)
    if findings.failed:
        raise InputError(diagnostics)
    value = Stakeholders(recipients=tuple(found), sender=sender, origin=Origin(file=file))
    return Checked(value=value, diagnostics=diagnostics)


def _recipient(
    one: RecipientShape, house: OrganisationShape | None, wishes: Iterable[Wish], origin: Origin
) -> Recipient:
    """Return a recipient; a key that it does not give is its organisation's."""
    languages = one.languages or (house.languages if house else ())
    marking = one.marking or (house.marking if house else None)
    channel = one.delivery or (house.delivery if house else None) or Channel.FOLDER
    mark = one.mark if one.mark is not None else (house.mark if house else None)
    secret = one.password or (house.password if house else None)
    return Recipient(
        id=one.id,
        name=clean(one.name),
        organisation=clean(house.name) if house else None,
        email=one.email,
        languages=languages,
        wishes=tuple(wishes),
        marking=marking,
        channel=channel,
        mark=clean(mark) if isinstance(mark, str) else MARK if mark else None,
        secret=_secret(secret) if secret else None,
        origin=origin,
    )


def _wishes(shapes: Sequence[WishShape], at: Keys, file: str) -> tuple[Wish, ...]:
    return tuple(
        Wish(
            briefs=w.briefs,
            topics=w.topics,
            lengths=w.lengths,
            formats=tuple(f.value for f in w.formats),
            origin=Origin(file=file, path=(*at, "receives", n)),
        )
        for n, w in enumerate(shapes)
    )


def _secret(shape: SecretShape) -> Secret:
    if shape.env:
        return Secret(source="env", name=shape.env)
    return Secret(source="file", name=shape.file) if shape.file else Secret(source="prompt")


def _sender(shape: SenderShape, file: str, findings: Findings) -> Sender:
    _address(shape.email, file, ("sender", "email"), findings)
    smtp = shape.smtp
    server = None
    if smtp:
        server = Server(
            host=smtp.host.strip(),
            port=smtp.port or PORTS[smtp.security],
            security=smtp.security,
            per_minute=smtp.per_minute,
            timeout=smtp.timeout,
        )
    return Sender(name=clean(shape.name), email=shape.email, server=server, most=int(shape.most_mib * 2**20))


def _check(one: Recipient, sender: Sender | None, findings: Findings) -> None:
    """Note what stands in the way of a recipient's delivery."""
    file, at = one.origin.file, one.origin.path
    if one.email is not None:
        _address(one.email, file, (*at, "email"), findings)
    if one.channel is not Channel.FOLDER:
        how = f"`{one.id}` receives by {one.channel.value}"
        if one.email is None:
            findings.error("BG441", f"{how}, but has no address", file, at, hint="add `email`, or `delivery: folder`")
        if sender is None:
            hint = "add `sender: {name, email}`"
            findings.error("BG442", f"{how}, but the file has no `sender`", file, at, hint=hint)
        elif one.channel is Channel.SMTP and sender.server is None:
            hint = "add `smtp: {host: ...}` to `sender`, or take `delivery: eml`"
            findings.error("BG442", f"{how}, but `sender` has no server", file, at, hint=hint)
    if not one.wishes:
        hint = "add `receives` to it, to its organisation or to one of its groups"
        findings.warning("BG444", f"`{one.id}` receives nothing", file, at, hint=hint)


def _secrets(shape: StakeholdersShape, file: str, findings: Findings) -> None:
    """Note passwords with no source, or with two."""
    for kind, entries in (("organisations", shape.organisations), ("recipients", shape.recipients)):
        for index, one in enumerate(entries):
            given = one.password
            if given is not None and sum((given.prompt, given.env is not None, given.file is not None)) != 1:
                findings.error(
                    "BG443",
                    "a password comes from one place",
                    file,
                    (kind, index, "password"),
                    hint="write {prompt: true}, {env: VARIABLE} or {file: NAME}",
                )


def _address(text: str, file: str, path: Keys, findings: Findings) -> None:
    if not is_address(text):
        findings.error("BG440", "this is no address for mail", file, path, hint="write it like desk@example.org")


def _once(kind: str, ids: Sequence[str], file: str, findings: Findings) -> None:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            first = ids.index(name) + 1
            findings.error(
                "BG302",
                f"{kind.removesuffix('s')} `{name}` stands twice, first as entry {first}",
                file,
                (kind, index, "id"),
                hint="give one of them another id",
            )


def _known(name: str, word: str, known: Sequence[str], file: str, path: Keys, findings: Findings) -> None:
    if name not in known:
        findings.error("BG301", f"there is no {word} `{name}`", file, path, hint=guess(name, known, f"{word}s"))

"""The boundaries table and a project's own presets -> Boundaries."""

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from .. import cache as store
from .. import resources
from ..errors import InputError
from ..model.boundaries import Boundaries, HousePreset, Said
from .files import SPEC_MOST, Source, read
from .findings import Anew, Checked, Findings, Keys, guess
from .origins import settle
from .project import Project

FILE = "boundaries.yaml"


def boundaries(project: Project, cache: Path | None = None, anew: Anew | None = None) -> Checked[Boundaries]:
    """Return the shipped table with the presets of the project's boundaries.yaml, where it has one.

    Raises InputError with everything that is wrong in that file.
    """
    findings = Findings()
    own = project.root / FILE
    paths = (resources.asset("geodata", FILE), *((own,) if own.exists() else ()))
    sources = [read(path, project.name(path), project.inside, SPEC_MOST, findings) for path in paths]
    shipped, house = sources[0], sources[1] if len(sources) > 1 else None
    if shipped is None or None in sources:
        raise InputError(settle(findings, project))
    hashes = [one.sha256 for one in sources if one]
    key = store.key("boundaries", hashes)
    kept: Boundaries | None = store.get(cache, "read", key, Boundaries)
    if kept is not None:
        return Checked(value=kept)
    if anew:
        anew()
    table = _table(shipped)
    value = msgspec.structs.replace(table, house=_house(house, table, findings) if house else {})
    value = msgspec.structs.replace(value, sha256=hashlib.sha256("\n".join(hashes).encode()).hexdigest())
    if findings.failed:
        raise InputError(settle(findings, project))
    store.put(cache, "read", key, value)
    return Checked(value=value, diagnostics=settle(findings, project))


def check_preset(name: str, known: Boundaries, file: str, path: Keys, findings: Findings) -> None:
    """Note a preset that does not exist."""
    if name not in known.presets():
        message = f"there is no boundaries preset `{name}`"
        findings.error("BG657", message, file, path, hint=guess(name, known.presets(), "presets"))


def _table(source: Source) -> Boundaries:
    """Return the shipped table; it is ours, and tests hold it to its types."""
    from . import yamltext

    raw, _ = yamltext.parse(source.data.decode("utf-8"))
    return msgspec.convert(raw, Boundaries)


def _house(source: Source, table: Boundaries, findings: Findings) -> dict[str, HousePreset]:
    """Return a project's presets; what they name and the table does not know is noted."""
    from .decoding import Parsed, decode
    from .shapes.boundaries import BoundariesShape

    parsed: Parsed[BoundariesShape] | None = decode(source, "boundaries", findings, None)
    if parsed is None:
        return {}
    shipped = table.presets()
    lines, areas = [one.id for one in table.lines], [one.id for one in table.areas]
    out = {}
    for name, shape in parsed.value.presets.items():
        at: Keys = ("presets", name)
        if name in shipped:
            hint = "give it another name, and name that in the theme"
            findings.error("BG720", f"`{name}` is a shipped preset", source.name, at, hint=hint, key=True)
        if shape.base not in shipped:
            message = f"there is no shipped preset `{shape.base}`"
            findings.error("BG657", message, source.name, (*at, "from"), hint=guess(shape.base, shipped, "presets"))
        for part, held, known in (
            ("draw", shape.draw, lines),
            ("owner", shape.owner, areas),
            ("note", shape.note, [*lines, *areas]),
        ):
            for entry in held:
                if entry not in known:
                    what = {"draw": "line", "owner": "area"}.get(part, "line or area")
                    message = f"the boundaries table has no {what} `{entry}`"
                    hint = guess(entry, known, f"{what}s")
                    findings.error("BG721", message, source.name, (*at, part, entry), hint=hint, key=True)
        out[name] = _preset(shape)
    return out


def _preset(shape: Any) -> HousePreset:
    """Return a preset as the model has it."""
    return HousePreset(
        base=shape.base,
        draw=dict(shape.draw),
        owner=dict(shape.owner),
        note={k: Said(en=v.en, fr=v.fr) for k, v in shape.note.items()},
        disclaimer=Said(en=shape.disclaimer.en, fr=shape.disclaimer.fr) if shape.disclaimer else None,
    )

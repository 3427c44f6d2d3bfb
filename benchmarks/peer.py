"""The same page for typst: text and picture of a built one-page brief, with the same fonts, sizes and sheet."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workspace import CITATION, ROOT, SPEC, load, references, units

FONTS = ROOT / "assets" / "fonts"
COMPILE = """
import sys
import typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""
SPECIAL = re.compile(r"[\\#$*_`@<>\[\]~\"'/=+-]")


def command(python: str, source: Path, output: Path) -> tuple[str | Path, ...]:
    """Return the command that compiles a file in a fresh Python process, as briefgen runs in one."""
    return python, "-c", COMPILE, source, output, FONTS


def shown(manifest: Path, length: str) -> tuple[str, ...]:
    """Return the ids of the units that a built PDF of a length shows, in their order."""
    for artifact in json.loads(manifest.read_text("utf-8"))["artifacts"]:
        if artifact["length"] == length and artifact["format"] == "pdf":
            return tuple(artifact["statements"])
    raise LookupError(f"no {length} PDF in {manifest}")


def write(project: Path, ids: tuple[str, ...], to: Path, picture: Path | None = None) -> None:
    """Write units as typst markup: title, the picture if one is given, text with notes at the page's foot."""
    spec = load(project / SPEC)
    theme = load(ROOT / "assets" / "themes" / f"{spec['theme']}.yaml")
    known, works = units(project), references(project)
    body = [paragraph(known[i], works) for i in ids]
    drawn = [f'#image("{picture.name}")'] if picture else []
    to.write_text("\n\n".join([preamble(theme), f"= {escaped(spec['title'])}", *drawn, *body]) + "\n", "utf-8")


def families(project: Path) -> dict[str, str]:
    """Return the names of the theme's fonts by their use."""
    theme = load(ROOT / "assets" / "themes" / f"{load(project / SPEC)['theme']}.yaml")
    return {use: family["name"] for use, family in theme["font"].items()}


def preamble(theme: Mapping[str, Any]) -> str:
    """Return the set rules that stand for the theme."""
    family = theme["font"]["text"]["name"]
    sheet = {key.removesuffix("_mm"): f"{value}mm" for key, value in theme["grid"]["a4"].items()}
    margin = ", ".join(f"{side}: {size}" for side, size in sheet.items())
    text, note, title = (theme["type"][k]["size"] for k in ("text", "note", "title_one"))
    return "\n".join(
        (
            f'#set page(paper: "a4", margin: ({margin}))',
            f'#set text(font: "{family}", size: {text}pt, lang: "en")',
            "#set par(justify: false)",
            f"#show heading: set text(size: {title}pt)",
            f"#show footnote.entry: set text(size: {note}pt)",
        )
    )


def paragraph(unit: Mapping[str, Any], works: Mapping[str, Mapping[str, Any]]) -> str:
    """Return a unit's words with a note for each work it cites."""
    out, at = [], 0
    text = " ".join(unit["text"].split())
    for call in CITATION.finditer(text):
        out.append(escaped(text[at : call.start()]))
        out += [f"#footnote[{escaped(note(works[i]))}]" for i in re.findall(r"@([\w-]+)", call[0])]
        at = call.end()
    lead = f"*{escaped(unit['lead'])}.* " if unit.get("lead") else ""
    return lead + "".join(out) + escaped(text[at:])


def note(work: Mapping[str, Any]) -> str:
    """Return a work as a note names it: title, container, year."""
    year = str(work.get("issued", {}).get("date-parts", [[""]])[0][0])
    return ", ".join(part for part in (work.get("title"), work.get("container-title"), year) if part)


def escaped(text: str) -> str:
    """Return a text in which no character is mark-up."""
    return SPECIAL.sub(lambda m: "\\" + m[0], text)

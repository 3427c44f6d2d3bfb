"""What is in a package -> the note that goes with it: subject, text and HTML, from templates of shipment or house."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from string import Template

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.changes import Change
from ..typeset.covering import Covering, covering
from .names import line

KNOWN = ("subject", "heading", "marking", "colour", "name", "sender", "files", "changes", "remarks", "contact")
"""What a template may have filled in."""
DOLLAR = re.compile(r"\$(?:(\$)|(\w+)|\{(\w+)\}|)")
MOST = 65536
"""Bytes of a template."""


class Templates(Value, frozen=True, kw_only=True):
    """The two templates of a language; the first line of `text` is the subject."""

    language: str
    text: str
    html: str


class Enclosed(Value, frozen=True, kw_only=True):
    """A brief in a package: its edition in numbers and words, its files, and what changed since the edition before."""

    title: str
    number: int
    as_of: str
    marking: str | None
    slides: bool
    files: tuple[str, ...]
    abridged: bool = False
    former: int | None = None
    changes: tuple[Change, ...] = ()


class Contents(Value, frozen=True, kw_only=True):
    """What a note tells: of what, to whom, from whom, under which marking (with its colour "#RRGGBB").

    `limited` tells whether the marking keeps anybody out.
    """

    name: str
    sender: str
    contact: str
    marking: str | None
    colour: str
    limited: bool
    briefs: tuple[Enclosed, ...]
    marked: bool
    locked: bool
    unarchival: bool


class Note(Value, frozen=True, kw_only=True):
    """A cover note."""

    subject: str
    text: str
    html: str


def templates(folders: Sequence[Path], languages: Iterable[str]) -> Templates:
    """Return the templates of the first language that has them, in the first folder that does.

    Raises InputError for a template that cannot be read or asks for what is not known, with its line.
    """
    for language in (*dict.fromkeys(t.partition("-")[0] for t in languages), "en"):
        found = [next((p for f in folders if (p := f / f"cover.{language}.{kind}").is_file()), None) for kind in KINDS]
        if None not in found:
            text, html = (_read(path) for path in found if path)
            return Templates(language=language, text=text, html=html)
    raise AssertionError("English templates are shipped")


KINDS = ("txt", "html")


def _read(path: Path) -> str:
    def wrong(message: str, number: int | None = None) -> InputError:
        hint = f"a template may have ${', $'.join(KNOWN)}; write $$ for a dollar sign"
        return InputError((Diagnostic(code="BG925", message=message, file=str(path), line=number, hint=hint),))

    try:
        with path.open("rb") as stream:
            data = stream.read(MOST + 1)
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise wrong(f"the template cannot be read: {error}") from error
    if len(data) > MOST:
        raise wrong(f"the template has more than {MOST // 1024} KiB")
    for number, words in enumerate(text.split("\n"), 1):
        for match in DOLLAR.finditer(words):
            name = match[2] or match[3]
            if not match[1] and name not in KNOWN:
                raise wrong(f"nothing is known for `{match[0]}`", number)
    return text


def note(made: Templates, about: Contents) -> Note:
    """Return a package's cover note."""
    words = covering(made.language)
    heading = "; ".join(dict.fromkeys(line(b.title) for b in about.briefs))
    subject = f"[{about.marking}] {heading}" if about.marking else heading
    common = {"colour": about.colour, "contact": about.contact, "sender": line(about.sender), "name": line(about.name)}
    remarks = _remarks(about, words)
    text = Template(made.text).substitute(
        **common,
        subject=subject,
        heading=heading,
        marking=about.marking or "",
        files="\n\n".join(_listed(b, words) for b in about.briefs),
        changes="\n\n".join(c for b in about.briefs if (c := _changed(b, words))),
        remarks="\n".join(remarks),
    )
    html = Template(made.html).substitute(
        {key: escape(value) for key, value in common.items()},
        subject=escape(subject),
        heading=escape(heading),
        marking=f'<p><span class="marking">{escape(about.marking)}</span></p>' if about.marking else "",
        files="".join(_listed_html(b, words, alone=len(about.briefs) == 1) for b in about.briefs),
        changes="".join(_changed_html(b, words) for b in about.briefs),
        remarks="".join(f"<p>{escape(r)}</p>" for r in remarks),
    )
    first, _, rest = text.partition("\n")
    return Note(subject=line(first), text=_spaced(rest), html=_spaced(html))


def _spaced(text: str) -> str:
    """Return a text without the gaps that empty parts leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _remarks(about: Contents, words: Covering) -> list[str]:
    out = [words.handling.format(marking=about.marking)] if about.limited else []
    out += [words.abridged] if any(b.abridged for b in about.briefs) else []
    out += [words.marked] if about.marked else []
    out += [words.locked] if about.locked else []
    out += [words.unarchival] if about.unarchival else []
    return [*out, words.sums]


def _about(brief: Enclosed, words: Covering) -> str:
    told = words.edition.format(number=brief.number, as_of=brief.as_of[:1].lower() + brief.as_of[1:])
    return f"{told}, {brief.marking or words.unmarked}"


def _listed(brief: Enclosed, words: Covering) -> str:
    return "\n".join([line(brief.title), f"  {_about(brief, words)}", *(f"  - {f}" for f in brief.files)])


def _listed_html(brief: Enclosed, words: Covering, *, alone: bool) -> str:
    """Return a brief's files; one that is `alone` has its title above the note."""
    title = "" if alone else f"<strong>{escape(line(brief.title))}</strong><br>"
    files = "".join(f"<li>{escape(f)}</li>" for f in brief.files)
    about = _about(brief, words)
    return f"<p>{title}{escape(about[:1].upper() + about[1:])}</p><ul>{files}</ul>"


def _place(change: Change, brief: Enclosed, words: Covering) -> str:
    """Return where a change stands: "statement, pages 1, 2"."""
    kind = words.kinds[change.kind]
    if not change.at:
        return kind
    form = (words.slide, words.slides) if brief.slides else (words.page, words.pages)
    return f"{kind}, {form[len(change.at) > 1].format(numbers=', '.join(map(str, change.at)))}"


def _changed(brief: Enclosed, words: Covering) -> str:
    if brief.former is None:
        return ""
    lines = [words.superseded.format(number=brief.former)]
    for one in brief.changes:
        lines.append(f"- {_place(one, brief, words)}")
        lines += [f"    {words.was} {one.old}"] if one.old else []
        lines.append(f"    {words.now} {one.new}" if one.new is not None else f"    {words.gone}")
    return "\n".join(lines)


def _changed_html(brief: Enclosed, words: Covering) -> str:
    if brief.former is None:
        return ""
    told = "".join(
        f"<li>{escape(_place(one, brief, words))}<br>"
        + (f"<small>{escape(words.was)}</small> <del>{escape(one.old)}</del><br>" if one.old else "")
        + (
            f"<small>{escape(words.now)}</small> <ins>{escape(one.new)}</ins>"
            if one.new is not None
            else f"<em>{escape(words.gone)}</em>"
        )
        + "</li>"
        for one in brief.changes
    )
    return f"<p>{escape(words.superseded.format(number=brief.former))}</p><ul>{told}</ul>"

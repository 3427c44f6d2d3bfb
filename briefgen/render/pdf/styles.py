"""Theme -> the styles that text is set in: faces by name, sizes, colours, and where a baseline stands in its line."""

from functools import lru_cache
from pathlib import Path
from typing import assert_never

import msgspec
from msgspec.structs import replace

from ...model.base import Value
from ...model.measures import mm
from ...model.theme import Construction, PageFamily, Theme, TypeStyle
from ...typeset import fonts
from ...typeset import language as lang
from . import faces
from .seam import font, register

NOTE_SIZE, NOTE_RISE = 0.68, 0.38
"""Size and raise of a note's call, in em of the text around it."""


class Style(Value, frozen=True, kw_only=True):
    """How a text is set. `roman` and `slanted` are (regular, bold) faces; `spare` ones stand in for their gaps.

    `arabic` are files, read where a text has such letters. `old_style` figures stand in running text; `balance` makes
    the lines of a headline alike; `hyphenate` lets a line end in part of a word.
    """

    roman: tuple[str, str]
    slanted: tuple[str, str]
    spare: tuple[str, str]
    arabic: tuple[Path, Path]
    size: float
    leading: float
    colour: str
    bold: bool = False
    tracking: float = 0.0
    caps: bool = False
    old_style: bool = False
    balance: bool = False
    hyphenate: bool = False

    def face(self, *, strong: bool = False, emphasis: bool = False) -> str:
        """Return the name of the face for a run."""
        family = self.slanted if emphasis else self.roman
        return family[1 if strong or self.bold else 0]

    @property
    def cap(self) -> float:
        """Return the height of capitals in points."""
        return self.size * faces.cap_height(self.roman[0])

    @property
    def baseline(self) -> float:
        """Return how far below its line's top a baseline stands: capitals stand in the middle of the line."""
        return (self.leading + self.cap) / 2


class Styles(Value, frozen=True, kw_only=True):
    """All styles of a theme's pages."""

    title_one: Style
    title_long: Style
    bottom_line: Style
    standfirst: Style
    section: Style
    subsection: Style
    figure_head: Style
    text: Style
    judgement: Style
    panel: Style
    cell: Style
    head_cell: Style
    label: Style
    caption: Style
    key: Style
    note: Style
    running: Style
    numeral: Style
    marking: Style


class Roles(Value, frozen=True, kw_only=True):
    """The colours that follow from a theme's construction, and how long the rule over notes is (None: all of them)."""

    title: str
    opening: str
    label: str
    head_cell: str
    head_rule: str
    foot_rule: str
    figure_rule: str
    note_rule: str
    note_rule_mm: float | None


def roles(theme: Theme) -> Roles:
    """Return what a theme's construction does with its colours."""
    colour = theme.colour
    match theme.construction:
        case Construction.MARGIN:
            return Roles(
                title=colour.ink,
                opening=colour.ink,
                label=colour.accent,
                head_cell=colour.mute,
                head_rule=colour.mute,
                foot_rule=colour.hair,
                figure_rule=colour.ink,
                note_rule=colour.mute,
                note_rule_mm=38.0,
            )
        case Construction.BAND:
            return Roles(
                title=colour.on_ground,
                opening=colour.on_ground,
                label=colour.head,
                head_cell=colour.on_ground,
                head_rule=colour.head,
                foot_rule=colour.head,
                figure_rule=colour.head,
                note_rule=colour.hair,
                note_rule_mm=None,
            )
        case _:
            assert_never(theme.construction)


class Space(Value, frozen=True, kw_only=True):
    """The theme's steps of space, from hair to wide, in points."""

    hair: float
    thin: float
    small: float
    medium: float
    large: float
    wide: float
    huge: float


class Look(Value, frozen=True, kw_only=True):
    """A theme made ready: what it looks like, apart from the sheet."""

    theme: Theme
    style: Styles
    space: Space
    roles: Roles


def look(theme: Theme, folders: tuple[Path, ...]) -> Look:
    """Return a theme made ready; its fonts are registered once. Raises InputError for a font that is not there."""
    return _look(msgspec.msgpack.encode(theme), folders)


def ready(theme: Theme, folders: tuple[Path, ...], language: str) -> None:
    """Make ready what every brief of a theme and language is set with. Raises InputError for a font that is missing."""
    lang.bind("", language)
    style = look(theme, folders).style
    for name in (*style.text.roman, style.text.slanted[0], *style.label.roman):
        font(name)


@lru_cache(maxsize=8)
def _look(encoded: bytes, folders: tuple[Path, ...]) -> Look:
    theme = msgspec.msgpack.decode(encoded, type=Theme)
    scale, ink, mute, role = theme.type, theme.colour.ink, theme.colour.mute, roles(theme)
    text, label = _family(theme.font.text, folders), _family(theme.font.label, folders)
    arabic = fonts.find(theme.font.arabic.regular, folders), fonts.find(theme.font.arabic.bold, folders)

    def style(family: tuple[str, str, str, str], type_: TypeStyle, colour: str, **more: bool) -> Style:
        regular, bold, italic, bold_italic = family
        return Style(
            roman=(regular, bold),
            slanted=(italic, bold_italic),
            spare=label[:2] if family is text else text[:2],
            arabic=arabic,
            size=type_.size,
            leading=type_.leading,
            colour=colour,
            bold=type_.weight >= 600,
            tracking=type_.tracking * type_.size,
            caps=type_.caps,
            hyphenate=any(type_ is getattr(scale, name) for name in theme.hyphenate),
            **more,
        )

    def running(type_: TypeStyle, colour: str) -> Style:
        return style(text, type_, colour, old_style=theme.old_style_figures)

    cell = style(label, scale.table, ink)
    caption = style(label, scale.caption, mute)
    return Look(
        theme=theme,
        style=Styles(
            title_one=style(text, scale.title_one, role.title, balance=True),
            title_long=style(text, scale.title_long, role.title, balance=True),
            bottom_line=running(scale.bottom_line, role.opening),
            standfirst=running(scale.standfirst, ink),
            section=style(text, scale.section, theme.colour.head, balance=True),
            subsection=style(text, scale.figure_head, ink, balance=True),
            figure_head=style(text, scale.figure_head, ink),
            text=running(scale.text, ink),
            judgement=running(scale.judgement, ink),
            panel=running(scale.panel, ink),
            cell=cell,
            head_cell=replace(cell, bold=True, colour=role.head_cell),
            label=style(label, scale.label, role.label),
            caption=caption,
            key=replace(caption, colour=ink),
            note=style(label, scale.note, ink),
            running=style(label, scale.running, mute),
            numeral=style(label, scale.numeral, role.label),
            marking=replace(
                style(label, scale.running, ink),
                size=theme.marking.size,
                leading=theme.marking.size * 1.2,
                bold=True,
            ),
        ),
        roles=role,
        space=Space(**dict(zip(Space.__struct_fields__, map(mm, theme.spacing_mm), strict=True))),
    )


def _family(family: PageFamily, folders: tuple[Path, ...]) -> tuple[str, str, str, str]:
    files = (family.regular, family.bold, family.italic, family.bold_italic)
    regular, bold, italic, bold_italic = (register(fonts.find(f, folders)) for f in files)
    return regular, bold, italic, bold_italic

"""Slides that are planned once: a search measures many decks, and an edit changes few of their slides."""

from collections.abc import Callable, Iterable
from functools import lru_cache, update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

from msgspec.structs import replace

from briefgen.model.document import Block, Document, FigureBlock, TableBlock, statements
from briefgen.model.inline import Call, Inlines

from .frame import Setting
from .held import Held
from .measure import Ruler

MOST = 1 << 11
"""Results of one function that a process keeps."""

P = ParamSpec("P")
R = TypeVar("R")


def kept(make: Callable[Concatenate[Setting, P], R]) -> Callable[Concatenate[Setting, P], R]:
    """Make a function of a setting one whose results are known by what it is given; see `about`."""

    @lru_cache(maxsize=MOST)
    def made(sha256: str, held: Held, using: Ruler, document: Document, sketches: Any, rest: Any, more: Any) -> R:
        setting = Setting(document=document, theme=held.theme, using=using, sketches=dict(sketches))
        return make(setting, *rest, **dict(more))

    def known(setting: Setting, /, *rest: P.args, **more: P.kwargs) -> R:
        theme, sketches = setting.theme, tuple(setting.sketches.items())
        given = (setting.using, setting.document, sketches, rest, tuple(more.items()))
        return made(theme.sha256, Held(theme), *given)

    return update_wrapper(known, make)


def about(setting: Setting, *blocks: Block | None) -> Setting:
    """Return a setting that tells of some blocks alone: of the notes those that they call, of the sketches theirs.

    So a slide is the same slide though others around it have changed.
    """
    given = [block for block in blocks if block]
    document, called = setting.document, set(_called(given))
    figures = {one.figure.words.id for one in given if isinstance(one, FigureBlock)}
    notes = tuple(n for n in document.notes if n.number in called)
    return Setting(
        document=replace(document, blocks=(), notes=notes, units=(), references=()),
        theme=setting.theme,
        using=setting.using,
        sketches={name: one for name, one in setting.sketches.items() if name in figures},
    )


def _called(blocks: list[Block]) -> Iterable[int]:
    for one in statements(blocks):
        yield from one.notes
    for block in blocks:
        if isinstance(block, FigureBlock | TableBlock):
            yield from _calls(block.source)


def _calls(text: Inlines) -> Iterable[int]:
    return (n for one in text if isinstance(one, Call) for n in one.notes)

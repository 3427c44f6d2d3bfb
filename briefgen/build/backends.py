"""The two back ends behind one face: measure, place, draw, write, check. Each is imported when it is first used."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from msgspec.structs import replace

from ..compose import Room
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.document import Document, FigureBlock
from ..model.figure import Target
from ..model.scene import Scene
from ..model.spec import Format
from ..model.theme import Theme
from ..model.trace import Trace
from ..typeset import fonts
from .beside import Finished
from .inputs import Inputs
from .scenes import Sketched

if TYPE_CHECKING:
    from ..render.pptx.deck import Problem

LABEL_TOO_LONG = "BG654"
"""What `figures` says of a label that the width of a figure has no room for."""


DRAWN = re.compile(r" on layout (“[^”]*”), (?:figure|subtitle of|key of figure) ([a-z0-9.-]+)$")
"""How a problem of a deck's plan ends that is a figure's own: the house's layout, the figure."""


class Backend(Protocol):
    """What build asks of a format; a layout is the back end's own value and is only handed back to it."""

    def load(self) -> None:
        """Import what laying out and writing need."""

    def ready(self, theme: Theme, folders: tuple[Path, ...], language: str) -> None:
        """Make ready what all texts of a theme and language are set with; raises InputError for a missing font."""

    def load_check(self) -> None:
        """Import what checking needs."""

    def dressed(self, inputs: Inputs) -> Inputs:
        """Return the inputs with the theme as this format has it."""

    def recall(self, inputs: Inputs, cache: Path | None) -> None:
        """Take up what the last build of the same artifacts has measured."""

    def remember(self, inputs: Inputs, cache: Path | None) -> None:
        """Keep for the next build what this one has measured."""

    def measure(self, document: Document, sketched: Sketched, inputs: Inputs) -> tuple[Any, Room]:
        """Return the layout of a document, and whether it fits."""

    def targets(self, layout: Any) -> dict[str, Target]:
        """Return the pictures to draw, by figure id."""

    def places(self, layout: Any) -> dict[str, tuple[int, ...]]:
        """Return the pages or slides on which each unit stands."""

    def pictured(self, layout: Any, document: Document) -> dict[str, tuple[int, ...]]:
        """Return the pages or slides on which each figure and table of a document stands."""

    def size(self, layout: Any) -> int:
        """Return the number of pages or slides."""

    def write(self, layout: Any, scenes: Mapping[str, Scene], inputs: Inputs, trace: Trace) -> bytes:
        """Return the file."""

    def check(self, finished: Finished) -> tuple[Diagnostic, ...]:
        """Return what preflight finds in a finished file."""


def _narrow(error: InputError) -> Room:
    """Return the room of a document whose figure has no room for its labels; raises what else is wrong with it."""
    if any(d.code != LABEL_TOO_LONG for d in error.diagnostics):
        raise error
    narrow = {str(d.path[0]): d for d in error.diagnostics}
    return Room(fits=False, roomy=False, needed=0.0, there=0.0, narrow=narrow)


def _low(problems: "Iterable[Problem]") -> dict[str, Diagnostic]:
    """Return what is told of figures that a house's layout has no room for, by figure id: others may fit there."""
    found: dict[str, Diagnostic] = {}
    for one in problems:
        if named := DRAWN.search(one.where):
            message = f"figure `{named[2]}`: {one.needed:.0f} pt needed, {one.there:.0f} pt there on layout {named[1]}"
            hint = "show fewer rows or events, or name a roomier layout by `template.layouts` in the theme"
            found[named[2]] = Diagnostic(code="BG655", message=message, hint=hint, path=(named[2],))
    return found


def _name(inputs: Inputs) -> str:
    """Return what tells builds of the same artifacts from those of others."""
    return " ".join((inputs.name, inputs.theme.id, *(one.name for one in inputs.lengths)))


class Pages:
    """PDF."""

    def load(self) -> None:
        """Import the renderer."""
        from ..render import pdf as _render  # noqa: F401

        fonts.load()

    def ready(self, theme: Theme, folders: tuple[Path, ...], language: str) -> None:
        """Read the fonts of pages, and what holds words together."""
        from ..render import pdf

        pdf.ready(theme, folders, language)

    def load_check(self) -> None:
        """Import preflight."""
        from ..preflight import pdf as _preflight  # noqa: F401

    def dressed(self, inputs: Inputs) -> Inputs:
        """Return the inputs as they are."""
        return inputs

    def recall(self, inputs: Inputs, cache: Path | None) -> None:
        """Take up the lines of texts."""
        from ..render import pdf

        pdf.LINES.recall(cache, _name(inputs))

    def remember(self, inputs: Inputs, cache: Path | None) -> None:
        """Keep the lines of texts."""
        from ..render import pdf

        pdf.LINES.remember(cache, _name(inputs))

    def measure(self, document: Document, sketched: Sketched, inputs: Inputs) -> tuple[Any, Room]:
        """Return the pages of a document, and whether they are few enough."""
        from ..render import pdf

        drawn = [b.figure for b in document.blocks if isinstance(b, FigureBlock)]
        alone = document.length.pages == 1
        widths = {f.words.id: pdf.picture_width(f, inputs.theme, document.sheet, alone=alone) for f in drawn}
        try:
            sketches = sketched.at(widths, "pdf")
        except InputError as error:
            return None, _narrow(error)
        layout = pdf.layout(document, inputs.theme, sketches, inputs.fonts)
        room = Room(
            fits=layout.fits,
            roomy=layout.roomy,
            needed=layout.needed,
            there=layout.room,
            fills=layout.fills if layout.fits else (),
            where=layout.where,
        )
        return layout, room

    def targets(self, layout: Any) -> dict[str, Target]:
        """Return the pictures at their final heights."""
        from ..render import pdf

        return pdf.targets(layout)

    def places(self, layout: Any) -> dict[str, tuple[int, ...]]:
        """Return the pages of each unit."""
        return dict(layout.places())

    def pictured(self, layout: Any, document: Document) -> dict[str, tuple[int, ...]]:
        """Return the pages of each figure and table."""
        return dict(layout.pictured())

    def size(self, layout: Any) -> int:
        """Return the number of pages."""
        return len(layout.pages)

    def write(self, layout: Any, scenes: Mapping[str, Scene], inputs: Inputs, trace: Trace) -> bytes:
        """Return the PDF."""
        from ..compose import attached
        from ..render import pdf

        files = tuple(attached(layout.document.blocks, inputs.report, inputs.spec))
        return pdf.write(layout, scenes, trace, moment=inputs.moment, files=files, standard=inputs.spec.standard)

    def check(self, finished: Finished) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the PDF."""
        from ..preflight import pdf

        return pdf.check(finished.data, pages=finished.size, marking=finished.marking)


class Slides:
    """PowerPoint."""

    def load(self) -> None:
        """Import the renderer."""
        from ..render import pptx

        pptx.load()
        fonts.load()

    def ready(self, theme: Theme, folders: tuple[Path, ...], language: str) -> None:
        """Read the fonts that slides are measured with, and what holds words together."""
        from ..render import pptx

        pptx.ready(theme, folders, language)

    def load_check(self) -> None:
        """Import preflight."""
        from ..preflight import pptx as _preflight  # noqa: F401

    def dressed(self, inputs: Inputs) -> Inputs:
        """Return the inputs with the theme in the house's template, where it has one."""
        if inputs.theme.house is None:
            return inputs
        from ..render import pptx

        return replace(inputs, theme=pptx.worn(inputs.theme))

    def recall(self, inputs: Inputs, cache: Path | None) -> None:
        """Take up the lines of texts."""
        from ..render import pptx

        pptx.LINES.recall(cache, _name(inputs))

    def remember(self, inputs: Inputs, cache: Path | None) -> None:
        """Keep the lines of texts."""
        from ..render import pptx

        pptx.LINES.remember(cache, _name(inputs))

    def measure(self, document: Document, sketched: Sketched, inputs: Inputs) -> tuple[Any, Room]:
        """Return the plan of a deck, and whether all slides hold what stands on them."""
        from ..render import pptx

        try:
            sketches = sketched.at(pptx.widths(document, inputs.theme), "pptx")
        except InputError as error:
            return None, _narrow(error)
        deck = pptx.plan(document, inputs.theme, sketches, inputs.fonts)
        worst = max(deck.problems, key=lambda p: p.needed - p.there, default=None)
        room = Room(
            fits=deck.fits,
            roomy=True,
            needed=worst.needed if worst else float(len(deck.slides)),
            there=worst.there if worst else float(document.length.slides),
            unit="pt" if worst else "slides",
            where=worst.where if worst else None,
            narrow=_low(deck.problems) if inputs.theme.house else {},
        )
        return deck, room

    def targets(self, layout: Any) -> dict[str, Target]:
        """Return the pictures that are drawn; native charts are not."""
        from ..render import pptx

        return pptx.targets(layout)

    def places(self, layout: Any) -> dict[str, tuple[int, ...]]:
        """Return the slides of each unit."""
        from ..render import pptx

        return pptx.places(layout)

    def pictured(self, layout: Any, document: Document) -> dict[str, tuple[int, ...]]:
        """Return the slides of each figure and table."""
        from ..render import pptx

        return pptx.pictured(layout, document)

    def size(self, layout: Any) -> int:
        """Return the number of slides."""
        return len(layout.slides)

    def write(self, layout: Any, scenes: Mapping[str, Scene], inputs: Inputs, trace: Trace) -> bytes:
        """Return the deck."""
        from ..render import pptx

        return pptx.write(layout, scenes, inputs.theme, trace, moment=inputs.moment)

    def check(self, finished: Finished) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the deck."""
        from ..preflight import pptx

        return pptx.check(finished.data, marking=finished.marking)


BACKENDS: dict[Format, Backend] = {Format.PDF: Pages(), Format.PPTX: Slides()}

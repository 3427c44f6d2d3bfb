"""Set words -> marks on the canvas: each piece as what it is, with its links, anchors and bookmarks."""

from dataclasses import dataclass, field

from msgspec.structs import replace

from ...typeset.hyphens import hard
from .boxes import Words
from .operators import text
from .paragraph import Piece, Setting, width_of
from .structure import Artifact, Element
from .tagged import TaggedCanvas
from .twoway import placed


@dataclass
class Typist:
    """One document's words on one canvas; `left` is where its text begins.

    `called` notes are called somewhere, `noted` ones stand somewhere: links lead only where something is. State:
    the anchors set so far, and how deep the bookmarks are.
    """

    canvas: TaggedCanvas
    left: float
    called: frozenset[int]
    noted: frozenset[int]
    anchors: set[str] = field(default_factory=set)
    bookmarks: int = 0
    depth: int = -1

    def words(
        self,
        words: Words,
        top: float,
        start: int = 0,
        stop: int | None = None,
        *,
        owner: Artifact | None = None,
    ) -> None:
        """Draw lines of a set text; the first of them stands at the top, less what the words are moved down."""
        setting, top = words.setting, top - words.down
        if owner is None:
            element = self.canvas.tree.at(words.path)
            if start == 0:
                self._head(words, element, top)
        left = self.left + words.x
        for n in range(start, len(setting.lines) if stop is None else stop):
            y = top - setting.baseline - (n - start) * setting.leading
            x = left + (setting.indent if n == 0 else 0.0)
            line = setting.lines[n].parts
            ends = len(line) - 1
            parts = [
                (setting.pieces[k], hard(setting.pieces[k].text[first:last], ends=i == ends))
                for i, (k, first, last) in enumerate(line)
            ]
            for k, shown, at, wide in placed(parts):
                found = parts[k][0]
                if owner is None:
                    self.piece(found, element, str(_first(setting, line[k][0])), x + at, y, shown, wide)
                else:
                    self.canvas.mark(owner, self._text(found, shown, x + at, y))

    def _head(self, words: Words, element: Element, top: float) -> None:
        """Set what words have beside themselves: how they are spoken, the rows that they head, and a bookmark."""
        if words.spoken is not None:
            element.attributes["ActualText"] = words.spoken
        if words.rows > 1:
            element.layout["RowSpan"] = words.rows
        if words.outline is not None:
            self.bookmarks += 1
            name = f"head-{self.bookmarks}"
            self.canvas.anchor(name, self.left, top + words.setting.leading / 2)
            self.depth = min(words.outline.level, self.depth + 1)
            self.canvas.addOutlineEntry(words.outline.title, name, self.depth)

    def _text(self, piece: Piece, shown: str, x: float, y: float) -> str:
        return text(
            self.canvas.document,
            piece.face,
            piece.size,
            shown,
            x,
            y + piece.rise,
            ground=piece.colour,
            tracking=piece.tracking,
        )

    def piece(
        self, piece: Piece, element: Element, key: str, x: float, y: float, shown: str, wide: float | None = None
    ) -> None:
        """Draw characters as what they are: a call, a note's number, a link, foreign words, or plain text."""
        owner, anchor, words = self._owner(piece, element, key)
        wide = width_of((replace(piece, text=shown),)) if wide is None else wide
        box = (x, y + piece.rise - 0.25 * piece.size, x + wide, y + piece.rise + 0.8 * piece.size)
        self.canvas.mark(owner, self._text(piece, shown, x, y))
        if piece.lead:
            self._anchor(f"note-{shown}", box, owner)
        elif piece.call is not None:
            self._anchor(f"call-{piece.call}", box, owner)
        if anchor is not None:
            self.canvas.link(owner, box, words, anchor=anchor)
        elif piece.href is not None:
            self.canvas.link(owner, box, piece.href, address=piece.href)

    def _anchor(self, name: str, box: tuple[float, float, float, float], owner: Element) -> None:
        if name not in self.anchors:
            self.anchors.add(name)
            self.canvas.anchor(name, box[0], box[3], owner)

    def _owner(self, piece: Piece, element: Element, key: str) -> tuple[Element, str | None, str]:
        """Return the element of a piece, and where it links to."""
        if piece.note is not None:
            element = element.sub("Note", f"note-{piece.note}", ID=f"note-{piece.note}")
        if piece.lead:
            label = element.sub("Lbl", "label")
            if int(piece.text) in self.called:
                return label.sub("Link", key), f"call-{piece.text}", f"Note {piece.text} ↩"
            return label, None, ""
        if piece.call is not None:
            if piece.call in self.noted:
                link = element.sub("Reference", key).sub("Link", key)
                return link, f"note-{piece.call}", f"Note {piece.call}"
            return element, None, ""
        if piece.quotation is not None:
            element = element.sub("Quote", piece.quotation)
        if piece.apart is not None:  # read as it is written, not as it is drawn
            element = element.sub("Span", key, ActualText=piece.apart)
        elif piece.language is not None:
            element = element.sub("Span", key)
        if piece.language is not None:
            element.attributes["Lang"] = piece.language
        if piece.href is not None:
            element = element.sub("Link", key)
        return element, None, ""


def _first(setting: Setting, piece: int) -> int:
    """Return the first of the pieces that are one text set apart with a piece: itself where it stands alone."""
    whole = setting.pieces[piece].apart
    while whole is not None and piece and setting.pieces[piece - 1].apart == whole:
        piece -= 1
    return piece

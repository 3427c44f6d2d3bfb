"""Ids and names of a slide's shapes: every id once, every name once."""

from .drawingml import named


class Ids:
    """Counts up the ids of one slide's shapes from 2 (1 is the slide's tree) and keeps their names apart."""

    def __init__(self) -> None:
        """Start with no shape."""
        self._last = 1
        self._seen: dict[str, int] = {}

    def named(self, name: str, alt: str = "", *, decorative: bool = False, link: str = "") -> str:
        """Return the non-visual properties of a new shape: "Line", "Line (2)" and so on; `link` is its own element."""
        self._last += 1
        count = self._seen[name] = self._seen.get(name, 0) + 1
        return named(self._last, name if count == 1 else f"{name} ({count})", alt, decorative=decorative, link=link)

"""The ids of a report: what exists, what stands twice, and what is named and does not exist."""

from collections.abc import Iterable

from .findings import Findings, Keys, nearest

WORDS: dict[str, tuple[str, str]] = {
    "claims": ("claim", "source.yaml"),
    "events": ("event", "events.yaml"),
    "actors": ("actor", "actors.yaml"),
    "places": ("place", "places.yaml"),
    "groups": ("group", "groups.yaml"),
    "relations": ("relation", "relations.yaml"),
    "quantities": ("quantity", "quantities.yaml"),
    "references": ("reference", "references.yaml"),
    "figures": ("figure", "figures.yaml"),
    "datasets": ("dataset", "data/"),
    "units": ("unit", "sections/"),
    "points": ("point", "`points` of a section"),
    "sections": ("section", "sections/"),
    "topics": ("topic", "`topics` of a unit"),
}
"""By kind: the word for one of them, and where they are written."""


GUESSES_MOST = 300
"""Ids for which a near one is sought: where more are wrong, the mistake is another one, and seeking takes long."""


class Ids:
    """What is known by kind; a kind whose file cannot be read is left out, and nothing is said of its ids."""

    def __init__(self) -> None:
        self.known: dict[str, dict[str, tuple[str, Keys]]] = {kind: {} for kind in WORDS}
        self.closed: set[str] = set()
        self.guesses = 0

    def add(self, kind: str, name: str, file: str, path: Keys, findings: Findings) -> None:
        """Take in an id where it is defined; the second of a name is an error."""
        if name in self.known[kind]:
            first, where = self.known[kind][name]
            word = WORDS[kind][0]
            place = (
                f"in {first}"
                if first != file
                else f"as entry {next((k for k in reversed(where) if isinstance(k, int)), 0) + 1}"
            )
            findings.error(
                "BG302",
                f"{word} `{name}` stands twice, first {place}",
                file,
                (*path, "id"),
                hint="give one of them another id",
            )
            return
        self.known[kind][name] = (file, path)

    def note(self, kind: str, names: Iterable[str], file: str) -> None:
        """Take in ids of entries that are wrong in other ways, so that nobody is told that they are missing."""
        for name in names:
            self.known[kind].setdefault(name, (file, ()))

    def close(self, kind: str) -> None:
        """Leave a kind out of all checks."""
        self.closed.add(kind)

    def names(self, *kinds: str) -> tuple[str, ...]:
        """Return the ids of some kinds."""
        return tuple(dict.fromkeys(name for kind in kinds for name in self.known[kind]))

    def check(
        self,
        name: str,
        kinds: tuple[str, ...] | str,
        file: str,
        path: Keys,
        findings: Findings,
        needle: str | None = None,
    ) -> bool:
        """Tell whether an id exists, and note it if not."""
        kinds = (kinds,) if isinstance(kinds, str) else kinds
        if any(name in self.known[k] for k in kinds) or self.closed & set(kinds):
            return True
        word, where = WORDS[kinds[0]]
        known = self.names(*kinds)
        self.guesses += 1
        near = nearest(name, known) if self.guesses <= GUESSES_MOST else None
        other = next((WORDS[k][0] for k in WORDS if k not in (*kinds, "topics") and name in self.known[k]), None)
        hint = f"add it to {where}, or name one that is there"
        if near:
            hint = f"did you mean `{near}`?"
        elif other:
            hint = f"`{name}` is {'an' if other[0] in 'aeiou' else 'a'} {other}: name another {word}"
        findings.error("BG301", f"there is no {word} `{name}`", file, path, hint=hint, needle=needle)
        return False

    def check_all(
        self, names: Iterable[str], kinds: tuple[str, ...] | str, file: str, path: Keys, findings: Findings
    ) -> None:
        """Note each id of a list that does not exist."""
        there = self.known[kinds] if isinstance(kinds, str) else {}
        for index, name in enumerate(names):
            if name not in there:
                self.check(name, kinds, file, (*path, index), findings)

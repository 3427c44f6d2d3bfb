"""Texts that are printed as they stand: titles, headlines and labels have no citations and no markup."""

from .findings import Findings, Keys
from .markup import MARKED

KINDS = frozenset({"spec", "report", "section", "events", "figures"})
"""Kinds of file with such texts. References are left out: titles of works belong to their authors."""

LINES = frozenset(
    {
        *("title", "short_title", "kicker", "subtitle", "headline", "bottom_line", "lead", "label", "note", "alt"),
        *("editor_note", "aside"),
    }
)
"""The keys that such texts stand under; `short` is checked with its unit."""


def check(value: object, file: str, findings: Findings) -> None:
    """Note each such text of a file's plain value that has a citation or markup."""
    waiting: list[tuple[object, Keys]] = [(value, ())]
    while waiting:
        part, path = waiting.pop()
        match part:
            case dict():
                waiting += [(v, (*path, k)) for k, v in part.items()]
            case list():
                waiting += [(v, (*path, n)) for n, v in enumerate(part)]
            case str() if path and path[-1] in LINES and (found := MARKED.search(part)):
                findings.error(
                    "BG314",
                    f"`{path[-1]}` has no citations and no markup: `{found[0][:60]}`",
                    file,
                    path,
                    hint="take it out: it would be printed as it stands",
                    needle=found[0],
                )
            case _:
                pass

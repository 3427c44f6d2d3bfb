"""Inline markup -> inlines: *emphasis*, **strong**, [words](https://...), [@reference, p. 4] and [слова]{lang=ru}.

Everything else is plain characters: `<b>`, `&amp;` and `]]>` stand as they are written.
"""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from ..model.inline import Citation, Cited, Inline, Inlines, Text
from .remembered import TEXTS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_CITATION = re.compile(r" *\[@([^\[\]]*)\]")
MARKED = re.compile(r"\[@[^\]]*\]?|(?<!\w)\*\*?\w[^*]{0,80}\*\*?|\]\(http")
"""Citations and markup, for texts that have none."""

_WORK = re.compile(r"@([a-z0-9]+(?:[.-][a-z0-9]+)*)(?:,\s*(\S.*))?\Z")
_LANGUAGE = re.compile(r"\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}")
_SPECIAL = re.compile(r"[*_\[\\]")
_NO_CITATION = re.compile(r"\[(?:\s+@|\^)[^\[\]]*\]")
_FOREIGN = re.compile(
    r"</?(?:[abipsu]|br|em|strong|su[bp]|span|div|font|img|h[1-6]|li|[uo]l)\b[^<>]*>|&(?:[A-Za-z]{2,8}|#x?[0-9A-Fa-f]+);"
)
"""Markup of HTML, which a person may have meant as such."""

_SPACE = re.compile(r"[ \t\r\n\u2028\u2029]{2,}|[\t\r\n\u2028\u2029]")
"""Where not just one space stands."""


class MarkupFault(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong in a text; `needle` are the words it is about."""

    code: str
    message: str
    needle: str
    hint: str
    warning: bool = False


def clean(text: str) -> str:
    """Return a text on one line, in Unicode's composed form; no-break spaces stay."""
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text).strip(" "))


@TEXTS.of
def inlines(text: str) -> tuple[Inlines, tuple[MarkupFault, ...]]:
    """Return a text as inlines, neighbouring citations merged, and what is wrong with its markup."""
    text = clean(text)
    faults: list[MarkupFault] = []
    parts = _CITATION.split(text)
    if any(_SPECIAL.search(p) for p in parts[::2]):
        found = _marked(text, faults)
    else:
        found = []
        for index, part in enumerate(parts):
            if index % 2:
                found.append(_citation(part, faults))
            elif part:
                found.append(Text(text=part))
    _leftovers(text, found, faults)
    return _merged(found), tuple(faults)


def _citation(inside: str, faults: list[MarkupFault]) -> Citation:
    """Return the works between `[@` and `]`."""
    works = []
    for part in f"@{inside}".split(";"):
        match = _WORK.match(part.strip())
        if match is None:
            faults.append(
                MarkupFault(
                    code="BG310",
                    message=f"`[@{inside}]` is no citation",
                    needle=f"[@{inside}]",
                    hint="write [@reference], [@reference, p. 44] or [@one; @other]",
                )
            )
            continue
        if match[2] and re.match(r"@[a-z0-9]", match[2]):
            parted = "; ".join(p.strip() for p in f"@{inside}".replace(";", ",").split(","))
            faults.append(
                MarkupFault(
                    code="BG310",
                    message=f"works in one citation are parted by semicolons: `[@{inside}]`",
                    needle=f"[@{inside}]",
                    hint=f"write [{parted}]",
                )
            )
            continue
        works.append(Cited(reference=match[1], locator=match[2].strip() if match[2] else None))
    return Citation(works=tuple(works))


def _merged(found: list[Inline]) -> Inlines:
    """Return inlines with neighbours of one kind joined, and no space before a citation."""
    out: list[Inline] = []
    for inline in found:
        last = out[-1] if out else None
        match inline, last:
            case Text(), Text() if msgspec.structs.replace(last, text="") == msgspec.structs.replace(inline, text=""):
                out[-1] = msgspec.structs.replace(last, text=last.text + inline.text)
            case Citation(), Citation():
                out[-1] = Citation(works=tuple(dict.fromkeys((*last.works, *inline.works))))
            case Citation(), Text() if last.text.endswith(" "):
                out[-1] = msgspec.structs.replace(last, text=last.text.rstrip(" "))
                out.append(inline)
            case _:
                out.append(inline)
    return tuple(i for i in out if (i.text if isinstance(i, Text) else i.works if isinstance(i, Citation) else True))


def _marked(text: str, faults: list[MarkupFault]) -> list[Inline]:
    """Return a text with markup as inlines, by CommonMark's rules for emphasis and links."""
    tokens = _parser().parseInline(text)[0].children or []
    out: list[Inline] = []
    strong = emphasis = 0
    href: str | None = None
    languages: list[str] = []
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                if token.content:
                    out.append(
                        Text(
                            text=token.content,
                            strong=strong > 0,
                            emphasis=emphasis > 0,
                            language=languages[-1] if languages else None,
                            href=href,
                        )
                    )
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "link_open":
                href = str(token.attrGet("href"))
            case "link_close":
                href = None
            case "language_open":
                languages.append(token.info)
            case "language_close":
                languages.pop()
            case "citation":
                out.append(_citation(token.content, faults))
            case other:
                raise AssertionError(other)
    return out


def _leftovers(text: str, found: list[Inline], faults: list[MarkupFault]) -> None:
    """Note markup that was begun and came to nothing, and that of other languages."""
    escaped = re.sub(r"\\.", "", text)
    shown = "".join(i.text for i in found if isinstance(i, Text))
    if match := _NO_CITATION.search(shown):
        faults.append(
            MarkupFault(
                code="BG310",
                message=f"`{match[0]}` is no citation",
                needle=match[0],
                hint="write [@reference], [@reference, p. 44] or [@one; @other]",
            )
        )
    if match := _FOREIGN.search(shown):
        entity = match[0].startswith("&")
        faults.append(
            MarkupFault(
                code="BG313",
                message=f"`{match[0][:40]}` would be printed as it stands",
                needle=match[0],
                hint="write the character itself"
                if entity
                else "write *emphasis* or **strong**; no other tags are known",
                warning=True,
            )
        )
    if "[@" in shown and "[@" in escaped:
        begun = re.search(r"\[@[^\s\[\]]*", shown)
        faults.append(
            MarkupFault(
                code="BG310",
                message="a citation is opened here and never closed",
                needle=begun[0] if begun else "[@",
                hint="close it with `]`",
            )
        )
    if match := re.search(r"\]\(([^)\s]*)\)", shown):
        faults.append(
            MarkupFault(
                code="BG311",
                message=f"`{match[1][:60]}` is no address that a brief may link to",
                needle=match[0],
                hint="write an address that begins with https://",
            )
        )
    if match := re.search(r"\]\{[^}]*\}?", shown):
        faults.append(
            MarkupFault(
                code="BG312",
                message=f"`{match[0][1:40]}` names no language",
                needle=match[0],
                hint="write [слова]{lang=ru}",
            )
        )
    if "*" in shown and shown.count("*") > text.count("\\*"):
        faults.append(
            MarkupFault(
                code="BG313",
                message="an asterisk would be printed as it stands",
                needle="*",
                hint="close the emphasis, without a space inside it; or write \\* if it is meant",
                warning=True,
            )
        )


@cache
def _parser() -> "MarkdownIt":
    """Return a parser that knows emphasis, links, escapes and our two rules, and nothing else."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape", "balance_pairs", "fragments_join"])
    parser.validateLink = _lawful  # type: ignore[method-assign, assignment]
    parser.normalizeLink = str  # type: ignore[method-assign, assignment]
    parser.inline.ruler.before("link", "citation", _citation_rule)
    parser.inline.ruler.before("link", "language", _language_rule)
    return parser


def _lawful(address: str) -> bool:
    return bool(re.match(r"(https?://[^\s/]|mailto:\S+@)", address))


def _citation_rule(state: "StateInline", silent: bool) -> bool:
    """Take `[@...]`, where it stands by itself."""
    match = re.compile(r"\[@([^\[\]]*)\]").match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _language_rule(state: "StateInline", silent: bool) -> bool:
    """Take `[words]{lang=xx}`."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    tag = _LANGUAGE.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if tag is None:
        return False
    start, most = state.pos, state.posMax
    if not silent:
        state.push("language_open", "", 1).info = tag[1]
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.push("language_close", "", -1)
    state.pos, state.posMax = tag.end(), most
    return True

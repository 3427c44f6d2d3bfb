"""What a YAML parser complains of -> words for the person who wrote the file."""

import re
from typing import Any

import msgspec
import yaml

from .yamllines import comment_at, looked

DEPTH_MOST = 100
"""Levels of nesting that a file may have."""

TOO_DEEP = (
    "BG110",
    f"more than {DEPTH_MOST} levels are nested here",
    "bring the data into the shape that the schema asks for",
)


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong with the text of a file, at a line and column from 1; a `warning` spoils nothing."""

    code: str
    message: str
    line: int
    column: int
    hint: str
    warning: bool = False


def told(error: yaml.YAMLError, text: str) -> Fault:
    """Return a parser's error as a fault; both PyYAML's own parser and libyaml are understood."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context = str(getattr(error, "context", None) or "")
    at: Any = getattr(error, "problem_mark", None)
    opened: Any = getattr(error, "context_mark", None)
    line, column = (at.line + 1, at.column + 1) if at is not None else (1, 1)
    if at is not None and (found := looked(text, line, column, f"{context} {problem}")) is not None:
        return Fault(code=found.code, message=found.message, line=found.line, column=found.column, hint=found.hint)
    code, message, hint = _words(problem, context, _character(text, at), opened)
    if code == "BG108" and opened is not None:
        line, column = opened.line + 1, opened.column + 1
        if (comment := comment_at(_line(text, opened))) is not None and comment > opened.column:
            hint = "` #` begins a comment in that line: put a text that holds it in quotes"
    return Fault(code=code, message=message, line=line, column=column, hint=hint)


def _line(text: str, at: Any) -> str:
    """Return the line of a mark."""
    lines = text.split("\n")
    return lines[at.line] if at is not None and at.line < len(lines) else ""


def _character(text: str, at: Any) -> str:
    """Return the character at a mark."""
    return _line(text, at)[at.column : at.column + 1] if at is not None else ""


def _words(problem: str, context: str, character: str, opened: Any) -> tuple[str, str, str]:
    """Return code, message and hint."""
    low = f"{context} {problem}".lower()
    if "nesting depth" in low:  # libyaml stops at its own bound while it reads ahead
        return TOO_DEEP
    if "tab" in problem.lower() or (character == "\t" and "cannot start any token" in problem):
        return (
            "BG107",
            "a tab stands where spaces should",
            "indent with spaces; set the editor to write them for the tab key",
        )
    if "cannot start any token" in problem:
        what = "a backtick" if character == "`" else f"`{character}`"
        return "BG106", f"a value cannot begin with {what}", "put the whole text in quotes"
    if "mapping values are not allowed" in problem:
        return (
            "BG106",
            "a colon stands inside a value, or the indent is not that of the lines above",
            'put a value that holds ": " in quotes; give keys of one mapping the same indent',
        )
    if "quoted scalar" in low and ("end of stream" in low or "document separator" in low):
        return (
            "BG108",
            "a quotation mark is opened here and never closed",
            "close it, or double it where it belongs to the text",
        )
    if re.search(r"expected ',' or '?[\]}]", problem) or "flow sequence" in context or "flow mapping" in context:
        sequence = "]" in problem or "sequence" in context
        bracket, close = ("[", "]") if sequence else ("{", "}")
        return (
            "BG108",
            f"the bracket `{bracket}` opened here is not closed, or a comma is missing in it",
            f"add `{close}` or the comma; put a text that holds a comma in quotes",
        )
    if "could not find expected ':'" in problem:
        return (
            "BG106",
            "a line above this one has no colon after its key",
            "write `key: value`, and indent the second line of a long text",
        )
    if "alias" in low or "anchor" in low:
        return (
            "BG106",
            "`*` and `&` at the start of a value have a meaning of their own in YAML",
            "put the whole text in quotes",
        )
    if "escape character" in problem:
        return (
            "BG106",
            "a backslash in a text between double quotes is not understood",
            "write two backslashes, or use single quotes",
        )
    if "tag" in low:
        return (
            "BG112",
            "`!` at the start of a value begins a tag, and this one is not understood",
            "put the whole text in quotes",
        )
    if "block scalar" in low:
        return (
            "BG106",
            "the text after `|` or `>` is not indented as it should be",
            "begin it on the next line, indented by spaces",
        )
    if re.search(r"did not find expected (key|'-' indicator)|expected <block end>", problem):
        since = f" begun in line {opened.line + 1}" if opened is not None else ""
        return (
            "BG106",
            f"this line does not fit into the list or mapping{since}",
            "give it the indent of its neighbours; quotes inside a quoted text are doubled",
        )
    if "document start" in problem:
        return (
            "BG106",
            "something stands after the end of the document",
            "a file is one mapping or one list: indent what belongs to it",
        )
    return "BG106", f"this is not YAML: {problem}", "see the line above as well: a mistake is often found only after it"

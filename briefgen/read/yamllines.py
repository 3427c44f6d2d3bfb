"""What the lines around a YAML fault look like -> what their author most likely meant.

A parser says where it could not go on; a person wants to know what to change. Each look below knows one mistake.
"""

import re
from collections.abc import Callable, Iterator

import msgspec

CURLY = "“”„«»‘’‹›"
"""Quotation marks that are plain characters in YAML."""

_KEYED = re.compile(r"(\s*(?:- +)?)([\w.-]+): +(?=[^\s\"'|>\[{&*!%@`#])(.*?)(?:\s+#.*)?\s*$")
_DASH = re.compile(r"(\s*)-(?=[\w\"'{\[*@<])")
_COLON = re.compile(r"(\s*(?:- +)?)([A-Za-z_][\w.-]*):(?=[^\s/])")


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a mistake is called, where it stands (line and column from 1), and what to do."""

    message: str
    line: int
    column: int
    hint: str
    code: str = "BG106"


def looked(text: str, line: int, column: int, problem: str) -> Look | None:
    """Return the mistake behind a parser's problem at a line and column from 1, or None where none is known."""
    lines = re.split(r"\r\n|[\n\r\x85\u2028\u2029]", text)
    at = min(line, len(lines)) - 1
    looks: tuple[tuple[str, Callable[[list[str], int, int], Look | None]], ...] = (
        ("", _conflict),
        ("", _wide_space),
        ("mapping values are not allowed", _colon_inside),
        ("mapping values are not allowed|could not find expected ':'|did not find expected", _no_space_after_dash),
        ("mapping values are not allowed", _deeper),
        ("could not find expected ':'", _no_space_after_colon),
        ("could not find expected ':'", _no_colon),
        ("block.*(did not find expected|expected <block end>)", _stray_bracket),
        ("block.*(did not find expected|expected <block end>)", _after_the_end),
        ("did not find expected node|expected the node", _nothing_before_comma),
        ("(sequence|block sequence) entries are not allowed", _list_on_key),
        ("mapping keys are not allowed", _question_mark),
    )
    for pattern, look in looks:
        if re.search(pattern, problem) and (found := look(lines, at, column - 1)) is not None:
            return found
    return None


def quoted(value: str) -> str:
    """Return a text as YAML in quotes, single ones where it holds double ones."""
    return f'"{value}"' if '"' not in value and "\\" not in value else "'" + value.replace("'", "''") + "'"


def short(value: str, most: int = 60) -> str:
    """Return a text short enough for a message."""
    return value if len(value) <= most else value[: most - 1].rstrip() + "…"


def comment_at(line: str) -> int | None:
    """Return where a comment begins in a line, quotes left out of account, or None."""
    found = re.search(r"(?:^|\s)#", line)
    return found.end() - 1 if found else None


def _above(lines: list[str], at: int) -> Iterator[int]:
    """Yield the lines from one upwards that say something."""
    for n in range(at, max(at - 40, -1), -1):
        if lines[n].strip() and not lines[n].lstrip().startswith("#"):
            yield n


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _conflict(lines: list[str], at: int, column: int) -> Look | None:
    for n in range(at + 1):
        if lines[n].startswith(("<<<<<<< ", ">>>>>>> ")):
            return Look(
                message="two versions of the file were merged and not settled",
                line=n + 1,
                column=1,
                hint="keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
            )
    return None


def _wide_space(lines: list[str], at: int, column: int) -> Look | None:
    for line in list(_above(lines, at))[:3]:
        for n, character in enumerate(lines[line][: _indent(lines[line])]):
            if character not in " \t":
                return Look(
                    code="BG107",
                    message=f"a space of another kind (U+{ord(character):04X}) stands where plain spaces should",
                    line=line + 1,
                    column=n + 1,
                    hint="delete it and type spaces; it is often left over from copying out of another program",
                )
    return None


def _colon_inside(lines: list[str], at: int, column: int) -> Look | None:
    match = _KEYED.match(lines[at])
    if match is None or column < match.start(3):
        return None
    key, value = match[2], match[3]
    hint = f"write {key}: {quoted(short(value))}"
    if key == "marking" and value.startswith("TLP:"):
        hint = f"write {key}: {value.replace(' ', '')}"
    elif value[0] in CURLY:
        bare = value.strip(CURLY)
        hint = f"write {key}: {quoted(short(bare))}; {value[0]} is a plain character in YAML"
    return Look(message=f"the value of `{key}` holds a colon", line=at + 1, column=column + 1, hint=hint)


def _no_space_after_dash(lines: list[str], at: int, column: int) -> Look | None:
    for n in list(_above(lines, at))[:3]:
        if (match := _DASH.match(lines[n])) and not lines[n].startswith("---"):
            return Look(
                message="a space is missing after the dash",
                line=n + 1,
                column=match.end() + 1,
                hint="write `- ` with a space to begin an entry of a list",
            )
    return None


def _deeper(lines: list[str], at: int, column: int) -> Look | None:
    before = next((n for n in _above(lines, at - 1)), None) if at else None
    if before is None or _indent(lines[at]) <= _indent(lines[before]):
        return None
    if lines[at].lstrip().startswith("- ") and lines[before].lstrip().startswith("- "):
        hint = "give all entries of a list the same indent"
    elif _KEYED.match(lines[before]):
        hint = "give keys of one mapping the same indent"
    else:
        return None
    return Look(
        message="this line is indented further than the one above it",
        line=at + 1,
        column=_indent(lines[at]) + 1,
        hint=hint,
    )


def _no_space_after_colon(lines: list[str], at: int, column: int) -> Look | None:
    for n in list(_above(lines, at))[:2]:
        if match := _COLON.match(lines[n]):
            return Look(
                message=f"a space is missing after the colon of `{match[2]}`",
                line=n + 1,
                column=match.end() + 1,
                hint=f"write {match[2]}: {short(lines[n][match.end() :].strip())}",
            )
    return None


def _no_colon(lines: list[str], at: int, column: int) -> Look | None:
    for n in _above(lines, at - 1):
        if not re.search(r":(\s|$)", lines[n]) and not lines[n].lstrip().startswith("- "):
            return Look(
                message="this line has no colon after its key",
                line=n + 1,
                column=_indent(lines[n]) + 1,
                hint="write `key: value`, and indent the second line of a long text",
            )
    return None


def _stray_bracket(lines: list[str], at: int, column: int) -> Look | None:
    character = lines[at][column : column + 1]
    if character not in ("]", "}"):
        return None
    opened = "[" if character == "]" else "{"
    return Look(
        code="BG108",
        message=f"the bracket `{character}` closes none that was opened",
        line=at + 1,
        column=column + 1,
        hint=f"take it away, or open it with `{opened}`",
    )


def _after_the_end(lines: list[str], at: int, column: int) -> Look | None:
    before = lines[at][:column].rstrip()
    if not before or before[-1] not in "\"']}":
        return None
    mark = "bracket" if before[-1] in "]}" else "quotation mark"
    how = "put the whole text in quotes" if mark == "bracket" else "double the quotes inside the text"
    match = re.match(r"\s*(?:- +)?([\w.-]+): +(.*?)\s*$", lines[at])
    if (match and mark == "bracket") or (match and match[2][0] == '"' and "'" not in match[2]):
        how = f"write {match[1]}: {quoted(short(match[2]))}"
    elif match and match[2][0] == "'" and match[2].endswith("'") and '"' not in match[2]:
        how = f"write {match[1]}: {quoted(short(match[2][1:-1]))}"
    return Look(message=f"text stands behind the closing {mark}", line=at + 1, column=column + 1, hint=how)


def _nothing_before_comma(lines: list[str], at: int, column: int) -> Look | None:
    if lines[at][column : column + 1] != ",":
        return None
    return Look(
        code="BG108",
        message="nothing stands before this comma",
        line=at + 1,
        column=column + 1,
        hint="take the comma away, or write the entry that is missing",
    )


def _list_on_key(lines: list[str], at: int, column: int) -> Look | None:
    return Look(
        message="a list begins on the line of its key",
        line=at + 1,
        column=column + 1,
        hint="begin it on the next line; or, if the dash belongs to a text, put the text in quotes",
    )


def _question_mark(lines: list[str], at: int, column: int) -> Look | None:
    return Look(
        message="a value cannot begin with `? `",
        line=at + 1,
        column=column + 1,
        hint="put the whole text in quotes",
    )

"""Changes of real files as people and machines make them: of bytes, of lines, of values, keys and types."""

import copy
import json
from typing import Any

from hypothesis import strategies as st

from briefgen.read import yamltext

BITS = st.sampled_from(
    [
        *" \n\t:[]{}'\"|>#%@?,~\\\x00\x85\ufeff\u2028\u200fé😀\r*&!",
        *("", ": ", "- ", "&a ", "*a", "!!int ", "<<: ", "---\n", "...", "[@", "]]>", "**", "]{lang=", "](", "\r\n"),
        *("null", "true", "no", "2021", "0", "-1", "1e400", ".nan", "2021-02-30", "31.12.2021", "<b>", "&amp;", "%s"),
    ]
)
WORDS = st.text(max_size=12) | st.lists(BITS, max_size=6).map("".join) | st.just("Donaudampfschiffahrt" * 20)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
VALUES = st.recursive(SCALARS, lambda v: st.lists(v, max_size=3) | st.dictionaries(WORDS, v, max_size=3), max_leaves=5)


@st.composite
def of_bytes(draw: st.DrawFn, text: str) -> bytes:
    """Return a file with bytes flipped, cut out, put in, or the rest cut off."""
    data = bytearray(text.encode())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(("flip", "cut", "insert", "end"))):
            case "flip" if data:
                data[at] = draw(st.integers(0, 255))
            case "cut":
                del data[at : at + draw(st.integers(1, 40))]
            case "insert":
                data[at:at] = draw(st.binary(max_size=8) | WORDS.map(lambda t: t.encode("utf-8", "surrogatepass")))
            case _:
                del data[at:]
    return bytes(data)


@st.composite
def of_lines(draw: st.DrawFn, text: str) -> bytes:
    """Return a file with lines taken out, doubled, moved, indented otherwise, joined, or changed inside."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(st.sampled_from(("out", "double", "move", "indent", "join", "inside", "other"))):
            case "out" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, line)
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case "indent":
                lines[at] = draw(st.sampled_from(("", " ", "  ", "    ", "\t", "\u00a0"))) + line.lstrip()
            case "join" if at + 1 < len(lines):
                lines[at : at + 2] = [line + lines[at + 1].strip()]
            case "inside":
                start = draw(st.integers(0, len(line)))
                lines[at] = line[:start] + draw(BITS) + line[start + draw(st.integers(0, 6)) :]
            case _:
                lines[at] = draw(st.sampled_from(lines))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


@st.composite
def of_values(draw: st.DrawFn, text: str, values: st.SearchStrategy[Any] = VALUES) -> bytes:
    """Return a YAML file, as JSON, with values, keys and types changed."""
    root = {"top": copy.deepcopy(yamltext.parse(text)[0])}
    for _ in range(draw(st.integers(1, 3))):
        holder, key = _place(draw, root)
        match draw(st.sampled_from(("value", "out", "key", "double", "wrap", "swap"))):
            case "value":
                holder[key] = draw(values)
            case "out" if holder is not root:
                del holder[key]
            case "key" if isinstance(holder, dict) and holder is not root:
                other_key = draw(WORDS | st.sampled_from(sorted(holder)))
                holder[other_key] = holder.pop(key)
            case "double" if isinstance(holder, list):
                holder.insert(key, copy.deepcopy(holder[key]))
            case "wrap":
                holder[key] = draw(st.sampled_from(([holder[key]], {"text": holder[key]}, str(holder[key]))))
            case _:
                other, there = _place(draw, root)
                holder[key], other[there] = copy.deepcopy(other[there]), copy.deepcopy(holder[key])
    return json.dumps(root["top"], ensure_ascii=draw(st.booleans()), default=str).encode("utf-8", "surrogatepass")


def _place(draw: st.DrawFn, root: dict[str, Any]) -> tuple[Any, Any]:
    """Return a value's holder and its key, drawn level by level."""
    holder: Any = root
    key: Any = "top"
    while isinstance(holder[key], dict | list) and holder[key] and draw(st.integers(0, 4)):
        holder = holder[key]
        key = draw(st.sampled_from(sorted(holder)) if isinstance(holder, dict) else st.integers(0, len(holder) - 1))
    return holder, key


@st.composite
def of_cells(draw: st.DrawFn, text: str) -> bytes:
    """Return a CSV with cells, rows and separators changed."""
    rows = [line.split(",") for line in text.rstrip("\n").split("\n")]
    for _ in range(draw(st.integers(1, 3))):
        row = draw(st.sampled_from(rows))
        if row:
            row[draw(st.integers(0, len(row) - 1))] = draw(
                WORDS | st.sampled_from(("", "1,5", '"', "1e9", "-5", "5 %"))
            )
        match draw(st.sampled_from(("out", "double", "more", "nothing"))):
            case "out" if len(rows) > 1:
                rows.remove(row)
            case "double":
                rows.append(list(row))
            case "more":
                row.append(draw(WORDS))
            case _:
                pass
    mark = draw(st.sampled_from((",", ",", ",", ";", "\t")))
    return draw(st.sampled_from(("\n", "\r\n", "\r"))).join(mark.join(r) for r in rows).encode("utf-8", "surrogatepass")


@st.composite
def of_files(draw: st.DrawFn, files: dict[str, str]) -> dict[str, bytes]:
    """Return one or two files of a project, changed."""
    names = draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=2, unique=True))
    return {name: draw(_any(name, files[name])) for name in names}


def _any(name: str, text: str) -> st.SearchStrategy[bytes]:
    if name.endswith(".csv"):
        return st.one_of(of_bytes(text), of_lines(text), of_cells(text))
    return st.one_of(of_bytes(text), of_lines(text), of_values(text))

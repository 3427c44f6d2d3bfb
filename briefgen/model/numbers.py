"""Key figures: a few numbers of the report, large, with what each of them means."""

from .base import Value
from .caption import SpecBase, Words


class NumberChoice(Value, frozen=True, kw_only=True):
    """A quantity of the report; `of` and `against` are others that it is a part of, or stands against."""

    quantity: str
    text: str | None = None
    unit: str | None = None
    of: str | None = None
    against: str | None = None


class NumbersSpec(SpecBase, frozen=True, kw_only=True, tag="numbers", tag_field="kind"):
    """Two to four numbers side by side, and a line on what they mean."""

    numbers: tuple[NumberChoice, ...]
    so_what: str | None = None


class Number(Value, frozen=True, kw_only=True):
    """A number as it is printed: large `figure` between small words, and what it means below."""

    id: str
    before: str
    figure: str
    after: str
    text: str


class Numbers(Value, frozen=True, kw_only=True, tag="numbers"):
    """Numbers side by side, and what they mean together."""

    words: Words
    numbers: tuple[Number, ...]
    so_what: str = ""

"""Documents of any shape for decks: statements of usual length, points and sections in any number."""

from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.model.document import Block, Document, Heading, Prose, Statement
from briefgen.model.inline import Call, Text
from briefgen.model.report import Kind, Origin, Quantity
from briefgen.model.spec import FULL
from tests.support import documents

TEXT = (
    "Moscow deals with the new rulers of Kabul and withholds recognition until its conditions on security are met "
    "by them, as officials said in July and again in October after talks with China, Pakistan and Tajikistan on aid"
)
WORDS = TEXT.split()
ORIGIN = Origin(file="reports/x/sections/a.yaml")
KINDS = (Kind.FACT, Kind.JUDGEMENT, Kind.FORECAST, Kind.BACKGROUND, Kind.QUOTATION)


def sentence(seed: int, length: int) -> str:
    """Return a sentence of at most `length` characters, another for each seed."""
    said = WORDS[seed % len(WORDS) :] + WORDS * 3
    text = ""
    for word in said:
        if len(text) + len(word) + 2 > length:
            break
        text = f"{text} {word}" if text else word.capitalize()
    return f"{text.rstrip(',')}."


def statement(number: int, short: int, full: int, *, led: bool, kind: Kind, value: float | None) -> Statement:
    """Return a statement with texts of about the lengths given; a quotation quotes words of its own."""
    words = sentence(number, short)
    if kind is Kind.QUOTATION:
        words = f"They “{' '.join(words.split()[:3]).lower()}”, said one."
    counted = Quantity(id=f"q{number}", value=value or 0, unit="states", what="States", precision="counted")
    return Statement(
        unit=f"u{number}",
        kind=kind,
        text=(Text(text=sentence(number + 3, full)), Call(notes=(1 + number % 8,))),
        short=words,
        origin=ORIGIN,
        lead=f"Lead number {number}" if led else None,
        paragraphs=(f"s1.p{number}",),
        references=("klyszcz-2021",),
        notes=(1 + number % 8,),
        quantities=() if value is None else (counted,),
    )


@st.composite
def decks(draw: st.DrawFn, *, slides: int = 300) -> Document:
    """Return a document with up to four sections, some of them nested, of points with one to nine statements."""
    count, blocks = 0, list[Block](documents.OPENING)
    figures = draw(st.lists(st.sampled_from([documents.STANCES, documents.DATES, documents.TRADES]), unique=True))
    for number in range(1, draw(st.integers(1, 4)) + 1):
        nested = number > 1 and draw(st.booleans())
        line = sentence(number * 5, draw(st.integers(40, 120))) if draw(st.booleans()) else None
        headline = sentence(number * 7, draw(st.integers(20, 90))).rstrip(".") + f" {number}"
        level = 2 if nested else 1
        blocks.append(
            Heading(
                section=f"s{number}",
                level=level,
                headline=headline,
                number=None if nested else number,
                bottom_line=line,
            )
        )
        for point in range(draw(st.integers(1, 5))):
            some = []
            for _ in range(draw(st.integers(1, 9))):
                count += 1
                some.append(
                    statement(
                        count,
                        draw(st.integers(40, 100)),
                        draw(st.integers(100, 220)),
                        led=draw(st.booleans()),
                        kind=draw(st.sampled_from(KINDS)),
                        value=draw(st.one_of(st.none(), st.integers(1, 2000))),
                    )
                )
            name = figures[-1].figure.words.point if figures and draw(st.booleans()) else f"p{number}-{point}"
            over = sentence(number * 11 + point * 3, draw(st.integers(20, 100))).rstrip(".")
            blocks.append(Prose(section=f"s{number}", point=name, headline=over, statements=tuple(some)))
            if figures and name == figures[-1].figure.words.point:
                blocks.append(figures.pop())
    return documents.document(replace(FULL, slides=slides), (*blocks, *documents.CLOSING))

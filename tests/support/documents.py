"""Documents built by hand, as compose would make them: one real brief in three lengths."""

from datetime import date

from briefgen.compose.contents import with_contents
from briefgen.model.document import (
    Block,
    BottomLine,
    Bullets,
    Colophon,
    Document,
    FigureBlock,
    Heading,
    KeyJudgements,
    Method,
    Note,
    Outlook,
    Prose,
    References,
    Remark,
    Scale,
    Sources,
    Statement,
    TableBlock,
    Watch,
    Work,
)
from briefgen.model.figure import Words
from briefgen.model.inline import Text
from briefgen.model.labels import Labels
from briefgen.model.report import Column
from briefgen.model.spec import FULL, ONE_PAGE, SHORT, STANDARD, Length, Sheet

from . import pictures
from .texts import (
    ASSURANCES,
    BOTTOM,
    CHINA,
    JUDGEMENTS,
    NEIGHBOURS,
    ORIGIN,
    OUTLOOK,
    REFERENCES,
    TRADE,
    WATCH,
    inlines,
)

LABELS = Labels(
    language="en",
    bottom_line="Bottom line",
    key_judgements="Key judgements",
    contents="Contents",
    outlook="Outlook",
    watch="What to watch",
    sources="Sources",
    source="Source",
    figure="Figure",
    table="Table",
    figures="Figures",
    tables="Tables",
    page="Page {page} of {pages}",
    as_of="As of {date}",
    after="After a report by {author}",
    hedges="Hedges are the report author’s. Reported, announced and planned steps are named as such.",
    continued="{headline} (continued)",
    say="What to say",
    how_sure="How sure",
    evidence="Sources",
    method="Method",
    references="References",
    agenda="What this brief argues",
    works="This brief rests on one report and on the works that it cites",
    backup="Backup",
    supports="In support of",
)


def figure(name: str, number: int | None, section: str, calls: str) -> FigureBlock:
    """Return a figure of `pictures.FIGURES` as a block; `calls` is its source line."""
    return FigureBlock(
        figure=pictures.FIGURES[name], number=number, section=section, source=inlines(calls), origin=ORIGIN
    )


PARTNERS = TableBlock(
    words=Words(
        id="partners",
        headline="Each of Moscow’s three key partners reads the Taliban differently",
        subtitle="Roles and lines as the report describes them, November 2021",
        alt="Table of China, Pakistan and Tajikistan: role for Moscow, line on the Taliban, limit to joint action.",
        description="China and Pakistan: cooperation and coordination; Tajikistan: managing conflict.",
    ),
    number=1,
    section="third-parties",
    columns=(
        Column(name="actor", kind="text", label="Partner"),
        Column(name="role", kind="text", label="Role for Moscow"),
        Column(name="line", kind="text", label="Line on the Taliban"),
        Column(name="limit", kind="text", label="Limit to joint action"),
    ),
    rows=(
        (
            "China",
            "Cooperation, coordination",
            "Engages; has reservations about recognition",
            "Neither rivalry nor fully developed cooperation",
        ),
        (
            "Pakistan",
            "Cooperation, coordination",
            "Sees a workable route to stability; ties have worn thin",
            "Shared wish for stability is of the moment; basic views differ",
        ),
        (
            "Tajikistan",
            "Managing conflict",
            "Opposed; wants Tajiks and other minorities in government",
            "Few means of its own, but leverage at this juncture",
        ),
    ),
    source=inlines("Source: Klyszcz 2021[1]. As of 14 November 2021."),
    origin=ORIGIN,
)

TAKEOVER = Heading(
    section="takeover",
    level=1,
    headline="Engagement stops short of commitment",
    number=1,
    bottom_line="Moscow deals with the new rulers and withholds recognition.",
)
PARTIES = Heading(
    section="third-parties",
    level=1,
    headline="Three neighbours now shape what Russia can do",
    number=2,
    bottom_line="China and Pakistan for cooperation and coordination, Tajikistan for managing conflict.",
)
CONTAINMENT = Heading(
    section="containment",
    level=1,
    headline="Trade explains little of Moscow’s interest",
    number=3,
    bottom_line="Security comes first; goods and transport are a distant second.",
)


def prose(section: str, point: str, headline: str, statements: tuple[Statement, ...]) -> Prose:
    """Return one point of a section."""
    return Prose(section=section, point=point, headline=headline, statements=statements)


OPENING: tuple[Block, ...] = (
    BottomLine(statement=BOTTOM),
    KeyJudgements(statements=JUDGEMENTS, hint=LABELS.hedges),
)
CLOSING: tuple[Block, ...] = (
    Outlook(statements=OUTLOOK),
    Watch(statements=WATCH),
    Sources(),
    Colophon(
        text=inlines(
            "This brief draws on Ivan U. Klyszcz, *Russia and the Taliban takeover*. Neither the author nor "
            "FRS has reviewed it. Works other than the report are cited as it gives them."
        )
    ),
)
STANCES = figure(
    "stances",
    1,
    "third-parties",
    "Source: RFE/RL, 7 Jul 2021[5]; Gandhara, 1 Oct 2021[9]. As of 14 November 2021.",
)
DATES = figure(
    "dates",
    2,
    "takeover",
    "Source: Klyszcz 2021[1]; TASS, 21 Oct 2021[3]; Interfax, 8 Jul 2021[8]. "
    "Events the report mentions, not a full count of contacts. As of 14 November 2021.",
)
TRADES = figure(
    "trade",
    3,
    "containment",
    "Source: Observatory of Economic Complexity 2021[10]. Rounded; one year, so no trend. As of 14 November 2021.",
)


def document(length: Length, blocks: tuple[Block, ...], marking: str | None = "TLP:CLEAR") -> Document:
    """Return the brief in one length, with the notes and units that its blocks use."""
    shown = [s for b in blocks for s in statements(b)]
    return Document(
        brief="policy-makers",
        length=length,
        title="Moscow wants a stable Afghanistan more than it wants the Taliban",
        short_title="Russia and the Taliban takeover",
        issuer="Example Institute",
        issuer_line="Policy brief no. 12",
        report_line="Ivan U. Klyszcz, Recherches & Documents 17/2021",
        author_line="After a report by Ivan U. Klyszcz",
        review="Not reviewed by author or publisher.",
        as_of="As of 14 November 2021",
        date=date(2021, 11, 14),
        language="en",
        labels=LABELS,
        sheet=Sheet.A4,
        blocks=blocks,
        notes=tuple(
            Note(number=n, references=(ref,), short=inlines(short), full=inlines(full))
            for n, (ref, short, full) in enumerate(REFERENCES, 1)
        ),
        units=tuple(s.unit for s in shown),
        references=tuple(sorted({r for s in shown for r in s.references})),
        subtitle="Russia and the Taliban takeover: what it changed in Russian policy, and what it did not",
        marking=marking,
    )


def statements(block: Block) -> tuple[Statement, ...]:
    """Return the statements of a block in order."""
    match block:
        case BottomLine():
            return (block.statement,)
        case KeyJudgements() | Prose() | Bullets() | Outlook() | Watch():
            return block.statements
        case _:
            return ()


def one_page() -> Document:
    """Return the brief on one page or slide, with its map."""
    extra = Bullets(headline="Engagement stops short of commitment", statements=ASSURANCES[:2])
    return document(ONE_PAGE, (*OPENING, STANCES, extra, *CLOSING[:1], *CLOSING[2:]))


def one_slide() -> Document:
    """Return the brief on one slide, whose map would be too small."""
    extra = Bullets(headline="Engagement stops short of commitment", statements=ASSURANCES[:2])
    return document(ONE_PAGE, (*OPENING, extra, *CLOSING[:1], *CLOSING[2:]))


def short() -> Document:
    """Return the brief on two pages or six slides, with a map and a timeline."""
    return document(
        SHORT,
        (
            *OPENING,
            TAKEOVER,
            prose(
                "takeover",
                "assurances",
                "Moscow gathered assurances and withheld recognition",
                ASSURANCES[:3],
            ),
            DATES,
            PARTIES,
            prose("third-parties", "tajikistan", "Tajikistan is the exception in Central Asia", NEIGHBOURS),
            prose("third-parties", "china", "China matters more to the Taliban than Russia does", CHINA),
            STANCES,
            *CLOSING,
        ),
    )


def standard() -> Document:
    """Return the brief on four pages or twelve slides, with every figure and the table."""
    return document(
        STANDARD,
        (
            *OPENING,
            TAKEOVER,
            prose("takeover", "assurances", "Moscow gathered assurances and withheld recognition", ASSURANCES),
            DATES,
            PARTIES,
            prose("third-parties", "tajikistan", "Tajikistan is the exception in Central Asia", NEIGHBOURS),
            STANCES,
            prose("third-parties", "china", "China matters more to the Taliban than Russia does", CHINA),
            PARTNERS,
            CONTAINMENT,
            prose("containment", "connectivity-trade", "Trade is too small to explain the interest", TRADE),
            TRADES,
            *CLOSING,
        ),
    )


BEIJING = Heading(section="china", level=2, headline="China matters more to the Taliban than Russia does")
METHOD = Method(
    label="Method",
    headline="The report states likelihood on the ICD 203 scale",
    remarks=(
        Remark(lead="Basis", text="This brief draws on one report.", short="One report."),
        Remark(lead="Likelihood", text="Likelihood is stated on the ICD 203 scale.", short="ICD 203."),
        Remark(lead="Status", text="Steps that were only announced are named as such.", short="Announced is not done."),
        Remark(lead="Selection", text="All 21 statements of the report stand here.", short="All 21 statements."),
        Remark(lead="Maps", text="Boundaries follow the preset “un”.", short="Boundaries: “un”."),
    ),
)
SCALE = Scale(
    name="ICD 203",
    table=TableBlock(
        words=Words(
            id="scale",
            headline="What the terms mean",
            subtitle="Likelihood in per cent",
            alt="Scale.",
            description="likely: 55–80",
        ),
        number=None,
        section=None,
        columns=(
            Column(name="term", kind="text", label="Term"),
            Column(name="range", kind="text", label="Range"),
        ),
        rows=(("unlikely", "20–45"), ("roughly even chance", "45–55"), ("likely", "55–80")),
        source=inlines("Source: ICD 203."),
        origin=ORIGIN,
    ),
)
WORKS = References(
    works=(
        *(Work(reference=name, text=inlines(f"{full}.")) for name, _, full in REFERENCES),
        Work(
            reference="unece",
            text=(*inlines("UNECE, “Links”. "), Text(text="https://unece.org", href="https://unece.org")),
        ),
    )
)
IMPRINT = (
    inlines("Cite as: Example Institute, *Moscow wants a stable Afghanistan*."),
    inlines("Contact: briefs@example.org"),
)


def full() -> Document:
    """Return the brief in its longest form: contents, a nested section, method, a scale, all works, its imprint."""
    blocks: list[Block] = []
    for block in standard().blocks:
        match block:
            case Prose(point="china"):
                blocks += [BEIJING, block]
            case Colophon():
                blocks += [METHOD, SCALE, WORKS, Colophon(text=block.text, imprint=IMPRINT)]
            case _:
                blocks.append(block)
    return document(FULL, tuple(with_contents(blocks, LABELS, "en")))

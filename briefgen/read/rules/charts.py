"""BG602 to BG619 and BG670 to BG699: charts, diagrams and their drawings."""

from .base import Rule

CHARTS: dict[str, Rule] = {
    "BG603": Rule(
        "A line has fewer than three moments.",
        "One year is no trend, and two make any trend one likes.",
        "",
        "Show bars, or give more moments.",
    ),
    "BG604": Rule(
        "The numbers of a chart have no source.",
        "A reader must be able to look them up.",
        "cites: [oec-2021]",
        "Add `cites` to the figure or to data/NAME.yaml.",
    ),
    "BG605": Rule(
        "A chart has more bars, rows or parts than can be told apart.",
        "There are six colours, and a page has an end. Nothing is joined or left out unless you say so.",
        "keep: 5",
        "Set `keep` to join the smaller ones into one, show fewer, or show a table.",
    ),
    "BG606": Rule(
        "Two rows of a chart stand for the same thing.",
        "It would be uncertain which number holds.",
        "",
        "Add them up, or call one of them otherwise.",
    ),
    "BG607": Rule(
        "A column holds no number at all.",
        "A chart of nothing says something that the data do not.",
        "",
        "Fill it in, or take the figure out.",
    ),
    "BG608": Rule(
        "Columns of different units are to share one scale.",
        "A length would mean two things at once.",
        "",
        "Show one unit, or make two figures.",
    ),
    "BG609": Rule(
        "A matrix or an overview of formats has no column, row, shape or seat for something, or has one for nothing.",
        "What is left out of it reads as a no, and a guessed seat would say what the report does not.",
        "statuses: {eligible to apply: part}",
        "Add the column or the seat, or take out what the report does not say.",
    ),
    "BG610": Rule(
        "A number is said to be a part of a smaller one, or stands with two others at once.",
        "“4 of 5” must be four of five.",
        "{quantity: conciliatory-states, of: central-asian-states}",
        "Name the whole under `of`, or another of the same unit under `against`.",
    ),
    "BG611": Rule(
        "A diagram names a tie or a type of tie that does not join its actors.",
        "A line needs two ends, and a diagram shows only what the report tells.",
        "",
        "Add the actor, or take one of those that the hint names.",
    ),
    "BG612": Rule(
        "A step of a condition chain is surer than the units that it rests on.",
        "“Could” must not become “will” because an arrow is straight.",
        "hedge: could",
        "Take the word of caution of the units.",
    ),
    "BG613": Rule(
        "A profile of sources counts by year and by something else at once.",
        "Years are columns over time; other counts are parts of one bar.",
        "by: [type, language]",
        "Count by year in a figure of its own.",
    ),
    "BG670": Rule(
        "Something in a chart cannot be named where names stand.",
        "Parts and dots are named beside what they are, not in a legend.",
        "",
        "Give the row or column beside which names stand all its parts.",
    ),
    "BG671": Rule(
        "A drawing has more shapes than a person can edit.",
        "On slides each shape is one to move and recolour.",
        "",
        "Show less: fewer rows, events, neighbours or actors.",
    ),
    "BG672": Rule(
        "The theme's label font lacks characters that a figure needs.",
        "They would show as empty boxes.",
        "",
        "Write it in letters that the font has, or give the theme a font that has these.",
    ),
}

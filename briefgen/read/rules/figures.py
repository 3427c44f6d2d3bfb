"""BG6xx: figures and data."""

from .base import Rule

FIGURES: dict[str, Rule] = {
    "BG601": Rule(
        "A figure cannot be drawn from its data.",
        "A figure never shows more than its data hold.",
        "",
        "Correct the data or the figure as the hint says.",
    ),
    "BG620": Rule(
        "A table of data is empty.",
        "A figure drawn from it would be empty.",
        "",
        "Add rows, or take both of its files away.",
    ),
    "BG621": Rule(
        "The head of a CSV does not have the columns that its description names.",
        "A number in the wrong column is a wrong number.",
        "flow,label,value",
        "Make the head and `columns` in data/NAME.yaml agree; cells are parted by commas.",
    ),
    "BG622": Rule(
        "A row of a CSV has more or fewer cells than its head.",
        "Its cells would stand in the wrong columns.",
        'china,"Cooperation, coordination"',
        "Put a cell that holds a comma in double quotes.",
    ),
    "BG623": Rule(
        "A cell is no number where one is needed, or an id is empty.",
        "A number that is misread is worse than one that is missing.",
        "1250.5      # no thousands separators, no unit",
        "Write digits with a point for decimals; leave the cell empty if the number is not known.",
    ),
    "BG624": Rule(
        "Two rows of a table have the same id.",
        "Figures name rows by their ids: it would be uncertain which is meant.",
        "",
        "Keep one of the two.",
    ),
    "BG625": Rule(
        "A quotation mark in a CSV is not closed, or stands inside a cell.",
        "From there on it is uncertain where cells end.",
        '"He said ""no"""',
        "Put the whole cell in double quotes, and double those inside it.",
    ),
    "BG626": Rule(
        "A table lacks its CSV, or the description of its columns.",
        "Numbers without unit and period say nothing.",
        "data/trade-2019.csv and data/trade-2019.yaml",
        "Add the file that is missing.",
    ),
    "BG630": Rule(
        "A figure names a column that its dataset does not have.",
        "The figure would have nothing to draw.",
        "",
        "Take one of those that the hint names.",
    ),
    "BG631": Rule(
        "A figure needs numbers from a column that holds text.",
        "Only numbers have a length or a height.",
        "value: {unit: USD million, period: 2019}",
        "Name another column, or describe it as a number.",
    ),
    "BG632": Rule(
        "The numbers of a chart have no unit or no period.",
        "A chart without them says nothing.",
        "value: {unit: USD million, period: 2019}",
        "Give both in data/NAME.yaml.",
    ),
    "BG633": Rule(
        "A row has a number below zero where none can be shown.",
        "Parts of a bar, joined rows and scales that begin at zero know no numbers below it.",
        "",
        "Correct the number, or show bars or a table.",
    ),
    "BG634": Rule(
        "A chart stresses a row that is not there.",
        "Nothing would be stressed, and no one would notice.",
        "",
        "Take one of those that the hint names.",
    ),
    "BG638": Rule(
        "A timeline names an event outside its period.",
        "It has no place in the drawing.",
        "",
        "Take it out, or widen the period.",
    ),
    "BG639": Rule(
        "A timeline names an event whose first actor has no lane.",
        "It has no place in the drawing.",
        "",
        "Add the actor to a lane, or take the event out.",
    ),
    "BG640": Rule(
        "The key event of a timeline is not among the events that it shows.",
        "It would be stressed nowhere.",
        "",
        "Add it to `events`.",
    ),
    "BG654": Rule(
        "A label is too long for its drawing.", "It would run into its neighbour or be cut.", "", "Say it shorter."
    ),
    "BG655": Rule(
        "There is too little room to draw the figure legibly.",
        "No text is set under the theme's smallest size.",
        "",
        "Show fewer rows or events.",
    ),
    "BG656": Rule(
        "A value cannot be drawn by this kind of figure.",
        "A number must be finite, and each category needs a role that has a colour.",
        "",
        "Correct the value, or use a table.",
    ),
    "BG658": Rule(
        "An event lies outside the period or the lanes of its timeline.",
        "It has no place in the drawing.",
        "",
        "Widen `period`, add a lane, or leave the event out.",
    ),
    "BG659": Rule(
        "An event's status has no shape.",
        "Shapes tell done from reported, announced, planned, possible and denied.",
        "",
        "Take one of those that the hint names.",
    ),
    "BG662": Rule(
        "A figure has nothing to show.",
        "An empty drawing says something that the data do not.",
        "",
        "Give its data a row, or take the figure out.",
    ),
}

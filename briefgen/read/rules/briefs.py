"""BG4xx: what brief specs ask for. BG7xx: themes."""

from .base import Rule

BRIEFS: dict[str, Rule] = {
    "BG410": Rule(
        "The brief is drawn from a report that is not there.",
        "A report is a folder reports/NAME with a report.yaml.",
        "",
        "Check the name: `briefgen list reports`.",
    ),
    "BG411": Rule(
        "The brief asks for a theme that is not there.",
        "A theme is a file themes/NAME.yaml.",
        "",
        "Check the name: `briefgen list themes`.",
    ),
    "BG412": Rule(
        "There is no such length, or one of the four is given other pages.",
        "one-page, short, standard and full mean the same in every house.",
        "lengths: [one-page, {ministerial: {pages: 3, slides: 8}}]",
        "Take one of the four, or give your own a name, pages and slides.",
    ),
    "BG413": Rule(
        "The brief stands for a day before the one up to which its report tells events.",
        "It would tell what had not yet happened.",
        "",
        "Write the report's day or a later one.",
    ),
    "BG414": Rule(
        "The brief asks for content in a language that the report does not have.",
        "Texts are not translated; only labels, dates and numbers have a language of their own, `furniture`.",
        "",
        "Write the report's language.",
    ),
    "BG415": Rule(
        "A table is asked for among the figures, or a figure among the tables.",
        "They have quotas of their own.",
        "- tables: [partners]",
        "Name it in the other list.",
    ),
    "BG416": Rule(
        "An entry of the content has no slot, or two; or a slot names nothing, or a choice of units has no condition.",
        "Slots stand in the order in which they are written.",
        "- figures: [trade]\n  tables: [partners]      # begin this line with `- `",
        "Write each slot as an entry of its own.",
    ),
    "BG417": Rule(
        "The same slot, section, figure or unit stands in the content twice.",
        "It can be shown in one place only.",
        "",
        "Take one out.",
    ),
    "BG418": Rule(
        "A longer length has fewer slides or figures than a shorter one.",
        "A longer length holds all that a shorter one does.",
        "lengths: [short, {ministerial: {pages: 3, slides: 4}}]",
        "Give it at least as many.",
    ),
    "BG419": Rule(
        "A unit must stand in a length in which it, or one that it needs, is left out.",
        "Both cannot be true.",
        "pin: {short: [moscow-talks]}\nomit: {standard: [moscow-talks]}",
        "Pin it from a longer length on, or omit it up to a shorter one.",
    ),
    "BG420": Rule(
        "Nothing is replaced in a unit that is named under `replace`.",
        "It is most often left over.",
        "",
        "Give new words, or take the entry out.",
    ),
    "BG421": Rule("A length or a format stands twice.", "Each is built once.", "", "Take one out."),
    "BG422": Rule(
        "No unit of the report meets the conditions of a choice.",
        "It adds nothing to the brief.",
        "units: {actors: [tajikistan], period: 1990/1999}",
        "Drop a condition: all must be met at once.",
    ),
    "BG423": Rule(
        "A unit is marked more strictly than the brief that may show it.",
        "Whoever gets the brief may share it as its marking says, the unit included.",
        "marking: TLP:AMBER      # in a unit; the brief is TLP:CLEAR",
        "Mark the brief as strictly, or leave the unit out of all its lengths with `omit`.",
    ),
    "BG424": Rule(
        "A unit that stands in a slot is pinned or left out.",
        "What stands in a slot stands by its rank, or because the content names it; pin and omit would do nothing.",
        "omit: {short: [kj-recognition]}",
        "Ask for fewer in the slot's line of `content`, or name its units: `key-judgements: [kj-conditions]`.",
    ),
    "BG425": Rule(
        "A unit is pinned that the content does not take.",
        "It would not stand in any length.",
        "content: [sections: [takeover]]\npin: {short: [kept-in-another-section]}",
        "Add its section to the content, or the unit itself: `- units: [moscow-talks]`.",
    ),
    "BG426": Rule(
        "The content takes nothing of the report.",
        "A brief without a statement and without a figure has nothing to say.",
        "content: [sources]",
        "Add sections, slots or figures to the content, or units to the report.",
    ),
    "BG427": Rule(
        "Tables of what figures show are asked for, and no length has them.",
        "Only the PDF of `full`, or of an own length of eight pages or more, has room for them at its end.",
        "lengths: [short, full]",
        "Add such a length, or take `figure_tables` out.",
    ),
    "BG430": Rule(
        "Two specs have the same name.",
        "A brief's files are called after its spec: one would overwrite the other.",
        "briefs/board.yaml and briefs/board.yml",
        "Rename one of them.",
    ),
    "BG710": Rule(
        "A colour of a theme is not written as one.",
        "PDF and slides need the same exact colour.",
        'accent: "#8A1C2C"',
        "Write # and six hexadecimal digits, in quotes: an unquoted # begins a comment.",
    ),
    "BG711": Rule(
        "A type style cannot be read or drawn: too small, its lines too close, or a weight without a font.",
        "Nothing is set under 8 points on paper and 10 on slides, notes included.",
        "",
        "Set the size, leading or weight that the hint names.",
    ),
    "BG712": Rule(
        "The margins of a theme, or a column beside the text, leave too little room for text.",
        "Lines would be too short to read.",
        "",
        "Make them narrower.",
    ),
    "BG713": Rule(
        "A box of a slide's layout does not lie on the slide.",
        "What stands in it would be cut off.",
        "headline: [0.6, 0.87, 12.1, 1.0]",
        "Write [x, y, width, height] in inches from the upper left corner.",
    ),
    "BG714": Rule(
        "A theme lacks the colour of a marking.",
        "Markings are set in the colours that FIRST gives for TLP 2.0.",
        '"TLP:AMBER": "#FFC000"',
        "Add the colour.",
    ),
    "BG715": Rule(
        "Letters do not stand out enough from what they stand on.",
        "Readers with weak sight, in bright rooms and on bad prints need a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3).",
        'mute: "#5E564D"      # 7.2 on white',
        "Take the colour that the hint gives, or a darker or lighter one.",
    ),
    "BG716": Rule(
        "Bars, lines, states of a map or the logo do not stand out enough from what they stand on.",
        "What says something by its colour alone needs a contrast of 3 to 1 (WCAG 2.2, 1.4.11).",
        "",
        "Take the colour that the hint gives, or a darker or lighter one.",
    ),
    "BG717": Rule(
        "Two colours of a theme that mean different things look alike to some eyes, or in grey.",
        "One man in twelve is colour-blind, and briefs are copied in grey. Distances are those of CAM02-UCS: at 1 two "
        "colours side by side are just told apart, at 10 they cannot be taken for each other.",
        "",
        "Take the colour that the hint gives, or make one of the two much lighter or darker.",
    ),
    "BG738": Rule(
        "The logo of a theme is not there.",
        "It stands beside the theme in the folder themes/.",
        "logo: {file: house.svg, alt: House of Maps}",
        "Add the file, or correct its name: the file's, without a path.",
    ),
    "BG739": Rule(
        "The logo of a theme cannot be drawn.",
        "What is drawn otherwise than it is meant is no logo: text, gradients, pictures and masks are refused.",
        '<path fill="#8A1C2C" d="M0 0h20v20z"/>',
        "Save it as plain SVG with paths in flat colours, text turned into outlines.",
    ),
    "BG722": Rule(
        "The logo of a theme has no room on the page.",
        "It stands in the head of page one, beside series and marking.",
        "height_mm: 8",
        "Set the height that the message names.",
    ),
}

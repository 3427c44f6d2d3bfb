"""BG3xx: what reports say."""

from .base import Rule

REPORTS: dict[str, Rule] = {
    "BG301": Rule(
        "An id names nothing.",
        "What a unit, event or figure rests on must be there, or it cannot be traced.",
        "actors: [tajikstan]\nactors: [tajikistan]      # right",
        "Correct the id, or add what it should name to its file.",
    ),
    "BG302": Rule(
        "Two entries have the same id.",
        "It would be uncertain which of them is meant.",
        "",
        "Give one of them another id.",
    ),
    "BG303": Rule(
        "A key judgement, or a unit to watch, has no lead.",
        "It stands in a list, set bold before the text; readers skim the leads alone.",
        "lead: Support has conditions",
        "Add two to six words that are already the point.",
    ),
    "BG304": Rule(
        "A unit needs another that ranks lower.",
        "The other comes with it all the same and takes room that its own rank does not earn.",
        "",
        "Rank what a unit leans on at least as high as the unit.",
    ),
    "BG305": Rule(
        "The word of caution does not stand in a text.",
        "The source's “may”, “seems” and “reported” are content; a brief without them claims more than its source.",
        "short: Russia will recognise the Taliban.\nhedge: {source: may, here: may}",
        "Put the word into `text` and `short`, or name in `here` the word that is there.",
    ),
    "BG306": Rule(
        "The word used here claims more than the source's.",
        "A brief may keep a hedge or weaken it, never strengthen it.",
        "hedge: {source: may, here: likely}",
        "Use a word that is no stronger.",
    ),
    "BG307": Rule(
        "A unit has no short text.",
        "Slides and one-page briefs show it; without it they show the text's first sentence.",
        "",
        "Add `short`: one sentence of at most 110 characters.",
    ),
    "BG308": Rule(
        "A unit names a quantity whose number its text does not state.",
        "The number must be the same in every length, so it must be there.",
        "",
        "State the number, or take the quantity out.",
    ),
    "BG309": Rule(
        "A date does not exist, or is not written as EDTF.",
        "Dates place events on a timeline.",
        "2021-06-31            # June has 30 days\n2021-06-30, 2021-06, 2021, 201X, 2021-07~, 2021-08/2021-10",
        "Write a day, a month, a year, a decade, `~` for about, or two of them with `/` between.",
    ),
    "BG310": Rule(
        "A citation cannot be read.",
        "It would be printed as it stands, and the note would be missing.",
        "[@interfax-2021-07-08, p. 4; @tass-2021]",
        "Write [@reference], [@reference, p. 44] or [@one; @other].",
    ),
    "BG311": Rule(
        "A link's address is not one that a brief may hold.",
        "Only https:, http: and mailto: work in every reader and are safe to follow.",
        "[the paper](https://example.org/paper)",
        "Write the full address.",
    ),
    "BG312": Rule(
        "Words are marked with something that names no language.",
        "Readers that speak need to know the language of foreign words.",
        "[Талибан]{lang=ru}",
        "Write the language's tag, such as ru.",
    ),
    "BG313": Rule(
        "An asterisk, a tag or an entity of HTML would be printed as it stands.",
        "Emphasis that is not closed is not seen as such, and other markup than ours is plain text.",
        "*only here\n<i>so</i> &amp; so",
        "Close the emphasis, or write \\* if the asterisk is meant; write the character itself for an entity.",
    ),
    "BG314": Rule(
        "A short text, title, headline or label has citations or markup.",
        "It is shown as it stands; notes come from the texts of units.",
        "",
        "Take them out.",
    ),
    "BG315": Rule(
        "A headline, lead or short text is longer than reads well, or ends with a full stop.",
        "It must fit on a line or two in every length.",
        "",
        "Say it shorter.",
    ),
    "BG316": Rule(
        "A unit is attributed to a speaker who has no name.",
        "Who speaks must never be blurred.",
        "attribution: {by: speaker, who: Vladimir Putin}",
        "Add `who`.",
    ),
    "BG317": Rule(
        "A section stands in two places, or inside itself.",
        "Its place in the brief would be uncertain.",
        "",
        "Leave it in one place.",
    ),
    "BG318": Rule(
        "A unit that is no fact has a status.",
        "A status says how far a fact has come: done, reported, announced, planned, possible, denied.",
        "",
        "Take the status out, or make the unit a fact.",
    ),
    "BG319": Rule(
        "The report has two bottom lines.",
        "A brief has one answer that comes first.",
        "",
        "Make the other a key judgement.",
    ),
    "BG320": Rule(
        "The name of an author is neither a person's nor a body's, or both.",
        "They are printed differently.",
        "{family: Giustozzi, given: Antonio}\n{literal: World Bank}",
        "Give `family` or `literal`.",
    ),
    "BG321": Rule(
        "Units need each other in a circle.", "None could be shown first.", "", "Take one of the needs away."
    ),
    "BG322": Rule(
        "A place has coordinates without being a point, or is a point without them.",
        "A map may show no point for a place that the source does not locate.",
        "{id: pamir, name: Pamir, precision: area}",
        "Add `at`, or say how far the place is located in `precision`.",
    ),
    "BG330": Rule(
        "A code is no state's, or another state's than the actor's.",
        "Maps find a state by its code alone: a wrong one colours another country.",
        "{id: tajikistan, type: state, name: Tajikistan, iso: TKJ}\niso: TJK      # right",
        "Write the ISO 3166-1 alpha-3 code.",
    ),
    "BG331": Rule(
        "A short text states a number that the text does not.",
        "A short text may leave a number out, never change one: all lengths must agree.",
        "text: Exports stood at USD 100 million.\nshort: Exports stood at USD 120 million.",
        "Take the number out of `short`, or state it in `text`, `dates` or `quantities` too.",
    ),
    "BG332": Rule(
        "A short text says a word of likelihood that claims more than those of the text.",
        "A shorter length must not be surer than a longer one.",
        "text: Russia could turn neutral.\nshort: Russia will turn neutral.",
        "Use the word of caution that stands in `text`.",
    ),
    "BG333": Rule(
        "Works are cited by no unit and no figure.",
        "No brief can ever name them; most often a citation was forgotten.",
        "",
        "Cite them where they belong, or take them out of references.yaml.",
    ),
    "BG334": Rule(
        "Claims of the source are covered by no unit.",
        "What the source says there is in no brief.",
        "covers: [s3.p3.c02]",
        "Name them under `covers` of the unit that carries them, or write a unit.",
    ),
    "BG335": Rule(
        "Events, quantities, actors or places are named by nothing.",
        "They are leftovers, or a unit forgot to name them.",
        "",
        "Name them where they belong, or take them out.",
    ),
}

"""BG4xx: fonts and furniture. BG5xx: fitting. BG8xx: checks of finished files. BG9xx: output and commands."""

from .base import Rule

_OURS = "Nothing is wrong with your files: this is a fault of briefgen. Please tell its authors, with the file."

OTHERS: dict[str, Rule] = {
    "BG401": Rule(
        "A font file of the theme is not there.",
        "Pages are measured and set with the theme's own fonts; none is put in their place.",
        "",
        "Add the file to the project's folder fonts/, or correct its name in the theme: the file's, without a path.",
    ),
    "BG402": Rule(
        "A file in a fonts folder is not a font that can be set and embedded, or is damaged.",
        "Every table of a font has its checksum; text set from a damaged one may be wrong in one letter.",
        "",
        "Give a whole TrueType file (.ttf); take it anew from where it came.",
    ),
    "BG403": Rule(
        "There are no labels in that language.",
        "Labels, dates and numbers are written in English and French.",
        "furniture: fr",
        "Write en or fr.",
    ),
    "BG404": Rule(
        "The theme's page fonts lack a character of the text.",
        "An empty box in print says nothing; what one family lacks is set in the other, and here both lack it.",
        "",
        "Use other characters, or a theme whose fonts have these.",
    ),
    "BG405": Rule(
        "The theme's page fonts lack letters of a text.",
        "A letter without a glyph would stand as an empty box. A title gives way to its translation.",
        "",
        "Give a translation (`custom: {title-en: ...}`), other letters, or a theme with fonts that have them.",
    ),
    "BG406": Rule(
        "A page font may not be embedded.",
        "A PDF carries the letters that it uses; a font says itself whether its maker lets it (OS/2, fsType).",
        "",
        "Take another font, or ask its maker for one that may be embedded.",
    ),
    "BG407": Rule(
        "A page font does not say under which licence it is.",
        "Whoever sends a PDF passes its fonts on.",
        "fonts/Spectral-LICENSE.txt",
        "Put the licence beside the font, as the hint names it, and read it.",
    ),
    "BG501": Rule(
        "The content asks for something of which the report has no unit.",
        "The slot would stay empty.",
        "- outlook      # and no unit has kind: outlook",
        "Give a unit that kind, or take the slot out of the content.",
    ),
    "BG502": Rule(
        "What must stand in a length does not fit it.",
        "A budget is a promise: nothing is clipped, shrunk or dropped without being told.",
        "",
        "Unpin units, shorten the key judgements or the outlook, or ask for fewer.",
    ),
    "BG503": Rule(
        "The report holds too little to fill a length that promises full pages.",
        "A page of two lines is worse than a shorter brief.",
        "",
        "Add sections or units to the content, or drop the length.",
    ),
    "BG504": Rule(
        "A unit that must stand needs one that this length does not show.",
        "No unit is shown without those that it leans on, and slots show fewer units in short lengths.",
        "pin: {one-page: [a]}      # a needs b, the fifth key judgement",
        "Name the other first in its slot, take it out of the slot, or pin the unit from a longer length on.",
    ),
    "BG801": Rule(
        "A finished PDF cannot be opened.", "Every file is checked by other code than that which wrote it.", "", _OURS
    ),
    "BG802": Rule(
        "A finished PDF has another number of pages than was laid out.", "The length is a promise.", "", _OURS
    ),
    "BG803": Rule(
        "A finished PDF is not tagged, or lacks its language or title.",
        "Readers that speak need them (PDF/UA-1).",
        "",
        _OURS,
    ),
    "BG804": Rule(
        "A finished PDF does not say to which standards it keeps.",
        "Archives ask for it (PDF/A-2a, PDF/UA-1).",
        "",
        _OURS,
    ),
    "BG805": Rule(
        "A font is not embedded in a finished PDF, or its characters cannot be read out.",
        "The page would look different elsewhere, and could not be searched.",
        "",
        _OURS,
    ),
    "BG806": Rule("A figure of a finished PDF has no alternative text.", "Readers that speak need it.", "", _OURS),
    "BG807": Rule(
        "The headings of a finished PDF skip a level, or there are none.", "Readers move by headings.", "", _OURS
    ),
    "BG808": Rule(
        "A link of a finished PDF does not say where it leads, or is not part of the structure.",
        "Readers that speak could not follow it.",
        "",
        _OURS,
    ),
    "BG809": Rule(
        "A page of a finished PDF has no place in its structure.", "Readers that speak would skip it.", "", _OURS
    ),
    "BG810": Rule("Text of a finished PDF stands beyond the page's edge.", "It would be cut off in print.", "", _OURS),
    "BG811": Rule(
        "A page does not bear its marking in head and foot.",
        "A page that is parted from the others must still say how it may be shared.",
        "",
        _OURS,
    ),
    "BG812": Rule("A finished PDF shows characters that its font lacks.", "Readers would see empty boxes.", "", _OURS),
    "BG813": Rule(
        "A file inside a finished PDF does not say what it is, or is not associated with the PDF.",
        "PDF/A-3 asks for its type, date, description and relationship.",
        "",
        _OURS,
    ),
    "BG814": Rule(
        "A note of a finished PDF has no name of its own, or a head of a table does not say what it heads.",
        "Readers that speak move between a note and its call, and say the heads of a cell.",
        "",
        _OURS,
    ),
    "BG851": Rule(
        "A finished deck cannot be read, or lacks a part.",
        "Every file is checked by other code than that which wrote it.",
        "",
        _OURS,
    ),
    "BG852": Rule(
        "Several shapes of a slide have the same id or name.", "PowerPoint would offer to repair the file.", "", _OURS
    ),
    "BG853": Rule("A placeholder of a finished deck is empty.", "Editors show “Click to add text” in it.", "", _OURS),
    "BG854": Rule("A drawing of a finished deck has no alternative text.", "Readers that speak need it.", "", _OURS),
    "BG855": Rule(
        "The axes of a chart have no ids, or the same.", "PowerPoint would offer to repair the file.", "", _OURS
    ),
    "BG856": Rule("A slide has no title, or that of another.", "Readers that speak move by titles.", "", _OURS),
    "BG857": Rule(
        "A slide does not bear its marking in head and foot.",
        "A slide that is parted from the others must still say how it may be shared.",
        "",
        _OURS,
    ),
    "BG858": Rule(
        "Text of a slide is too small, or does not say how large it is.",
        "It must be legible in every viewer and on every screen.",
        "",
        _OURS,
    ),
    "BG859": Rule("Something stands beyond a slide's edge.", "It would not be seen.", "", _OURS),
    "BG860": Rule(
        "A chart does not show what its workbook holds.", "Whoever edits the chart would see other numbers.", "", _OURS
    ),
    "BG861": Rule(
        "Text of a slide can hardly be told from its ground.",
        "Letters need a contrast of 4.5 with what they stand on, for readers with weak sight and in bright rooms.",
        "",
        "Change the theme's colours: its texts must stand out from paper, panel, ground and deep alike.",
    ),
    "BG862": Rule(
        "Text of a slide stands on a picture or drawing of the house's template.",
        "A picture has no one colour, so nobody can work out whether letters stand out from it.",
        "",
        "Look at the slides; name another layout by `template.layouts` in the theme, or move its title placeholder.",
    ),
    "BG901": Rule(
        "A file cannot be written.",
        "Nothing was put in the place of what was there before.",
        "",
        "Choose another folder with -o, free space, or close the file in the program that holds it open.",
    ),
    "BG902": Rule(
        "The folder has no briefs to build.",
        "A project's briefs are the files briefs/*.yaml.",
        "",
        "Start one with `briefgen new NAME`, or name the project's folder with --project.",
    ),
    "BG903": Rule(
        "None of the briefs has the length asked for.",
        "A brief is built in the lengths that its spec names.",
        "",
        "Take one of those that the hint names, or add it to `lengths` in the spec.",
    ),
    "BG904": Rule(
        "There is no diagnostic of that code.",
        "`explain` knows the codes that diagnostics have.",
        "",
        "Copy the code from the message.",
    ),
    "BG905": Rule(
        "A brief cannot have that name.", "It becomes the name of files.", "", "Use letters, digits and hyphens."
    ),
    "BG906": Rule(
        "A file is already there.", "It may hold somebody's work and is never overwritten.", "", "Choose another name."
    ),
    "BG907": Rule(
        "The report has no unit of that name.",
        "`why` tells of one unit how it stands in each length.",
        "",
        "Check the name: `briefgen list units`.",
    ),
    "BG908": Rule(
        "The file to trace is not there, or cannot be read.",
        "`trace` reads one finished brief or deck.",
        "",
        "Check the path and the rights of the file.",
    ),
    "BG909": Rule(
        "The file is no brief or deck of briefgen, or has lost its trace record.",
        "The record is written into every file; programs that rewrite metadata may drop it.",
        "",
        "Take the file as briefgen built it.",
    ),
    "BG910": Rule(
        "The file to trace is damaged or encrypted.",
        "What it says of itself cannot be read, or not be relied on.",
        "",
        "Fetch it again, save it without a password, or take the file as briefgen built it.",
    ),
    "BG911": Rule(
        "The file has no page or slide of that number.",
        "Pages and slides are counted from 1.",
        "",
        "Take a number up to that which the hint names.",
    ),
    "BG915": Rule(
        "There is no such figure to draw.",
        "`figures` draws those that the brief shows, or those of its report that are named.",
        "",
        "Take a name that the hint lists, or `briefgen list figures`.",
    ),
    "BG999": Rule(
        "briefgen itself failed in a way that nobody foresaw.",
        "It is never the input's fault that briefgen breaks down; what was there before is untouched.",
        "",
        "Run again with BRIEFGEN_DEBUG=1 in the environment and report what it prints.",
    ),
}

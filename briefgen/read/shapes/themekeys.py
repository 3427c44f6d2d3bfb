"""What each key of a theme means, for editors: the schema's descriptions, by the model's value and its key.

They stand here and not in the model, whose values say in their own words what belongs together.
"""

NOT_WRITTEN = ("emblems", "house", "sha256")
"""Keys of a theme that are made from its files."""

BOX = "x, y, width and height in inches, from the slide's upper left corner"

STYLE = {
    "title_one": "The title of a brief of one page.",
    "title_long": "The title of a longer brief.",
    "bottom_line": "The bottom line on one page.",
    "standfirst": "The bottom line of a longer brief.",
    "section": "Headlines of sections.",
    "figure_head": "Headlines within sections, and of figures and tables.",
    "text": "Running text.",
    "judgement": "Key judgements on one page.",
    "panel": "Key judgements of a longer brief, on their panel.",
    "table": "Cells of tables; drawings take this size where they can.",
    "label": "Labels of parts.",
    "caption": "Captions, asides, key and colophon.",
    "note": "Notes and sources.",
    "running": "Head and foot of the page.",
    "numeral": "Large numbers: of sections, or of judgements on one page.",
}
CUT = {
    "name": "What the family is called.",
    "regular": "File of the regular cut, in the folder fonts/.",
    "bold": "File of the semibold or bold cut.",
    "italic": "File of the italic cut.",
    "bold_italic": "File of the semibold or bold italic cut.",
}
KEYS: dict[str, dict[str, str]] = {
    "Theme": {
        "id": "The file's name without its ending.",
        "name": "What people call the theme; the deck's theme has this name.",
        "boundaries": "How disputed lines of maps are drawn: un, or de-facto-marked.",
        "construction": "margin: labels in a margin column; band: the title in a band of colour, side columns.",
        "colour": "The colours of pages and slides.",
        "font": "The fonts: static TrueType files (.ttf), one for each cut.",
        "type": "The type styles of pages, in points; 8 is the least.",
        "grid": "Columns and margins of pages.",
        "rule": "Line widths of pages, in points.",
        "marking": "How the TLP label looks.",
        "chart": "Colours of charts.",
        "map": "Colours of maps.",
        "deck": "Slides: type sizes, and the boxes of every layout.",
        "spacing_mm": "The seven steps of space between parts, from the least to the largest.",
        "panel_pad_mm": "Between the edge of a panel and its text: from the side, and from above.",
        "old_style_figures": "Old-style figures in running text, where the font has them.",
        "text_columns": "1, or 2 for running text in two columns in briefs of three pages or more.",
        "hyphenate": "Type styles in which lines may end in part of a word, such as [caption, text]; none if left out.",
        "band": "Measures that only the construction `band` has.",
        "logo": "The mark of the house; leave it out for none.",
        "template": "A .pptx of the house that decks are built on, beside the theme; leave it out for none.",
    },
    "Template": {
        "file": "A .pptx or .potx beside the theme in the folder themes/.",
        "layouts": "By a layout of ours, such as table or closing: the house's layout and placeholders for it.",
    },
    "TemplateLayout": {
        "layout": "The name of a layout of the template.",
        "slots": "By a slot of ours, such as title or chart: the index of a placeholder.",
    },
    "Logo": {
        "file": "An SVG of paths in flat colours, beside the theme in the folder themes/.",
        "alt": "What it shows, for readers who cannot see it: most often the name of the house.",
        "on_ground": "Another SVG for coloured ground: the band, the title slide.",
        "height_mm": "How high it stands in the head of page one.",
        "named": "true where the logo holds the name of the house, which then does not stand beside it.",
    },
    "Colours": {
        "paper": "The ground of pages and slides.",
        "ink": "Text.",
        "mute": "Lesser text: captions, subtitles, running heads.",
        "accent": "Numbers of notes; in `margin` labels as well.",
        "panel": "The ground of panels and of every second row.",
        "hair": "Hairlines; never text.",
        "bar": "Spans of time, and lesser areas; never text.",
        "head": "Headlines of sections; in `band` labels as well.",
        "signal": "Rules that catch the eye; never text.",
        "ground": "The band, and the ground of title slides and dividers.",
        "deep": "A darker part of a title slide.",
        "on_ground": "Text on `ground` and `deep`.",
        "pale": "Lesser text on `ground` and `deep`.",
        "label_on_ground": "Labels on `ground`.",
    },
    "Fonts": {
        "text": "Text of pages.",
        "label": "Labels, tables, notes and drawings of pages.",
        "deck_head": "Headlines of slides: a font that the receiver has, and files of equal widths to measure with.",
        "deck_body": "Text of slides, likewise.",
        "arabic": "Arabic letters in titles and quotations; leave it out for Noto Naskh Arabic.",
    },
    "ScriptFamily": {
        "name": "What the family is called.",
        "regular": CUT["regular"],
        "bold": CUT["bold"],
        "deck": "A font with these letters that the receiver of a deck has, such as Arial.",
    },
    "PageFamily": CUT,
    "DeckFamily": CUT | {"name": "What the receiver's system calls the font, such as Calibri."},
    "TypeScale": STYLE,
    "TypeStyle": {
        "size": "Points.",
        "leading": "Points from line to line.",
        "weight": "400 for the regular cut, 600 for the bold one.",
        "tracking": "Space between letters, in em.",
        "caps": "Sets capitals.",
    },
    "Grid": {
        "label_column_mm": "The column of labels: left of the text in `margin`, right of it in `band`.",
        "gutter_mm": "Between the columns.",
        "a4": "Margins of an A4 page.",
        "letter": "Margins of a Letter page.",
    },
    "Margins": {
        f"{side}_mm": f"From the {edge} of the sheet to the text."
        for side, edge in (("left", "left edge"), ("right", "right edge"), ("top", "head"), ("bottom", "foot"))
    },
    "BandTokens": {
        "one_page_mm": "The greatest height of the band on a single page.",
        "long_mm": "The greatest height of the band of a longer brief.",
        "rule_mm": "The rule at the foot of the band.",
        "panel_column_mm": "The column of key judgements on page one.",
        "figure_column_mm": "The column of the figure on a single page.",
        "hang_mm": "The column of numbers left of the text.",
        "label_mm": "The column of labels in the band and in the parts that close a brief.",
    },
    "Rules": {
        "head": "Under the running head, and over notes.",
        "foot": "Over the foot.",
        "divide": "Hairlines between parts.",
        "table_outer": "Over and under tables.",
        "table_head": "Under the head of tables.",
        "table_row": "Between rows.",
        "panel_top": "On the upper edge of panels.",
    },
    "Marking": {
        "ground": "The box behind the label.",
        "size": "Points.",
        "pad_x_mm": "Between the box's sides and the label.",
        "pad_y_mm": "Between the box's upper and lower edge and the label.",
        "colours": "The colour of each label, as FIRST gives them for TLP 2.0.",
    },
    "ChartTokens": {
        "categories": "Colours of categories, in this order; neighbours differ also in grey.",
        "focus": "The bar that the headline speaks of.",
        "other": "All other bars.",
    },
    "MapTokens": {
        "land": "Land without a category.",
        "sea": "Sea and lakes.",
        "river": "Rivers.",
        "focus": "The state that the map is about.",
        "opposed": "States of the role `opposed`; hatched.",
        "conciliatory": "States of the role `conciliatory`.",
        "line": "Borders, and the hatch.",
        "line_width": "Points.",
        "disputed": "Disputed borders.",
        "control": "Lines of control.",
    },
    "DeckTokens": {
        "width_in": "The slide's width.",
        "height_in": "The slide's height.",
        "type": "Type sizes of slides, in points; 10 is the least.",
        "layouts": f"The boxes of every layout: {BOX}. What has no box and needs none is not drawn.",
    },
    "DeckType": {
        "title": "The title slide.",
        "subtitle": "Its second line.",
        "divider": "Titles of dividers.",
        "numeral": "Numbers of dividers.",
        "headline": "Headlines.",
        "statement": "The statement that leads a slide.",
        "agenda": "Sections on the agenda.",
        "body": "Text.",
        "body_min": "The smallest that text is set where it must.",
        "table": "Cells of tables.",
        "table_head": "The head of tables.",
        "works": "The list of works.",
        "label": "Labels.",
        "chart": "Labels of charts.",
        "map": "Labels of maps and timelines.",
        "quote": "A quotation of few words.",
        "figure": "A key figure.",
        "unit": "Its unit.",
        "source": "Source lines.",
        "running": "Short title and number.",
    },
}


def described(value: str, key: str) -> str | None:
    """Return what a key of a value means; boxes say how they are written."""
    if value.endswith("Boxes") or value == "DeckLayouts":
        return f"{BOX[0].upper()}{BOX[1:]}." if value != "DeckLayouts" else "The boxes of this layout."
    return KEYS.get(value, {}).get(key)

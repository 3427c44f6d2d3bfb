"""BG73x: a house's own .pptx as the template of decks."""

from .base import Rule

TEMPLATES: dict[str, Rule] = {
    "BG730": Rule(
        "The template of a theme is not there.",
        "It stands beside the theme in the folder themes/.",
        "template: house.pptx",
        "Add the file, or correct its name: the file's, without a path.",
    ),
    "BG731": Rule(
        "The template of a theme is not a .pptx, or is damaged.",
        "Slides stand on its masters and layouts; what cannot be read cannot be built on.",
        "",
        "Open it in PowerPoint and save it anew as a .pptx, without a password.",
    ),
    "BG732": Rule(
        "The template of a theme has macros.",
        "A deck is sent to others; programs inside it would be too.",
        "",
        "Save it as a .pptx: PowerPoint then leaves the macros out.",
    ),
    "BG733": Rule(
        "The template of a theme has no layouts, or slides of a size that decks cannot have.",
        "Each slide stands on a layout, and the deck's own design is made for slides wider than high.",
        "",
        "Save it from PowerPoint with its slide master, on slides of 13.333 x 7.5, 10 x 7.5 or 10 x 5.625 inches.",
    ),
    "BG734": Rule(
        "The template of a theme unpacks to too much.",
        "It is opened for every deck, and a small file may hold very much.",
        "",
        "Take large pictures and films out of it.",
    ),
    "BG735": Rule(
        "A theme names a layout, a slot or a placeholder that is not there.",
        "What it says would be lost without a word.",
        "template: {file: house.pptx, layouts: {table: {layout: Title Only, slots: {title: 0}}}}",
        "Take a name that `briefgen template --inspect house.pptx` shows.",
    ),
    "BG737": Rule(
        "Nobody knows how wide the letters of a template's font are.",
        "Text is fitted by measuring. It is measured as in Arial, which runs wider than most, but not than all.",
        "font: {deck_body: {name: House Sans, regular: HouseSans-Regular.ttf, ...}}",
        "Name the font in the theme with files of the same widths, or look at every slide before you send it.",
    ),
}

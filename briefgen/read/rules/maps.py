"""BG6xx: maps."""

from .base import Rule

MAPS: dict[str, Rule] = {
    "BG635": Rule(
        "A map is to show an actor that has no ISO code.",
        "Only states have a territory on the map.",
        "{id: tajikistan, type: state, name: Tajikistan, iso: TJK}",
        "Add the code, or name a state.",
    ),
    "BG636": Rule(
        "The data of a map hold a value that is no category.",
        "The state would have no colour.",
        "",
        "Add the category, or correct the data.",
    ),
    "BG637": Rule(
        "The frame of a map is no range of degrees.",
        "The map would show nothing, or the wrong part of the world.",
        "frame: {lon: [46, 88], lat: [29, 52]}",
        "Write [west, east] and [south, north], the smaller number first.",
    ),
    "BG651": Rule(
        "A map names a country that its layers do not know.",
        "It could not be shown.",
        "",
        "Write the ISO 3166-1 alpha-3 code of a state in actors.yaml.",
    ),
    "BG652": Rule(
        "Something that a map must show lies outside its frame.",
        "It would not be seen.",
        "",
        "Widen `frame`, or leave it out.",
    ),
    "BG653": Rule(
        "A map has no room for the name of a state that it is about.",
        "A map without its subject's name says nothing of it.",
        "",
        "Narrow the frame, or take callouts away.",
    ),
    "BG657": Rule(
        "There is no such preset of boundaries.",
        "How disputed lines are drawn is a choice that someone must answer for.",
        "boundaries: un",
        "Take one of those that the hint names.",
    ),
    "BG660": Rule(
        "Something on a map was left out for want of room.",
        "Labels never collide.",
        "",
        "Narrow the frame, or name fewer neighbours.",
    ),
    "BG661": Rule(
        "The frame of a map is no range of degrees, or too large for its projection.",
        "The map would show nothing, or the wrong part of the world.",
        "frame: {lon: [46, 88], lat: [29, 52]}",
        "Write [west, east] and [south, north].",
    ),
}

"""BG6xx and BG72x: maps and boundaries."""

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
        "Write [west, east] and [south, north], the smaller number first; [160, -150] runs across the date line.",
    ),
    "BG641": Rule(
        "A map is to show a place, or an event at a place, that the source does not locate.",
        "A point on a map says that something is exactly there.",
        "{id: base, name: Russian base, precision: not-located}",
        "Leave it out and say it in words. Where the source does locate it, correct its `precision` in places.yaml.",
    ),
    "BG642": Rule(
        "A map of places names no place and no event.",
        "It would show nothing.",
        "{kind: places, places: [kabul], events: [e044]}",
        "Add `places` or `events`.",
    ),
    "BG643": Rule(
        "A map is to show a group that has no members.",
        "An empty map would say that nobody is in it.",
        "",
        "Leave the group out, or add `members` in groups.yaml.",
    ),
    "BG644": Rule(
        "Two categories of a map have the same role.",
        "They would be filled alike, and no reader could tell them apart.",
        "role: mixed      # focus, opposed, conciliatory, mixed, unknown",
        "Give each category a role of its own.",
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
    "BG663": Rule(
        "A map is about a territory that its boundaries preset gives to another state.",
        "It would be filled in two colours at once.",
        "",
        "Take it out of the figure, or choose another preset in the theme.",
    ),
    "BG720": Rule(
        "A project's boundaries.yaml gives a preset the name of a shipped one.",
        "A theme that names it must know which is meant.",
        "presets: {house: {from: un}}",
        "Give it another name, and name that in the theme.",
    ),
    "BG721": Rule(
        "A preset speaks of a line or an area that the boundaries table does not have.",
        "Nothing would be drawn otherwise, and no one would notice.",
        "draw: {durand-line: dashed}",
        "Take one of those that the hint names; assets/geodata/boundaries.yaml has them all.",
    ),
}

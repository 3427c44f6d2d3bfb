"""BG1xx: files and YAML. BG2xx: shapes."""

from .base import Rule

FILES: dict[str, Rule] = {
    "BG100": Rule(
        "A file that is needed is not there.",
        "A brief is built from its spec, its report and its theme; nothing is guessed.",
        "",
        "Check the name and the folder, or create the file.",
    ),
    "BG101": Rule(
        "A file cannot be read: it is a folder or a device, its rights forbid it, or its links lead nowhere.",
        "What cannot be read cannot be built from.",
        "",
        "Give the file read rights, or put a plain file in its place.",
    ),
    "BG102": Rule(
        "A file is larger than is read: 8 MiB for a report's files, 1 MiB for specs and themes.",
        "A report is text and small tables; a file of that size is something else, or takes memory from everyone.",
        "",
        "Split the file, or leave out what no brief needs.",
    ),
    "BG103": Rule(
        "A file is empty, or holds only comments.",
        "An empty file is most often one that was not saved.",
        "",
        "Fill it, or delete it. `briefgen schema KIND` shows what belongs into it.",
    ),
    "BG104": Rule(
        "A file is not UTF-8.",
        "Names and titles come in all scripts; only one encoding is read, so that no letter is taken for another.",
        "",
        "Save the file as UTF-8. Spreadsheets call it “CSV UTF-8”.",
    ),
    "BG105": Rule(
        "A control character, or one that turns the direction of writing, stands in a file.",
        "It cannot be seen and cannot be printed, and can make a text read otherwise than it is stored.",
        '"\\x00"',
        "Delete it; it is often left over from copying out of another program.",
    ),
    "BG106": Rule(
        "A line is not YAML.",
        "From there on it is uncertain what belongs to what, so nothing of the file is used.",
        "title: Moscow: the next steps        # a colon and a space inside a value\n"
        'title: "Moscow: the next steps"      # right',
        "Look at the line and the one above it: quotes, colons and indents are the usual causes.",
    ),
    "BG107": Rule(
        "A tab stands where spaces should.",
        "YAML does not allow tabs for indenting: their width differs between editors.",
        "",
        "Indent with spaces, and set the editor to write them for the tab key.",
    ),
    "BG108": Rule(
        "A bracket or a quotation mark is opened and not closed.",
        "Everything after it would be taken as part of it.",
        "actors: [russia, taliban\nactors: [russia, taliban]      # right",
        "Close it where it should end; the place given is where it was opened.",
    ),
    "BG109": Rule(
        "A key stands twice in one mapping.",
        "One of the two values would be lost without a word.",
        "rank: 60\nrank: 80",
        "Keep one of the two.",
    ),
    "BG110": Rule(
        "More levels are nested than any file of a report needs.",
        "Such nesting is a mistake or an attack.",
        "",
        "Bring the data into the shape that `briefgen schema KIND` describes.",
    ),
    "BG111": Rule(
        "An alias (`*name`) names nothing, stands inside what it names, or stands for too many values.",
        "A few lines of aliases can stand for billions of values.",
        "",
        "Write the data out. A text that begins with `*` goes in quotes.",
    ),
    "BG112": Rule(
        "A tag (`!name`) asks for something other than text, numbers, lists and mappings.",
        "Tags can make a reader run code; none is followed.",
        "when: !!python/object/apply:os.system [ls]",
        "Take the tag away. A text that begins with `!` goes in quotes.",
    ),
    "BG113": Rule(
        "A file holds a list where a mapping is needed, or a mapping or single value where a list is.",
        "Each kind of file has one shape.",
        "id: e037        # events.yaml is a list:\n- id: e037      # right",
        "See `briefgen schema KIND`.",
    ),
    "BG114": Rule(
        "A file holds a second document, begun by `---`.",
        "Each file is one thing; the second would be overlooked.",
        "",
        "Put it in a file of its own.",
    ),
    "BG115": Rule(
        "A key is empty, or is a list, a mapping or an alias.",
        "Keys are names.",
        "{a: 1}: 2",
        "Write the key as text; put it in quotes if it begins with a bracket, `*` or `&`.",
    ),
    "BG116": Rule(
        "A file lies outside the project, most often by a link.",
        "A project must be complete in itself: a brief must not depend on, or give away, what lies elsewhere.",
        "",
        "Copy the file into the project.",
    ),
    "BG118": Rule(
        "A report, section or theme has another id than its folder or file.",
        "Other files name it by its id and it is found by its file: they must agree.",
        "id: take-over      # in sections/takeover.yaml",
        "Give both the same name.",
    ),
    "BG119": Rule(
        "A section's file is there, but no list of sections names it.",
        "Its units appear in no brief, which is easy to overlook.",
        "",
        "Add it to `sections` in report.yaml or in another section, or delete it.",
    ),
    "BG120": Rule(
        "The folder given with --project is not there, or is a file.",
        "Without a project there is nothing to read.",
        "",
        "Give the folder that holds briefs/ and reports/.",
    ),
    "BG121": Rule(
        "There is no report of that name.",
        "A report is a folder reports/NAME with a report.yaml.",
        "",
        "Check the name: `briefgen list reports`.",
    ),
    "BG122": Rule(
        "There is no theme of that name.",
        "A theme is a file themes/NAME.yaml.",
        "",
        "Check the name: `briefgen list themes`.",
    ),
    "BG123": Rule(
        "There is no such sort of name or kind of file.",
        "`list` and `schema` know a fixed set.",
        "",
        "Choose one of those named in the hint.",
    ),
    "BG201": Rule(
        "A key that is needed is missing.",
        "Without it the entry cannot be used; nothing is invented in its place.",
        "- {id: kabul}                # name is missing\n- {id: kabul, name: Kabul}   # right",
        "Add the key.",
    ),
    "BG202": Rule(
        "A key is not known here.",
        "Most often it is misspelt, and what it says would be lost without a word.",
        "hegde: {source: may, here: may}",
        "Take the key that the hint names, or take it out.",
    ),
    "BG203": Rule(
        "A value is of the wrong kind: text, number, true or false, list or mapping.",
        "In YAML 1.2 only true and false are booleans; `no`, `yes` and dates are text, and bare digits are numbers.",
        'title: 2021        # a number\ntitle: "2021"      # text',
        "Write the value as the message says.",
    ),
    "BG204": Rule(
        "A value is not one of those that are possible here.",
        "Each has a meaning of its own in the brief.",
        "status: finished\nstatus: done      # right",
        "Take one of those that the hint names.",
    ),
    "BG205": Rule(
        "A number is too small or too large.",
        "It has no meaning beyond its bounds.",
        "rank: 120      # ranks go from 0 to 100",
        "Bring it within the bounds.",
    ),
    "BG206": Rule(
        "A text is longer than its place allows.",
        "Labels stand in drawings, alternative texts are read aloud; neither can be cut.",
        "",
        "Say it shorter.",
    ),
    "BG207": Rule(
        "A text has not the form that is needed: an id, a code, an address, or simply something.",
        "Ids stand in file names and links: small letters and digits, in parts joined by hyphens or dots.",
        "id: Moscow Talks\nid: moscow-talks      # right",
        "Write it as the message says.",
    ),
    "BG208": Rule(
        "A list or mapping has too few or too many entries.",
        "Pairs and ranges need both of their numbers, and a list that must say something needs an entry.",
        "at: [55.75]      # latitude and longitude\nat: [55.75, 37.62]",
        "Add or take away entries.",
    ),
    "BG209": Rule(
        "A value does not fit its schema in a way that has no words of its own.",
        "Nothing that does not fit is used.",
        "",
        "Compare it with `briefgen schema KIND`.",
    ),
}

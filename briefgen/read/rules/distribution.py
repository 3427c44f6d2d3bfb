"""BG44x: stakeholders and markings. BG92x-BG95x: distribution, its ledger, and what was distributed."""

from .base import Rule

DISTRIBUTION: dict[str, Rule] = {
    "BG440": Rule(
        "An address is none that mail can be sent to.",
        "A mail to it would be lost, or go elsewhere.",
        "email: desk@ministry.example.org",
        "Write one address, without the name and without angle brackets.",
    ),
    "BG441": Rule(
        "A recipient gets its package by mail and has no address.",
        "There is nowhere to send it to.",
        "",
        "Add `email`, or write `delivery: folder`.",
    ),
    "BG442": Rule(
        "A recipient gets its package by mail, but nothing says who sends it, or through which server.",
        "A mail has a sender; sending needs a server.",
        "sender: {name: Example Institute, email: briefs@example.org, smtp: {host: mail.example.org}}",
        "Add `sender`, and `smtp` to it where mails are sent with --send.",
    ),
    "BG443": Rule(
        "A password stands in a file, or it comes from nowhere, or from two places.",
        "Files are copied, mailed and backed up. A password that stood in one is known.",
        "password: {env: BRIEFGEN_PASSWORD_MINISTRY}",
        "Say where it is asked for: {prompt: true}, {env: VARIABLE} or {file: NAME}. Change one that was written down.",
    ),
    "BG444": Rule(
        "A recipient receives nothing.",
        "It is most often left over, or its group has been forgotten.",
        "receives: [{briefs: [policy-makers], lengths: [one-page]}]",
        "Add `receives` to it, to its organisation or to one of its groups, or take it out.",
    ),
    "BG445": Rule(
        "The house's list of markings is empty, or has one twice.",
        "The list is an order: each marking is stricter than those before it.",
        "- {label: PUBLIC}\n- {label: INTERNAL}\n- {label: CONFIDENTIAL}",
        "Write each once, from the most open to the strictest.",
    ),
    "BG446": Rule(
        "A slot of an abridged edition is empty.",
        "All that could stand there is marked more strictly than the brief, and withheld.",
        "redact: true      # and the only bottom line is TLP:RED, the brief TLP:GREEN",
        "Mark one less strictly, if that is right, or take the slot out of the content.",
    ),
    "BG920": Rule(
        "There is no recipient of that name.",
        "--only and --again name recipients by their ids.",
        "",
        "Check the id in the file of stakeholders.",
    ),
    "BG921": Rule(
        "A recipient asks for a brief that is marked above what it may receive.",
        "Nothing is sent to anybody until it is clear who may see what.",
        "recipients: [{id: amina, marking: TLP:GREEN, ...}]      # and the brief is TLP:AMBER",
        "Take the brief from what it receives, give it an abridged edition, or raise its `marking` if that is right.",
    ),
    "BG922": Rule(
        "A recipient reads none of the languages in which there is something for it.",
        "Texts are not translated; only content that exists is sent.",
        "languages: [fr]",
        "Add a language that it reads, or a brief in one that it has.",
    ),
    "BG923": Rule(
        "A recipient asks for lengths or formats that are not built.",
        "It would get nothing, and nobody would notice.",
        "receives: [{briefs: [policy-makers], lengths: [full]}]",
        "Name others, or add them to the brief's `lengths` and `formats`.",
    ),
    "BG924": Rule(
        "A recipient asks for a topic or a length that no brief has.",
        "It is most often a slip.",
        "",
        "Check the name: `briefgen list topics`, `briefgen list lengths`.",
    ),
    "BG925": Rule(
        "A template of a cover note cannot be used.",
        "A note with a gap in it would go out to everybody.",
        "Dear $name,",
        "Correct the line; the hint names what may be filled in. Write $$ for a dollar sign.",
    ),
    "BG926": Rule(
        "A password is not given, or cannot be one.",
        "Files that shall be locked are never left open.",
        "",
        "Give it where the hint says; it has eight characters or more.",
    ),
    "BG927": Rule(
        "The theme's fonts cannot set a recipient's personal mark.",
        "A mark of empty boxes tells nobody whose copy it is.",
        'mark: "A. Rahimi · {copy}"',
        "Give the mark words in letters that the fonts have, or take a theme whose fonts have these.",
    ),
    "BG928": Rule(
        "A mail would be larger than mails may be.",
        "Servers refuse it, often without a word to the sender.",
        "",
        "Send fewer files, deliver them by folder, or raise `most_mib` if the servers on the way allow it.",
    ),
    "BG929": Rule(
        "A package cannot be written.",
        "What is done is in the ledger; what is not is done by the next run.",
        "",
        "Free space, or change the rights of the folder, and run again.",
    ),
    "BG930": Rule(
        "There is no ledger to read.",
        "The first distribution begins one.",
        "",
        "Name the file with --ledger.",
    ),
    "BG931": Rule(
        "The ledger is in use by another run.",
        "Two runs at once could give somebody the same twice.",
        "",
        "Wait until it is through. A run that was killed holds nothing.",
    ),
    "BG932": Rule(
        "The ledger cannot be opened or written.",
        "Nothing is delivered that is not entered.",
        "",
        "Check space and the rights of its folder, and that it is no network folder.",
    ),
    "BG933": Rule(
        "The ledger is damaged.",
        "It is left as it is. A run without it would not know who holds what, and send it again.",
        "",
        "Put the copy that is kept beside it in its place, and check by hand what was sent after that copy was made.",
    ),
    "BG934": Rule(
        "The ledger is of a later version of briefgen.",
        "It may hold what this one does not know.",
        "",
        "Use the later briefgen.",
    ),
    "BG935": Rule(
        "A package stands where one is to be written, and the ledger knows nothing of it.",
        "Somebody may have received it.",
        "",
        "Name the ledger that knows it with --ledger, or take another folder with -o.",
    ),
    "BG936": Rule(
        "The project has changed while it was being distributed.",
        "Everybody would get something else.",
        "",
        "Run again.",
    ),
    "BG937": Rule(
        "Somebody holds an outdated edition and gets no new one.",
        "The ledger says that it was given; the stakeholders' file no longer has the recipient, or no longer says that "
        "it receives the brief.",
        "",
        "Tell the person yourself, or add the brief to what it receives; `briefgen ledger --stale` lists all.",
    ),
    "BG938": Rule(
        "Neither the ledger nor the project knows this brief.",
        "An empty list would say that nobody holds an outdated edition of it.",
        "",
        "Name one of those that the hint lists.",
    ),
    "BG940": Rule(
        "The mail server cannot be used.",
        "Mails go over TLS to a server that proves who it is, or not at all. What waits stays in the ledger.",
        "smtp: {host: mail.example.org, security: starttls}",
        "Do what the hint says, and run again.",
    ),
    "BG941": Rule(
        "A mail is to be sent once more that is not in doubt.",
        "Nobody gets a mail twice by mistake.",
        "",
        "`briefgen ledger` lists what is in doubt.",
    ),
    "BG950": Rule("There is no such file or folder.", "Status is told of what there is.", "", "Check the path."),
    "BG951": Rule(
        "No file here carries a trace record.",
        "Only files that briefgen has made tell what they show.",
        "",
        "Name one of those.",
    ),
}

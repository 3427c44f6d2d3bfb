"""BG44x: stakeholders. BG92x-BG94x: distribution and its ledger."""

from .base import Rule

DISTRIBUTION: dict[str, Rule] = {
    "BG430": Rule(
        "The house's list of markings is empty, or has one twice.",
        "The list is an order: each marking is stricter than those before it.",
        "- {label: PUBLIC}\n- {label: INTERNAL}\n- {label: CONFIDENTIAL}",
        "Write each once, from the most open to the strictest.",
    ),
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
}
"""By code."""

"""briefgen: one structured report and a short specification -> policy briefs and decks of several lengths."""

__version__ = "0.1.0"

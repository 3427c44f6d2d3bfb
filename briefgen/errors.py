"""The ways in which briefgen gives up."""

from .diagnostics import Diagnostic


class BriefgenError(Exception):
    """The base of all errors of ours."""


class DiagnosedError(BriefgenError):
    """An error that carries diagnostics, in the order in which a person should read them."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep the findings; they are the only argument, so that the error can cross to another process."""
        super().__init__(diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        """Return one line a finding, with its hint."""
        return "\n".join(map(str, self.diagnostics))


class InputError(DiagnosedError):
    """The input is wrong; carries every diagnostic found, errors and warnings. Exit code 1."""


class CheckError(DiagnosedError):
    """A finished file breaks a rule that briefgen promises: our fault, not the author's. Exit code 4."""


class DeliveryError(DiagnosedError):
    """What was to be delivered could not be; what can be tried again is in the ledger. Exit code 5."""

"""Artifacts and stakeholders -> who gets what, marked copies, packages, mail, and the ledger of all of it."""

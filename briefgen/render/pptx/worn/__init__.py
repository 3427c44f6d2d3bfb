"""Decks in a house's own template: theme + template -> the theme as its slides have it, and where all of it stands."""

from .dress import worn
from .inspect import inspected
from .opened import opened
from .roles import Role, roles
from .settle import served_by, settled
from .slots import colours_of, fitted

__all__ = ["Role", "colours_of", "fitted", "inspected", "opened", "roles", "served_by", "settled", "worn"]

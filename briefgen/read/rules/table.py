"""Every diagnostic's code -> what it means, why it matters, an example, and what to do.

Ranges: BG1xx files and YAML, BG2xx shapes, BG3xx reports, BG4xx briefs, fonts and stakeholders, BG5xx fitting,
BG6xx figures and data, BG7xx themes, BG8xx checks of finished files, BG9xx output, commands and distribution.
"""

from .base import Rule
from .briefs import BRIEFS
from .charts import CHARTS
from .distribution import DISTRIBUTION
from .figures import FIGURES
from .files import FILES
from .maps import MAPS
from .others import OTHERS
from .reports import REPORTS
from .templates import TEMPLATES

PARTS = (FILES, REPORTS, BRIEFS, FIGURES, CHARTS, MAPS, OTHERS, DISTRIBUTION, TEMPLATES)

RULES: dict[str, Rule] = dict(sorted((code, rule) for part in PARTS for code, rule in part.items()))
"""By code, in order."""


def explain(code: str) -> Rule | None:
    """Return what a code means, or None where there is no such code."""
    return RULES.get(code)


def codes() -> tuple[str, ...]:
    """Return all codes, sorted."""
    return tuple(sorted(RULES))

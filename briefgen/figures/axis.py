"""A time axis across a drawing: days to points, on one scale throughout, years that are cut out of it marked."""

from datetime import date

from ..model.timeline import Timeline


class Axis:
    """Maps days to points between `left` and `right`; each cut takes `gap` points whatever its length."""

    def __init__(self, figure: Timeline, left: float, right: float, gap: float) -> None:
        cuts = sorted(figure.cuts, key=lambda c: c.first)
        self.first = figure.first
        # stretches of (first day, days, first point, points)
        whole = (figure.last - figure.first).days + 1
        shown = whole - sum((c.last - c.first).days + 1 for c in cuts)
        self.day = (right - left - gap * len(cuts)) / shown
        self.stretches: list[tuple[int, int, float, float]] = []
        self.breaks: list[tuple[float, float]] = []
        start, x = 0, left
        for cut in cuts:
            first, last = (cut.first - figure.first).days, (cut.last - figure.first).days
            self._add(start, first - start, x, (first - start) * self.day)
            x += (first - start) * self.day
            self._add(first, last - first + 1, x, gap)
            self.breaks.append((x, x + gap))
            start, x = last + 1, x + gap
        self._add(start, whole - start, x, right - x)

    def _add(self, first: int, days: int, x: float, points: float) -> None:
        if days > 0:
            self.stretches.append((first, days, x, points))

    def at(self, day: date, share: float = 0.5) -> float:
        """Return where a day stands; `share` is how much of it has passed."""
        number = (day - self.first).days + share
        for first, days, x, points in self.stretches:
            if number <= first + days:
                return x + points * (number - first) / days
        first, days, x, points = self.stretches[-1]
        return x + points

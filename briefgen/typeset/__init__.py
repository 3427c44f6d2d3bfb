"""Words and fonts -> widths, lines, dates and labels; measured boxes -> pages. No back end."""

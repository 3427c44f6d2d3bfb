"""The rules behind the diagnostics, as tables: code -> Rule."""

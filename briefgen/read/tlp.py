"""The labels of TLP 2.0 (FIRST), from the most open to the strictest."""

LABELS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")

"""The shared vocabulary: frozen values that every phase reads and none changes. No I/O, no back end."""

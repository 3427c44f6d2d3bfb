"""Renderers: a document, its drawings and a theme -> the bytes of a file. One package per format."""

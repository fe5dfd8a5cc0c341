"""The operators of a content stream (ISO 32000-1, annex A) that need no code of their own."""

from __future__ import annotations

START = {"RGB": (0.0, 0.0, 0.0), "CMYK": (0.0, 0.0, 0.0, 1.0), "Separation": (1.0,)}
SPACES = {"rg": "RGB", "RG": "RGB", "g": "Gray", "G": "Gray", "k": "CMYK", "K": "CMYK"}
PARAMETERS = {
    "TL": "leading",
    "Tc": "character",
    "Tw": "word",
    "Ts": "rise",
    "Tr": "mode",
    "Tz": "stretch",
    "w": "line",
}
"""The operators that set one number, and which."""

OTHERS = frozenset("ri d0 d1 MP DP BX EX i j J M d ET".split())
"""Operators that are known and change nothing that is looked at."""

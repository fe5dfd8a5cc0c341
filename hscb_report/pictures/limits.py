"""How much a logo or a photograph may hold, and why so much.

A small file can ask for hours and for gigabytes: that is refused while it is read.
"""

from __future__ import annotations

LOGO_BYTES = 300_000
"""Of an SVG file. Logos have 2,000 to 50,000."""
ELEMENTS = 3_000
"""Of an SVG file; a crest has some hundred."""
NESTED = 50
"""Elements inside one another; drawing programs make five."""
STEPS = 8_000
"""Lines and curves of a logo. All logos of a board together stay below what ``verify`` looks at."""
RULES = 300
"""Of its style sheet; each is tried on each element."""
FARTHEST = 1_000_000.0
"""The largest coordinate."""

PRESS_DPI, PAGE_DPI = 300.0, 150.0
"""Pixels to the inch that a press and a page need."""

PICTURE_BYTES = 40_000_000
"""Of a photograph; cameras make 5 to 25 million."""
PIXELS = 80_000_000
"""Of a photograph: 240 MB while it is unpacked. Good cameras have 24 to 60 million."""
LEAST_PIXELS = 16
"""Of each side: less is no photograph."""
PROFILE_BYTES = 4_000_000
"""Of the colour profile in a photograph; press profiles have up to 2,500,000."""

"""All distances between things on a page, in pt, and how bad it is to end a page between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Gap:
    """The space above something, pt, and how much more and how much less it may become."""

    space: float
    stretch: float = 0.0
    closes: float = 0.0


NONE = Gap(0.0)

# Between the blocks of a page

SECTION = Gap(22.0, 22.0, 8.0)
"""Above a section's heading."""
FIRST_BLOCK = Gap(12.0, 4.0, 4.0)
"""Between a heading and what stands below it."""
BLOCK = Gap(16.0, 8.0, 4.0)
"""Between two blocks of a section."""
BELOW_TITLE = Gap(8.0)
"""Between a block's small heading and the block."""
INTRODUCTION = Gap(24.0, 4.0)
"""Between the cover and the introduction."""
ABOUT = Gap(32.0, 20.0)
"""Above "About the figures"."""
ABOUT_LINE = Gap(4.0)
"""Between its opening paragraphs."""
GROUP = Gap(8.0, 4.0)
"""Above a group of figures, a series, and the sources."""
GROUP_OF_ENTRIES = Gap(20.0, 8.0)
"""Above a group of figures that stand below one another."""
FACTS = Gap(8.0, 8.0)
"""Between its opening paragraphs and the figures."""
YEARS = Gap(6.0)
"""Between the rows of a series of many years."""
BELOW_RULE = Gap(2.0)
"""Between a small heading's rule and the years, and between values and notes."""
ORIGIN = Gap(4.0)
"""Above each source but the first."""
CONTACT = Gap(24.0, 8.0)
"""Above the ways to reach the board."""

# Inside a block that may go on over a page

TEXT = Gap(12.0, 4.0)
"""Above the first paragraph of a text."""
PARAGRAPH = Gap(8.0, 4.0)
"""Between paragraphs."""
LISTED = Gap(4.0, 2.0)
"""Between the entries of a list in a text, and below the words that lead to it."""
ROW, SINGLE = Gap(18.0, 12.0), Gap(18.0, 28.0)
"""Between rows of numbers; and in large print, where each is a row."""
ITEM, LARGE_ITEM = Gap(10.0, 8.0, 4.0), Gap(10.0, 14.0, 4.0)
"""Between lessons, and in large print."""
TABLE = Gap(10.0)
"""Above a table."""
ENTRY = Gap(10.0, 4.0)
"""Between the entries of a table that is set as a list."""
BARS = Gap(14.0, 6.0)
"""Between bars in parts."""
SOURCE_LINE = Gap(6.0)
"""Between a table and the line that names its source."""

# Inside boxes that stand whole

CLOSE = 1.0
"""Between lines that belong together: a name and its value."""
UNDER_HEADING = 2.0
"""Between a heading and its subtitle, a text and the line below it."""
ABOVE_RULE = 3.0
"""Between a small heading and the rule below it."""
UNDER_LEAD = 5.0
"""Between the words before a number and the number."""
UNDER_NUMBER = 4.0
"""Between a number and its words."""
UNDER_RULE = 10.0
"""Between the rule above a number and what stands below it."""
QUIET = 8.0
"""Between a thin rule and the words beside it."""
COMPARED, UNDER_HAIRLINE, BETWEEN_COMPARED = 6.0, 3.0, 2.0
"""Between the words of a number and the hairline above how it stands to others; between that and
the first line; and between two such lines.
"""
UNDER_WORDS = 6.0
"""Between a number's words and what more is said of it."""
CHART_PARTS = 8.0
"""Between a chart, its heading and the lines below it."""
BARS_PARTS = 10.0
"""The same around bars."""
SAID = 8.0
"""Between the paragraphs of what somebody said, and above who said it."""
ICON_ABOVE = 10.0
"""Between an icon and the number below it."""
FIELD = 8.0
"""Below the line that says what a mark stands for."""
FIELD_NUMBER, FIELD_LED, FIELD_LEAD = 14.0, 26.0, 3.5
"""Between marks and the numbers below them: where nothing leads to any, and where words that lead
to one have room; and between these words and the number.
"""
NUMBER_BESIDE = 12.0
"""Between a number of a chart and the words beside it."""
CHART_ABOVE = 14.0
"""Between a chart and the words below it."""
STATEMENTS = 18.0
"""Between statements beside a chart."""
ICON_BESIDE = 16.0
"""Between a picture, or a number of a list, and the words beside it."""
ITEM_BESIDE = 12.0
"""The same in a list of lessons."""
CALLOUT_ICON = 18.0
"""The same in a callout."""
CHART_BESIDE, WIDE_BESIDE = 18.0, 28.0
"""Between a chart and the words beside it: where room is scarce, and where it is not."""
NUMBERED = 18.0
"""Between the rows of a numbered list."""
BAND = 20.0
"""Between the heading on a band and what stands below it."""
CONTINUED, NEAR = 10.0, 4.0
"""Below the words that a section goes on: in large print and above a title, and elsewhere."""
BACK_PARTS = 8.0
"""Between the parts of a booklet's back cover."""
CAPTION = 6.0
"""Between a photograph and the line below it."""
PARTNERS = 20.0
"""Between the partners and the ways to reach the board."""
COLUMN = 12.0
"""Between the columns of a table."""
PER_CENT = 8.0
"""Between a number in a table and its per cent."""
VALUE = 9.0
"""Between a value and its name beside it."""
COVER = 24.0
COVER_PICTURE = 28.0
COVER_NUMBERS = 14.0
"""Between wordmark and title."""
FRONT = 34.0
"""Between the title on a leaflet's front and the number below it."""
FRONT_PARTS = 4.0
"""Between the parts of that number."""
KEY = 4.0
"""Between the numbers below a picture of dots."""
FRONT_MARK = 40.0
"""Between a leaflet's wordmark and its title, at the least."""
FOOT_FIRST, FOOT_PARTS, FOOT_NOTES = 8.0, 2.0, 6.0
"""In the foot of a leaflet's back: below the rule, between the lines, above the notes."""

ICON_NUMBER, ICON_CORNER = 14.0, 8.0
"""On a card: between an icon and the number beside it, and where it stands in the corner."""
ARROW = 6.0
"""Between an arrow and the change in words."""
LAST = 10.0
"""Between the last block of a page and the footer."""
SLACK = 6.0
"""More of it below a cover that takes a whole page."""

# On the panels of a leaflet, which are set closer than pages

PANEL_HEADING = Gap(11.0)
"""Between a heading and what stands below it."""
PANEL_CLOSER, PANEL_LOOSER, PANEL_CLOSES = 0.6, 2.0, 0.2
"""Gaps between blocks as a share of those on pages, how many times more they may open, and the
share of them that they may lose where a panel would be too full.
"""
PANEL_SPREAD = 18.0
"""Below the picture over the inside panels."""
PANEL_FOOT = 12.0
"""Above the foot of the back."""
PANEL_MARK = 14.0
"""Between the draft mark and the wordmark, beyond the margin: the front has room for it."""

# How bad it is to end a page before something. Numbers have no unit: they are weighed against one
# another.

EMPTY = 100.0
"""A page that is left empty; a part of it costs its square."""
PAGE = 40.0
"""A page more."""
SMALLER = 20.0
"""A page whose gaps close and whose pictures are set smaller, so that its end has room."""
HEADING_ALONE = 5000.0
"""A page that ends behind a heading."""
TOO_LOW, LOW, LEAST_FULL = 45.0, 700.0, 2 / 3
"""A page but the last that is filled less than this share: that it is, and by the share that it
falls short. A section is torn for it, and what means nothing alone is not.
"""
LAST_EMPTY, LAST_TOLERATED = 60.0, 0.7
"""A last page that is nearly empty, and the share of it that may be empty for nothing."""
WELCOME = 0.0
BEFORE_BLOCK = 12.0
TORN = 30.0
"""A section that goes on over the next page, beside what that parts in it."""
BEFORE_CALLOUT = 40.0
"""A call-out, which says something of what stands above it."""
LED = 60.0
"""A block below the text that opens its section and leads to it."""
BEFORE_ROW = 12.0
"""Of a table, or an entry of a list."""
BEFORE_GROUP = 0.0
"""Of figures."""
BEFORE_PARAGRAPH = 10.0
BEFORE_ENTRY = 14.0
"""Of a list in a text."""
IN_PARAGRAPH = 20.0
BEFORE_ITEM = 25.0
"""Of many."""
BEFORE_CONTACT = 30.0
BEFORE_CARDS = 60.0
"""A second row of cards."""
BEFORE_CARD = 8.0
"""The same in one column."""
ALONE = 60.0
"""One row or entry would be left alone, on either page."""
WIDOW = 80.0
"""One line would be left alone, on either page."""
NEVER = 200.0
"""It means nothing without what stands above it."""
FEW, BEFORE_FEW = 8, 150.0
"""So many rows or entries, and no more, are whole: before any of them but the first."""

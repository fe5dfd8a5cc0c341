"""Words of a page on the web that no other edition has."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class WebWords:
    """What leads around on a page, and what it offers to take away.

    Attributes:
        skip: the first link, for those who do not use a mouse.
        contents: above the links to the sections.
        downloads: above the links to files.
        editions: what each edition is called as a file to download, by its name.
        figures: the file of figures.
        as_table: opens the table of a chart.
        scrolls: what a table that is wider than its place is called, behind its name.
    """

    skip: str = "Skip to main content"
    contents: str = "Contents"
    downloads: str = "Download"
    figures: str = "All figures as a spreadsheet"
    as_table: str = "The same numbers as a table"
    editions: dict[str, str] = field(
        default_factory=lambda: {
            "board": "This summary to print, A4",
            "large-print": "Large print",
            "leaflet": "Leaflet",
            "booklet": "Booklet",
        }
    )

    def table_of(self, *, name: str) -> str:
        """Opens the table of a chart that has a name."""
        return f"{self.as_table}: {name}"

    def file(self, *, name: str, form: str, pages: int, size: str) -> str:
        """A file to download: what it is, of what form, how long and how large."""
        parts = [form, f"{pages} page{'' if pages == 1 else 's'}" if pages else "", size]
        return f"{name} ({', '.join(part for part in parts if part)})"

    def size(self, *, kilobytes: int) -> str:
        """How large a file is."""
        return f"{kilobytes:,} KB"

    def title(self, *, title: str, board: str) -> str:
        """Of the page, as a browser and a search engine show it."""
        return f"{title} - {board}"

"""Which checks are made for which standard, and what each asks for: the standard itself, or
something beyond it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hscb_report.preflight import rules_appearance as appearance
from hscb_report.preflight import rules_archive as archive
from hscb_report.preflight import rules_attached as attached
from hscb_report.preflight import rules_cut as cut
from hscb_report.preflight import rules_fonts as fonts
from hscb_report.preflight import rules_ink as inked
from hscb_report.preflight import rules_interactive as interactive
from hscb_report.preflight import rules_language as language
from hscb_report.preflight import rules_metadata as metadata
from hscb_report.preflight import rules_pages as pages
from hscb_report.preflight import rules_press as press
from hscb_report.preflight import rules_structure as structure
from hscb_report.preflight import rules_tables as tables
from hscb_report.preflight.document import Opened
from hscb_report.preflight.verdict import HOUSE, PRINT_SHOP, STANDARD, WCAG, Fault

Rule = Callable[[Opened], Iterable[Fault]]


@dataclass(frozen=True)
class Check:
    """A check of a standard.

    Attributes:
        rule: takes an opened file and yields what is wrong.
        kind: what it asks for.
    """

    rule: Rule
    kind: str = STANDARD


_BESIDE: dict[str, Check] = {
    "titles": Check(metadata.titles, HOUSE),
    "boxes": Check(pages.boxes, HOUSE),
}
_UNDERSTOOD: dict[str, Check] = {
    "header": Check(metadata.header),
    "identification": Check(metadata.says_accessible),
    "metadata": Check(metadata.metadata),
    "title-shown": Check(metadata.title_shown),
    "tagged": Check(structure.tagged),
    "structure": Check(structure.structure),
    "suspects": Check(structure.suspects),
    "nesting": Check(structure.nesting),
    "parent-tree": Check(structure.way_back),
    "language": Check(language.language),
    "language-tags": Check(language.language_tags),
    "alt-text": Check(structure.alt_text),
    "headings": Check(structure.headings),
    "tables": Check(tables.tables),
    "notes": Check(structure.notes),
    "annotations": Check(interactive.tagged_annotations),
    "links": Check(interactive.links),
    "form-fields": Check(interactive.form_fields),
    "tab-order": Check(interactive.tab_order),
    "layers": Check(archive.layers),
    "file-names": Check(attached.file_names),
    "encryption": Check(archive.readable),
    "references": Check(archive.references),
    "fonts": Check(fonts.fonts),
    "letters": Check(fonts.letters),
    "contrast": Check(appearance.contrast, WCAG),
    "reading-order": Check(structure.reading_order, HOUSE),
    "table-heads": Check(tables.table_heads, HOUSE),
    **_BESIDE,
}
_ARCHIVED: dict[str, Check] = {
    "whole-file": Check(metadata.whole),
    "metadata": Check(metadata.metadata),
    "archive": Check(archive.archive),
    "streams": Check(archive.streams),
    "painting": Check(archive.painting),
    "colour": Check(appearance.colour),
    "output-intents": Check(appearance.output_intents),
    "fonts": Check(fonts.fonts),
    "font-entries": Check(fonts.font_entries),
    "page-size": Check(pages.page_size),
    "actions": Check(interactive.actions),
    "annotations": Check(interactive.kept_annotations),
    "form-fields": Check(interactive.kept_fields),
    "layers": Check(archive.kept_layers),
    "presentation": Check(archive.presentation),
    "file-names": Check(attached.file_names),
}
_TAGGED: dict[str, Check] = {
    "tagged": Check(structure.kept_tags),
    "letters": Check(fonts.letters),
    "language-tags": Check(language.language_tags),
    "language": Check(language.named, HOUSE),
    "structure": Check(structure.structure, HOUSE),
}
_ALONE: dict[str, Check] = {"attachments": Check(attached.no_attachments, HOUSE)}

STANDARDS: dict[str, dict[str, Check]] = {
    "ua1": _UNDERSTOOD,
    "a2a": {
        "identification": Check(metadata.says_archive("2", "A")),
        **_ARCHIVED,
        **_TAGGED,
        **_ALONE,
        **_BESIDE,
    },
    "a2b": {
        "identification": Check(metadata.says_archive("2", "BUA")),
        **_ARCHIVED,
        **_ALONE,
        **_BESIDE,
    },
    "a3a": {
        "identification": Check(metadata.says_archive("3", "A")),
        **_ARCHIVED,
        "attachments": Check(attached.attachments),
        **_TAGGED,
        **_BESIDE,
    },
    "x4": {
        "identification": Check(press.identification),
        "metadata": Check(metadata.metadata),
        "archive": Check(archive.archive),
        "actions": Check(interactive.no_actions),
        "intent": Check(press.intent),
        "colour": Check(appearance.press_device_colour),
        "fonts": Check(fonts.fonts),
        "page-boxes": Check(press.page_boxes),
        **_BESIDE,
        "one-profile": Check(appearance.output_intents, HOUSE),
        "four-inks": Check(press.four_inks, PRINT_SHOP),
        "bleed-box": Check(press.bleed_box, PRINT_SHOP),
        "transparency": Check(press.transparency, PRINT_SHOP),
        "press-colour": Check(inked.press_colour, PRINT_SHOP),
        "ink": Check(inked.ink, PRINT_SHOP),
        "black-text": Check(inked.black_text, PRINT_SHOP),
        "overprint": Check(inked.overprint, PRINT_SHOP),
        "lines": Check(inked.lines, PRINT_SHOP),
        "type-size": Check(inked.type_size, PRINT_SHOP),
        "pictures": Check(inked.pictures, PRINT_SHOP),
        "bleed": Check(cut.bleed, PRINT_SHOP),
        "quiet-zone": Check(cut.quiet_zone, PRINT_SHOP),
    },
}
"""The checks of each standard, by name."""

"""Mistakes in languages, in plain words."""

from __future__ import annotations

from hscb_report.summary.language import meant_by
from hscb_report.summary.mistake import Better, Mistake
from hscb_report.words.table import EN_GB, TABLES


def language(wrong: Mistake) -> Better:
    """A document in a language that the tool has no words in, or in none."""
    if wrong.kind != "language":
        return None
    known = " or ".join(f"language: {tag}" for tag in TABLES)
    if not isinstance(wrong.value, str) or not wrong.value.strip():
        return "language", "this is not a language", f"write {known}, or remove the key"
    tag = meant_by(wrong.value)
    if tag.split("-")[0] == "en":
        return "language", f'"{wrong.shown}" is not how English is named here', f"write {known}"
    return (
        "language",
        f'a document cannot be in "{wrong.shown}": the tool\'s own words, such as '
        f'"{EN_GB.sources.title}", are there in English alone',
        f"write {known}; beside a single text that is in another language, write its lang, such as "
        f"lang: {tag or 'cy'}",
    )


def lang(wrong: Mistake) -> Better:
    """A text in a language that is none, or is not written as a tag."""
    if wrong.kind != "lang":
        return None
    value = wrong.value
    if isinstance(value, bool):  # Norwegian is read as a no
        return (
            "lang",
            f'"{wrong.shown}" is read as a yes or no here',
            f'put it in quotes: "{wrong.shown}"'
            if wrong.shown.lower() == "no"
            else "write a language tag",
        )
    if not isinstance(value, str) or not value.strip():
        return "lang", "a language is needed here", "write its tag, such as cy, or remove the key"
    tag = meant_by(value)
    return (
        "lang",
        f'"{wrong.shown}" is not a language tag',
        f"write {tag}" if tag else "write a tag such as cy for Welsh, pl for Polish or zh-Hant",
    )

"""Mistakes in single values, in plain words: numbers, dates, texts, names and choices."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

from hscb_report.summary import months
from hscb_report.summary.base import fields_of
from hscb_report.summary.mistake import Better, Mistake
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.scalars import MOST_DIGITS, digits_in
from hscb_report.summary.seals import LETTERS
from hscb_report.summary.time_spans import span_of
from hscb_report.summary.typed import understood
from hscb_report.summary.units import UNITS

_THOUSANDS = re.compile(r"-?\d{1,3}([,\s]\d{3})+(\.\d+)?")
"""Digits in groups of three."""


def number(wrong: Mistake) -> Better:
    """What is no number, though it may look like one."""
    if wrong.kind not in {"number", "ink"}:
        return None
    value, text = wrong.value, wrong.shown.strip()
    if wrong.kind == "ink":
        return "ink", wrong.message, "write it without a % sign"
    if isinstance(value, bool):
        return (
            "yes-no",
            f'"{text}" is a yes or no, and a number is needed',
            "write the number in digits",
        )
    bare = re.sub(r"[,\s]", "", text)
    if marked := re.fullmatch(r"(\d+(?:\.\d+)?)%?\[([a-z]+)\]", bare):
        value, symbol = marked.groups()
        return (
            "symbol-in-number",
            f'"{text}" is a number with its symbol, so it is a text',
            f"write previous: {{value: {value}, symbol: {symbol}}}"
            if wrong.path[-1] == "previous"
            else f"write value: {value} and symbol: {symbol}",
        )
    if re.fullmatch(r"-?\d+(\.\d+)?", bare) and bare != text:
        message = f'"{text}" has a comma or a space in it, so it is a text'
        if not _THOUSANDS.fullmatch(text):  # a comma may stand for a point, or a digit be missing
            return "comma", message, "write the digits alone, with a point before decimals"
        return "comma", message, f"write {bare}"
    if better := _with_words(wrong, text):
        return better
    if re.fullmatch(r"0\d+", text):
        return (
            "leading-zero",
            f'"{text}" begins with 0, so it is a text',
            f"write {text.lstrip('0') or 0}",
        )
    if re.fullmatch(r"[-+]?\d[\d.]*…?", text) and digits_in(text) > MOST_DIGITS:
        return (
            "too-long",
            f"this has more than {MOST_DIGITS} digits, which is more than a number may have",
            "check it against the source, and round it to what you publish",
        )
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return "quoted-number", f'"{text}" stands in quotes, so it is a text', "remove the quotes"
    message = f'"{text}" is not a number' if text else "this is not a number"
    gap = "value: null, symbol: x and reason: why"
    if wrong.path[-1] == "previous":
        gap = "previous: {value: null, symbol: x, reason: why}"
    return "number", message, f"write it in digits; if it is missing, write {gap}"


def _with_words(wrong: Mistake, text: str) -> Better:
    """A number with a sign, with its unit or with what makes it no exact one; what it says has keys
    of its own.
    """
    more = re.fullmatch(r"(.*\d)\s?\+", text)
    found = understood(more[1] if more else text)
    if found is None:
        return None
    bound = "over" if more else found.bound
    is_previous = "previous" in wrong.path  # its unit is that of the figure
    owns = () if is_previous or not wrong.owner else fields_of(wrong.owner)
    if bound and "bound" not in owns:
        return (
            "bound",
            f'"{text}" is no exact number, and only a figure can be such',
            "write the number; if it is not known, write value: null, symbol: x and reason: why",
        )
    said = {"unit": None if is_previous else found.unit, "bound": bound, "show": found.show}
    there = wrong.parent if isinstance(wrong.parent, dict) else {}
    keys = [f"{key}: {word}" for key, word in said.items() if word and there.get(key) != word]
    adding = f" and add {', '.join(keys)}" if keys else ""
    hint = f"write {found.value:f}{adding}" + (f", if it is more than {more[1]}" if more else "")
    unit = UNITS[found.unit] if found.unit else None
    if bound:
        return "bound", f'"{text}" is no exact number, so it is a text', hint
    if unit and unit.sign and not found.show:
        return unit.sign_name, f'"{text}" has a {unit.sign} sign in it, so it is a text', hint
    if unit:
        return "words", f'"{text}" has words in it, so it is a text', hint
    if found.value < 0 and not text.startswith("-"):
        return "minus", f'"{text}" has another minus sign than a keyboard, so it is a text', hint
    return None


def date(wrong: Mistake) -> Better:
    """A date in another form, or in quotes; a month, where one is known too."""
    if wrong.kind not in {"date_type", "day"}:
        return None
    text = wrong.shown
    hint = _day_in(text.strip()) or (_month_in(text.strip()) if wrong.kind == "day" else "")
    if not hint:
        hint = "write year-month-day, such as 2018-03-31, without quotes"
        hint += "; or a month, such as 2018-03" if wrong.kind == "day" else ""
    return "date", f'"{text}" is not a date as it is written here', hint


def _day_in(text: str) -> str:
    """How a day is written, or empty."""
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?[ /.-]([A-Za-z]+|\d{1,2})[ /.,-]+(\d{4})", text)
    if found:
        month = months.number_of(found[2]) or (int(found[2]) if found[2].isdigit() else 0)
        with suppress(ValueError):
            return f"write {dt.date(int(found[3]), month, int(found[1])).isoformat()}"
    return f"write {text}, without quotes" if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else ""


def _month_in(text: str) -> str:
    """How a month is written, or that a period has another key; empty where it is neither."""
    if found := re.fullmatch(r"([A-Za-z]+),? (\d{4})", text):
        month, year = months.number_of(found[1]) or 0, found[2]
    elif found := re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text):
        month, year = int(found[1]), found[2]
    elif found := re.fullmatch(r"(\d{4})[/.-](\d{1,2})", text):
        month, year = int(found[2]), found[1]
    else:
        month, year = 0, ""
    if 1 <= month <= 12:
        return f"write {year}-{month:02}"
    return f"write period: {text}, for that is a time and no day" if span_of(text) else ""


def text(wrong: Mistake) -> Better:
    """A number, a date, nothing or more keys where a text is needed."""
    if wrong.kind != "string_type":
        return None
    value, shown = wrong.value, wrong.shown
    if value is None:
        line = wrong.tree.place(wrong.path).source
        if "#" in line:
            return (
                "comment",
                "nothing is left here: # begins a comment",
                'put quotes around the text, such as "#12436D"',
            )
        return (
            "empty",
            "a text is needed here, and there is none",
            "write the words, or remove the key",
        )
    if isinstance(value, bool):
        return "yes-no", f'"{shown}" is read as a yes or no here', f'put it in quotes: "{shown}"'
    in_prose = wrong.path[-1] in ("text", "introduction")
    if in_prose and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return (
            "text",
            "a text is needed here, and a list stands here",
            f"write | behind {wrong.path[-1]}:, so that the list is part of the text",
        )
    if isinstance(value, (dict, list)):
        return (
            "text",
            "a text is needed here, not a list or more keys",
            'put quotes around a text that holds ": "',
        )
    if wrong.path[-1:] == ("period",) and isinstance(value, dt.date):
        return (
            "date",
            f"{shown} is a day, and no period",
            f"write as_at: {shown}, if it was counted on that day; else a period, such as 2017-18",
        )
    if wrong.path and ("figure" in wrong.path[-1:] or "figures" in wrong.path[-2:]):
        return (
            "text",
            f'"{shown}" is a number, and the name of a figure is needed',
            "write the number under figures, and its name here",
        )
    return "text", f'"{shown}" is read as a number or date here', f'put it in quotes: "{shown}"'


def colour(wrong: Mistake) -> Better:
    """No colour: mostly one without quotes, which YAML takes for a comment or a number."""
    if wrong.kind != "colour":
        return None
    line = wrong.tree.place(wrong.path).source
    digits = re.search(r"#?\b([0-9A-Fa-f]{6})\b", line.partition(":")[2])
    hint = (
        f'put quotes around it: {wrong.path[-1]}: "#{digits[1].upper()}"'
        if digits
        else f'write one, such as {wrong.path[-1]}: "#12436D"'
    )
    if wrong.value is None and "#" in line:
        return "no-value", "nothing is left here: # begins a comment", hint
    return "form", "a colour is needed here, six digits behind a #, in quotes", hint


def pattern(wrong: Mistake) -> Better:
    """A name, an address or a colour in another form."""
    if wrong.kind != "string_pattern_mismatch":
        return None
    text = wrong.path[-1] if "[key]" in wrong.loc else wrong.shown
    pattern = wrong.context["pattern"]
    for start, message, hint in (
        (
            "^[a-z][a-z0-9]*(-",
            "is not a name",
            "begin with a letter; use small letters, digits and single hyphens, such as early-help",
        ),
        ("^https?", "is not a web address", "begin with https://"),
        ("^#", "is not a colour", 'write six digits behind a #, such as "#12436D"'),
        ("^[^@", "is not an e-mail address", "write it as name@example.org"),
        (f"^[{LETTERS}]", "is no seal", "delete it: without one, more is listed, not less"),
    ):
        if pattern.startswith(start):
            return "form", f'"{text}" {message}', hint
    return None


def choice(wrong: Mistake) -> Better:
    """What is not one of the words that are known here."""
    if wrong.kind != "literal_error":
        return None
    known = re.findall(r"'([^']+)'", wrong.context["expected"])
    return (
        "choice",
        f'"{wrong.shown}" is not one of the choices here',
        suggestion(wrong.shown, known, "choices"),
    )

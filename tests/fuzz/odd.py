"""Values at the edges: what people paste, what programs export, and what is meant to do harm."""

from __future__ import annotations

from random import Random

TEXTS = [
    "",
    " ",
    "\u00a0",
    "1",
    "-",
    "a",
    "Children\u2019s \u201cown\u201d words \u2013 \u2026",
    "na\u00efve \u0175\u0177 \u015a\u0142\u0105\u010f \u00d8",
    "e\u0301 combined\u0323\u0302",
    "soft\u00adhyphen",
    "zero\u200bwidth\u200djoin\ufeffmark",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\u202eright to left\u202c",
    "\u0928\u092e\u0938\u094d\u0924\u0947 \u4f60\u597d",
    "\U0001f476\U0001f3fd \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\uff12\uff10\uff11\uff14",
    "\ue000 \uffff \U0010ffff",
    "line\u2028separator\u2029\u0085",
    "tab\there",
    "two\nlines",
    "two\n\n\n\nparagraphs\r\nand one",
    "<b>bold</b> &amp; &#x41; <para/> ]]> <!-- -->",
    "**bold** **open *one* __two__",
    "{contacts} {contacts:Words} {none} {{}} {",
    "{conference-professionals} of {contacts}",
    "%s %d %(a)s {0} {0.__class__} $HOME `id`",
    "=1+1",
    '=HYPERLINK("https://www.example.org")',
    "+441234",
    "@SUM(A1)",
    "../../../etc/passwd",
    "C:\\Users\\x\\con.txt",
    'a/b\\c:d*e?f"g<h>i|j',
    "http://[::1",
    "https://www.example.org/" + "a" * 300,
    "javascript:alert(1)",
    "mailto:a@example.org",
    "\\(PDF\\) (string) <</Type /Page>> endobj",
    "#FFD500",
    "#ffd5",
    "[x]",
    "[c] 1,234",
    "null",
    "~",
    "yes",
    "2017-18",
    "2017/18",
    "2018-02-30",
    "0000-00-00",
    "9999-12-31",
    "'",
    '"',
    "it's: a # trap",
    "- item",
    "? key",
    "key: value",
    "!!python/object:os.system",
    "&anchor *alias",
]
"""Short texts."""

MILD = [
    "Children\u2019s \u201cown\u201d words \u2013 \u2026",
    "na\u00efve \u0175\u0177 \u015a\u0142\u0105\u010f \u00d8",
    "multi-agency counterintelligences",
    "**bold** words",
    "{contacts} and {contacts:Words}",
    "A & B: 5% < 10%, \u00a35 (of 7) / #1",
    "word " * 60,
    "word",
    "two\n\nparagraphs",
    "W" * 60,
    "unaccompanied " * 12,
    "and/or/safeguarding/responsibilities",
]
"""Texts that content may well have."""

RAW = ["\x00", "\x1b[31m", "\x07", "\x7f", "\x9b31m", "\ud800", "\ufffe", "\r", "\x0b", "\x0c"]
"""Letters that no text may have."""

LONG = [
    "pneumono" * 40,
    "1 " * 900,
    "word " * 1_500,
    "\n\n".join(["A paragraph of some words."] * 80),
    "W" * 4_000,
    "-" * 2_000,
    "a\u0301" * 700,
    "**b** " * 500,
    "{" * 500,
    "\u00a0" * 1_000,
]
"""Texts and words that are longer than any space for them."""

NUMBERS = [
    "0", "-0", "-1", "1", "2", "5", "0.5", "0.94", "-0.001", "1.005", "99.95", "100", "100.1",
    "101", "1000", "1e3", "1e10", "1e308", "1e999", "-1e999", "1e-400", ".inf", "-.inf", ".nan",
    "NaN", "Infinity", "0x10", "0o17", "017", "0b11", "1_000", "1,000", "1 000", "12:30:45",
    "190:20:30", "2147483648", "9007199254740993", "18446744073709551616", "9" * 28, "9" * 60,
    "9" * 4_300, "9" * 4_301, "0." + "9" * 40, "0." + "0" * 4_300 + "1", "1" + "0" * 400,
    "+5", "5%", "\u00a35", "5.", ".5", "--5", "1e", "\u0665", "\u00bd", "\u00b2",
]  # fmt: skip
"""Numbers as they are typed, and what is nearly one."""

PLAIN = [
    "null", "~", "", "true", "false", "yes", "[]", "{}", "[null]", "{a: 1}", "[[[]]]", "''", '""',
    "2017-04-01", "2018-02-30", "2017-04-01T10:00:00Z", "0001-01-01", "99999-01-01",
    "!!binary aGk=",
    "!!binary '!'", "!!set {a, b}", "!!omap [a: 1]", "!!timestamp x", "!!int x", "!!float 1e999",
    "!!str", "!!null x", "!!python/name:os.system", "!<tag:example.org,2000:a> b", "!x y", "=",
    "<<",
    "&a [*a]", "&b {k: *b}", "*none", "|", ">", "|\n  two\n  lines", ">2-\n  folded", "? a", "@a",
    "`a`", "%a", "- a", "a: b", "'open", '"open', "[open", "{open", '"\\ud800"', '"\\0"',
    '"\\x1b[1m"',
    '"\\uFFFF"', "'it''s'",
]  # fmt: skip
"""Values as YAML writes them, of every type and of none."""


def text(chance: Random) -> str:
    """A short text, or a long one."""
    kind = chance.random()
    if kind < 0.72:
        return chance.choice(TEXTS)
    if kind < 0.84:
        return chance.choice(LONG)
    if kind < 0.94:
        found = chance.choice(TEXTS) or "a"
        at = chance.randrange(len(found) + 1)
        return found[:at] + chance.choice(RAW) + found[at:]
    return "".join(chr(chance.choice((chance.randrange(32, 0x250), letter(chance))))
                   for _ in range(chance.randrange(1, 40)))  # fmt: skip


def mild(chance: Random) -> str:
    """A text that may well be sound."""
    return chance.choice(MILD) if chance.random() < 0.7 else text(chance)


def letter(chance: Random) -> int:
    """Any letter that UTF-8 can write."""
    while 0xD800 <= (found := chance.randrange(0x110000)) < 0xE000:
        pass
    return found


def number(chance: Random) -> str:
    """A number as it is typed."""
    if chance.random() < 0.5:
        return chance.choice(NUMBERS)
    size = 10 ** chance.choice((1, 2, 4, 7, 12))
    return str(chance.choice((chance.randrange(size), round(chance.uniform(-size, size), 3))))


def plain(chance: Random) -> str:
    """A value as it is typed in YAML, quoted or not."""
    kind = chance.random()
    if kind < 0.4:
        return chance.choice(PLAIN)
    if kind < 0.7:
        return number(chance)
    return text(chance)

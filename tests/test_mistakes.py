"""Mistakes a careful, busy person makes, each answered with place, sentence and next step."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hscb_report import build, check
from hscb_report.errors import ContentError, ExitCode, FileError, ReportError, UsageError
from hscb_report.summary import tree


def mistake(content, old: str, new: str, file: str = "2017-18.yaml", encoding: str = "utf-8"):
    """Make one change in the content and return the problems it gives."""
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    path.write_bytes(text.replace(old, new, 1).encode(encoding))
    with pytest.raises(ReportError) as caught:
        check("2017-18", content=content)
    return caught.value.problems


CASES = [
    # what is typed for what, the code, the line's words, part of the message, part of the next step
    ("value: 77602", "value: 77,602", "comma", "77,602", "comma", "write 77602"),
    (
        "value: 77602",
        'value: "77602"',
        "quoted-number",
        '"77602"',
        "in quotes",
        "remove the quotes",
    ),
    ("value: 77602", "value: yes", "yes-no", "yes", "a number is needed", "digits"),
    ("value: 77602", "value: about 77602", "number", "about", "not a number", "digits"),
    ("value: 94\n", "value: 94%\n", "percent-sign", "94%", "% sign", "write 94"),
    ("value: 94\n", "value: 194\n", "over-100", "english", "over 100", "check"),
    ("value: 87\n", "value: -87\n", "negative", "camhs-admissions", "below zero", "check"),
    ("value: 87\n", "value: 87.5\n", "fraction", "camhs-admissions", "whole number", "unit"),
    (
        "as_at: 2018-03-31",
        "as_at: 31 March 2018",
        "date",
        "31 March 2018",
        "not a date",
        "write 2018-03-31",
    ),
    (
        "as_at: 2018-03-31",
        "as_at: 31/03/2018",
        "date",
        "31/03/2018",
        "not a date",
        "write 2018-03-31",
    ),
    (
        "as_at: 2018-03-31",
        'as_at: "2018-03-31"',
        "date",
        "2018-03-31",
        "not a date",
        "without quotes",
    ),
    (
        "as_at: 2018-03-31",
        "as_at: 2018-02-30",
        "no-such-day",
        "2018-02-30",
        "not a day",
        "year-month-day",
    ),
    (
        "    label: Children's Reception Team Contacts",
        "    lable: Children's Reception Team Contacts",
        "unknown-key",
        "lable",
        "not a key",
        'did you mean "label"',
    ),
    (
        "    label: Children's Reception Team Contacts\n",
        "",
        "missing-key",
        "contacts:",
        '"label" is missing',
        "add label",
    ),
    (
        "kind: funnel",
        "kind: funel",
        "unknown-kind",
        "funel",
        'no block of kind "funel"',
        'did you mean "funnel"',
    ),
    (
        "[contacts, referrals, section-47]",
        "[contacts, referals, section-47]",
        "unknown-figure",
        "referals",
        'no figure named "referals"',
        'did you mean "referrals"',
    ),
    (
        "icon: family",
        "icon: famly",
        "unknown-icon",
        "famly",
        'no icon named "famly"',
        'did you mean "family"',
    ),
    (
        "source: summary",
        "source: sumary",
        "unknown-source",
        "sumary",
        "no source",
        'did you mean "summary"',
    ),
    (
        "series: looked-after",
        "series: looked-afer",
        "unknown-series",
        "looked-afer",
        "no series",
        'did you mean "looked-after"',
    ),
    ("board: hscb", "board: hcsb", "unknown-board", "hcsb", "no board", 'did you mean "hscb"'),
    ("status: final", "status: finished", "choice", "finished", "not one of the choices", "final"),
    (
        "{deprived-areas:Words}",
        "{deprived-area:Words}",
        "unknown-figure",
        "Hampshire has areas",
        "no figure",
        'did you mean "deprived-areas"',
    ),
    (
        "{deprived-areas:Words}",
        "{deprived-areas:capitals}",
        "unknown-form",
        "Hampshire has areas",
        "cannot be written",
        "Words",
    ),
    (
        "part_of: contacts",
        "part_of: section-47",
        "circular",
        "section-47",
        "part of itself",
        "whole",
    ),
    (
        "value: 950",
        "value: 1950",
        "part-over-whole",
        "value: 1950",
        "greater than the whole",
        "check both",
    ),
    ("value: 32441", "value: 132441", "part-over-whole", "value: 132441", "77,602", "check both"),
    ("    symbol: x\n", "", "unexplained", "minority-ethnic", "nothing says why", "symbol: x"),
    (
        "    symbol: x\n",
        "    symbol: r\n",
        "symbol-for-value",
        "minority-ethnic",
        "goes with a value",
        "c, low, u, x or z",
    ),
    (
        "value: 114",
        "value: 114\n    symbol: x",
        "symbol-for-missing",
        "uasc",
        "says that there is no value",
        "b, e, p, r or u",
    ),
    (
        "{kind: share, figure: english",
        "{kind: share, figure: uasc",
        "not-a-percentage",
        "uasc",
        "shows a percentage",
        "statistics",
    ),
    (
        "{kind: part, figure: plans-neglect}",
        "{kind: part, figure: plans}",
        "no-whole",
        "plans}",
        "nothing says of what",
        "part_of",
    ),
    (
        "period: 2017-18\nstatus",
        "period: 2018-19\nstatus",
        "other-period",
        "2018-19",
        "file is named 2017-18",
        "same name",
    ),
    (
        "title: Annual Report Summary",
        "title: no",
        "yes-no",
        "title: no",
        "yes or no",
        'quotes: "no"',
    ),
    (
        "title: Annual Report Summary",
        "title: 2018",
        "text",
        "title: 2018",
        "read as a number",
        'quotes: "2018"',
    ),
    (
        "title: Annual Report Summary",
        "title:",
        "empty",
        "title:",
        "a text is needed",
        "write the words",
    ),
    ("title: Annual Report Summary", "title: ''", "blank", "title: ''", "empty", "write the words"),
    (
        "title: Annual Report Summary",
        "title: Annual: Report",
        "yaml",
        "title: Annual: Report",
        "second colon",
        "quotes",
    ),
    (
        "title: Annual Report Summary",
        "title: Annual Report Summary\ntitle: Again",
        "duplicate-key",
        "title: Again",
        "second time",
        "keep one",
    ),
    (
        "title: Annual Report Summary",
        "title: გ Annual",
        "no-letter",
        "title: გ",
        "georgian letter",
        "another way",
    ),
    ("title: Annual Report Summary", "title: &a Annual", "anchor", "&a", "marks a part", "quotes"),
    ("title: Annual Report Summary", "title: *a", "alias", "*a", "repeats another part", "quotes"),
    ("title: Annual Report Summary", "title: !!str Annual", "tag", "!!str", "YAML tag", "remove"),
    (
        "title: Annual Report Summary",
        "title: \x07Annual",
        "control-character",
        "Annual",
        "control character",
        "delete",
    ),
    ("  contacts:\n", "  Contacts:\n", "form", "Contacts", "not a name", "small letters"),
    (
        "    url: https://www.gov",
        "    url: www.gov",
        "form",
        "www.gov",
        "not a web address",
        "https://",
    ),
    (
        "        items: [{figure: population, icon: family}]",
        "        items: {figure: population}",
        "shape",
        "items",
        "a list is needed",
        '"- "',
    ),
    (
        "        items: [{figure: population, icon: family}]",
        "        items: []",
        "too-few",
        "items: []",
        "at least 1",
        "add",
    ),
    ("    value: 77602\n", "\tvalue: 77602\n", "tab", "value: 77602", "a tab stands", "two spaces"),
    (
        "sections:\n",
        "sections:\n---\n",
        "second-document",
        "---",
        "second document",
        "remove the line",
    ),
    ("value: 77602", "value: 077602", "leading-zero", "077602", "begins with 0", "write 77602"),
    ("value: 77602", "value: 77\u00a0602", "comma", "602", "a space in it", "write 77602"),
    ("value: 77602", "value: TBC", "number", "TBC", "not a number", "symbol: x"),
    (
        "      2014: 1265\n",
        "      2020: 1265\n",
        "order",
        "looked-after",
        "order of time",
        "earliest year first",
    ),
    (
        "    label: Children's Reception Team Contacts",
        "    label: Contacts to team #1 (daytime)",
        "cut-text",
        "#1",
        "the text ends here",
        "quotes",
    ),
    (
        "{conference-professionals}",
        "{ conference-professionals }",
        "markup",
        "Conferences attended",
        "left over",
        "complete it",
    ),
    (
        "**{deprived-areas:Words}",
        "{deprived-areas:Words}",
        "markup",
        "deprived-areas",
        "left over",
        "complete it",
    ),
    (
        "title: Annual Report Summary",
        "title: Annual **Report** Summary",
        "markup",
        "title:",
        "known here",
        "write the words out",
    ),
    (
        "    part_of: contacts\n",
        "",
        "not-a-part",
        "section-47]",
        "nothing says that it is",
        "add part_of: contacts",
    ),
    (
        "          - Engagement\n",
        "          - Engagement: listening\n",
        "colon",
        "Engagement",
        "makes a key",
        "quotes around the whole text",
    ),
    ("figure: uasc", "figure: 114", "text", "figure: 114", "name of a figure", "under figures"),
    (
        "icon: family",
        "icon: safe home",
        "unknown-icon",
        "safe home",
        "no icon",
        'did you mean "safe-home"',
    ),
    (
        "title: Annual Report Summary",
        'title: "Annual \\u4e2d Report"',
        "no-letter",
        "title:",
        "cjk",
        "another way",
    ),
    (
        "title: Annual Report Summary",
        "title: 'Annual' Report Summary",
        "yaml",
        "title:",
        "begins with a quote",
        "quotes around all",
    ),
    ("title: Annual Report Summary", "title: > Annual", "yaml", "title:", "begin with >", "quotes"),
    (
        "value: 2528",
        "value: 12528\n    part_of: population\n    definition: x",
        "duplicate-key",
        "part_of",
        "second time",
        "keep one",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message", "hint"),
    CASES,
    ids=[f"{c[2]}-{i}" for i, c in enumerate(CASES)],
)
def test_a_mistake_is_answered(content, old, new, code, line, message, hint):
    problems = mistake(content, old, new)
    found = [p for p in problems if p.code == code]
    assert found, [p.as_text() for p in problems]
    problem = found[0]
    assert message in problem.message
    assert hint in problem.hint
    assert problem.place is not None
    text = (content / "2017-18.yaml").read_text(encoding="utf-8").split("\n")
    assert problem.place.source == text[problem.place.line - 1]
    near = "\n".join(text[max(0, problem.place.line - 2) : problem.place.line + 1])
    assert line in near
    assert 1 <= problem.place.column <= len(problem.place.source) + 1


def test_the_caret_stands_under_the_value(content):
    problem = mistake(content, "value: 950", "value: nine")[0]
    where, source, caret, step = problem.as_text().splitlines()
    assert where.startswith("content/2017-18.yaml:") or where.startswith("content\\2017-18.yaml:")
    assert source[caret.index("^") :] == "nine"
    assert step.strip().startswith("next: ")


def test_all_mistakes_are_told_at_once(content):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("value: 77602", "value: 77,602"),
        ("kind: funnel", "kind: funel"),
        ("as_at: 2018-06-30", "as_at: June"),
    ):
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    board = content / "boards/hscb.yaml"
    board.write_text(
        board.read_text(encoding="utf-8").replace("name: Hampshire", "nam: Hampshire"),
        encoding="utf-8",
    )
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=content)
    codes = {p.code for p in caught.value.problems}
    assert {"comma", "unknown-kind", "date", "unknown-key", "missing-key"} <= codes
    assert {p.place.file.name for p in caught.value.problems} == {"2017-18.yaml", "hscb.yaml"}


@pytest.mark.parametrize(
    ("encoding", "words"), [("cp1252", "not saved as UTF-8"), ("utf-16", "saved as UTF-16")]
)
def test_a_file_that_is_not_utf8(content, encoding, words):
    problems = mistake(
        content, "title: Annual Report Summary", "title: Café Summary", encoding=encoding
    )
    assert problems[0].code == "not-utf-8"
    assert words in problems[0].message
    assert "UTF-8" in problems[0].hint
    if encoding == "cp1252":
        assert (problems[0].place.line, problems[0].place.column) == (9, 11)


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(content):
    path = content / "2017-18.yaml"
    path.write_bytes(
        b"\xef\xbb\xbf" + path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    )
    check("2017-18", content=content)


def test_an_empty_file(content):
    (content / "2017-18.yaml").write_text("", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=content)
    assert caught.value.problems[0].code == "empty-file"


class GivesUp(yaml.SafeLoader):
    """A parser that stops at a depth of its own as soon as it has begun, as libyaml may."""

    def get_event(self):
        mark = self.get_mark()
        raise yaml.scanner.ScannerError("here", mark, "this is not for me", mark)


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader", "GivesUp"])
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("title: " + "[" * 5000, 1, 31),
        ("title: " + "{" * 5000, 1, 31),
        ("title: " + "{a: " * 5000, 1, 100),
        ("title: " + "[{a: " * 5000, 1, 64),
        ("title: " + "[" * 24 + "]" * 24, 1, 31),
        ("title:\n" + " [\n" * 5000, 25, 2),
        ("- " * 5000, 1, 49),
        ("".join(f"{' ' * level}a:\n" for level in range(900)), 25, 25),
        ("title: a\nsubtitle: " + "[" * 5000, 2, 34),
    ],
)
def test_too_many_levels_are_one_fault_whatever_reads_them(
    content, monkeypatch, loader, text, line, column
):
    """Parsers stop at depths of their own, read ahead before they do, and word it as they like."""
    known = {"GivesUp": GivesUp, "SafeLoader": yaml.SafeLoader}
    monkeypatch.setattr(tree, "_LOADER", known.get(loader) or getattr(yaml, loader))
    file = content / "2017-18.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=content)
    problem = caught.value.problems[-1]  # "{{" is a fault of its own before
    assert (problem.code, problem.place.line, problem.place.column) == ("too-deep", line, column)
    assert {other.code for other in caught.value.problems[:-1]} <= {"odd-key"}
    assert "more than 24 levels" in problem.message


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_24_levels_and_what_is_wrong_before_too_many(tmp_path, monkeypatch, loader):
    monkeypatch.setattr(tree, "_LOADER", getattr(yaml, loader))
    file = tmp_path / "a.yaml"
    assert tree.read_yaml(file, b"a: " + b"[" * 23 + b"]" * 23).data["a"]
    with pytest.raises(ContentError) as caught:
        tree.read_yaml(file, b"a: b: c\nd: " + b"[" * 5000)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line) == ("yaml", 1)


def test_a_file_too_large_to_be_content(content):
    (content / "2017-18.yaml").write_bytes(b"# \n" * 500_000)
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=content)
    assert caught.value.problems[0].code == "too-large"


def test_a_folder_in_place_of_the_board_file(content):
    (content / "boards/hscb.yaml").unlink()
    (content / "boards/hscb.yaml").mkdir()
    with pytest.raises(FileError) as caught:
        check("2017-18", content=content)
    assert "hscb.yaml cannot be read" in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ('primary: {srgb: "#12436D"', "primary: {srgb: #12436D", "yaml", ""),
        ('srgb: "#12436D"', 'srgb: "12436D"', "form", '"#12436D"'),
        ("cmyk: [83, 39, 0, 57]", "cmyk: [83, 39, 0]", "too-few", "add"),
        ("cmyk: [83, 39, 0, 57]", "cmyk: [83, 39, 0, 157]", "ink", "without a % sign"),
        ("primary-light:", "primary-ligth:", "unknown-colour", 'did you mean "primary-light"'),
        ('srgb: "#12436D"', 'srgb: "#9FC5E8"', "low-contrast", "make primary darker"),
        (
            'highlight: {srgb: "#7FD8CF"',
            'highlight: {srgb: "#12436D"',
            "low-contrast",
            "make highlight lighter",
        ),
        ("web: https://", "web: ", "form", "https://"),
    ],
)
def test_mistakes_in_the_board_file(content, old, new, code, hint):
    problems = mistake(content, old, new, "boards/hscb.yaml")
    found = [p for p in problems if p.code == code]
    assert found, [p.as_text() for p in problems]
    assert any(hint in p.hint for p in found)
    assert found[0].place.file.name == "hscb.yaml"


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\u2028", "\x85"])
def test_a_line_break_of_a_word_processor_is_found_where_it_stands(content, character):
    problem = mistake(content, "title: Annual Report", f"title: Annual{character}Report")[0]
    assert problem.code == "control-character"
    assert (problem.place.line, problem.place.column) == (9, 14)


def test_one_low_contrast_is_one_problem(content):
    problems = mistake(
        content, 'primary: {srgb: "#12436D"', 'primary: {srgb: "#FFD34E"', "boards/hscb.yaml"
    )
    assert [p.key[-1] for p in problems if p.severity == "error"] == [
        "primary",
        "highlight",
        "third",
        "accent",
    ]  # one for each token that stands on or under it
    assert any(p.hint == "make primary darker" for p in problems)


def test_a_duplicate_key_is_one_problem(content):
    text = (content / "2017-18.yaml").read_text(encoding="utf-8")
    start = text.index("  contacts:\n")
    entry = text[start : text.index("  referrals:\n")]
    (content / "2017-18.yaml").write_text(text.replace(entry, entry + entry, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=content)
    assert [p.code for p in caught.value.problems] == ["duplicate-key"]


@pytest.mark.parametrize("name", ["2018-19.yml", "2018-19.yaml.txt"])
def test_a_file_with_another_ending_is_named(content, name):
    (content / name).write_text("board: hscb\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        build("2018-19", content=content)
    assert caught.value.problems[0].hint == f"rename {name} to 2018-19.yaml"


def test_a_year_that_does_not_exist(content):
    with pytest.raises(UsageError) as caught:
        build("2017-19", content=content)
    assert caught.value.exit_code == ExitCode.USAGE
    assert "2017-18" in caught.value.problems[0].hint


def test_a_block_that_cannot_fit_says_by_how_much(content):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "Hampshire has areas of affluence",
            "Hampshire has areas of affluence " + "and more words " * 400,
            1,
        ),
        encoding="utf-8",
    )
    with pytest.raises(ContentError) as caught:
        build("2017-18", content=content, output=content.parent / "out")
    problems = caught.value.problems
    assert [p.code for p in problems] == ["does-not-fit"]
    assert '"Children in Hampshire", block 3 (note)' in problems[0].message
    assert "mm too high" in problems[0].message
    assert "kind: note" in problems[0].place.source
    assert not (content.parent / "out").exists()


@settings(
    max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
@given(data=st.data())
def test_no_corruption_of_the_file_ends_in_a_traceback(data, tmp_path_factory):
    """Lines removed, doubled, shifted or filled with odd signs: a problem with a line, or content
    that is still sound.
    """
    from conftest import ROOT

    folder = tmp_path_factory.mktemp("corrupt")
    (folder / "boards").mkdir()
    for name in ("2017-18.yaml", "boards/hscb.yaml"):
        (folder / name).write_bytes((ROOT / "content" / name).read_bytes())
    file = folder / "2017-18.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["remove", "double", "shift", "odd", "cut", "swap"]))
        odd = data.draw(
            st.sampled_from(
                [
                    "null",
                    "[",
                    "}",
                    "'",
                    '"',
                    "- ",
                    ": ",
                    "&x",
                    "*x",
                    "!!int 3",
                    "%",
                    "@",
                    "`",
                    "|",
                    ">",
                    "{a: 1}",
                    "1e999",
                    "0x1F",
                    "2018-13-45",
                    "١٢",
                    "\u202e",
                    "-0",
                    ".5",
                    "1_000",
                    "12:30:00",
                    "~",
                    "<<: 3",
                    "?",
                ]
            )
        )
        if change == "remove":
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "shift":
            lines[at] = " " * data.draw(st.integers(0, 6)) + lines[at].lstrip()
        elif change == "odd":
            lines[at] = lines[at].partition(":")[0] + ": " + odd
        elif change == "cut":
            lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))]
        else:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
    file.write_text("\n".join(lines), encoding="utf-8")
    try:
        check("2017-18", content=folder)
    except ReportError as error:
        for problem in error.problems:
            assert problem.message
            assert problem.place is not None
            assert 1 <= problem.place.line <= max(1, len(lines))
            assert problem.as_text()

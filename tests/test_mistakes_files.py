"""Mistakes of whole files: how they were saved, the board's file, and any corruption."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import SAMPLE
from hscb_report import check
from hscb_report.errors import ContentError, FileError, ReportError
from mistakes import mistake


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", "not saved as UTF-8"),
        ("utf-16", "saved as UTF-16"),
        ("utf-16-le", "saved as UTF-16"),
        ("utf-16-be", "saved as UTF-16"),
    ],
)
def test_a_file_that_is_not_utf8(sample, encoding, words):
    problems = mistake(
        sample, "title: Annual Report Summary", "title: Café Summary", encoding=encoding
    )
    assert problems[0].code == "not-utf-8"
    assert words in problems[0].message
    assert "UTF-8" in problems[0].hint
    if encoding == "cp1252":
        assert (problems[0].place.line, problems[0].place.column) == (3, 11)


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(sample):
    path = sample / "2024-25.yaml"
    path.write_bytes(
        b"\xef\xbb\xbf" + path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    )
    check("2024-25", content=sample)


def test_an_empty_file(sample):
    (sample / "2024-25.yaml").write_text("", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2024-25", content=sample)
    assert caught.value.problems[0].code == "empty-file"


def test_a_file_too_large_to_be_content(sample):
    (sample / "2024-25.yaml").write_bytes(b"# \n" * 500_000)
    with pytest.raises(ContentError) as caught:
        check("2024-25", content=sample)
    assert caught.value.problems[0].code == "too-large"


def test_a_folder_in_place_of_the_board_file(sample):
    (sample / "boards/anyshire.yaml").unlink()
    (sample / "boards/anyshire.yaml").mkdir()
    with pytest.raises(FileError) as caught:
        check("2024-25", content=sample)
    assert "anyshire.yaml is a folder, and a file is needed" in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ('primary: "#12436D"', "primary: {srgb: #12436D", "yaml", ""),
        ('primary: "#12436D"', "primary: #12436D", "no-value", '"#12436D"'),
        ('primary: "#12436D"', 'primary: "12436D"', "form", '"#12436D"'),
        ('primary: "#12436D"', 'primary: {srgb: "#12436D", cmyk: [83, 39, 0]}', "too-few", "add"),
        (
            'primary: "#12436D"',
            'primary: {srgb: "#12436D", cmyk: [83, 39, 0, 157]}',
            "ink",
            "without a % sign",
        ),
        ("primary-light:", "primary-ligth:", "unknown-colour", 'did you mean "primary-light"'),
        ('primary: "#12436D"', 'primary: "#9FC5E8"', "low-contrast", "write highlight"),
        ('"#7FD8CF"', '"#12436D"', "low-contrast", "write highlight"),
        ("web: https://", "web: ", "form", "https://"),
    ],
)
def test_mistakes_in_the_board_file(sample, old, new, code, hint):
    problems = mistake(sample, old, new, "boards/anyshire.yaml")
    found = [p for p in problems if p.code == code]
    assert found, [p.as_text() for p in problems]
    assert any(hint in p.hint for p in found)
    assert found[0].place.file.name == "anyshire.yaml"


def test_one_low_contrast_is_one_problem(sample):
    problems = mistake(sample, 'primary: "#12436D"', 'primary: "#FFD34E"', "boards/anyshire.yaml")
    assert [p.key[-1] for p in problems if p.severity == "error"] == [
        "highlight",
        "third",
        "accent",
    ]  # one for each token that stands on it


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_no_corruption_of_the_file_ends_in_a_traceback(data, tmp_path_factory):
    """Lines removed, doubled, shifted or filled with odd signs: a problem with a line, or content
    that is still sound.
    """
    folder = tmp_path_factory.mktemp("corrupt")
    (folder / "boards").mkdir()
    for name in ("2024-25.yaml", "boards/anyshire.yaml"):
        (folder / name).write_bytes((SAMPLE / name).read_bytes())
    file = folder / "2024-25.yaml"
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
        check("2024-25", content=folder)
    except ReportError as error:
        for problem in error.problems:
            assert problem.message
            assert problem.place is not None
            assert 1 <= problem.place.line <= max(1, len(lines))
            assert problem.as_text()

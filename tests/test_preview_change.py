"""A value put right in the preview: the file says it, and every other byte is as it was."""

from __future__ import annotations

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from conftest import ROOT
from hscb_report.brand.shades import lch
from hscb_report.errors import ContentError, FileError, Problem
from hscb_report.files import held, take
from hscb_report.preview import desk
from hscb_report.preview.change import ConflictError, RefusedError, Wanted, change, take_back
from hscb_report.preview.fields import Field, data_at, fields, typed_at, written_at
from hscb_report.preview.page import page
from hscb_report.preview.sheets import seen
from hscb_report.preview.spots import Finder, spots_of
from hscb_report.project import load_checked
from hscb_report.summary.load import NotWhole
from hscb_report.summary.prose import kept
from hscb_report.summary.tree import read_yaml
from hscb_report.year.splice_keys import KeyText
from hscb_report.year.splice_value import ValueSplice, meant

CONTENTS = {
    "content": "2017-18",
    "examples/children-in-care/content": "2017-18",
    "examples/every-block/content": "2024-25",
    "examples/beside-england/content": "2017-18",
}
NEW = {
    "number": ["1,234"],
    "colour": ["#112233"],
    "line": ["Said: 'it' # no", "2018", "yes", "- {a}", "# é “x”"],
    "text": ["Said: 'it' # \"no\"", "One. # no\n\nTwo – é.", "Asked:\n\n- one\n- two: it"],
}


@pytest.fixture(scope="module", params=CONTENTS)
def content(request):
    return load_checked(CONTENTS[request.param], ROOT / request.param)


def outside(before: str, after: str) -> str:
    """What is not the same in two texts: the stretch of the first that was exchanged."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[start : len(before) - end]


def test_each_field_can_be_typed_anew_and_nothing_else_changes(content):
    here = fields(content)
    for one in here[:: len(here) // 6]:
        tree = content.board_tree if one.of_board else content.tree
        own_tree, own = written_at(tree, one.path)
        data = take(own_tree.file)
        was = data_at(tree, one.path)
        was = one.value if isinstance(was, (str, dict)) or is_key(own) else was
        for typed in NEW[one.kind][: 4 if is_key(own) else None]:
            value = meant(typed) if one.kind == "number" else typed
            made = ValueSplice(own_tree.file, data).retype(own, value)
            gone = outside(data.decode("utf-8"), made.decode("utf-8"))
            assert len(gone) <= 2 * len(one.value) + 40, (one.id, typed, gone)
            key = KeyText(typed) if is_key(own) else own[-1]
            again = ValueSplice(own_tree.file, made).retype((*own[:-1], key), was)
            now = read_yaml(own_tree.file, again).data
            assert settled(now) == settled(read_yaml(own_tree.file, data).data), one.id


def is_key(own) -> bool:
    """Whether a text is a key itself, as the label of a row may be."""
    return isinstance(own[-1], KeyText)


def settled(data):
    """Data with texts as they are kept."""
    if isinstance(data, dict):
        return {key: settled(value) for key, value in data.items()}
    if isinstance(data, list):
        return [settled(value) for value in data]
    return kept(data) if isinstance(data, str) else data


def test_every_number_and_text_that_is_printed_is_a_field(content):
    from hscb_report.summary.texts import texts

    known = {one.path for one in fields(content)}
    for name, figure in content.summary.figures.items():
        assert ("figures", name, "value") in known, (name, figure)
    missing = [one.path for one in texts(content.summary) if one.path not in known]
    assert missing == []


@pytest.fixture
def project(tmp_path):
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path / "content"


def field(project: Path, id: str, period: str = "2017-18") -> Field:
    return {one.id: one for one in fields(load_checked(period, project))}[id]


def wanted(one: Field, typed: str, **more) -> Wanted:
    return Wanted(one.of_board, one.path, one.value, typed, one.kind == "number", **more)


def test_a_number_is_written_without_its_commas_and_taken_back(project):
    file = project / "2017-18.yaml"
    before = file.read_bytes()
    one = field(project, "content.figures.contacts.value")
    done = change("2017-18", project, wanted(one, " 77,700 "))
    assert file.read_bytes() == before.replace(b"value: 77602", b"value: 77700")
    assert load_checked("2017-18", project).summary.figures["contacts"].value == 77700
    take_back(done)
    assert file.read_bytes() == before


GAPS = {
    "of its own lines": (
        b"contacts:\n    value: 77602\n",
        b"contacts:\n    value: null\n    symbol: x\n    reason: Not counted.\n",
    ),
    "with a comment": (
        b"contacts:\n    value: 77602  # of the year\n",
        b"contacts:\n    value: null  # of the year\n    symbol: x\n    reason: Not counted.\n",
    ),
    "in braces": (
        b"contacts:\n    {value: 77602, ",
        b"contacts:\n    {value: null, symbol: x, reason: Not counted., ",
    ),
}
LINES = re.compile(rb"contacts:\n    value: 77602\n    label: (.+?) *\n(?:    .+\n)+")


@pytest.mark.parametrize("way", GAPS)
def test_a_number_goes_missing_and_is_there_again(project, way):
    """With it comes, and goes, what says so; every other byte is as it was."""
    file = project / "2017-18.yaml"
    there, missing = GAPS[way]
    if way == "in braces":
        about = b"label: Contacts, noun: contacts, period: 2017-18, source: summary}\n"
        file.write_bytes(LINES.sub(there + about, file.read_bytes(), count=1))
    else:
        file.write_bytes(file.read_bytes().replace(GAPS["of its own lines"][0], there))
    before = file.read_bytes()
    assert there in before
    one = field(project, "content.figures.contacts.value")
    assert change("2017-18", project, wanted(one, "", reason="Not counted.", anyway=True))
    assert file.read_bytes() == before.replace(there, missing)
    now = typed_at(read_yaml(file, file.read_bytes()), one.path)
    assert change("2017-18", project, wanted(replace(one, value=now), "77,602", anyway=True))
    assert file.read_bytes() == before


def test_a_point_of_a_series_goes_missing(project):
    file = project / "2017-18.yaml"
    before = file.read_bytes()
    one = field(project, "content.series.looked-after.points.2016")
    assert change("2017-18", project, wanted(one, "", reason="Not counted."))
    gap = b"2016: {value: null, symbol: x, reason: Not counted.}"
    assert file.read_bytes() == before.replace(b"2016: 1305", gap)
    again = field(project, "content.series.looked-after.points.2016.value")
    assert change("2017-18", project, wanted(again, "1,305"))
    assert file.read_bytes() == before.replace(b"2016: 1305", b"2016: {value: 1305}")


def test_what_is_there_already_is_not_written(project):
    one = field(project, "content.figures.contacts.value")
    file = project / "2017-18.yaml"
    before = file.stat().st_mtime_ns
    assert change("2017-18", project, wanted(one, "77,602")) is None
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("id", "typed", "said", "may_be_kept"),
    [
        ("content.figures.contacts.value", "many", '"many" is not a number', False),
        ("content.figures.contacts.value", "", "the value is missing", False),
        ("content.figures.referrals.value", "99,999", "is greater than the whole", True),
        ("content.title", "", "empty", False),
        ("content.introduction", "Words. " * 2000, "13,999 letters", False),
        ("board.brand.colours.primary", "blue", "", False),
        ("board.brand.colours.primary", "#FFD500", "", False),
        ("content.figures.plans.as_at", "31 March", "", False),
        ("content.status", "finished", "", False),
    ],
)
def test_what_makes_an_error_is_refused_and_nothing_is_written(
    project, id, typed, said, may_be_kept
):
    one = field(project, id)
    before = {file: file.read_bytes() for file in project.rglob("*.yaml")}
    with pytest.raises(RefusedError) as refused:
        change("2017-18", project, wanted(one, typed))
    problem = refused.value.problems[0]
    assert said in problem.message
    assert problem.message and problem.hint, "it says what is wrong, and what to do"
    assert {file: file.read_bytes() for file in project.rglob("*.yaml")} == before
    if may_be_kept:
        assert refused.value.may_be_kept
        assert change("2017-18", project, wanted(one, typed, anyway=True))
    else:
        with pytest.raises(RefusedError):
            change("2017-18", project, wanted(one, typed, anyway=not refused.value.may_be_kept))


def test_of_a_colour_that_is_refused_the_nearest_that_is_not_is_found(project):
    one = field(project, "board.brand.colours.primary")
    with pytest.raises(RefusedError) as refused:
        change("2017-18", project, wanted(one, "ffe600"))
    assert change("2017-18", project, wanted(one, refused.value.better))
    lightness, _, hue = lch(refused.value.better)
    assert lightness < lch("#FFE600")[0] and abs(hue - lch("#FFE600")[2]) < 0.05


def test_a_file_is_held_while_it_is_compared_and_written(project):
    """Another preview that writes in between would be written over, and nobody would know."""
    one, file = field(project, "content.figures.contacts.value"), project / "2017-18.yaml"
    with ThreadPoolExecutor() as aside, held(file):
        other = aside.submit(change, "2017-18", project, wanted(one, "77,700"))
        with pytest.raises(TimeoutError):
            other.result(0.5)
        theirs = file.read_bytes().replace(b"value: 2528", b"value: 2500")
        file.write_bytes(theirs)
    with pytest.raises(ConflictError):
        other.result()
    assert file.read_bytes() == theirs


def test_an_error_that_was_there_does_not_stop_another_change(project):
    file = project / "2017-18.yaml"
    file.write_bytes(file.read_bytes().replace(b"value: 32441", b"value: 99999"))
    with pytest.raises(NotWhole) as found:
        load_checked("2017-18", project)
    here = {one.id: one for one in fields(found.value.loaded)}
    assert change("2017-18", project, wanted(here["content.figures.contacts.value"], "150,000"))
    assert load_checked("2017-18", project)


def test_a_change_on_disk_is_told_and_never_overwritten(project):
    file = project / "2017-18.yaml"
    one = field(project, "content.figures.contacts.value")
    theirs = file.read_bytes().replace(b"value: 77602", b"value: 77603")
    file.write_bytes(theirs)
    with pytest.raises(ConflictError, match='it says "77603" now'):
        change("2017-18", project, wanted(one, "77,700"))
    assert file.read_bytes() == theirs
    gone = theirs.replace(b"  contacts:\n    value: 77603\n", b"  contacts:\n")
    file.write_bytes(gone)
    with pytest.raises(ConflictError, match="no longer in the file"):
        change("2017-18", project, wanted(one, "77,700"))
    assert file.read_bytes() == gone


def test_a_change_elsewhere_in_the_file_is_kept(project):
    file = project / "2017-18.yaml"
    one = field(project, "content.figures.contacts.value")
    file.write_bytes(file.read_bytes().replace(b"Annual Report Summary", b"Annual Summary", 2))
    theirs = file.read_bytes()
    assert change("2017-18", project, wanted(one, "77,700"))
    assert file.read_bytes() == theirs.replace(b"value: 77602", b"value: 77700")


def test_what_was_changed_since_cannot_be_taken_back_here(project):
    file = project / "2017-18.yaml"
    done = change("2017-18", project, wanted(field(project, "content.title"), "A title"))
    file.write_bytes(file.read_bytes() + b"# mine\n")
    theirs = file.read_bytes()
    with pytest.raises(ConflictError, match="was changed since"):
        take_back(done)
    assert file.read_bytes() == theirs


def test_a_file_that_cannot_be_read_is_said_to_be_that(project):
    one = field(project, "content.title")
    file = project / "2017-18.yaml"
    file.write_bytes(file.read_bytes() + b"\tx: [\n")
    broken = file.read_bytes()
    with pytest.raises(ContentError):
        change("2017-18", project, wanted(one, "A title"))
    assert file.read_bytes() == broken


def test_lines_of_windows_and_a_byte_order_mark_stay(project):
    file = project / "2017-18.yaml"
    data = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(data)
    one = field(project, "content.introduction")
    assert change("2017-18", project, wanted(one, f"{one.value}\n\nMore."))
    made = file.read_bytes()
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.count(b"\n") == made.count(b"\r\n")
    assert b"  More.\r\n" in made


@pytest.mark.parametrize("old", ["one", "'one'", '"one"', ">\r\n  one", "one\r\n  two"])
def test_lines_of_windows_stay_however_a_text_is_quoted(old):
    splice = ValueSplice(Path("a.yaml"), f"a: {old}\r\nb: 2\r\n".encode())
    made = splice.retype(("a",), "Words.\n\n- one\n- two")
    assert made.count(b"\n") == made.count(b"\r\n")


@pytest.mark.parametrize("typed", ["word " * 3000, "x" * 600])
def test_a_text_that_is_too_long_is_said_to_be_that(project, typed):
    one = field(project, "content.introduction")
    with pytest.raises(ContentError) as refused:
        change("2017-18", project, wanted(one, typed))
    assert [problem.code for problem in refused.value.problems] == ["too-long"]


def test_what_could_not_be_taken_back_may_be_tried_again(project, monkeypatch):
    here = desk.Desk("2017-18", project)
    one = field(project, "content.title")
    here.change(wanted(one, "Another title"))
    with monkeypatch.context() as changed:

        def full(done):
            raise FileError(Problem("unwritable", "the disk is full"))

        changed.setattr(desk, "take_back", full)
        with pytest.raises(FileError):
            here.undo()
    here.undo()
    assert field(project, "content.title").value == one.value


def test_a_figure_is_changed_in_the_file_that_is_included(project):
    file = project / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    begin = text.index("  contacts:\n")
    end = text.index("  referrals:\n")
    (project / "figures").mkdir()
    apart = project / "figures/front-door.yaml"
    apart.write_text(f"figures:\n{text[begin:end]}", encoding="utf-8")
    rest = text[:begin] + text[end:]
    file.write_text(
        rest.replace("sources:\n", 'include: "figures/*.yaml"\n\nsources:\n', 1), encoding="utf-8"
    )
    main = file.read_bytes()
    one = field(project, "content.figures.contacts.value")
    assert one.place.file.name == "front-door.yaml"
    change("2017-18", project, wanted(one, "77,700"))
    assert file.read_bytes() == main
    assert b"value: 77700" in apart.read_bytes()


def test_a_number_on_a_page_leads_to_the_figure_that_it_is_of(project):
    """Each number that was found on a page changes with its field, and no other does."""
    from hscb_report.build import material_of

    loaded = load_checked("2017-18", project)
    here = fields(loaded)
    made = seen("board", "", material_of(loaded))
    finder = Finder(loaded, here)
    told = [
        (at, spot) for at in range(len(made.sheets)) for spot in spots_of(made.lines(at), finder)
    ]
    words = {(at, line.box): line.text for at in range(len(made.sheets)) for line in made.lines(at)}
    numbers = {one.id: one for one in here if one.kind == "number" and one.value}
    found = [
        (numbers[spot.field], words[at, spot.box]) for at, spot in told if spot.field in numbers
    ]
    assert len({one.id for one, _ in found}) == len(numbers), "each number is found"
    for one, said in found:
        digits = "".join(filter(str.isdigit, said.partition("[")[0]))
        assert one.value.replace(".", "") in digits, (one.id, said)
    printed = {spot.field for _, spot in told}
    texts = [one.id for one in here if one.path[-1] in PROSE and not one.of_board]
    assert [id for id in texts if id not in printed] == []


PROSE = ("heading", "subtitle", "text", "title")


def test_the_lines_that_the_page_has_to_paste_work_where_it_says(project):
    made = page("2017-18", "secret", "py run.py")
    number, section, picture, block = re.findall(r"<pre[^>]*>(.*?)</pre>", made, re.DOTALL)
    (project / "pictures").mkdir()
    Image.new("RGB", (1800, 1200), "#0B6E4F").save(project / "pictures/hall.jpg")
    file = project / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    number = number.replace("the name of a source", "summary")
    text = text.replace("figures:\n", f"figures:\n{number}\n", 1)
    text = text.replace("sections:\n", f"sections:\n{section}\n{block}\n", 1)
    file.write_text(f"{text}{picture}\n", encoding="utf-8")
    known = {one.id: one for one in fields(load_checked("2017-18", project))}
    assert known["content.figures.my-number.value"].group == "A new section"
    assert known["content.pictures.hall.alt"].value == "What the picture shows, in words."


def test_what_is_typed_is_what_is_meant():
    assert meant("77,602") == 77602
    assert str(meant("1,234.50")) == "1234.50"
    assert meant("-3") == -3
    assert meant("") is None
    assert meant("1,23") == "1,23"
    assert typed_at(load_checked("2017-18", ROOT / "content").tree, ("no", "such")) is None

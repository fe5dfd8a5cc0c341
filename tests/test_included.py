"""Figures that stand in their section, and in files that a content file includes."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from hscb_report import check
from hscb_report.brand import icons
from hscb_report.errors import ContentError, UsageError
from hscb_report.project import listed, load_checked, stem
from hscb_report.summary.load import load
from hscb_report.year.carry import new
from hscb_report.year.exporting import export_sheets
from hscb_report.year.importing import import_figures
from hscb_report.year.reviewing import review
from year import changed, opened, run

PART = Path("content/figures/one.yaml")


def block_of(text: str, key: str, name: str) -> str:
    """The lines of one part of a content file."""
    return re.search(rf"(?ms)^{key}:\n.*?^(  {name}:\n(?:    [^\n]*\n)+)", text)[1]


def split(content: Path) -> None:
    """2017-18 with plans in its section, and contacts and a source in an included file."""
    file = content / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    plans = block_of(text, "figures", "plans")
    contacts = block_of(text, "figures", "contacts")
    source = block_of(text, "sources", "dfe-cla")
    for part in (plans, contacts, source):
        text = text.replace(part, "", 1)
    inside = "    figures:\n" + "".join(f"    {line}\n" for line in plans.splitlines())
    text = re.sub(r"(?m)^( +)- heading: .*\n", lambda found: found[0] + inside, text, count=1)
    file.write_text(f"{text.rstrip()}\n\ninclude: figures/*.yaml\n", encoding="utf-8")
    (content / "figures").mkdir()
    PART.write_text(f"# The front door.\nsources:\n{source}figures:\n{contacts}", encoding="utf-8")


@pytest.fixture
def apart(content) -> Path:
    split(content)
    return content


def test_it_says_the_same_wherever_it_stands(content):
    before = load("2017-18", content, icons.names()).summary
    found = [one.message for one in check("2017-18", content=content)]
    split(content)
    after = load("2017-18", content, icons.names()).summary
    assert dict(after.figures) == dict(before.figures)
    assert dict(after.sources) == dict(before.sources)
    assert after.sections == before.sections
    assert sorted(one.message for one in check("2017-18", content=content)) == sorted(found)


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (PART, "value: 77602", "value: many", "value: many"),
        (PART, "    period: 2017-18", "    peroid: 2017-18", "    peroid: 2017-18"),
        (PART, "source: summary", "source: sumary", "source: sumary"),
        (PART, "  contacts:\n", "  contacts: 1\n  x:\n", "  contacts: 1"),
        ("content/2017-18.yaml", "value: 1294", "value: many", "value: many"),
        (
            "content/2017-18.yaml",
            "        as_at: 2018",
            "        as_ta: 2018",
            "        as_ta: 2018",
        ),
    ],
)
def test_errors_are_told_where_they_stand(apart, file, old, new, line):
    file = Path(file)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=apart)
    first = next(one for one in caught.value.problems if line in one.place.source)
    assert Path(first.place.file).resolve() == file.resolve()
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[first.place.line - 1] == first.place.source


def test_what_rules_find_is_told_where_it_stands(apart):
    text = PART.read_text(encoding="utf-8")
    PART.write_text(
        text.replace("label: Children's", "label: Safegaurding 5 children's"), encoding="utf-8"
    )
    told = run("check", "2017-18", "--strict").output.replace("\\", "/")
    assert re.search(r"content/figures/one\.yaml:\d+:\d+: (warning|error)", told), told


@pytest.mark.parametrize(
    "pattern",
    [
        "/etc/*.yaml",
        "../content/figures/*.yaml",
        "figures/../../*.yaml",
        "*.yaml",
        "2016-17.yaml",
        "figures\\\\*.yaml",
        "C:/figures/*.yaml",
        "figures/**/*.yaml",
        "*/one.yaml",
        "boards/*.yaml",
        "returns/*.yaml",
        "figures/one.txt",
        "figures/",
        "~/figures/*.yaml",
        "https://example.org/a.yaml",
        "figures/none*.yaml",
        ".git/one.yaml",
        f"{'x' * 300}/*.yaml",
        f"figures/{'x' * 300}.yaml",
    ],
)
def test_what_cannot_be_included(apart, pattern):
    changed(apart, "include: figures/*.yaml", f'include: "{pattern}"', "2017-18")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=apart)
    problem = next(one for one in caught.value.problems if one.code == "include")
    assert problem.key == ("include",)
    assert problem.place.source.startswith("include:")
    assert problem.hint


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_no_link_leads_out(apart, tmp_path_factory, kind):
    out = tmp_path_factory.mktemp("out") / "figures"
    out.mkdir()
    (out / "two.yaml").write_text("figures: {}\n", encoding="utf-8")
    try:
        if kind == "file":
            (apart / "figures/two.yaml").symlink_to(out / "two.yaml")
        else:
            (apart / "more").symlink_to(out, target_is_directory=True)
            changed(apart, "include: figures/*.yaml", "include: more/*.yaml", "2017-18")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=apart)
    assert "a link that leads out" in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("include: figures/*.yaml\n", '"include" is not a key that is known in an included file'),
        ("period: 2017-18\n", '"period" is not a key'),
        ("figures: 12\n", "more keys are needed"),
        ("- a\n", "holds no keys"),
        ("", "holds no keys"),
        ("figures: [\n", "two.yaml"),
    ],
)
def test_an_included_file_holds_figures_series_and_sources(apart, text, message):
    Path("content/figures/two.yaml").write_text(text, encoding="utf-8")
    done = run("check", "2017-18")
    assert done.exit_code == 1
    assert message in done.output
    assert "two.yaml:1:" in done.output.replace("\\", "/")


@pytest.mark.parametrize(
    ("files", "size", "ok"), [(49, 10, True), (50, 10, False), (1, 2e5, True), (2, 2e5, False)]
)
def test_how_much_may_be_included(apart, files, size, ok):
    """With the one that is there; from both sides of the limits."""
    for number in range(files):
        comment = f"# {'x ' * int(size / 2)}\n"
        Path(f"content/figures/n{number}.yaml").write_text(f"{comment}figures: {{}}\n", "utf-8")
    if ok:
        load_checked("2017-18", apart)
        return
    with pytest.raises(ContentError) as caught:
        load_checked("2017-18", apart)
    assert caught.value.problems[0].key == ("include",)


@pytest.mark.parametrize("where", ["file", "section", "top"])
def test_a_name_that_is_there_twice_is_told_with_both_places(apart, where):
    again = block_of(PART.read_text(encoding="utf-8"), "figures", "contacts")
    file = apart / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    if where == "file":
        Path("content/figures/two.yaml").write_text(f"figures:\n{again}", encoding="utf-8")
        places = ("figures/two.yaml:2:3", "figures/one.yaml:")
    elif where == "section":
        inside = "".join(f"    {line}\n" for line in again.splitlines())
        file.write_text(text.replace("    figures:\n", f"    figures:\n{inside}", 1), "utf-8")
        places = ("figures/one.yaml:", "2017-18.yaml:")
    else:
        file.write_text(text.replace("\nfigures:\n", f"\nfigures:\n{again}", 1), "utf-8")
        places = ("figures/one.yaml:", "2017-18.yaml:")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=apart)
    (problem,) = (one for one in caught.value.problems if one.code == "duplicate-name")
    assert places[0] in problem.where.replace("\\", "/")
    assert places[1] in problem.message.replace("\\", "/")


def test_a_new_year_has_files_of_its_own(apart):
    before = {path: path.read_bytes() for path in apart.rglob("*.yaml")}
    made = new("2018-19", "2017-18", content=apart)
    assert all(path.read_bytes() == data for path, data in before.items())
    assert made.emptied == 24
    part = apart / "figures/2018-19/one.yaml"
    text = part.read_text(encoding="utf-8")
    assert text.startswith("# The front door.\nsources:\n")
    assert "    value: null  # 2017-18: 77602\n    symbol: x\n    reason: To be supplied.\n" in text
    main = (apart / "2018-19.yaml").read_text(encoding="utf-8")
    assert 'include: "figures/2018-19/*.yaml"' in main
    assert "        value: null  # 2017-18: 1294\n        symbol: x\n" in main
    assert "        as_at: 2019-03-31\n" in main
    summary = load("2018-19", apart, icons.names()).summary
    assert all(figure.value is None for figure in summary.figures.values())
    again = new("2019-20", "2018-19", content=apart)
    assert again.emptied == 24
    assert (apart / "figures/2019-20/one.yaml").is_file()
    assert 'include: "figures/2019-20/*.yaml"' in (apart / "2019-20.yaml").read_text("utf-8")


def test_a_new_year_overwrites_no_file(apart):
    (apart / "figures/2018-19").mkdir()
    mine = apart / "figures/2018-19/one.yaml"
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is there already"):
        new("2018-19", "2017-18", content=apart)
    assert mine.read_text(encoding="utf-8") == "mine"
    assert not (apart / "2018-19.yaml").exists()


def filled(content: Path, **values: int) -> Path:
    file = export_sheets("2018-19", content=content, output="s.xlsx").sheets[0].path
    book, rows = opened(file)
    for at in range(5, rows.max_row + 1):
        if rows.cell(at, 1).value in values:
            rows.cell(at, 7).value = values[rows.cell(at, 1).value]
    book.save(file)
    return file


def test_an_import_writes_where_the_value_stands(apart):
    new("2018-19", "2017-18", content=apart)
    before = {path: path.read_text(encoding="utf-8") for path in apart.rglob("*.yaml")}
    import_figures("2018-19", filled(apart, contacts=80000, plans=1300, courses=12), content=apart)
    main, part = apart / "2018-19.yaml", apart / "figures/2018-19/one.yaml"
    assert "    value: 80000  # 2017-18: 77602\n" in part.read_text(encoding="utf-8")
    text = main.read_text(encoding="utf-8")
    assert "        value: 1300  # 2017-18: 1294\n" in text
    assert "    value: 12  # " in text
    assert "80000" not in text
    for path, old in before.items():
        if path not in (main, part):
            assert path.read_text(encoding="utf-8") == old
    figures = load("2018-19", apart, icons.names()).summary.figures
    assert [figures[name].value for name in ("contacts", "plans", "courses")] == [80000, 1300, 12]


def test_an_import_that_does_not_fit_writes_nothing_anywhere(apart):
    new("2018-19", "2017-18", content=apart)
    before = {path: path.read_bytes() for path in apart.rglob("*.yaml")}
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", filled(apart, contacts=100, referrals=101), content=apart)
    assert caught.value.problems[0].place.cell == "G6" or caught.value.problems[0].place.cell
    assert {path: path.read_bytes() for path in apart.rglob("*.yaml")} == before


def test_a_file_that_two_years_include_is_not_written(apart):
    new("2018-19", "2017-18", content=apart)
    changed(apart, "include: figures/*.yaml", "include: figures/2018-19/*.yaml", "2017-18")
    before = {path: path.read_bytes() for path in apart.rglob("*.yaml")}
    with pytest.raises(ContentError, match="includes it too"):
        import_figures("2018-19", filled(apart, contacts=80000), content=apart)
    assert {path: path.read_bytes() for path in apart.rglob("*.yaml")} == before


def test_last_years_words_are_looked_at_wherever_they_stand(apart):
    new("2018-19", "2017-18", content=apart)
    left = {one.key: one for one in review("2018-19", content=apart).left}
    assert "sources.dfe-cla.note" in left
    place = left["sources.dfe-cla.note"].place
    assert place.file.name == "one.yaml"
    part = apart / "figures/2018-19/one.yaml"
    assert "note:" in part.read_text(encoding="utf-8").splitlines()[place.line - 1]
    text = part.read_text(encoding="utf-8")
    part.write_text(text.replace("From the 2018", "Out of the 2018"), encoding="utf-8")
    assert "sources.dfe-cla.note" not in {
        one.key for one in review("2018-19", content=apart).left
    }, "what is changed counts as looked at"
    done = run("review", "2018-19", "--done", "figures")
    assert done.exit_code == 0, done.output
    assert "figures" not in {one.key for one in review("2018-19", content=apart).left}


def test_a_built_file_is_stale_where_an_included_one_is_newer(apart):
    name = f"{stem(load_checked('2017-18', apart))}.pdf"
    made = Path("output/2017-18") / name
    made.parent.mkdir(parents=True)
    made.write_bytes(b"")
    later = made.stat().st_mtime + 60
    assert [one.stale for one in listed(content=apart)] == [False]
    os.utime(PART, (later, later))
    assert [one.stale for one in listed(content=apart)] == [True]

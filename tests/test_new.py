"""Next year's content file, made from this year's; and single values exchanged in a file."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from decimal import Decimal
from pathlib import Path

import hypothesis.strategies as st
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from conftest import ROOT
from hscb_report import build, check
from hscb_report.brand import icons
from hscb_report.errors import ContentError
from hscb_report.summary.days import moved_day
from hscb_report.summary.load import load
from hscb_report.summary.periods import latest_ended, moved
from hscb_report.summary.scalars import plain_scalar, written
from hscb_report.summary.tree import read_yaml
from hscb_report.year.carry import new
from hscb_report.year.splice import Splice
from hscb_report.year.splice_list import ListSplice
from strategies import ART, before, summaries
from year import CARE, EVERY, run


@pytest.mark.parametrize(
    ("folder", "source", "period"),
    [
        (ROOT / "content", "2017-18", "2018-19"),
        (EVERY, "2024-25", "2025-26"),
        (CARE, "2017-18", "2018-19"),
        (CARE, "2016-17", "2020-21"),
    ],
)
def test_a_new_year_loads_checks_and_builds_at_once(folder, source, period, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(folder, content)
    before = load(source, content, icons.names()).summary
    made = new(period, source, content=content)
    check(period, content=content)
    after = load(period, content, icons.names()).summary
    assert after.status == "draft"
    assert list(after.figures) == list(before.figures)
    for name, figure in after.figures.items():
        assert (figure.value, figure.symbol, figure.reason) == (None, "x", "To be supplied.")
        assert figure.unit == before.figures[name].unit
        if figure.as_at:
            assert figure.as_at.year - before.figures[name].as_at.year == int(period[:4]) - int(
                source[:4]
            )
    assert made.emptied == len(after.figures)
    assert after.series == before.series
    assert (content / f"{period}.yaml").read_text(encoding="utf-8").count(
        "yaml-language-server"
    ) == 1
    if period != "2020-21":
        assert all(
            one.pages > 1
            for one in build(
                period, content=content, output=tmp_path, editions=["board", "large-print"]
            )
        )


def test_comments_and_order_survive_and_last_year_stands_beside(year):
    old, text = (
        (year / name).read_text(encoding="utf-8") for name in ("2017-18.yaml", "2018-19.yaml")
    )
    comments = [line for line in old.splitlines() if line.strip().startswith("#")]
    assert [line for line in text.splitlines() if line in comments] == comments
    assert '# of this, "end of June 2018." is printed' in text
    assert (
        "    value: null  # 2017-18: 77602\n    symbol: x\n    reason: To be supplied.\n    "
        "label: Children's Reception Team Contacts\n" in text
    )
    assert "    value: null  # 2017-18: [x]\n" in text
    kept = [line for line in old.splitlines() if line in set(text.splitlines())]
    assert len(kept) > 0.7 * len(old.splitlines())
    positions = [
        text.splitlines().index(line) for line in dict.fromkeys(kept) if kept.count(line) == 1
    ]
    assert positions == sorted(positions)


def test_dates_move_on_where_there_is_no_doubt(year):
    data = read_yaml(year / "2018-19.yaml").data
    assert data["period"] == "2018-19"
    assert (
        data["figures"]["plans"]["label"]
        == "Children on Child Protection Plan at the end of March 2019."
    )
    assert data["figures"]["plans"]["as_at"] == dt.date(2019, 3, 31)
    assert data["sources"]["summary"]["title"] == "HSCB Annual Report Summary 2018-19"
    assert data["sources"]["dfe-cla"]["note"].startswith(
        "From the 2018 and 2019 releases"
    )  # not the board's own
    assert (
        data["sections"][3]["subtitle"]
        == "Hampshire, end of June 2019, and looked-after children since 2014"
    )
    assert data["sections"][-1]["heading"] == "2019-20 Priorities"
    assert data["sections"][-1]["blocks"][0]["items"][0] == "Adopting a Family Approach"
    assert "  # These priorities are from the summary of 2017-18" in (
        year / "2018-19.yaml"
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("since 2016-17, and in 2017-18", "since 2016-17, and in 2018-19"),
        ("2017/18 and 2018/19", "2018/19 and 2019/20"),
        ("2017 to 2018", "2018 to 2019"),
        ("2017-2018", "2018-2019"),
        ("31st March 2018", "31st March 2019"),
        ("30 March 2018", "30 March 2018"),
        ("March 2017", "March 2017"),
        ("in 2018", "in 2018"),
        ("Act 2017-18-19", "Act 2017-18-19"),
        ("call 2017-185", "call 2017-185"),
        ("29 March to 31 March 2018", "29 March to 31 March 2018"),
        ("29 to 31 March 2018", "29 to 31 March 2018"),
        ("31 March 2018 to 6 May 2018", "31 March 2018 to 6 May 2018"),
        ("between 1 March and 31 March 2018", "between 1 March and 31 March 2018"),
        ("1 January–31 March 2018", "1 January–31 March 2018"),
        ("2015-16 to 2017-18", "2015-16 to 2017-18"),
        ("at the end of March 2018", "at the end of March 2019"),
        ("a conference in March 2018", "a conference in March 2018"),
    ],
)
def test_which_dates_move(content, before, after):
    path = content / "2017-18.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("keeping children safe and", before + " and"),
        encoding="utf-8",
    )
    new("2018-19", "2017-18", content=content)
    assert (
        f"leads on {after} and insuring" in read_yaml(content / "2018-19.yaml").data["introduction"]
    )


def test_what_only_a_person_can_judge_is_listed(content):
    done = run("new", "2018-19", "--from", "2017-18")
    assert done.exit_code == 0
    assert "24 figures to be supplied" in done.output
    lines = (content / "2018-19.yaml").read_text(encoding="utf-8").split("\n")
    listed = re.findall(r"2018-19\.yaml:(\d+): ([\w.-]+)\n +(.+)", done.output)
    for number, key, _ in listed:
        if not key[-1].isdigit():
            assert f"{key.split('.')[-1]}:" in lines[int(number) - 1]
    told = "\n".join(message for _, _, message in listed)
    for words in (
        "says “Two”, “five”",
        "says “nearly”, “three”, “four”",
        "names what was left as it is: 2014",
        "series ends in 2019",
        "lessons are those",
        "priorities are those",
    ):
        assert words in told
    assert "47" not in told
    assert f"{len(listed)} things to be looked at" in done.output
    assert "2018-19.yaml:2: this comment still says 2017-18" in done.output


@pytest.mark.parametrize(
    "when",
    [
        "period: 29 November to 17 December 2017",
        "period: November 2017",
        "period: April to June 2017",
        "as_at: 2018-01-18",
    ],
)
def test_an_event_does_not_move_on_in_silence(content, when):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    event = (
        f"  event: {{value: 612, label: people heard on 18 January 2018, {when}, "
        "source: summary}\n  contacts:\n"
    )
    path.write_text(text.replace("  contacts:\n", event, 1), encoding="utf-8")
    made = new("2018-19", "2017-18", content=content)
    assert when in (content / "2018-19.yaml").read_text(encoding="utf-8")
    why = {one.key: one.why for one in made.left}
    assert why["figures.event.label"] == "names what was left as it is: 2018"
    assert "was left as it is" in why[f"figures.event.{when.partition(':')[0]}"]


@pytest.mark.parametrize(
    ("when", "later", "label", "kept"),
    [
        ("period: Q4 2017-18", "period: Q4 2018-19", "contacts in Q4 2018-19", ""),
        ("period: 2017-18 Q1", "period: 2018-19 Q1", "contacts in 2018-19 Q1", ""),
        ("as_at: 2018-03", "as_at: 2019-03", "contacts in March 2019", ""),
        ("period: Q4 2016-17", "period: Q4 2016-17", "contacts in Q4 2016-17", "left as it is"),
        ("as_at: 2016-03", "as_at: 2016-03", "contacts in March 2016", "left as it is"),
    ],
)
def test_quarters_and_months_of_the_year_move_on(content, when, later, label, kept):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    before = label.replace("2018-19", "2017-18").replace("2019", "2018")
    added = f"  part: {{value: 612, label: {before}, {when}, source: summary}}\n  contacts:\n"
    path.write_text(text.replace("  contacts:\n", added, 1), encoding="utf-8")
    left = {one.key: one.why for one in new("2018-19", "2017-18", content=content).left}
    text = (content / "2018-19.yaml").read_text(encoding="utf-8")
    assert later in text and f"label: {label}" in text
    key = f"figures.part.{when.partition(':')[0]}"
    if kept or "period" in when:
        assert (kept or "and was moved on") in left[key]
    else:  # the end of the year is certain
        assert key not in left


def test_a_census_does_not_move_on(content):
    path = content / "2017-18.yaml"
    text = (
        path.read_text(encoding="utf-8")
        .replace("    value: 94\n", "    value: 94   # census\n")
        .replace(
            "language\n    name: Children of compulsory school age and above with English as "
            "their first language\n    period: 2017-18",
            "language\n    name: Children with English as their first language, March 2011\n    "
            "as_at: 2011-03-27",
        )
    )
    path.write_text(
        text.replace(
            "    value: 9\n    label: small areas are in the most multiple deprived areas in "
            "England\n    name: Small areas in the most multiple deprived areas in England\n    "
            "period: 2017-18",
            "    value: 9\n    label: small areas\n    period: 2015",
        ),
        encoding="utf-8",
    )
    made = new("2018-19", "2017-18", content=content)
    figures = load("2018-19", content, icons.names()).summary.figures
    assert (figures["english"].as_at, figures["deprived-areas"].period) == (
        dt.date(2011, 3, 27),
        "2015",
    )
    assert figures["english"].name.endswith("March 2011")
    left = [one for one in made.left if "left as it is" in one.why]
    assert [one.key for one in left] == [
        "sources.dfe-cla.note",
        "figures.english.name",
        "figures.english.as_at",
        "figures.deprived-areas.period",
        "sections.3.subtitle",
    ]


def test_a_leaflet_goes_on_naming_its_sections(content):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8").partition("\nleaflet:")[0]
    path.write_text(
        text + "\nleaflet:\n  front: contacts\n  back: [2018-19 Priorities]\n  leave_out:\n    - "
        "{section: Mental health, blocks: [1]}\n  half:\n    inside: [[2018-19 Priorities]]\n",
        encoding="utf-8",
    )
    new("2018-19", "2017-18", content=content)
    leaflet = load("2018-19", content, icons.names()).summary.leaflet
    assert [part.section for part in leaflet.back] == ["2019-20 Priorities"]
    assert [part.section for part in leaflet.half.inside[0]] == ["2019-20 Priorities"]


def test_a_block_of_change_looks_back_to_the_year_it_came_from(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(CARE, content)
    new("2018-19", "2017-18", content=content)
    assert "        since: 2017-18\n" in (content / "2018-19.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("period", "source", "words"),
    [
        ("2018-20", "2017-18", "did you mean 2018-19?"),
        ("18-19", "2017-18", "is not a year"),
        ("2019", "2017-18", "different kinds"),
        ("2016-17", "2017-18", "not after"),
        ("2017-18", "2017-18", "not after"),
        ("2018/19", "2017-18", "did you mean 2018-19?"),
        ("2018-19", "2015-16", "did you mean"),
        ("../2018-19", "2017-18", "is not a year"),
    ],
)
def test_years_that_cannot_be_made(content, period, source, words):
    done = run("new", period, "--from", source)
    assert done.exit_code == 2
    assert words in done.output
    assert [file.name for file in content.glob("*.yaml")] == ["2017-18.yaml"]


def test_nothing_is_overwritten(year):
    (year / "2018-19.yaml").write_text("mine", encoding="utf-8")
    done = run("new", "2018-19", "--from", "2017-18")
    assert done.exit_code == 2
    assert "is there already" in done.output
    assert (year / "2018-19.yaml").read_text(encoding="utf-8") == "mine"


def test_a_source_with_errors_is_refused(sample):
    path = sample / "2024-25.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("value: 288", "value: 1288"), encoding="utf-8"
    )
    assert run("new", "2025-26", "--from", "2024-25").exit_code == 1
    assert not (sample / "2025-26.yaml").exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace(
            "    value: 77602\n    label: Children's Reception Team Contacts\n",
            "    label: Children's Reception Team Contacts\n    value:   77602   # counted twice\n",
        ),
        lambda text: text.replace(
            "figures:\n",
            "figures:\n  one: {symbol: r, note: A note., value: 3, label: 'a, b', period: "
            "2017-18, source: summary}\n",
        ),
        lambda text: text.replace(
            "figures:\n",
            "figures:\n  one:\n    note: >\n      A note\n      of two lines.\n    value: 3\n    "
            "label: a\n    period: 2017-18\n    source: summary # last\n",
        ),
        lambda text: text.rstrip("\n"),
    ],
)
def test_files_laid_out_otherwise(content, change):
    path = content / "2017-18.yaml"
    path.write_bytes(change(path.read_text(encoding="utf-8")).encode("utf-8"))
    new("2018-19", "2017-18", content=content)
    summary = load("2018-19", content, icons.names()).summary
    assert all(figure.value is None and figure.note is None for figure in summary.figures.values())
    data = (content / "2018-19.yaml").read_bytes()
    assert (b"\r\n" in data) == (b"\r\n" in path.read_bytes())
    assert b"\n" not in data.replace(b"\r\n", b"") or b"\r\n" not in data
    assert data.startswith(b"\xef\xbb\xbf") == path.read_bytes().startswith(b"\xef\xbb\xbf")
    if b"counted twice" in path.read_bytes():
        assert b"value:   null   # counted twice; 2017-18: 77602" in data


def test_periods_move():
    assert [
        moved(p, 1)
        for p in ("2017-18", "1999-00", "2098-99", "2017/2018", "2018", "April to June 2018")
    ] == ["2018-19", "2000-01", "2099-00", "2018/2019", "2019", "April to June 2019"]
    assert moved("2017-18", -1) == "2016-17"
    assert moved_day(dt.date(2020, 2, 29), 1) == dt.date(2021, 2, 28)
    assert [latest_ended(dt.date(2025, month, 1)) for month in (3, 4)] == ["2023-24", "2024-25"]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**20), 10**20),
        st.decimals(
            allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
        ),
        st.dates(),
        st.text(
            st.characters(
                exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
            ),
            max_size=40,
        ),
        st.sampled_from(
            [
                "null",
                "yes",
                "2018",
                "2018-03-31",
                "2018-02-31",
                "1.5",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "{a}",
                "a, b",
                "",
                " a ",
                "it's",
                '"',
                "\\",
                "2017-18",
                "To be supplied.",
            ]
        ),
    )
)
def test_what_is_written_is_read_back(value):
    text = written(value)
    for form in (f"k: {text}", f"k: {{a: {text}, b: 1}}"):
        node = yaml.compose(form, Loader=yaml.SafeLoader).value[0][1]
        scalar = node.value[0][1] if isinstance(node, yaml.MappingNode) else node
        back = scalar.value if scalar.style else plain_scalar(scalar.value)
        if isinstance(value, Decimal) and value == value.to_integral_value():
            assert back == value
        else:
            assert (back, type(back)) == (value, type(value)) or (
                isinstance(value, int) and str(back) == str(value)
            )


@pytest.mark.slow
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    summary=summaries(),
    flow=st.sampled_from([True, False, None]),
    width=st.sampled_from([40, 80, 100_000]),
    ending=st.sampled_from(["\n", "\r\n"]),
)
def test_any_layout_of_any_content_is_carried_over(summary, flow, width, ending, tmp_path_factory):
    """However a YAML library lays the file out: in braces, in lines, broken anywhere."""
    content = tmp_path_factory.mktemp("laid") / "content"
    shutil.copytree(ROOT / "content", content)
    for name, photo in ART.photos.items():
        (content / f"{name}.png").write_bytes(photo.data)
    for one in (summary, before(summary)):
        data = one.model_dump(exclude_none=True)
        for figure in data["figures"].values():
            figure.setdefault("value", None)
            if isinstance(figure["value"], Decimal):  # which the library does not write
                figure["value"] = float(figure["value"])
            figure.get("previous", {}).setdefault("value", None)
        for series in data["series"].values():
            for point in series["points"].values():
                point.setdefault("value", None)
        text = yaml.safe_dump(
            data, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False
        )
        (content / f"{one.period}.yaml").write_bytes(text.replace("\n", ending).encode("utf-8"))
    new("2018-19", "2017-18", content=content)
    after = load("2018-19", content, icons.names()).summary
    assert {figure.value for figure in after.figures.values()} <= {None}
    times = {figure.period or str(figure.as_at) for figure in after.figures.values()}
    assert times <= {"2018-19", "Q4 2018-19", "2019-03"}
    for name, figure in summary.figures.items():
        now = after.figures[name].previous
        assert (now and now.value) == (figure.value if figure.previous else None)
    assert [[block.kind for block in section.blocks] for section in after.sections] == [
        [block.kind for block in section.blocks] for section in summary.sections
    ]


def test_a_layout_that_cannot_be_followed_is_refused(tmp_path):
    data = b"figures:\n  a: {value: 1, label: b}\n"
    splice = Splice(tmp_path / "a.yaml", data)
    splice.set(("figures", "a", "value"), 2)
    assert splice.done() == data.replace(b"1", b"2")
    splice._edits.append((12, 14, 1, "x: ["))
    with pytest.raises(ContentError, match="laid out in a way"):
        splice.done()


COMMENTED = """\
# c00
figures:  # c01
  a:  # c02
    value: null  # c03
    symbol: x   # c04
    reason: >-  # c05 of 2017
      Not # a comment,
      2017.
    # c06
    note: |+2  # c07
        Not # a comment.

    # c08
    label: "a # no
      comment"  # c09
    source: {a: 1,  # c10
      b: 2,  # c11
      c: 3}  # c12
  b: 3
review:  # c13
  # c14
  - at: one  # c15
    why: >  # c16
      Not # a comment.
  - {at: two,  # c17
    why: b}  # c18
  - at: three  # c19
# c20
"""
CHANGES = {
    "texts exchanged": lambda s: [
        s.set(("figures", "a", key), "new") for key in ("reason", "note", "label", "value")
    ],
    "keys removed": lambda s: s.remove(("figures", "a"), ["symbol", "reason", "note", "label"]),
    "braces removed": lambda s: s.remove(("figures", "a"), ["source"]),
    "the last in braces": lambda s: s.remove(("figures", "a", "source"), ["c", "b"]),
    "the first in braces": lambda s: s.remove(("figures", "a", "source"), ["a", "b"]),
    "the years": lambda s: s.exchange(("figures", "a", "reason"), re.compile("2017"), lambda _: ""),
    "the first item": lambda s: s.take_out("review", [0]),
    "two items": lambda s: s.take_out("review", [1, 2]),
    "the list": lambda s: s.take_out("review", [0, 1, 2]),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_comment_is_lost_or_changed(change, ending):
    splice = ListSplice(Path("a.yaml"), COMMENTED.replace("\n", ending).encode("utf-8"))
    change(splice)
    made = splice.done().decode("utf-8")
    known = re.compile(r"# c\d\d(?: of 2017)?")
    assert sorted(known.findall(made)) == sorted(known.findall(COMMENTED))
    assert made != COMMENTED

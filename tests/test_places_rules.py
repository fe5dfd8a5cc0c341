"""What the rules ask of numbers of several places, and what a page says of them in the end."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
import yaml

import rules
from hscb_report import build, check
from hscb_report.errors import ContentError
from hscb_report.year.carry import new
from pdf import structure
from places import rate, summary
from rules import found

# Rules


def asked(rule: str, figures: dict, text: str = "", **more) -> list[str]:
    """What a rule says of figures."""
    blocks = more.pop("blocks", None) or [{"kind": "table", "figures": list(figures)}]
    blocks += [{"kind": "text", "text": text}] if text else []
    return [
        one.message for one in found(rule, rules.summary(figures=figures, blocks=blocks, **more))
    ]


def count(value, place: str | None = None, **more) -> dict:
    where = {"place": place} if place else {}
    return rules.figure(value, label="children on a plan", **where, **more)


def test_rates_of_two_places_are_of_two_populations():
    figures = {}
    for name, (value, per, place) in {
        "plans": (500, 50, None),
        "contacts": (56_000, 47, "England"),
    }.items():
        where = {"place": place} if place else {}
        figures[name] = rules.figure(value, label=name, **where)
        figures[f"{name}-rate"] = rules.figure(
            per, label="children", name=f"Rate of {name}", unit="per-10000", **where
        )
    assert asked("rates-disagree", figures) == []
    here = {name: {**one, "place": None} for name, one in figures.items()}
    assert len(asked("rates-disagree", here)) == 1


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("There were 77,620 children on a plan.", 1),
        ("There were 77,620 children on a plan in England.", 0),
        ("Of 12,345 children on a plan in England, few waited.", 1),
        ("There were 12,345 children on a plan.", 0),
    ],
)
def test_a_slip_is_one_of_a_number_of_the_same_place(text, slips):
    figures = {"ours": count(77_602), "theirs": count(12_354, "England")}
    assert len(asked("near-number", figures, text)) == slips


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Four in five children on a plan waited.", 0),
        ("Seven in ten children on a plan waited.", 1),
        ("In England, seven in ten children on a plan waited.", 0),
        ("Nationally, three in five children on a plan waited.", 1),
        ("We looked at:\n- children on a plan\n\nSeven in ten visits were late.", 0),
    ],
)
def test_a_ratio_is_held_against_the_share_of_its_place(text, wrong):
    figures = {"ours": count(80, unit="percent"), "theirs": count(70, "England", unit="percent")}
    assert len(asked("ratio", figures, text)) == wrong


@pytest.mark.parametrize(("than", "wrong"), [("fewer", 0), ("more", 1)])
def test_a_number_belongs_to_the_name_that_has_it(than, wrong):
    called = {"label": "Section 47 enquiries"}
    figures = {"ours": rate(136, **called), "theirs": rate(167, "England", **called)}
    text = f"There were {than} Section 47 enquiries than in England."
    assert len(asked("claim", figures, text)) == wrong


def test_one_name_in_two_places_is_no_fault():
    assert asked("same-name", {"a": count(500), "b": count(600, "England")}) == []
    assert len(asked("same-name", {"a": count(500, "England"), "b": count(600, "england")})) == 1
    points = {"label": "L", "source": "s", "points": {"2017": 500, "2018": 600}}
    blocks = [{"kind": "trend", "series": ["a", "b"]}]
    for more, wrong in (({}, 1), ({"place": "England"}, 0)):
        series = {"a": points, "b": {**points, **more}}
        assert len(asked("same-name", {}, blocks=list(blocks), series=series)) == wrong


def test_a_point_of_another_place_is_another_number():
    points = {"label": "children on a plan", "source": "s", "points": {"2017": 500, "2018": 600}}
    figures = {"a": count(700, period="2018")}
    for more, wrong in (({}, 1), ({"place": "England"}, 0)):
        assert len(asked("point-differs", figures, series={"b": {**points, **more}})) == wrong


def test_a_definition_may_name_the_place():
    def chart(*defined: str):
        figures = {
            name: count(500, place, definition=text)
            for name, place, text in zip(("a", "b"), (None, "England"), defined, strict=True)
        }
        blocks = [{"kind": "bars", "figures": ["a", "b"]}]
        return asked("definitions-differ", figures, blocks=blocks)

    assert chart("Plans, all ages.", "Plans in England, all ages.") == []
    assert len(chart("Plans, all ages.", "Plans in England of babies.")) == 1


def test_few_children_of_another_place_can_be_recognised_too():
    (message,) = asked("small-count", {"a": count(3, "Nextshire")})
    assert message.startswith("3 is a count of people of Nextshire from 1 to ")


@pytest.mark.parametrize(("place", "wrong"), [("England", 0), (None, 1)])
def test_lines_of_two_places_need_no_two_colours(place, wrong):
    points = {"label": "L", "source": "s", "points": {"2017": 500, "2018": 600}}
    where = {"place": place} if place else {"label": "M"}
    content = rules.summary(
        blocks=[{"kind": "trend", "series": ["a", "b"]}],
        series={"a": points, "b": {**points, **where}},
    )
    alike = {name: {"srgb": "#12436D"} for name in ("primary-text", "third-text")}
    assert len(found("colours-alike", content, colours=alike)) == wrong


def test_what_stands_beside_another_is_used():
    figures = {"a": rate(49, beside=["b"], source="s"), "b": rate(64, "England", source="s")}
    assert asked("unused", figures, blocks=[{"kind": "statistics", "items": ["a"]}]) == []


# From the file to the bytes


def in_folder(folder: Path, **more) -> Path:
    """A board's content with numbers of three places."""
    (folder / "boards").mkdir(parents=True)
    (folder / "boards" / "b.yaml").write_text(
        "name: Anyshire Safeguarding Children Partnership\n", encoding="utf-8"
    )
    figures = {
        "ours": rate(49, "Anyshire", beside=["england", "near"]),
        "england": rate(64, "England"),
        "near": rate(52, "statistical neighbours"),
    }
    points = {"label": "Plans", "unit": "per-10000", "source": "s"}
    series = {
        "a": {**points, "points": {2017: 47, 2018: 49}},
        "b": {**points, "place": "England", "points": {2017: 60, 2018: 64}},
    }
    content = summary(figures).model_dump(mode="json", exclude_unset=True) | {
        "sources": {"s": {"title": "Children in need 2018", "publisher": "Department"}},
        "figures": figures,
        "series": series,
        "sections": [
            {
                "heading": "Plans",
                "blocks": [
                    {"kind": "statistics", "items": ["ours"]},
                    {"kind": "bars", "by": "place", "figures": list(figures)},
                    {"kind": "bars", "series": "a", "highlight": 2018},
                    {"kind": "trend", "series": ["a", "b"]},
                ],
            }
        ],
        **more,
    }
    (folder / "2017-18.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    return folder


def test_a_page_says_how_our_number_stands_to_others(tmp_path):
    content = in_folder(tmp_path / "content")
    assert [one.code for one in check("2017-18", content=content)] == []
    made = build("2017-18", content=content, output=tmp_path / "out")[0].path.read_bytes()
    tags = "\n".join(structure(made))
    assert "P: Lower than England (64) and statistical neighbours (52)" in tags
    assert "Anyshire: 49; England: 64; Statistical neighbours" in tags
    with pikepdf.open(io.BytesIO(made)) as pdf:
        (attached,) = pdf.attachments.values()
        assert b"England" in attached.get_file().read_bytes()


def test_a_year_that_stands_out_is_looked_at_in_the_next(tmp_path):
    content = in_folder(tmp_path / "content")
    why = [one.why for one in new("2018-19", "2017-18", content=content).left]
    assert any("still lets 2018 stand out" in one for one in why)
    assert check("2018-19", content=content)


def test_errors_between_places_stop_a_build(tmp_path):
    text = in_folder(tmp_path / "content") / "2017-18.yaml"
    said = text.read_text(encoding="utf-8").replace("place: England", "place: Anyshire")
    text.write_text(said, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=tmp_path / "content")
    told_of = {problem.code for problem in caught.value.problems}
    assert told_of >= {"beside", "same-place"}

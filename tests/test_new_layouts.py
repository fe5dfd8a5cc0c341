"""Next year's content file, and single values exchanged, however the file is laid out."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import hypothesis.strategies as st
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from conftest import ROOT
from hscb_report.brand import icons
from hscb_report.errors import ContentError
from hscb_report.summary.load import load
from hscb_report.summary.scalars import plain_scalar, written
from hscb_report.year.carry import new
from hscb_report.year.splice import Splice
from hscb_report.year.splice_list import ListSplice
from strategies import ART, before, summaries


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

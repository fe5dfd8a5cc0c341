"""The README tells the truth: its commands run, its tables are complete, its pictures are
current.
"""

from __future__ import annotations

import re
import shlex
import typing
from pathlib import Path

import numpy
import pytest
import typer
import yaml
from PIL import Image
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import build
from hscb_report.brand import icons
from hscb_report.checks.table import RULES
from hscb_report.cli import app
from hscb_report.summary import blocks, explain, placed
from hscb_report.summary.checking import Checks
from hscb_report.summary.figures import SYMBOLS, Figure
from hscb_report.summary.leaflet import Leaflet
from hscb_report.summary.load import load
from pdf import picture

README = (ROOT / "README.md").read_text(encoding="utf-8")
YEAR = re.search(r"## The working year\n(.*?)\n## ", README, re.DOTALL)[1]
"""Its commands run one after another; all others run alone."""
PICTURES = ROOT / "examples/2017-18"


def leaves(commands, above=""):
    """Every command by its full name, such as "figures export"."""
    for name, command in commands.items():
        if hasattr(command, "commands"):
            yield from leaves(command.commands, f"{above}{name} ")
        else:
            yield f"{above}{name}", command


COMMANDS = dict(leaves(typer.main.get_command(app).commands))


def options(command) -> set[str]:
    return {
        name for parameter in command.params for name in parameter.opts if name.startswith("--")
    }


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_has_help_and_is_in_the_readme(name):
    command = COMMANDS[name]
    assert command.help
    assert f"Example: hscb-report {name}" in command.epilog
    assert f"`hscb-report {name}" in README
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name} {parameter.name}"
    for option in options(command) - {"--help"}:
        assert f"`{option}" in README, option


def test_the_readme_names_no_option_that_does_not_exist():
    known = set().union(*(options(command) for command in COMMANDS.values()))
    known |= {"--version", "--help", "--install-completion", "--update-golden"}
    assert "--edition" in known
    assert set(re.findall(r"(--[a-z][a-z-]+)", README)) <= known


@pytest.mark.parametrize(
    "line",
    sorted(
        set(
            re.findall(
                r"^    python run\.py (?!test)(.+)$|`python run\.py (check .+?)`",
                README.replace(YEAR, ""),
                re.MULTILINE,
            )
        )
    ),
)
def test_every_command_of_the_readme_runs(line, content):
    done = CliRunner().invoke(app, shlex.split(line[0] or line[1]))
    assert done.exit_code == 0, done.output
    if (
        line[0] == "build 2017-18"
    ):  # path and pages as they are told; the size may differ a little with the libraries' versions
        told, _, size = done.output.replace("\\", "/").strip().rpartition(", ")
        shown = re.search(rf"{re.escape(told)}, (\d+) KB", README)
        assert shown
        assert abs(int(shown[1]) - int(size.split()[0])) <= 5


def test_the_working_year_as_it_is_told(content):
    """new, export, fill, import, check, build, compare: the section's own commands, in its
    order.
    """
    lines = re.findall(r"^    python run\.py (.+)$", YEAR, re.MULTILINE)
    assert [line.split()[0] for line in lines] == [
        "new",
        "figures",
        "figures",
        "figures",
        "check",
        "build",
        "compare",
    ]
    sheet, values = Path("output/2018-19/figures-2018-19.xlsx"), {}
    for line in lines:
        if line.startswith("figures import"):
            values = fill(sheet, values)
        before = (
            (content / "2018-19.yaml").read_bytes() if (content / "2018-19.yaml").exists() else b""
        )
        done = CliRunner().invoke(app, shlex.split(line))
        assert done.exit_code == 0, done.output
        if line.endswith("--dry-run"):
            assert (content / "2018-19.yaml").read_bytes() == before
    summary = load("2018-19", content, icons.names()).summary
    assert {name: figure.value for name, figure in summary.figures.items()} == values
    assert all(figure.symbol is figure.reason is None for figure in summary.figures.values())
    assert "Children on Child Protection Plan" in done.output
    assert next(Path("output/2018-19").glob("*.pdf")).stat().st_size > 50_000


def fill(sheet: Path, values: dict) -> dict:
    """A partner's answers: last year's numbers again, and some where there was none."""
    import openpyxl

    book = openpyxl.load_workbook(sheet)
    rows = book.active
    for row in range(5, rows.max_row + 1):
        last = rows.cell(row, 5).value
        rows.cell(row, 7).value = (
            last
            if isinstance(last, (int, float))
            else {"children-in-care": 1600}.get(rows.cell(row, 1).value, 15)
        )
        values[rows.cell(row, 1).value] = rows.cell(row, 7).value
    book.save(sheet)
    return values


def test_the_example_of_an_error_is_real(content):
    path = content / "2017-18.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("value: 77602", "value: 77,602"), encoding="utf-8"
    )
    done = CliRunner().invoke(app, ["check", "2017-18"])
    shown = [line.strip() for line in done.output.replace("\\", "/").splitlines()]
    for line in re.search(r"what to do next:\n\n((?:    .+\n)+)", README)[1].splitlines():
        assert line.strip() in shown


def test_every_kind_of_block_and_its_keys_are_listed():
    kinds = {
        typing.get_args(model.model_fields["kind"].annotation)[0]: model
        for model in typing.get_args(typing.get_args(blocks.AnyBlock)[0])
    }
    for kind, model in kinds.items():
        row = re.search(rf"^\| `{kind}` \|.*$", README, re.MULTILINE)
        assert row, kind
        for key in set(model.model_fields) - {"kind", "title", "width"}:
            assert f"`{key}`" in row[0], f"{kind}: {key}"


def test_every_icon_and_symbol_is_listed():
    for name in icons.names():
        assert f"`{name}`" in README
    for symbol in SYMBOLS:
        assert re.search(rf"`{symbol}`|\b{symbol} {SYMBOLS[symbol][:8]}", README), symbol


def test_the_yaml_of_the_readme_is_the_contents_own():
    summary = load("2017-18", ROOT / "content", icons.names()).summary
    examples = [
        yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    ]
    leaflet = next(example["leaflet"] for example in examples if "leaflet" in example)
    assert not list(
        placed.problems_in(
            summary.model_copy(update={"leaflet": Leaflet.model_validate(leaflet)}),
            None,
        )
    )
    examples = [example for example in examples if "leaflet" not in example]
    figures = {
        name: data
        for example in examples
        for name, data in (
            example.get("figures") or ({} if {"sections", "accept"} & set(example) else example)
        ).items()
    }
    assert set(figures) == {"contacts", "referrals", "minority-ethnic"}
    for name, data in figures.items():
        for key, value in data.items():
            assert getattr(summary.figures[name], key) == value, (name, key)


def test_every_rule_and_setting_of_the_checks_is_listed():
    for rule in RULES:
        assert f"| `{rule.id}` | {rule.severity} | {rule.finds} | {rule.reason} |\n" in README
    for key, field in Checks.model_fields.items():
        assert re.search(rf"^\| `{key}` \| (`{field.default}`|none) \| \S", README, re.MULTILINE), (
            key
        )
    for key in ("of", "breakdown", "counts"):
        assert re.search(rf"^\| `{key}: .+` \|", README, re.MULTILINE)
        assert key in Figure.model_fields


def test_what_the_readme_accepts_the_content_accepts():
    accept = next(
        example["accept"]
        for text in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
        if "accept" in (example := yaml.safe_load(text))
    )
    own = yaml.safe_load((ROOT / "content/2017-18.yaml").read_text(encoding="utf-8"))["accept"]
    assert all(entry in own for entry in accept)


@pytest.mark.parametrize("page", range(6))
def test_the_pictures_are_current(page, summary_pdf, request):
    """At 45 dpi, with the tolerance of the approved pages."""
    seen = picture(summary_pdf, page, 45)
    file = PICTURES / f"page-{page + 1}.png"
    if request.config.getoption("--update-golden"):
        PICTURES.mkdir(exist_ok=True)
        Image.fromarray(seen.astype("uint8")).quantize(64).save(file, optimize=True)
    approved = numpy.asarray(Image.open(file).convert("RGB")).astype("int16")
    assert seen.shape == approved.shape
    assert (abs(seen - approved).max(axis=2) > 64).mean() < 0.01


@pytest.mark.parametrize(("side", "number"), [("outside", 1), ("inside", 2)])
def test_the_pictures_of_the_leaflet_are_current(side, number, tmp_path, request):
    """The proofs at a smaller size, with the tolerance of the approved pages."""
    made = build(
        "2017-18",
        content=ROOT / "content",
        output=tmp_path,
        editions=["leaflet"],
        purpose="press",
        proof=True,
    )
    proof = next(path for path in made[0].beside if path.name.endswith(f"-proof-{number}.png"))
    seen = Image.open(proof).convert("RGB").resize((800, 620), Image.Resampling.LANCZOS)
    file = PICTURES / f"leaflet-{side}.png"
    if request.config.getoption("--update-golden"):
        seen.quantize(200).save(file, optimize=True)
    approved = numpy.asarray(Image.open(file).convert("RGB")).astype("int16")
    assert (abs(numpy.asarray(seen).astype("int16") - approved).max(axis=2) > 64).mean() < 0.01


def test_python_example(content):
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]
    exec(code, {})


def test_hints_are_sentences_of_the_readme_style():
    for hint in explain._HINTS.values():
        assert hint[0].islower()
        assert not hint.endswith(".")

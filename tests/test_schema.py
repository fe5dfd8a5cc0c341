"""The JSON Schema says what the models say, and a new project for another board works at once."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import build, check
from hscb_report.brand import icons
from hscb_report.cli import app
from hscb_report.summary.load import load
from hscb_report.summary.tree import read_yaml
from hscb_report.year.schema import FILES, schema, schema_text
from hscb_report.year.starting import file_key, init
from strategies import summaries

CONTENT = [
    *sorted((ROOT / "content").glob("*.yaml")),
    *sorted((ROOT / "examples").glob("*/content/*.yaml")),
]
BOARDS = [
    *sorted((ROOT / "content/boards").glob("*.yaml")),
    *sorted((ROOT / "examples").glob("*/content/boards/*.yaml")),
]


def run(*arguments: str):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def plain(data):
    """As an editor sees it: numbers and texts."""
    if isinstance(data, dict):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(value) for value in data]
    return (
        float(data)
        if isinstance(data, Decimal)
        else data.isoformat()
        if isinstance(data, dt.date)
        else data
    )


def faults(kind: str, data) -> list[str]:
    return [
        error.json_path
        for error in jsonschema.Draft202012Validator(schema(kind)).iter_errors(plain(data))
    ]


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_file_is_current(kind, request):
    file = ROOT / "content" / FILES[kind]
    if request.config.getoption("--update-golden"):
        file.write_text(schema_text(kind), encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == schema_text(kind), (
        "run: hscb-report schema --output content/schema.json (and --of board)"
    )
    jsonschema.Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("path", CONTENT + BOARDS, ids=lambda p: "/".join(p.parts[-3:]))
def test_every_file_satisfies_it_and_names_it(path):
    kind = "board" if path in BOARDS else "content"
    assert faults(kind, read_yaml(path).data) == []
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).resolve() == ROOT / "content" / FILES[kind]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(summaries())
def test_random_content_satisfies_it(summary):
    assert (
        faults(
            "content",
            summary.model_dump(exclude_none=True, exclude_defaults=True)
            | {
                "figures": {
                    name: {"value": None, **figure.model_dump(exclude_none=True)}
                    | (
                        {"previous": {"value": None, **last.model_dump(exclude_none=True)}}
                        if (last := figure.previous)
                        else {}
                    )
                    for name, figure in summary.figures.items()
                },
                "series": {
                    name: {
                        **series.model_dump(exclude_none=True),
                        "points": {
                            year: {"value": None, **point.model_dump(exclude_none=True)}
                            for year, point in series.points.items()
                        },
                    }
                    for name, series in summary.series.items()
                },
            },
        )
        == []
    )


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda d: d.update(titel="x"), "$"),
        (lambda d: d["figures"]["contacts"].update(value="77,602"), "$.figures.contacts.value"),
        (lambda d: d["figures"]["contacts"].update(value=None), "$.figures.contacts"),
        (lambda d: d["figures"]["contacts"].pop("period"), "$.figures.contacts"),
        (lambda d: d["figures"].update({"Not A Name": {}}), "$.figures"),
        (lambda d: d.update(status="finished"), "$.status"),
        (lambda d: d["sections"][0]["blocks"][0].update(kind="funel"), "$.sections[0].blocks[0]"),
        (
            lambda d: d["series"]["looked-after"]["points"].update({"2019": "many"}),
            "$.series['looked-after'].points['2019']",
        ),
    ],
)
def test_it_finds_what_an_editor_should_underline(change, path):
    data = plain(read_yaml(ROOT / "content/2017-18.yaml").data)
    change(data)
    assert path in faults("content", data)


def test_every_key_is_described():
    for kind in FILES:
        made = schema(kind)
        for name, model in [("", made), *made.get("$defs", {}).items()]:
            assert name == "" or model["description"], name
            for key, field in model["properties"].items():
                assert field.get("description") or key == "kind", f"{name}.{key}"


def test_the_command_prints_or_writes_it(tmp_path):
    assert json.loads(run("schema").stdout) == schema("content")
    assert json.loads(run("schema", "--of", "board").stdout) == schema("board")
    done = run("schema", "--output", tmp_path / "a/schema.json")
    assert done.exit_code == 0
    assert (tmp_path / "a/schema.json").read_text(encoding="utf-8") == schema_text()
    assert run("schema", "--output", tmp_path / "a/schema.json/b").exit_code == 4
    assert run("schema", "--of", "board", "--output", tmp_path / "a/schema.json").exit_code == 0
    assert json.loads((tmp_path / "a/schema.json").read_bytes()) == schema("board")


@pytest.mark.parametrize(
    "held",
    [None, b"", b"\xff", b"{}", b'["$schema"]', b'{"$schema": 5}', b"[" * 100_000],
    ids=["content", "empty", "bytes", "object", "list", "number", "deep"],
)
def test_what_is_no_schema_is_not_overwritten(sample, held):
    file = sample / "2024-25.yaml"
    if held is not None:
        file.write_bytes(held)
    before = file.read_bytes()
    done = run("schema", "--output", file)
    assert done.exit_code == 2
    assert "is there already and is no schema" in done.output
    assert file.read_bytes() == before


# init


@pytest.mark.parametrize(
    "board",
    [
        "Anyshire Safeguarding Children Partnership",
        "Bwrdd Diogelu Plant Sir Gâr",
        "children: first # of all",
        '"Quoted" \\ name',
        "yes",
        "2018",
    ],
)
@pytest.mark.parametrize("period", ["2024-25", "2024", None])
def test_a_new_project_builds_and_checks_at_once(tmp_path, board, period):
    made = init(tmp_path / "new", board, period)
    check(made.period, content=tmp_path / "new/content")
    loaded = load(made.period, tmp_path / "new/content", icons.names())
    assert loaded.board.name == board
    assert all(
        figure.value is None and figure.symbol == "x" for figure in loaded.summary.figures.values()
    )
    assert faults("content", loaded.tree.data) == faults("board", loaded.board_tree.data) == []
    assert sorted(
        file.relative_to(made.folder) for file in made.folder.rglob("*") if file.is_file()
    ) == sorted(file.relative_to(made.folder) for file in made.files)
    if period == "2024-25":
        assert all(
            one.size
            for one in build(
                period,
                content=tmp_path / "new/content",
                output=tmp_path,
                editions=["board", "large-print"],
            )
        )


def test_the_new_projects_readme_tells_the_truth(tmp_path, monkeypatch):
    folder = tmp_path / "new"
    assert (
        run(
            "init",
            folder,
            "--board",
            "Anyshire Safeguarding Children Partnership",
            "--period",
            "2024-25",
        ).exit_code
        == 0
    )
    monkeypatch.chdir(folder)
    text = Path("README.md").read_text(encoding="utf-8")
    for line in (
        "build 2024-25",
        "check",
        "figures export 2024-25",
        "figures import 2024-25 output/2024-25/figures-2024-25.xlsx",
        "new 2025-26 --from 2024-25",
        "schema --output content/schema.json",
        "schema --of board --output content/board-schema.json",
    ):
        assert (
            f"`hscb-report {line.replace('output/2024-25/figures-2024-25.xlsx', 'FILE')}`" in text
        )
        done = run(*line.split())
        assert done.exit_code == 0, (line, done.output)


@pytest.mark.parametrize(
    ("make", "arguments", "words"),
    [
        (
            lambda f: (f.mkdir(), (f / "mine.txt").write_text("x")),
            (),
            "is not empty: it holds mine.txt",
        ),
        (lambda f: f.write_text("x"), (), "is a file"),
        (lambda f: None, ("--period", "next"), "is not a year"),
        (lambda f: None, ("--period", "2024-26"), "did you mean 2024-25?"),
        (lambda f: None, ("--board", "  "), "has no name"),
        (lambda f: None, ("--board", "გ Board"), "cannot be used"),
        (lambda f: None, ("--board", "The {name}"), "cannot be used"),
    ],
)
def test_a_project_that_cannot_be_made(tmp_path, make, arguments, words):
    make(tmp_path / "new")
    before = sorted(tmp_path.rglob("*"))
    done = run("init", tmp_path / "new", *arguments)
    assert done.exit_code == 2
    assert words in done.output
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_folder_is_taken_as_it_is(tmp_path):
    assert run("init", tmp_path).exit_code == 0


def test_names_of_board_files():
    assert [
        file_key(name)
        for name in (
            "Anyshire Safeguarding Children Partnership",
            "Kent",
            "2018",
            "!!",
            "Safe and Sound",
        )
    ] == ["ascp", "kent", "board-2018", "board", "safe-and-sound"]

"""The rooms of the house and who may call whom; modules small, everything public explained."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from conftest import ROOT

PACKAGE = ROOT / "hscb_report"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = [
    "version",
    "shown",
    "errors",
    "files",
    "products",
    "preflight",
    "words",
    "summary",
    "pictures",
    "story",
    "brand",
    "checks",
    "project",
    "year",
    "pdf",
    "charts",
    "page",
    "editions",
    "proof",
    "artefacts",
    "web",
    "social",
    "produce",
    "build",
    "preview",
    "batch",
    "__init__",
    "cli",
    "__main__",
]
"""From the ground up: a room imports only from itself and from the rooms before it."""

LIBRARIES = {
    "reportlab": {"brand", "pdf", "page", "editions"},
    "matplotlib": {"charts"},
    "fontTools": {"brand", "preflight", "pictures", "web"},
    "jinja2": {"web", "preview", "batch"},
    "markupsafe": {"web"},
    "yaml": {"summary", "year"},
    "openpyxl": {"year"},
    "pydantic": {"summary", "year"},
    "pydantic_core": {"summary"},
    "typer": {"cli"},
    "pikepdf": {"pdf", "preflight"},
    "jpype": {"preflight"},
    "pypdfium2": {"proof", "social", "preview"},
    "PIL": {"brand", "proof", "preflight", "pictures", "social"},
    "pyphen": {"checks"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "watchfiles": {"preview"},
    "pebble": {"batch"},
    "distributed": {"batch"},
}
"""Which rooms may use which library; charts draw on the canvas they are given."""

MOST_LINES = 300


def room(path) -> str:
    """The room a module stands in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (
                [f"{node.module}.{alias.name}" for alias in node.names]
                if node.module == "hscb_report"
                else [node.module]
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_downwards(path):
    here = LAYERS.index(room(path))
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "hscb_report":
            target = parts[1] if parts[1] in LAYERS else "__init__"
            assert LAYERS.index(target) <= here, f"{path.name} may not import {name}"
        elif parts[0] in LIBRARIES:
            assert room(path) in LIBRARIES[parts[0]], f"{path.name} may not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_are_small_and_explained(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "the module says what it is for"
    for owner in [
        tree,
        *(n for n in tree.body if isinstance(n, ast.ClassDef) and not n.name.startswith("_")),
    ]:
        for node in owner.body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path.name}: {node.name} has no docstring"


def test_the_library_neither_prints_nor_exits():
    for path in MODULES:
        if room(path) in ("cli", "__main__"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                assert name not in ("print", "exit", "sys.exit", "quit"), (
                    f"{path.name} calls {name}"
                )


def test_every_opened_text_file_names_its_encoding():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("read_text", "write_text")
            ):
                assert any(keyword.arg == "encoding" for keyword in node.keywords), (
                    f"{path.name}: {ast.unparse(node)}"
                )


@pytest.mark.parametrize(
    ("command", "without"),
    [
        ("--help", {"matplotlib", "reportlab", "pydantic.main", "yaml"}),
        ("check 2017-18", {"matplotlib", "reportlab", "numpy"}),
        ("list", {"matplotlib", "reportlab", "numpy", "pyphen"}),
    ],
)
def test_quick_commands_import_no_drawing_library(command, without):
    code = (
        f"import sys; sys.argv[1:] = {command.split()!r}\n"
        "from hscb_report.cli import main\n"
        "try:\n main()\nexcept SystemExit: pass\n"
        f"print('heavy:', sorted({without!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    heavy = done.stdout.strip().splitlines()[-1].removeprefix("heavy: ")
    assert set(ast.literal_eval(heavy)) - {"pydantic.main"} == set()


@pytest.mark.parametrize("asked", [["check"], ["format", "--check"]], ids=" ".join)
def test_the_code_is_tidy(asked):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *asked, str(ROOT)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_hold():
    done = subprocess.run(
        [sys.executable, "-m", "mypy"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_users_of_the_package_see_its_types():
    assert (PACKAGE / "py.typed").is_file()


def test_no_list_of_kinds_is_kept_beside_the_blocks():
    """A block says of itself what others ask of it; its kind is for messages alone."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                sides = [node.left, *node.comparators]
                assert not any(
                    isinstance(side, ast.Attribute)
                    and side.attr == "kind"
                    and ast.unparse(side.value).endswith("block")
                    for side in sides
                ), f"{path.name}: {ast.unparse(node)}"


def test_distances_stand_in_one_place():
    """No gap and no cost of a page break is written where it is used."""
    asks = {"Gap", "Atom", "Column"}
    for path in MODULES:
        if room(path) not in ("page", "editions") or path.name == "spacing.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in asks:
                numbers = [a for a in node.args if isinstance(a, ast.Constant)]
                assert not numbers, f"{path.name}: {ast.unparse(node)}"

"""The README and the guide tell the truth: what is made from code is current, links lead somewhere,
examples are valid, and messages are those of the tool.
"""

from __future__ import annotations

import ast
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
import yaml

import made
from conftest import ROOT
from hscb_report.brand import brand, icons
from hscb_report.errors import ContentError, ExitCode
from hscb_report.products import EDITIONS, FOLDS, PURPOSES
from hscb_report.project import check
from hscb_report.summary import explain
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import Tree
from pages import COMMANDS, PAGES, fenced, name_of, read, tables

README, GUIDE = ROOT / "README.md", ROOT / "docs/README.md"
each = pytest.mark.parametrize("page", PAGES, ids=name_of)


@each
def test_what_is_made_from_code_is_current(page, request):
    text = read(page)
    anew = made.made_anew(text)
    if request.config.getoption("--update-golden"):
        page.write_text(anew, encoding="utf-8", newline="\n")
        text = read(page)
    assert text == anew, "run pytest --update-golden and read the difference"


def test_every_maker_is_used_once():
    names = [part["name"] for page in PAGES for part in made.MADE.finditer(read(page))]
    assert sorted(names) == sorted(made.MAKERS)


def test_the_readme_is_short():
    assert len(read(README).splitlines()) <= 150


def test_the_rules_of_the_domain_are_told_apart():
    assert all(model.__doc__ for model in made.block_models().values())
    assert all(
        field.description
        for model in made.block_models().values()
        for name, field in model.model_fields.items()
        if name != "kind"
    )


# Links

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def slugs(page: Path) -> set[str]:
    """The anchors GitHub gives to a page's headings."""
    bare = re.sub(r"^```.*?^```$", "", read(page), flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#+ (.+)$", bare, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def targets(page: Path) -> list[tuple[Path, str]]:
    """Where a page's own links lead: a file or folder, and an anchor in it."""
    text = re.sub(r"^```.*?^```$", "", read(page), flags=re.DOTALL | re.MULTILINE)
    found = []
    for target in LINK.findall(text):
        if not target.startswith(("https://", "http://")):
            path, _, anchor = target.partition("#")
            led = (page.parent / path).resolve() if path else page
            found.append((led / "README.md" if (led / "README.md").exists() else led, anchor))
    return found


@each
def test_links_lead_somewhere(page):
    for target, anchor in targets(page):
        assert target.exists(), f"{target} does not exist"
        assert not anchor or anchor in slugs(target), f"{target} has no heading #{anchor}"


def test_every_page_can_be_reached():
    reached, open_ = set(), [README]
    while open_:
        page = open_.pop()
        if page not in reached:
            reached.add(page)
            open_ += [target for target, _ in targets(page) if target in PAGES]
    assert reached == set(PAGES)


def test_a_heading_has_one_anchor():
    for page in PAGES:
        bare = re.sub(r"^```.*?^```$", "", read(page), flags=re.DOTALL | re.MULTILINE)
        headings = re.findall(r"^#+ (.+)$", bare, re.MULTILINE)
        assert len(headings) == len(set(headings)), name_of(page)


# Commands and options


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_has_help_and_is_listed(name):
    command, listed = COMMANDS[name], read(ROOT / "docs/commands.md")
    assert command.help
    assert command.example.startswith(f"hscb-report {name}")
    assert re.search(
        rf"^\| \[`hscb-report {name}[` ].*\]\(#{name.replace(' ', '-')}\)", listed, re.M
    )
    for parameter in command.parameters:
        assert parameter.help, f"{name} {parameter.names}"


@each
def test_no_page_names_an_option_that_does_not_exist(page):
    known = set().union(*(command.options for command in COMMANDS.values()))
    known |= {"--version", "--help", "--install-completion", "--update-golden"}
    known |= {"--host", "--nworkers", "--nthreads"}  # of Dask
    for other in (ROOT / "tests/fuzz/__main__.py", *(ROOT / "tests/bench").glob("*.py")):
        known |= set(re.findall(r'"(--[a-z]+)"', read(other)))
    assert {"--edition", "--minutes"} <= known
    assert set(re.findall(r"(?<![-\w])(--[a-z][a-z-]+)", read(page))) <= known


def test_every_exit_code_is_listed():
    told = re.findall(r"^\| (\d+) \|", read(ROOT / "docs/commands.md"), re.MULTILINE)
    assert [int(code) for code in told] == [int(code) for code in ExitCode]


def test_what_is_printed_is_what_can_be_built():
    editions, *others = tables(read(ROOT / "docs/printing.md"))
    assert [head.strip("`") for head in editions[0][1:]] == [f"--for {name}" for name in PURPOSES]
    told = {row[0].split("`")[1]: row[1:] for row in editions[1:]}
    assert list(told) == list(EDITIONS)
    for name, cells in told.items():
        served = [p for p, cell in zip(PURPOSES, cells, strict=True) if cell not in NOT_SERVED]
        assert served == list(EDITIONS[name].serves), name
    folds = next(table for table in others if table[0][0] == "fold")
    assert [row[0].strip("`") for row in folds[1:]] == list(FOLDS)


NOT_SERVED = ("", "print the screen file")


# Examples

YAML = [
    pytest.param(page, text, id=f"{name_of(page)}-{number}")
    for page in PAGES
    if name_of(page) != "docs/rules.md"  # whose examples are tried as the rules' own
    for number, text in enumerate(fenced(read(page), "yaml"))
]


@pytest.mark.parametrize(("page", "text"), YAML)
def test_yaml_is_valid_content(page, text, content):
    data = yaml.safe_load(text)
    if set(data) <= set(Board.model_fields):
        file = content / "boards/hscb.yaml"
        board = Board.model_validate({**yaml.safe_load(file.read_text("utf-8")), **data})
        assert brand.problems_in(board, Tree(file, [])) == []
        return
    file = content / "2017-18.yaml"
    own = yaml.safe_load(file.read_text(encoding="utf-8"))
    for name in data.get("figures", {}).keys() & own["figures"].keys():
        figure = data["figures"][name]
        assert {key: own["figures"][name].get(key) for key in figure} == figure
    assert all(entry in own["accept"] for entry in data.get("accept", []))
    for key in ("figures", "series", "sources"):
        data[key] = {**own[key], **data.get(key, {})}
    headings = {section["heading"] for section in data.get("sections", [])}
    kept = [section for section in own["sections"] if section["heading"] not in headings]
    data["sections"] = [*kept, *data.get("sections", [])]
    whole = {**own, **data}
    if "since:" in text:  # the year it names is not here
        Summary.model_validate({**whole, "series": {}})
    else:
        load("2017-18", content, icons.names(), yaml.safe_dump(whole, sort_keys=False).encode())


TRIPS = [
    pytest.param(*row, id=row[0])
    for table in tables(read(ROOT / "docs/content.md"))
    if table[0][0] == "if you write"
    for row in table[1:]
]


@pytest.mark.parametrize(("wrong", "said", "right"), TRIPS)
def test_what_trips_people_up_is_told_so(wrong, said, right, content):
    assert said in "\n".join(messages(content, wrong.strip("`")))
    assert said not in "\n".join(messages(content, right.strip("`")))


def messages(content: Path, line: str) -> list[str]:
    """What ``check`` says when a line stands in place of the one with its key: a key of the figure
    ``contacts``, of the file, or of a colour; or the figure itself.
    """
    shutil.copytree(ROOT / "content", content, dirs_exist_ok=True)
    key = line.partition(":")[0].lower()
    year, board = content / "2017-18.yaml", content / "boards/hscb.yaml"
    file, pattern = {
        "primary": (board, r"primary: \"#12436D\""),
        "title": (year, r"^title:.*$"),
        "contacts": (year, r"contacts:\n(?:    .*\n)+?(?=  referrals)"),
        "as_at": (year, r"(?<=    )period: 2017-18$"),
    }.get(key, (year, rf"(?<=    ){key}:.*$"))
    text = file.read_text(encoding="utf-8")
    new, count = re.subn(pattern, lambda _: line, text, count=1, flags=re.MULTILINE)
    assert count == 1
    if key == "contacts":
        new = new.replace(line, line + "\n", 1)
    file.write_text(new, encoding="utf-8")
    try:
        return [problem.message for problem in check("2017-18", content=content)]
    except ContentError as error:
        return [problem.message for problem in error.problems]


PLAIN = [
    "label: Children's contacts",
    "label: Contacts & referrals - all, and more",
    'label: "Children\'s contacts"',
    "label: 'The \"front door\"'",
]


@pytest.mark.parametrize("line", PLAIN)
def test_what_is_said_to_be_no_trouble_is_none(line, content):
    assert messages(content, line) == messages(content, "label: Contacts")


def test_words_in_a_text_are_printed_as_is_told():
    reader = Reader(load("2017-18", ROOT / "content", icons.names()).summary)
    told = next(t for t in tables(read(ROOT / "docs/content.md")) if t[0][0] == "write")[1:]
    assert len(told) == 7
    for typed, printed in told:
        assert reader.plain(typed.strip("`")) == printed


def test_the_example_of_an_error_is_real(content):
    path = content / "2017-18.yaml"
    wrong = path.read_text(encoding="utf-8").replace("value: 77602", "value: 77,602")
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=Path("content"))
    said = caught.value.problems[0].as_text().replace("\\", "/")
    assert said + "\n" in fenced(read(ROOT / "docs/wrong.md"), "text")


FOREIGN = {"py", "run.py", "can't open file"}
"""What Python or the terminal says."""
JOINED = {
    "(rule: ...)",
    "accepted warning",
    "accepted error",
    "there is no content/2018-19.yaml",
    "... mm too high for its place",
    "the panel ... is ... mm too high",
}
"""What is put together from parts."""


@cache
def sayings() -> str:
    """Every text of the tool, with "..." where something is filled in."""
    found = []
    for path in [ROOT / "run.py", *(ROOT / "hscb_report").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    part.value if isinstance(part, ast.Constant) else "..." for part in node.values
                ]
                found.append("".join(str(part) for part in parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return "\n".join(found)


def test_the_messages_that_are_explained_are_those_of_the_tool():
    quoted = [
        message
        for table in tables(read(ROOT / "docs/wrong.md"))
        for row in table[1:]
        for message in re.findall(r"`([^`]+)`", row[0])
    ]
    assert len(quoted) > 20
    for message in set(quoted) - FOREIGN - JOINED:
        parts = [part.strip() for part in message.split("...")]
        assert all(part in sayings() for part in parts), message


def test_hints_are_sentences_of_one_style():
    for hint in explain._HINTS.values():
        assert hint[0].islower()
        assert not hint.endswith(".")


def test_the_keys_of_a_figure_that_help_the_rules_are_keys():
    for key in ("of", "breakdown", "counts"):
        assert re.search(rf"^\| `{key}: .+` \|", read(ROOT / "docs/checks.md"), re.MULTILINE)
        assert key in Summary.model_fields["figures"].annotation.__args__[1].model_fields

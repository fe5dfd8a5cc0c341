"""What the tests share: the real content, built once, and reference files that change only when
asked.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings

from hscb_report import build

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).resolve().parent / "golden"
SAMPLE = Path(__file__).resolve().parent / "content"
"""A small summary of a made-up board: what is changed in the real content breaks no test of it."""
EXAMPLE = "examples/every-block/content"
PERIODS = {"content": "2017-18", EXAMPLE: "2024-25"}


# A busy machine is no fault of the code; and CI tries the same random content each time.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(config, items):
    """What takes long begins first, so that no core waits for another at the end; of a share of the
    tests, always the same ones.
    """
    if (share := config.getoption("--share")) > 1:
        items[:] = [one for one in items if crc32(one.nodeid.encode()) % share == 0]
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish():
    """What was imported lasts to the end: Python need not look through it for garbage again and
    again, and not as often, which took a twelfth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def pytest_addoption(parser):
    parser.addoption(
        "--share", type=int, default=1, help="run one test in so many, always the same ones"
    )
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the reference files anew; look at the difference before you commit it",
    )


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Callable[..., bytes]:
    """A file of a content as it is in the project, by its order; each built once, for all tests."""
    made: dict[tuple[object, ...], bytes] = {}

    def built(
        content: str = "content",
        edition: str = "board",
        purpose: str = "screen",
        fold: str | None = None,
        marks: bool = False,
    ) -> bytes:
        asked = content, edition, purpose, fold, marks
        if asked not in made:
            (file,) = build(
                PERIODS[content],
                content=ROOT / content,
                output=tmp_path_factory.mktemp("built"),
                editions=[edition],
                purpose=purpose,
                fold=fold,
                marks=marks,
            )
            made[asked] = file.path.read_bytes()
        return made[asked]

    return built


@pytest.fixture(scope="session")
def summary_pdf(once) -> bytes:
    """The 2017-18 summary, as written."""
    return once()


@pytest.fixture(scope="session")
def small_pdf(tmp_path_factory) -> bytes:
    """A sound file that is judged in a third of the time: a cover, a funnel, a part, a trend, a
    list, the sources. For tests that judge a file again and again, whatever it says.
    """
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(SAMPLE, folder / "content")
    file = folder / "content/2024-25.yaml"
    head, sections = file.read_text(encoding="utf-8").split("sections:\n")
    kept = "\n".join(sections.split("\n\n")[::2])
    file.write_text(f"{head}sections:\n{kept}", encoding="utf-8")
    made = build("2024-25", content=folder / "content", output=folder / "built")
    return made[0].path.read_bytes()


@pytest.fixture(scope="session")
def example_pdf(once) -> bytes:
    """The example with every kind of block, a draft."""
    return once(EXAMPLE)


@pytest.fixture(scope="session")
def large_pdf(once) -> bytes:
    """The 2017-18 summary in large print."""
    return once(edition="large-print")


@pytest.fixture(scope="session")
def large_example_pdf(once) -> bytes:
    """The example with every kind of block in large print."""
    return once(EXAMPLE, "large-print")


@pytest.fixture(scope="session")
def pressed(once) -> Callable[..., bytes]:
    """A press file of the 2017-18 summary with marks, by edition and fold; each built once."""

    def built(edition: str = "leaflet", fold: str | None = None, marks: bool = True) -> bytes:
        return once("content", edition, "press", fold, marks)

    return built


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    """A copy of the content to make mistakes in, in a working folder of its own."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


@pytest.fixture
def sample(tmp_path, monkeypatch) -> Path:
    """A copy of the tests' own content (2024-25), in a working folder of its own."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


@pytest.fixture(scope="session")
def carried(tmp_path_factory) -> Path:
    """The content with next year's file, as new makes it, and its sheets as export makes them; made
    once, and only copied from.
    """
    from hscb_report.year.carry import new
    from hscb_report.year.exporting import export_figures

    made = tmp_path_factory.mktemp("carried")
    shutil.copytree(ROOT / "content", made / "content")
    new("2018-19", "2017-18", content=made / "content")
    for name in ("sheet.xlsx", "sheet.csv"):
        export_figures("2018-19", content=made / "content", output=made / name)
    return made


@pytest.fixture
def year(content, carried) -> Path:
    """The content with next year's file, as new makes it."""
    shutil.copytree(carried / "content", content, dirs_exist_ok=True)
    return content


@pytest.fixture
def sheet(year, carried) -> Path:
    """The sheet of next year, sent out."""
    return Path(shutil.copy(carried / "sheet.xlsx", "sheet.xlsx"))


@pytest.fixture
def sheet_csv(year, carried) -> Path:
    """The same sheet as CSV."""
    return Path(shutil.copy(carried / "sheet.csv", "sheet.csv"))


@pytest.fixture
def golden(request):
    """Compare text with a reference file; a difference leaves the new text beside the test's
    folder.
    """

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            GOLDEN.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        expected = file.read_text(encoding="utf-8")
        assert text == expected, (
            f"{name} differs; if it should, run pytest --update-golden and read the difference"
        )

    return compare

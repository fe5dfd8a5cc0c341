"""The page on the web in a real browser: Debian's chromium, driven by Playwright, with axe-core.

``.ci/run`` installs what this needs; where it is missing these tests are skipped, and say so.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess

import numpy
import pypdfium2
import pytest
from PIL import Image

from conftest import ROOT
from hscb_report import build
from test_docs_pictures import STALE, same

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

JUDGES = ROOT / "tests" / "web"
AXE = JUDGES / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed"),
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm ci in tests/web)"),
]

CONTENTS = {
    "summary": ("2017-18", ROOT / "content"),
    "every-block": ("2024-25", ROOT / "examples/every-block/content"),
    "children-in-care": ("2017-18", ROOT / "examples/children-in-care/content"),
    "beside-england": ("2017-18", ROOT / "examples/beside-england/content"),
}
FULL = ("summary", "every-block")
"""Of these all is asked."""
WAYS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "a phone": {"viewport": {"width": 320, "height": 640}},
    "a phone in the dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
}
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; "
    "word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)
"""Text spacing that a reader may set (WCAG 2.2, 1.4.12)."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The page of each content."""
    folder = tmp_path_factory.mktemp("web")
    made = {}
    for name, (period, content) in CONTENTS.items():
        (one,) = build(period, content=content, output=folder / name, editions=["web"])
        made[name] = one.path
    return made


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM)
        yield opened
        opened.close()


@pytest.fixture
def opened(browser):
    """A page opened in one way, closed after the test."""
    contexts = []

    def open_page(path, **way):
        contexts.append(browser.new_context(**way))
        page = contexts[-1].new_page()
        page.noted = []
        page.on("console", lambda said: page.noted.append(said.text))
        page.on("pageerror", lambda error: page.noted.append(str(error)))
        page.on("request", lambda asked: page.noted.append(asked.url))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        (name, way)
        for name in CONTENTS
        for way in (WAYS if name == "every-block" else ("light", "dark", "a phone"))
    ],
)
def test_axe_finds_nothing(name, way, pages, opened):
    page = opened(pages[name], bypass_csp=True, **WAYS[way])  # the policy would keep axe out
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:5]) for one in found] == []


@pytest.mark.parametrize("name", FULL)
def test_nothing_is_loaded_and_nothing_refused(name, pages, opened):
    page = opened(pages[name])
    loaded = [one for one in page.noted if not one.startswith("data:")]
    assert loaded == [pages[name].as_uri()]
    for weight in (400, 700, 900):
        assert page.evaluate(f"document.fonts.check('{weight} 16px \"Summary Sans\"')")
    assert page.evaluate("[...document.fonts].filter(one => one.status == 'loaded').length") == 3


@pytest.mark.parametrize("name", FULL)
def test_it_reflows_on_a_phone_and_at_400_per_cent(name, pages, opened):
    """A window of 320 CSS pixels is one of 1,280 at 400% (WCAG 2.2, 1.4.10)."""
    page = opened(pages[name], viewport={"width": 320, "height": 256}, bypass_csp=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("name", FULL)
def test_no_words_of_a_chart_are_small_or_run_out(name, width, pages, opened):
    """Each picture that is shown stays on the page, and its words can be read."""
    page = opened(pages[name], viewport={"width": width, "height": 900})
    found = page.evaluate(
        """[...document.querySelectorAll('svg text')].map(one => {
            const box = one.getBoundingClientRect()
            return [one.textContent, box.left, box.right, box.height]
        }).filter(([, , , height]) => height > 0)"""
    )
    assert all(left >= 0 and right <= width + 0.5 for _, left, right, _ in found), found
    assert min((height for *_, height in found), default=20) >= 11, found


@pytest.mark.parametrize("name", FULL)
def test_the_keyboard_reaches_all_of_it_in_order(name, pages, opened):
    page = opened(pages[name])
    wanted = page.evaluate(
        """[...document.querySelectorAll('a[href], summary, [tabindex="0"]')]
            .filter(one => one.checkVisibility()).map((one, at) => {
                one.dataset.at = at
                return at
            })"""
    )
    reached = []
    for _ in wanted:
        page.keyboard.press("Tab")
        at, outline, shown = page.evaluate(
            """(() => {
                const one = document.activeElement, box = one.getBoundingClientRect()
                return [one.dataset.at, getComputedStyle(one).outlineStyle,
                    box.width > 0 && box.left >= 0]
            })()"""
        )
        assert outline != "none", at
        assert shown, at
        reached.append(int(at))
    assert reached == wanted
    page.reload()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "summary"
    page.keyboard.press("Tab")  # behind contents and downloads
    assert page.evaluate("!!document.activeElement.closest('.told, .about, details')")


def test_the_picture_of_the_page_is_current(tmp_path, opened, request):
    """At its head, as the README and the guide show it."""
    made = build("2017-18", content=ROOT / "content", output=tmp_path, editions=["web", "board"])
    page = opened(made[0].path, viewport={"width": 1280, "height": 1000})
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = shot.resize((800, 625), Image.Resampling.LANCZOS)
    seen = numpy.asarray(small).astype("int16")
    file = ROOT / "examples/2017-18/web-page.png"
    if request.config.getoption("--update-golden") and not same(seen, file):
        small.quantize(128).save(file, optimize=True)
    assert same(seen, file), STALE


def test_a_table_opens_by_key(pages, opened):
    page = opened(pages["summary"])
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open] table").count() == 1


@pytest.mark.parametrize("name", FULL)
def test_without_javascript_it_is_the_same(name, pages, opened):
    with_it = opened(pages[name]).locator("body").inner_text()
    without = opened(pages[name], java_script_enabled=False).locator("body").inner_text()
    assert without == with_it


@pytest.mark.parametrize("name", FULL)
def test_printed_it_holds_every_word(name, pages, opened, tmp_path):
    """The closed tables too; links that lead around the page are left out."""
    page = opened(pages[name])
    words = page.evaluate(
        """(() => {
            const kept = document.body.cloneNode(true)
            kept.querySelectorAll('svg, .leads, .skip').forEach(one => one.remove())
            const walk = document.createTreeWalker(kept, NodeFilter.SHOW_TEXT)
            const found = []
            while (walk.nextNode()) found.push(walk.currentNode.data)
            return found
        })()"""
    )
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = bare("".join(one.get_textpage().get_text_bounded() for one in printed))
    assert [one for one in words if bare(one) and bare(one) not in text] == []


@pytest.mark.parametrize("name", CONTENTS)
def test_a_validator_of_html_finds_nothing(name, pages, tmp_path):
    validator = JUDGES / "node_modules" / ".bin" / "html-validate"
    # Lists without marks are none to Safari, unless their role says so.
    report = tmp_path / "report.json"
    config = JUDGES / ".htmlvalidate.json"
    subprocess.run(
        [validator, "--config", config, "--formatter", f"json={report}", pages[name]],
        capture_output=True,
    )
    found = [
        (one["ruleId"], one["message"], one["line"])
        for file in json.loads(report.read_text(encoding="utf-8"))
        for one in file["messages"]
    ]
    assert found == []

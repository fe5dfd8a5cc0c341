"""The preview in a real browser: what somebody who has never seen YAML sees and does there.

``.ci/run`` installs what this needs; where it is missing these tests are skipped, and say so.
"""

from __future__ import annotations

import io
import re
import shutil

import numpy
import pytest
from PIL import Image

from conftest import ROOT
from hscb_report.year.carry import new
from preview_client import running
from test_browser import AXE, CHROMIUM
from test_docs_pictures import STALE, same

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
expect = sync_api.expect

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed"),
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm ci in tests/web)"),
]

CONTACTS = "content.figures.contacts.value"
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 800, "height": 900}
ANSWERED = (
    "Failed to load resource: the server responded with a status of 4",
    "Failed to load resource: net::ERR_CONNECTION_REFUSED",
)
"""What Chromium notes of what was refused, and of a server that was stopped, as it should be."""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("preview")
    shutil.copytree(ROOT / "content", folder / "content")
    new("2018-19", "2017-18", content=folder / "content")
    return folder


@pytest.fixture(scope="module")
def preview(project):
    with running(project / "content", "2017-18") as one:
        yield one


@pytest.fixture(scope="module")
def next_year(project):
    with running(project / "content", "2018-19") as one:
        yield one


@pytest.fixture(scope="module")
def browser():
    expect.set_options(timeout=8000)
    with sync_api.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def context(browser):
    """What pages share that are opened in the usual way: pictures that did not change."""
    return browser.new_context(viewport=WIDE)


@pytest.fixture
def opened(browser, context, preview):
    """A page of the preview, opened in one way; whatever a browser finds wrong with it fails."""
    pages, noted = [], []

    def open_page(at=preview, viewport=WIDE, **way):
        one = browser.new_context(**way) if way else context
        page = one.new_page()
        pages.append(page)
        page.set_viewport_size(viewport)
        page.on("console", lambda said: noted.append(said.text))
        page.on("pageerror", lambda error: noted.append(str(error)))
        page.goto(at.address)
        expect(page.locator(".spot").first).to_be_attached()
        return page

    yield open_page
    for page in pages:
        page.close()
    assert [one for one in noted if not one.startswith(ANSWERED)] == []


@pytest.fixture
def file(preview):
    """The content file, which is as it was behind each test."""
    path = preview.content / "2017-18.yaml"
    before = path.read_bytes()
    yield path
    path.write_bytes(before)
    preview.until(lambda now: now["good"] and value_in(now, CONTACTS) == "77602")


def value_in(now, id):
    return {one["id"]: one["value"] for one in now["fields"]}.get(id)


def press(page, id):
    """Click what is printed on a page, and wait for its editor."""
    page.locator(f'[data-of="{id}"]').first.click()
    expect(page.locator("#typed")).to_be_focused()


def row(page, id):
    return page.locator(f'[data-field="{id}"]')


def status(page):
    return page.locator("#status")


def addresses(page):
    return page.locator(".paper img").evaluate_all("all => all.map(one => one.getAttribute('src'))")


def has_focus(page):
    return page.evaluate("document.activeElement !== document.body")


# For everybody


@pytest.mark.parametrize(
    ("viewport", "way"),
    [(WIDE, {}), (NARROW, {"color_scheme": "dark"}), (NARROW, {"forced_colors": "active"})],
    ids=("light", "dark", "forced colours"),
)
def test_axe_finds_nothing(opened, viewport, way):
    page = opened(viewport=viewport, bypass_csp=True, **way)  # the policy would keep axe out
    page.add_script_tag(path=AXE)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    row(page, CONTACTS).get_by_role("button").first.click()
    page.locator("#typed").fill("many")
    page.keyboard.press("Enter")
    expect(page.locator(".fault")).to_contain_text('"many" is not a number')
    for tab in ("change", "problems", "build")[: None if viewport == WIDE else 1]:
        page.locator(f"#tab-{tab}").click()
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        told = [(one["id"], [node["html"][:120] for node in one["nodes"]][:5]) for one in found]
        assert told == [], tab


def test_it_fits_the_window_and_a_zoom_of_400_per_cent(opened):
    """A window of 320 CSS pixels is one of 1,280 at 400% (WCAG 2.2, 1.4.10)."""
    page = opened()
    for width, height in ((1280, 800), (800, 900), (640, 400), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        for tab in ("change", "problems", "review", "build"):
            page.locator(f"#tab-{tab}").click()
            assert page.evaluate("document.documentElement.scrollWidth") == width, tab


def test_the_keyboard_alone_reaches_everything_and_changes_a_number(opened, file):
    page = opened()
    wanted = page.evaluate(
        """[...document.querySelectorAll(
            'a[href], button, input, select, textarea, summary, [tabindex="0"]'
        )].filter(one => one.checkVisibility() && one.tabIndex >= 0).map((one, at) => {
            one.dataset.at = at
            return at
        })"""
    )
    reached = []
    for _ in wanted:
        page.keyboard.press("Tab")
        at, outline = page.evaluate(
            """[document.activeElement.dataset.at,
                getComputedStyle(document.activeElement).outlineStyle]"""
        )
        assert outline != "none", at
        reached.append(int(at))
    assert reached == wanted
    before = file.read_bytes()
    page.locator("#find").focus()
    page.keyboard.type("77,602")
    page.keyboard.press("Enter")  # to the first that was found
    page.keyboard.press("Enter")
    expect(page.locator("#typed")).to_have_value("77602")
    page.keyboard.type("77,700")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("Saved in content/2017-18.yaml, line 35.")
    expect(row(page, CONTACTS).get_by_role("button")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(status(page)).to_contain_text("number is “77,602” again")
    assert file.read_bytes() == before and has_focus(page)
    page.locator("#tab-change").focus()
    for name in ("problems", "review", "build", "change"):
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"#tab-{name}")).to_be_focused()
        expect(page.locator(f"#panel-{name}")).to_be_visible()


# What is saved is shown


def test_what_is_saved_is_shown_where_one_was_looking(opened, file):
    page = opened()
    page.locator("#pages").evaluate("one => { one.scrollTop = 700 }")
    before = addresses(page)
    file.write_bytes(file.read_bytes().replace(b"value: 77602", b"value: 77604"))
    expect(row(page, CONTACTS).locator(".value")).to_have_text("77,604")
    expect(page.locator(".paper img").last).not_to_have_attribute("src", before[-1])
    changed = [one != other for one, other in zip(before, addresses(page), strict=True)]
    assert changed == [True, False, False, False, True], "only pages that changed are sent"
    assert page.locator("#pages").evaluate("one => one.scrollTop") == 700
    expect(status(page)).to_have_text("Shown as it is saved now.")


def test_of_a_broken_file_the_last_good_pages_stay_and_it_is_put_right(opened, file):
    page = opened()
    good, before = file.read_bytes(), addresses(page)
    file.write_bytes(good.replace(b"value: 77602", b"value: many"))
    expect(page.locator("#stale")).to_contain_text("the last ones without errors")
    assert addresses(page) == before
    expect(page).to_have_title("(1 error) 2017-18 - preview")
    page.get_by_role("button", name="See what to put right").click()
    error = page.locator("#panel-problems .error")
    expect(error).to_contain_text('"many" is not a number')
    expect(error).to_contain_text("Next: type it in digits")
    expect(error).to_contain_text("content/2017-18.yaml, line 35")
    error.get_by_role("button", name="Put it right").click()
    expect(page.locator("#typed")).to_have_value("many")
    page.locator("#typed").fill("77,602")
    page.keyboard.press("Enter")
    expect(page.locator("#stale")).to_be_hidden()
    assert file.read_bytes() == good


def test_a_file_that_is_deleted_and_restored_is_shown_again(opened, file):
    page = opened()
    data = file.read_bytes()
    file.unlink()
    expect(page.locator("#stale")).to_be_visible()
    expect(status(page)).to_contain_text("1 error in the files")
    file.write_bytes(data)
    expect(page.locator("#stale")).to_be_hidden()
    expect(row(page, CONTACTS).locator(".value")).to_have_text("77,602")


# What is seen is changed


def test_a_number_a_word_and_a_colour_are_put_right_and_taken_back(opened, file):
    """All that changes in the files is what was typed."""
    page = opened()
    board = file.parent / "boards/hscb.yaml"
    before, colours = file.read_bytes(), board.read_bytes()
    press(page, CONTACTS)
    expect(page.locator(".editor .where")).to_have_text("content/2017-18.yaml, line 35")
    page.keyboard.type("77,700")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("Saved")
    after = before.replace(b"value: 77602", b"value: 77700")
    assert file.read_bytes() == after
    press(page, "content.introduction")
    typed = page.locator("#typed")
    typed.fill(typed.input_value().replace("insuring", "ensuring"))
    page.keyboard.press("Control+Enter")
    expect(page.locator(".editor")).to_have_count(0)
    assert file.read_bytes() == after.replace(b"insuring", b"ensuring", 1)
    page.locator("#group").select_option("Colours")
    page.locator("#fields").get_by_role("button", name="accent #F46A25").click()
    page.get_by_label("Choose a colour").fill("#ffb000")
    page.get_by_role("button", name="Save").click()
    expect(row(page, "board.brand.colours.accent").locator(".value")).to_have_text("#FFB000")
    assert board.read_bytes() == colours.replace(b"#F46A25", b"#FFB000")
    for _ in range(3):
        page.locator("#undo").click()
        expect(status(page)).to_contain_text("Taken back")
        expect(status(page)).to_contain_text("again")
        status(page).evaluate("one => { one.textContent = '' }")
    assert (file.read_bytes(), board.read_bytes()) == (before, colours)


def test_a_change_on_disk_is_told_and_nothing_that_was_typed_is_lost(opened, file):
    """In two tabs: each sees what the other saves, and neither writes over it."""
    one, other = opened(), opened(viewport=NARROW)
    press(one, CONTACTS)
    one.keyboard.type("1")
    press(other, CONTACTS)
    other.keyboard.type("77,700")
    other.keyboard.press("Enter")
    fault = one.locator(".fault")
    expect(fault).to_contain_text("Somebody changed this in the file: it says “77,700” now.")
    expect(one.locator("#typed")).to_have_value("1")
    expect(one.locator("#typed")).to_be_focused()
    press(one, "content.title")  # what was typed elsewhere waits there
    expect(row(one, CONTACTS)).to_contain_text("typed, not saved")
    press(one, CONTACTS)
    expect(one.locator("#typed")).to_have_value("1")
    expect(fault).to_contain_text("it says “77,700” now")
    assert b"value: 77700" in file.read_bytes()
    fault.get_by_role("button", name="Take what the file says").click()
    expect(one.locator("#typed")).to_have_value("77700")
    file.write_bytes(file.read_bytes().replace(b"value: 77700", b"value: 77602"))
    expect(row(other, CONTACTS).locator(".value")).to_have_text("77,602")


def test_what_is_wrong_in_sense_is_saved_only_where_somebody_insists(opened, file):
    page = opened()
    before = file.read_bytes()
    press(page, "content.figures.referrals.value")
    page.keyboard.type("99,999")
    page.keyboard.press("Enter")
    expect(page.locator(".fault")).to_contain_text("is greater than the whole")
    assert file.read_bytes() == before
    page.get_by_role("button", name="Save all the same").click()
    expect(page.locator("#stale")).to_be_visible()
    assert file.read_bytes() == before.replace(b"value: 32441", b"value: 99999")
    page.keyboard.press("Control+z")
    expect(page.locator("#stale")).to_be_hidden()
    assert file.read_bytes() == before


def test_a_number_on_the_page_for_the_web_leads_to_its_field(opened):
    page = opened()
    page.locator("#edition").select_option("web/")
    frame = page.frame_locator("iframe")
    frame.get_by_text("309,462", exact=True).first.click()
    expect(page.locator("#typed")).to_have_value("309462")
    frame.locator("summary").first.click()
    expect(frame.locator("details[open]")).to_have_count(1)


# From a new year's draft to its files


def test_a_year_is_filled_reviewed_and_built_from_the_page(opened, next_year):
    """A gap is filled, and with it goes what said that there was none."""
    file = next_year.content / "2018-19.yaml"
    page = opened(next_year)
    before = file.read_text(encoding="utf-8")
    row(page, CONTACTS).get_by_role("button").click()
    page.keyboard.type("80,000")
    page.keyboard.press("Enter")
    expect(row(page, CONTACTS).locator(".value")).to_have_text("80,000")
    gap = "value: null  # 2017-18: 77602\n    symbol: x\n    reason: To be supplied.\n"
    assert file.read_text(encoding="utf-8") == before.replace(
        gap, "value: 80000  # 2017-18: 77602\n"
    )
    row(page, CONTACTS).get_by_role("button").click()
    page.get_by_text("The number is missing?").click()
    page.get_by_label("Why it is not there").fill("Not counted.")
    page.keyboard.press("Enter")
    expect(row(page, CONTACTS).locator(".value")).to_have_text("(missing)")
    assert file.read_text(encoding="utf-8") == before.replace("To be supplied.", "Not counted.", 1)
    page.locator("#tab-review").click()
    ticks = page.locator("#panel-review").get_by_role("button", name="It is right")
    left = ticks.count()
    ticks.first.click()
    expect(status(page)).to_contain_text(f"{left - 1} left")
    expect(ticks.first).to_be_focused()
    page.get_by_role("tab", name="Build").click()
    expect(page.locator("#ready")).to_contain_text(f"{left - 1} entries to review")
    for name in ("Large print", "Leaflet", "Booklet", "Web page", "Cards for social media"):
        page.get_by_role("checkbox", name=name).uncheck()
    page.get_by_label("For publication").check()
    build = page.get_by_role("button", name="Build", exact=True)
    build.click()
    expect(page.locator("#built")).to_contain_text("The content is a draft")
    assert not (next_year.content.parent / "output").exists()
    page.get_by_label("For publication").uncheck()
    build.click()
    expect(page.locator("#progress")).to_have_text("Built: 1 file.")
    expect(build).to_be_focused()
    link = page.locator("#built a")
    assert page.request.get(f"{next_year.address}{link.get_attribute('href')}").ok
    press(page, "content.title")
    page.keyboard.type("Not yet saved")
    assert next_year.stop() == 0
    expect(page.get_by_role("alert").first).to_contain_text("The preview has stopped.")
    page.keyboard.press("Enter")
    expect(page.locator(".fault")).to_contain_text("nothing was saved")
    expect(page.locator("#typed")).to_have_value("Not yet saved")


def test_the_picture_of_the_preview_is_current(opened, request):
    """While a number is changed, as the README and the guide show it."""
    page = opened()
    press(page, CONTACTS)
    page.evaluate("document.fonts.ready")
    page.locator("#typed").evaluate("one => { one.style.caretColor = 'transparent' }")
    expect(page.locator(".paper img").first).to_have_js_property("complete", True)
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = shot.resize((800, 500), Image.Resampling.LANCZOS)
    seen = numpy.asarray(small).astype("int16")
    file = ROOT / "examples/2017-18/preview.png"
    if request.config.getoption("--update-golden") and not same(seen, file):
        small.quantize(128).save(file, optimize=True)
    assert same(seen, file), STALE


def test_the_guide_starts_it_as_these_tests_do():
    for page in ("README.md", "docs/preview.md"):
        told = re.findall(r"^py run\.py preview .*$", (ROOT / page).read_text("utf-8"), re.M)
        assert told == ["py run.py preview 2017-18"], page

"""The preview's server: it follows the files, and lets nobody in but the page that it opened."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import sys
import time
from threading import Timer

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from conftest import ROOT
from hscb_report.preview.app import _body
from hscb_report.preview.desk import Desk
from hscb_report.preview.serve import serve
from preview_client import Listener, Preview, running

pytestmark = pytest.mark.slow

JSON = "application/json"
CONTACTS = "content.figures.contacts.value"
POSTS = ("change", "undo", "done", "build", "find")
GETS = ("", "standing", "view?edition=board", "spots?edition=board", "events", "assets/main.js")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("preview")
    shutil.copytree(ROOT / "content", folder / "content")
    (folder / "secret.txt").write_text("nobody's business", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def preview(project):
    with running(project / "content", "2017-18") as one:
        yield one


@pytest.fixture
def file(preview):
    """The content file, which is as it was behind each test."""
    path = preview.content / "2017-18.yaml"
    before = path.read_bytes()
    version = preview.get("standing")["version"]
    yield path
    if path.exists() and path.read_bytes() == before:
        return
    path.write_bytes(before)
    preview.until(lambda now: now["good"] and now["version"] > version)


# Who is let in


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.evil:{port}",
        "",
    ],
)
@pytest.mark.parametrize("path", ["", "standing"])
def test_a_foreign_host_is_refused(preview, host, path):
    status, _, data = preview.ask("GET", path, host=host.format(port=preview.at.port))
    assert status in (400, 403)
    assert b"77602" not in data


@pytest.mark.parametrize("path", GETS)
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}"])
def test_a_foreign_origin_is_refused_for_reading(preview, path, origin):
    assert preview.ask("GET", path, origin=origin.format(port=preview.at.port))[0] == 403


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x_hscb_report": "wrong"},
        {"x_hscb_report": "{secret}", "origin": "http://evil.example"},
        {"x_hscb_report": "{secret}", "sec_fetch_site": "cross-site"},
        {"x_hscb_report": "{secret}", "host": "evil.example"},
    ],
    ids=str,
)
def test_nothing_is_written_for_others(preview, file, path, headers):
    given = {name: value.format(secret=preview.secret) for name, value in headers.items()}
    before = file.read_bytes()
    body = json.dumps({"field": CONTACTS, "was": "77602", "typed": "1"}).encode("utf-8")
    status, _, _ = preview.ask("POST", path, body, content_type="application/json", **given)
    assert status == 403
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/standing",
        "/wrong/standing",
        "/{secret}x/standing",
        "/{secret}/../secret.txt",
        "/{secret}/assets/../../../../secret.txt",
        "/{secret}/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/{secret}/assets/..%5c..%5csecret.txt",
        "/{secret}/built/../secret.txt",
        "/{secret}/built/%2e%2e%2fsecret.txt",
        "/{secret}/built/2017-18.yaml",
        "/{secret}/sheet/..%2f..%2fsecret.txt",
        "/{secret}/content/2017-18.yaml",
        "//etc/passwd",
    ],
)
def test_nothing_else_is_read(preview, path):
    status, _, data = preview.ask("GET", path.format(secret=preview.secret))
    assert status in (403, 404)
    assert b"nobody" not in data and b"root:" not in data


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_link_that_leads_out_of_the_project_is_not_followed(preview, file, project):
    (project / "outside").mkdir(exist_ok=True)
    apart = project / "outside/figures.yaml"
    apart.write_text("figures:\n  theirs: {value: 5}\n", encoding="utf-8")
    folder = preview.content / "figures"
    folder.mkdir()
    (folder / "a.yaml").symlink_to(apart)
    file.write_bytes(b'include: "figures/*.yaml"\n' + file.read_bytes())
    now = preview.until(lambda now: not now["good"])
    assert any("leads out of the content folder" in one["message"] for one in now["problems"])
    shutil.rmtree(folder)


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", JSON),
        (b"[]", JSON),
        (b"{}", "text/plain"),
        (b"", ""),
        (b"[" * 100_000, JSON),
        (b'{"field": "content.title", "key": "\\ud800", "texts": [], "editions": ["board"]}', JSON),
    ],
    ids=["half", "list", "form", "nothing", "deep", "half a letter"],
)
def test_what_is_no_request_of_the_page_is_refused(preview, path, body, kind):
    status, _, _ = preview.ask("POST", path, body, content_type=kind, x_hscb_report=preview.secret)
    assert status == (200 if path == "undo" else 400)


def test_a_request_whose_sender_has_gone_is_no_fault():
    async def gone():
        return {"type": "http.disconnect"}

    headers = [(b"content-type", JSON.encode("ascii"))]
    request = Request({"type": "http", "headers": headers}, gone)
    with pytest.raises(HTTPException):
        asyncio.run(_body(request))


def test_a_very_long_request_is_refused(preview):
    status, _, _ = preview.ask(
        "POST", "change", content_length=str(10**9), x_hscb_report=preview.secret
    )
    assert status == 413


@pytest.mark.parametrize("path", [*GETS[:4], "assets/preview.css", "no-such"])
def test_every_answer_says_what_may_be_done_with_it(preview, path):
    _, headers, _ = preview.ask("GET", path)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


def test_it_listens_on_this_machine_alone(preview):
    assert preview.at.hostname == "127.0.0.1"
    with pytest.raises(OSError):
        own = socket.gethostbyname(socket.gethostname())
        if own.startswith("127."):
            raise OSError("this machine has no other address")
        socket.create_connection((own, preview.at.port), timeout=2).close()


# It follows the files


def test_what_is_saved_is_told_and_shown(preview, file):
    page = Listener(preview)
    before = preview.get("view?edition=board")
    file.write_bytes(file.read_bytes().replace(b"value: 77602", b"value: 77604"))
    preview.until(lambda now: preview_value(now) == "77604")
    after = preview.get("view?edition=board")
    assert not after["stale"]
    changed = [
        one["id"] != other["id"]
        for one, other in zip(before["sheets"], after["sheets"], strict=True)
    ]
    assert changed == [True, False, False, False, True], "only pages that changed are new"
    assert [kind for kind, _ in page.told].count("changed") >= 2
    page.close()


def preview_value(now, id=CONTACTS):
    return {one["id"]: one["value"] for one in now["fields"]}.get(id)


def test_with_an_error_the_last_good_pages_stay_and_the_problem_says_where(preview, file):
    good = preview.get("view?edition=board")
    file.write_bytes(file.read_bytes().replace(b"value: 77602", b"value: many"))
    now = preview.until(lambda now: not now["good"])
    (problem,) = [one for one in now["problems"] if one["severity"] == "error"]
    assert problem["where"].endswith("2017-18.yaml:35:12")
    assert '"many" is not a number' in problem["message"] and problem["hint"]
    assert problem["field"] == CONTACTS
    assert preview_value(now) == "many"
    seen = preview.get("view?edition=board")
    assert seen["stale"]
    assert [one["id"] for one in seen["sheets"]] == [one["id"] for one in good["sheets"]]
    status, after = preview.post("change", field=CONTACTS, was="many", typed="77,602")
    assert status == 200 and after["good"]


def test_a_file_that_is_deleted_and_restored_is_shown_again(preview, file):
    data = file.read_bytes()
    file.unlink()
    now = preview.until(lambda now: not now["good"])
    assert now["problems"][0]["message"]
    file.write_bytes(data)
    assert preview.until(lambda now: now["good"])


def test_a_number_is_put_right_and_taken_back(preview, file):
    before = file.read_bytes()
    status, now = preview.post("change", field=CONTACTS, was="77602", typed="77,700")
    assert status == 200 and now["undo"] and preview_value(now) == "77700"
    assert file.read_bytes() == before.replace(b"value: 77602", b"value: 77700")
    status, now = preview.post("undo")
    assert status == 200 and preview_value(now) == "77602"
    assert file.read_bytes() == before


def test_what_is_wrong_is_answered_with_its_next_step(preview, file):
    before = file.read_bytes()
    status, said = preview.post("change", field=CONTACTS, was="77602", typed="few")
    assert status == 422 and not said["may_be_kept"]
    assert said["problems"][0]["message"] == '"few" is not a number'
    status, said = preview.post("change", field=CONTACTS, was="1", typed="2")
    assert status == 409 and '"77602" now' in said["problems"][0]["message"]
    status, said = preview.post("change", field="content.no.such", was="1", typed="2")
    assert status == 409
    assert file.read_bytes() == before


def test_two_previews_of_one_content_do_not_fight(preview, file):
    with running(preview.content, "2017-18") as other:
        assert other.secret != preview.secret
        assert preview.post("change", field=CONTACTS, was="77602", typed="77700")[0] == 200
        other.until(lambda now: preview_value(now) == "77700")
        assert other.post("change", field=CONTACTS, was="77602", typed="5")[0] == 409
        assert other.post("change", field=CONTACTS, was="77700", typed="77602")[0] == 200
        preview.until(lambda now: preview_value(now) == "77602")
        status, said = preview.post("undo")
        assert status == 409 and "changed since" in said["problems"][0]["message"]


def test_many_saves_leave_the_last_state(preview, file):
    data = file.read_bytes()
    for number in range(200):
        file.write_bytes(data.replace(b"value: 77602", f"value: {77000 + number}".encode()))
    preview.until(lambda now: preview_value(now) == "77199")


# Every edition can be looked at, and built


@pytest.mark.parametrize("fold", ["roll", "z", "half"])
def test_sides_of_a_leaflet_show_their_folds(preview, fold):
    view = preview.get(f"view?edition=leaflet&fold={fold}")
    assert [one["name"] for one in view["sheets"]] == ["outside", "inside"]
    assert {len(one["folds"]) for one in view["sheets"]} == {1 if fold == "half" else 2}


def test_a_page_is_as_sharp_as_it_is_asked_for(preview):
    first = preview.get("view?edition=board")["sheets"][0]["id"]
    for dpi, width in ((96, 794), (192, 1588)):
        status, headers, data = preview.ask("GET", f"sheet/{first}.png?edition=board&dpi={dpi}")
        assert status == 200 and headers["content-type"] == "image/png"
        assert abs(int.from_bytes(data[16:20], "big") - width) <= 1
    assert preview.ask("GET", "sheet/none.png?edition=board")[0] == 404
    assert preview.ask("GET", f"sheet/{first}.png?edition=board&dpi=x")[0] == 400


def test_the_page_for_the_web_runs_no_script_there(preview):
    status, headers, data = preview.ask("GET", "web?edition=web")
    assert status == 200 and b"<h1>" in data
    assert headers["content-security-policy"].startswith("script-src 'none';")


def test_words_that_are_pressed_there_lead_to_their_field(preview):
    _, said = preview.post("find", texts=["Children in Hampshire", "309,462"])
    assert said["field"] == "content.figures.population.value"


def test_what_is_saved_is_built_from_the_page(preview, file):
    page = Listener(preview)
    status, said = preview.post("build", editions=["board", "web"], final=False)
    assert status == 200
    names = [one["name"] for one in said["files"]]
    assert len(names) == 2
    for one in said["files"]:
        status, _, data = preview.ask("GET", f"built/{one['name']}")
        assert status == 200 and len(data) == one["size"]
    assert any(kind == "progress" for kind, _ in page.told)
    page.close()
    status, said = preview.post("build", editions=["no-such"], final=False)
    assert status == 400 and "there is no edition" in said["problems"][0]["message"]


# Starting and stopping


def test_ctrl_c_ends_it_also_while_a_page_is_open(project):
    with running(project / "content") as one:
        Listener(one)
        begun = time.monotonic()
        assert one.stop() == 0
        assert time.monotonic() - begun < 10
        said = one.process.stderr.read()
        assert "The preview has ended." in said
        assert "Traceback" not in said and "Error" not in said


def test_a_port_that_is_taken_is_told(project, preview):
    with pytest.raises(RuntimeError, match="leave --port out") as told:
        Preview(project / "content", "2017-18", "--port", str(preview.at.port))
    assert f"port {preview.at.port} cannot be had" in str(told.value)


def test_a_period_that_is_not_there_is_told(project):
    with pytest.raises(RuntimeError, match="did you mean 2017-18"):
        Preview(project / "content", "2071-18")


def test_a_preview_that_can_follow_its_files_no_more_ends(tmp_path, monkeypatch):
    """It must not go on showing what was once there."""
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    desk = Desk("2017-18", content)

    def fail() -> None:
        raise ZeroDivisionError("boom")

    def touched(address: str) -> None:
        monkeypatch.setattr(desk, "look", fail)
        Timer(0.5, (content / "2017-18.yaml").touch).start()

    with pytest.raises(ZeroDivisionError, match="boom"):
        serve(desk, 0, "hscb-report", touched)

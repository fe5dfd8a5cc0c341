"""Files that ask for hours and for gigabytes: each is told from a sound one in little of both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import zlib

import pikepdf
import pytest
from pikepdf import Name
from typer.testing import CliRunner

from conftest import ROOT
from hostile import PDFS, blanks, made
from hscb_report.cli import app
from hscb_report.preflight import apart, files, limits, plates
from hscb_report.preflight.apart import Judge
from hscb_report.preflight.document import Opened
from hscb_report.preflight.limits import Account, Limit, TooLarge
from hscb_report.preflight.streams import Streams
from hscb_report.preflight.verify import verify
from pdf import opened

pytestmark = pytest.mark.slow

LARGE = {"many objects", "pages without end"}
"""What takes long to make."""
FASTER = 10
"""Here each thing counts as so many, so that what hits a limit hits it sooner."""
SECONDS, MEGABYTES = 5, 1_000
"""Of the processor."""

resource = pytest.importorskip("resource", reason="what a process took is asked of POSIX")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(PDFS) - LARGE))
def test_a_hostile_file_takes_little(name, small_pdf, monkeypatch):
    spend = Account.spend
    monkeypatch.setattr(
        Account, "spend", lambda self, limit, count=1: spend(self, limit, count * FASTER)
    )
    data = made(small_pdf, name)
    child = os.fork()
    if not child:
        code = 1
        try:
            verdict = verify(data)
            code = 0 if verdict.too_large or verdict.judged or verdict.not_judged else 2
        finally:
            os._exit(code)
    _, status, used = os.wait4(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert used.ru_utime + used.ru_stime < SECONDS
    # Memory that this process had before is counted as the child's.
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert used.ru_maxrss < max(MEGABYTES * 1024, before * 1.2)


@pytest.mark.parametrize("limit", limits.LIMITS, ids=lambda limit: limit.things)
def test_a_limit_has_two_sides(limit):
    account = Account()
    account.spend(limit, limit.most - 1)
    account.spend(limit)
    assert account.left(limit) == 0
    with pytest.raises(TooLarge, match=f"{limit.most:,} {limit.things}"):
        account.spend(limit)


def contents(data: bytes, *more: bytes) -> tuple[pikepdf.Pdf, pikepdf.Object]:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    pdf.pages[0].obj.Contents = pikepdf.Array([pdf.make_stream(one) for one in (data, *more)])
    return pdf, pdf.pages[0].obj


def test_operators_and_bytes_are_counted_from_both_sides(monkeypatch):
    _, page = contents(b"q Q " * 50)
    for most, enough in ((100, True), (99, False)):
        monkeypatch.setattr("hscb_report.preflight.streams.OPERATORS", few := Limit(most, "few"))
        account = Account()
        account._spent[few] = 0
        if enough:
            assert len(Streams(account).instructions(page)) == most
        else:
            with pytest.raises(TooLarge, match="more than 99 few"):
                Streams(account).instructions(page)
    monkeypatch.undo()
    for most, enough in ((200, True), (199, False)):
        monkeypatch.setattr("hscb_report.preflight.streams.STREAM", Limit(most, "bytes"))
        if enough:
            assert Streams(Account()).instructions(page)
        else:
            with pytest.raises(TooLarge, match="more than 199 bytes"):
                Streams(Account()).instructions(page)


@pytest.mark.parametrize("filters", ["FlateDecode", "RunLengthDecode", "both"])
@pytest.mark.parametrize(("size", "enough"), [(limits.STREAM.most, True), (5_000_128, False)])
def test_what_is_unpacked_is_measured_in_each_way(filters, size, enough):
    runs = b"\x81 " * (size // 128) + (b"\x3f" + b" " * 64 if size % 128 else b"") + b"\x80"
    data, names = {
        "FlateDecode": (zlib.compress(b" " * size), [Name.FlateDecode]),
        "RunLengthDecode": (runs, [Name.RunLengthDecode]),
        "both": (zlib.compress(runs), [Name.FlateDecode, Name.RunLengthDecode]),
    }[filters]
    pdf = pikepdf.new()
    stream = pikepdf.Stream(pdf, data, Filter=pikepdf.Array(names))
    if enough:
        assert len(Streams(Account()).data(stream)) == size
    else:
        with pytest.raises(TooLarge, match="5,000,000 bytes in one stream"):
            Streams(Account()).data(stream)


@pytest.mark.parametrize("limit", ["FILE", "PAGES", "OBJECTS", "NESTED", "LEVELS"])
def test_what_is_counted_at_once_has_two_sides(limit, small_pdf, monkeypatch):
    """Six pages and so on are enough; one less is not."""
    assert verify(small_pdf).judged
    places = {
        "FILE": "verify",
        "PAGES": "document",
        "OBJECTS": "document",
        "NESTED": "interpreter",
        "LEVELS": "tree",
    }
    where = f"hscb_report.preflight.{places[limit]}.{limit}"
    with opened(small_pdf) as pdf:
        real = {"FILE": len(small_pdf), "PAGES": len(pdf.pages), "OBJECTS": len(pdf.objects)}
    if limit in real:
        monkeypatch.setattr(where, Limit(real[limit], "things"))
        assert verify(small_pdf).judged
    monkeypatch.setattr(where, Limit(real.get(limit, 0) - 1, "things"))
    verdict = verify(small_pdf)
    assert "things, the most that is judged" in verdict.too_large
    assert verdict.outcome == "not-judged" and not verdict.clean


def test_a_file_is_measured_before_it_is_read(tmp_path):
    """It has no bytes but the last."""
    with (tmp_path / "large.pdf").open("wb") as file:
        file.seek(limits.FILE.most)
        file.write(b"x")
    began = time.process_time()
    (verdict,) = files.verdicts(tmp_path / "large.pdf")
    assert "200,000,000 bytes, the most" in verdict.too_large
    assert time.process_time() - began < 0.1


@pytest.mark.skipif(
    not hasattr(pikepdf.settings, "set_qpdf_limits"), reason="this pikepdf sets no limits"
)
def test_a_bomb_among_the_objects_takes_little():
    """What qpdf unpacks to find the objects: 3 GB, of which it takes 100 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    begin = packer.compress(b"2 0 <</Type/Catalog/Pages 3 0 R>> ") + packer.flush(zlib.Z_FULL_FLUSH)
    data = b"\x78\xda" + begin + blanks(3_000)[2:]
    entry = f"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {len(data)}>>stream\n"
    file = b"%PDF-1.5\n1 0 obj" + entry.encode() + data + b"\nendstream endobj\n"
    rows = [(0, 0, 65535), (1, 9, 0), (2, 1, 0), (1, len(file), 0)]
    table = b"".join(bytes([a]) + b.to_bytes(4, "big") + c.to_bytes(2, "big") for a, b, c in rows)
    head = f"3 0 obj<</Type/XRef/Size 4/W[1 4 2]/Root 2 0 R/Length {len(table)}>>stream\n"
    tail = f"\nendstream endobj\nstartxref\n{len(file)}\n%%EOF"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    verdict = verify(file + head.encode() + table + tail.encode())
    assert "cannot be read as a PDF" in verdict.unreadable
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        ([(2880, 2880)], ""),
        ([(2881, 2880)], "page 1 is too large to make plates of: 16,005,556 pixels at 100 to"),
        ([(14_400, 14_400)], "400,000,000 pixels at 100 to the inch, and 16,000,000 is the most"),
        ([(2880, 2880)] * 13, "208,000,000 pixels at 100 to the inch, and 200,000,000 is the most"),
    ],
)
def test_plates_are_made_of_no_page_without_end(sides, said):
    pdf = pikepdf.new()
    for side in sides:
        pdf.add_blank_page(page_size=side)
    if said:
        with pytest.raises(RuntimeError, match=said):
            plates.measure(Opened(pdf, b""))
    else:
        plates.measure(Opened(pdf, b""))


def test_what_is_too_large_is_told_so(small_pdf, tmp_path):
    """In the process of its own, as a person meets it; and veraPDF is not asked."""
    for name in ("many operators", "padded form"):
        file = tmp_path / "large.pdf"
        file.write_bytes(made(small_pdf, name))
        done = CliRunner().invoke(app, ["verify", str(file)])
        assert done.exit_code == 6
        assert "too large to judge: it has more than" in done.output
        assert "holds" not in done.output and "no fault" not in done.output
    done = CliRunner().invoke(app, ["verify", str(file), "--format", "json"])
    (told,) = json.loads(done.stdout)
    assert told["holds"] is None and told["judged"] == [] and "50,000,000" in told["too_large"]


class Broken(Judge):
    """A judge whose process does something else."""

    does = ""

    def _start(self) -> None:
        apart._BEGIN, begin = self.does, apart._BEGIN
        try:
            super()._start()
        finally:
            apart._BEGIN = begin


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("import time; time.sleep(60)", "takes longer than 0.5 seconds"),
        ("import sys; sys.exit(1)", "ended in the middle"),
        ("print('no answer', flush=True)", "ended in the middle"),
    ],
)
def test_a_process_that_gives_no_answer_is_ended(does, said, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    began = time.monotonic()
    with Broken(own=0.5) as judge:
        judge.does = does
        judge._end()
        verdict = judge.verified(tmp_path / "a.pdf")
        assert said in verdict.too_large
        assert verdict.outcome == "not-judged"
        assert judge._process is None
        judge.does, judge._own = apart._BEGIN, 60
        assert "cannot be read as a PDF" in judge.verified(tmp_path / "a.pdf").unreadable
    assert time.monotonic() - began < 60


def test_where_validators_take_too_long_our_own_verdict_is_left(small_pdf, tmp_path):
    (tmp_path / "a.pdf").write_bytes(small_pdf)
    with Judge(others=0.01) as judge:
        verdict = judge.verified(tmp_path / "a.pdf", ["ua1"])
    assert verdict.outcome == "no-fault-found"
    assert any("takes longer than 0.01 seconds" in note for note in verdict.not_made)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_memory_has_a_limit():
    does = apart._BEGIN.replace("import main\nmain()", "import _limit") + (
        "_limit()\ntry:\n    bytearray(1_100_000_000)\nexcept MemoryError:\n    sys.exit(7)\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", does, str(ROOT / "hscb_report")], check=False
    )
    assert done.returncode == 7

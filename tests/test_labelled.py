"""Faults of the profiles' rules, planted in a good file: our checks find each by name, and veraPDF
agrees on the rule. The tables of what our checks ask are true to the profiles.
"""

from __future__ import annotations

import pikepdf
import pytest

from hscb_report.preflight import verapdf
from hscb_report.preflight.asked import ASKED, RULES, asked
from hscb_report.preflight.standards import STANDARDS
from hscb_report.preflight.verdict import STANDARD
from hscb_report.preflight.verify import verify
from labelled import changed, root
from labelled_archive import A3A
from labelled_ua import UA1

PLANTED = {
    **{f"ua1: {name}": planted for name, planted in UA1.items()},
    **{f"a3a: {name}": planted for name, planted in A3A.items()},
}
ASKED_AGAIN = frozenset([*PLANTED][::3])
"""veraPDF is asked again about these in each run; it agreed on all in November 2026."""
with_verapdf = pytest.mark.skipif(not verapdf.available(), reason="veraPDF is not installed")


def standard_findings(data: bytes, standard: str) -> set[str]:
    """The checks of a standard itself that found something."""
    verdict = verify(data, [standard])
    assert not verdict.unreadable
    (judged,) = verdict.judged
    assert [c.name for c in judged.checks if c.unmade] == []
    return {check.name for check in judged.deciding if check.findings}


@pytest.fixture(scope="session")
def small(small_pdf) -> bytes:
    """The file in which faults are planted, as it is after a change that changes nothing."""
    data = changed(small_pdf, lambda pdf: None)
    assert standard_findings(data, "ua1") == standard_findings(data, "a3a") == set()
    return data


@pytest.mark.slow
@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_by_us_and_by_verapdf(name, small):
    planted = PLANTED[name]
    data = changed(small, planted.change)
    assert planted.check in standard_findings(data, planted.standard)
    if verapdf.available() and planted.rule and name in ASKED_AGAIN:
        said = {f.message.split(":")[0] for f in verapdf.judge(data, planted.standard).findings}
        assert planted.rule in said


@with_verapdf
@pytest.mark.parametrize("name", [*PLANTED][::90])
def test_asked_for_all_at_once_verapdf_says_what_it_says_one_by_one(name, small):
    """All 179 files were compared once: none differs."""
    data = changed(small, PLANTED[name].change)
    for asked_for in (list(verapdf.PROFILES), ["a3a", "a2b"]):
        together = verapdf.judge_by_all(data, asked_for)
        assert set(together) == set(asked_for)
        for standard, found in together.items():
            assert set(found.findings) == set(verapdf.judge(data, standard).findings)


def test_the_whole_catalogue_is_large_enough():
    assert len(PLANTED) >= 150


@pytest.mark.parametrize("standard", RULES)
def test_what_is_asked_is_asked_by_checks_of_the_standard_itself(standard):
    for name in ASKED[standard]:
        assert STANDARDS[standard][name].kind == STANDARD, name


def test_what_is_asked_has_been_found():
    """Each rule that counts as asked has a planted fault, but for those that cannot be planted by
    changing objects.
    """
    planted = {(one.standard, one.rule) for one in PLANTED.values()}
    left = {
        standard: sorted(
            rule for rule in asked(standard, ASKED[standard]) if (standard, rule) not in planted
        )
        for standard in ("ua1", "a3a")
    }
    assert left == {
        "ua1": ["6.1-1", "7.16-1"],  # bytes before the objects: tested below
        "a3a": "6.1.2-1 6.1.2-2 6.1.3-1 6.1.3-2 6.1.3-3 6.1.7.2-1".split(),
    }


@with_verapdf
@pytest.mark.parametrize("standard", RULES)
def test_the_tables_are_true_to_the_profiles(standard):
    rules = verapdf.rules(standard)
    assert len(rules) == RULES[standard]
    assert asked(standard, ASKED[standard]) - set(rules) == set()


def raw(old: bytes, new: bytes):
    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return change


def saved(change=lambda pdf: None, **save):
    def run(data: bytes) -> bytes:
        return changed(data, change, **save)

    return run


def without_id(data: bytes) -> bytes:
    at = data.rindex(b"/ID")
    return data[:at] + b"/Id" + data[at + 3 :]


def encrypted(accessible: bool):
    allow = pikepdf.Permissions(accessibility=accessible)
    secret = pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False, allow=allow)
    return saved(encryption=secret, deterministic_id=False)


def lzw(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
    stream.Filter = pikepdf.Name.LZWDecode
    pdf.Root.PieceInfo = pikepdf.Dictionary(Odd=pdf.make_indirect(stream))


BYTES = {
    "a header of PDF 2": ("ua1", "6.1-1", "header", raw(b"%PDF-1.7", b"%PDF-2.0")),
    "another header": ("a3a", "6.1.2-1", "whole-file", raw(b"%PDF-1.7", b"%PDF-2.0")),
    "something before the header": ("a3a", "6.1.2-1", "whole-file", lambda data: b"\n" + data),
    "no binary line": ("a3a", "6.1.2-2", "whole-file", raw(b"\xbf\xf7\xa2\xfe", b"abcd")),
    "something behind the end": ("a3a", "6.1.3-3", "whole-file", lambda data: data + b"more\n"),
    "encrypted": ("a3a", "6.1.3-2", "archive", encrypted(True)),
    "a screen reader kept out": ("ua1", "7.16-1", "encryption", encrypted(False)),
    "no identifier": ("a3a", "6.1.3-1", "archive", without_id),
    "LZW": ("a3a", "6.1.7.2-1", "streams", saved(lzw, compress_streams=False)),
}


@pytest.mark.parametrize("name", BYTES)
def test_a_fault_in_the_bytes_is_found(name, small):
    standard, rule, check, change = BYTES[name]
    data = change(small)
    assert check in standard_findings(data, standard)
    if verapdf.available():
        said = {f.message.split(":")[0] for f in verapdf.judge(data, standard).findings}
        assert rule in said


def test_a_screen_reader_that_is_kept_out_is_found(small):
    assert "encryption" in standard_findings(encrypted(False)(small), "ua1")
    assert "encryption" not in standard_findings(encrypted(True)(small), "ua1")


def test_a_file_that_is_left_alone_is_left_in_peace(small):
    """Nothing that changes nothing is a fault."""
    same = changed(small, root("Extra", pikepdf.Dictionary()))
    assert standard_findings(same, "ua1") == standard_findings(same, "a3a") == set()

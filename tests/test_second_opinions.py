"""veraPDF and page-validation on what is built: the judges that are not ours."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from hscb_report.preflight import verapdf
from hscb_report.preflight.files import verified
from hscb_report.preflight.verify import verify
from hscb_report.products import STANDARDS
from make import written
from strategies import ART, PARTNERSHIP, earlier, summaries


@pytest.mark.parametrize("name", ["summary_pdf", "example_pdf", "large_pdf", "large_example_pdf"])
def test_verapdf_and_page_validation_agree(name, request, tmp_path):
    import page

    file = tmp_path / "file.pdf"
    file.write_bytes(request.getfixturevalue(name))
    verdict = verified(file)
    assert verdict.clean, [
        f.as_text() for j in verdict.judged for c in j.checks for f in c.findings
    ]
    assert verdict.holds
    assert [(j.standard, j.by.split()[0], j.reference) for j in verdict.judged] == [
        ("ua1", "veraPDF", True),
        ("a3a", "veraPDF", True),
    ]
    assert "0 failed" in str(page.validate_pdf(str(file), profile="ua1"))


@pytest.mark.slow
@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.generate],
)
@given(summaries())
def test_twenty_random_contents_conform(summary):
    """In all editions, by our own checks and by veraPDF's."""
    for edition, purpose, fold in [
        ("board", "screen", ""),
        ("large-print", "screen", ""),
        ("leaflet", "screen", "roll"),
        ("leaflet", "press", "z"),
        ("leaflet", "office", "half"),
        ("booklet", "press", ""),
        ("booklet", "office", ""),
    ]:
        _, data = written(
            edition, summary, PARTNERSHIP, purpose, fold, earlier=earlier(summary), art=ART
        )
        if not data:
            continue
        verdict = verify(data)
        assert verdict.claims
        assert verdict.clean, [
            f"{c.name}: {f.as_text()}" for j in verdict.judged for c in j.checks for f in c.findings
        ]
        standards = [name for name in STANDARDS[purpose] if name in verapdf.PROFILES]
        for judged in verapdf.judge_by_all(data, standards).values() if standards else ():
            assert judged.clean, [f.as_text() for f in judged.findings]


@pytest.mark.parametrize("name", ["summary_pdf", "example_pdf", "large_pdf", "large_example_pdf"])
def test_contrast_as_verapdf_sees_it(name, request, tmp_path):
    """veraPDF draws the page and measures each tagged text on what is really below it: WCAG 2.2,
    1.4.3.
    """
    J = verapdf._start()
    P, make = J("org.verapdf.pdfa.validation.profiles.Profiles"), J("java.util.ArrayList")
    flavour = next(
        f for f in J("org.verapdf.pdfa.flavours.PDFAFlavour").values() if str(f) == "wcag2m_pdf1"
    )
    wcag = next(
        s
        for s in J("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").values()
        if "WCAG2.2" in str(s)
    )
    rules = J("java.util.HashSet")()
    rules.add(
        P.ruleFromValues(
            P.ruleIdFromValues(wcag, "1.4.3", 1),
            "SATextChunk",
            None,
            "",
            "contrast",
            "isWhiteSpaceChunk == true || contrastRatio >= ((textSize >= 18 || (textSize >= 14 && "
            "textWeight >= 700)) ? 3 : 4.5)",
            P.errorFromValues("low contrast", make()),
            make(),
        )
    )
    profile = P.profileFromValues(
        flavour,
        P.profileDetailsFromValues("wcag", "", "", J("java.util.Date")()),
        "",
        rules,
        J("java.util.HashSet")(),
    )
    file = tmp_path / "file.pdf"
    file.write_bytes(request.getfixturevalue(name))
    foundry = J("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(J("java.io.File")(str(file)), flavour)
    try:
        result = foundry.createValidator(profile, 500, False, False, False).validate(parser)
        assert result.getTotalAssertions() > 100
        assert result.isCompliant(), [
            str(t.getLocation().getContext())
            for t in result.getTestAssertions()
            if str(t.getStatus()) != "passed"
        ][:5]
    finally:
        parser.close()

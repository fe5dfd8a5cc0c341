"""The supply list is current (``test_docs`` compares it), and every licence in it is known."""

from __future__ import annotations

from importlib import metadata

import pytest

import supply
from conftest import ROOT
from pages import read


def test_every_licence_is_known():
    for name in supply.packages():
        unknown = supply.parts(supply.licence(name)) - supply.ALLOWED
        assert not unknown, f"{name}: read {unknown}, and add what may be used to ALLOWED"


def test_no_licence_is_allowed_for_nobody():
    used = {part for name in supply.packages() for part in supply.parts(supply.licence(name))}
    assert used == supply.ALLOWED
    assert set(supply.READ) <= set(supply.packages())


def test_the_locks_name_all_that_the_list_has():
    text = read(ROOT / "docs/supply.md")
    for name, (versions, _) in supply.packages().items():
        assert f"| {name} | {'<br>'.join(versions)} |" in text
    assert "://" not in text


@pytest.fixture
def told(monkeypatch):
    """Let makers say something of their licence."""

    def tell(**entries: str) -> None:
        found = metadata.Distribution.at(ROOT)
        message = metadata.distribution("packaging").metadata
        for key in ("License-Expression", "License", "Classifier"):
            del message[key]
        for key, value in entries.items():
            message[key.replace("_", "-")] = value
        monkeypatch.setattr(type(found), "metadata", message)
        monkeypatch.setattr(metadata, "distribution", lambda name: found)

    return tell


def test_a_licence_that_changes_is_noticed(told):
    told(License="Business Source License")
    assert not supply.parts(supply.licence("packaging")) <= supply.ALLOWED
    with pytest.raises(LookupError, match="now says"):
        supply.licence("pyphen")


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ({"License_Expression": "MIT", "License": "other"}, "MIT"),
        ({"License": "Apache 2.0"}, "Apache-2.0"),
        ({"License": "A\nlong\ntext", "Classifier": "License :: OSI Approved :: X"}, "X"),
        ({}, ""),
    ],
)
def test_where_a_licence_is_told(told, entries, found):
    told(**entries)
    assert supply.licence("packaging") == found


def test_a_package_that_is_not_here_and_that_nobody_has_read(monkeypatch):
    def gone(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", gone)
    assert supply.licence("colorama") == "BSD-3-Clause"
    with pytest.raises(LookupError, match="not installed"):
        supply.licence("numpy")

"""Units and numbers that are not exact: sent out, filled in, read back, attached, and carried into
the next year.
"""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
import yaml

from hscb_report.brand import icons
from hscb_report.errors import ContentError
from hscb_report.summary import printed
from hscb_report.summary.document import Summary
from hscb_report.summary.export import figures_csv
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from hscb_report.summary.scalars import written
from hscb_report.summary.typed import understood
from hscb_report.summary.units import BOUNDS, UNITS
from hscb_report.year.carry import new
from hscb_report.year.exporting import export_figures
from hscb_report.year.importing import import_figures

SYMBOLS = (None, "r", "p")
VALUES = {unit: (Decimal("93.5") if not UNITS[unit].whole else 77602, 1) for unit in UNITS}


def every() -> dict[str, dict]:
    """A figure for each unit, bound and symbol; those that may be below zero are there twice."""
    made = {}
    for unit, bound, symbol in product(UNITS, (None, *BOUNDS), SYMBOLS):
        values = [*VALUES[unit], *([Decimal("-12.5")] if UNITS[unit].below_zero else [])]
        for index, value in enumerate(values):
            if value < 0 and bound in ("over", "under"):
                continue
            name = "-".join(filter(None, (unit, bound or "exact", symbol, f"n{index}")))
            data = {"value": value, "unit": unit, "bound": bound, "symbol": symbol}
            made[name] = {key: one for key, one in data.items() if one is not None}
    return made


def content(folder: Path, figures: dict[str, dict]) -> Path:
    """A content file of these figures."""
    (folder / "boards").mkdir(parents=True)
    (folder / "boards/b.yaml").write_text("name: A board\n", encoding="utf-8")
    lines = ["board: b", "title: T", "period: 2017-18", "status: draft"]
    lines += ["sources: {s: {title: S, publisher: P}}", "figures:"]
    for name, one in figures.items():
        own = {"label": f"of all, {name}", "counts": "things", "period": "2017-18", "source": "s"}
        keys = ", ".join(f"{key}: {written(value)}" for key, value in {**one, **own}.items())
        lines.append(f"  {name}: {{{keys}}}")
    shown = next(iter(figures))
    lines += ["sections:", f"  - {{heading: H, blocks: [{{kind: table, figures: [{shown}]}}]}}"]
    (folder / "2017-18.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def numbers(made: Summary) -> dict[str, tuple]:
    """What is known of the number of each figure."""
    return {
        name: (one.value, one.unit, one.bound, one.symbol) for name, one in made.figures.items()
    }


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_every_unit_bound_and_symbol_comes_back_from_a_partner_as_it_was(tmp_path, ending):
    """What the tool prints is typed into the sheet of an empty year."""
    figures = every()
    full = load("2017-18", content(tmp_path / "full", figures), icons.names()).summary
    gap = {"value": None, "symbol": "x", "reason": "To be supplied."}
    empty = content(
        tmp_path / "empty", {name: {**gap, "unit": one["unit"]} for name, one in figures.items()}
    )
    sheet = export_figures("2017-18", content=empty, output=tmp_path / f"sheet.{ending}")
    typed = {name: (printed.bare(one), one.symbol or "") for name, one in full.figures.items()}
    if ending == "csv":
        rows = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"), newline="")))
        for row in rows[1:]:
            row[6], row[7] = typed[row[0]]
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        sheet.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    else:
        import openpyxl

        book = openpyxl.load_workbook(sheet)
        for row in book.active.iter_rows(min_row=5):
            row[6].value, row[7].value = typed[row[0].value]
            row[6].data_type = "s"
        book.save(sheet)
    import_figures("2017-18", sheet, content=empty)
    back = load("2017-18", empty, icons.names()).summary
    assert numbers(back) == numbers(full)
    assert all(one.reason is None for one in back.figures.values())
    again = export_figures("2017-18", content=empty, output=tmp_path / f"again.{ending}")
    assert import_figures("2017-18", again, content=empty).changes == []


def test_every_unit_bound_and_symbol_is_printed_and_attached_as_it_is(tmp_path):
    figures = every()
    made = load("2017-18", content(tmp_path / "c", figures), icons.names()).summary
    reader = Reader(made)
    rows = csv.DictReader(io.StringIO(figures_csv(reader).decode("utf-8-sig")))
    attached = {
        row["figure"]: (
            Decimal(row["value"]),
            row["unit"],
            row["bound"] or None,
            row["symbol"] or None,
        )
        for row in rows
    }
    assert attached == numbers(made)
    for name, one in made.figures.items():
        reading = reader.figure(name)
        for said in (reading.number, reading.in_full, reading.headline):
            assert (one.bound or "") in said.split() or not one.bound
            assert said.endswith(f" [{one.symbol}]") or not one.symbol
        found = understood(printed.bare(one))
        assert found is not None and (found.value, found.bound) == (one.value, one.bound)
        assert found.unit in (one.unit, None)
        sentence = f"{reading.headline} {reading.label_text}"
        assert set(reading.number.replace("[", " [").split()) <= set(sentence.split()), name


def test_a_new_year_asks_anew_whether_a_number_is_exact(tmp_path):
    folder = content(tmp_path / "content", {"a": {"value": 300, "bound": "over"}})
    made = new("2018-19", "2017-18", content=folder)
    text = made.path.read_text(encoding="utf-8")
    assert "bound" not in text and "2017-18: over 300" in text
    assert load("2018-19", folder, icons.names()).summary.figures["a"].value is None


def test_an_exact_number_from_a_partner_takes_the_place_of_one_that_is_not(tmp_path):
    folder = content(tmp_path / "content", {"a": {"value": 300, "bound": "over"}})
    sheet = export_figures("2017-18", content=folder, output=tmp_path / "s.csv")
    rows = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"), newline="")))
    assert rows[1][5] == "over 300"
    rows[1][6] = "312"
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    sheet.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    done = import_figures("2017-18", sheet, content=folder)
    assert [(c.key, c.old, c.new) for c in done.changes if not c.follows] == [
        ("value", "over 300", "312")
    ]
    made = load("2017-18", folder, icons.names()).summary.figures["a"]
    assert (made.value, made.bound) == (312, None)


def test_the_words_of_a_unit_are_english_and_refused_in_another_language(tmp_path):
    folder = content(tmp_path / "content", {"a": {"value": 27, "unit": "days"}})
    file = folder / "2017-18.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    data["sections"][0]["blocks"].append({"kind": "text", "text": "Po {a}.", "lang": "pl"})
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ContentError, match="prints English words"):
        load("2017-18", folder, icons.names())

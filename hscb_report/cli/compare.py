"""``hscb-report compare``."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from hscb_report.cli.options import Content, Format, periods_starting
from hscb_report.cli.shared import app, echo, fail, print_json
from hscb_report.errors import ReportError
from hscb_report.project import CONTENT


class Shape(str, Enum):
    """How a comparison is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


Year = typer.Argument(
    metavar="PERIOD", autocompletion=periods_starting, help="Two years, in any order."
)


@app.command(
    "compare",
    epilog="Example: hscb-report compare 2016-17 2017-18 --content "
    "examples/children-in-care/content",
)
def compare_command(
    one: Annotated[str, Year],
    other: Annotated[str, Year],
    content: Content = CONTENT,
    format: Annotated[
        Shape, typer.Option("--format", help="How to print the results.")
    ] = Shape.TABLE,
) -> None:
    """Compare the figures of two years: change, percentage, direction, and what cannot be
    compared.
    """
    from hscb_report.year.comparing import as_csv, as_data, as_table, compare

    try:
        found = compare(one, other, content=content)
    except ReportError as error:
        fail(error, Format.JSON if format is Shape.JSON else Format.TEXT)
    if format is Shape.JSON:
        print_json(as_data(found))
    else:
        echo(as_csv(found) if format is Shape.CSV else as_table(found), nl=format is not Shape.CSV)

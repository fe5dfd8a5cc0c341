"""What the rows of a grid and the bars of a stack must agree on: their length, units, wholes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hscb_report.errors import Problem
from hscb_report.summary.breakdowns import Grid, Stack, StackRow
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.tree import KeyPath, Tree


def problems_in(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Everything that does not agree, block by block."""
    for s, section in enumerate(summary.sections):
        for b, block in enumerate(section.blocks):
            path: KeyPath = ("sections", s, "blocks", b)
            if isinstance(block, Grid):
                yield from _Rows(summary, tree, path, block).of_grid(block)
            elif isinstance(block, Stack):
                yield from _Rows(summary, tree, path, block).of_stack(block)


def whole_of(row: StackRow, figures: dict[str, Figure]) -> str:
    """The name of the figure that a bar is the whole of: as the row says, or as all its parts do;
    empty where nothing says so.
    """
    wholes = {figures[name].part_of for name in row.figures if name in figures}
    return row.whole or ((wholes.pop() or "") if len(wholes) == 1 else "")


class _Rows:
    """The rows of one block."""

    def __init__(self, summary: Summary, tree: Tree, path: KeyPath, block: Grid | Stack) -> None:
        self.figures, self.tree, self.path, self.block = summary.figures, tree, path, block

    def of_grid(self, grid: Grid) -> Iterator[Problem]:
        """Rows as long as there are columns, units that can stand together, totals of something."""
        yield from self._long(len(grid.columns), "column", grid.columns)
        yield from self._once(grid.columns, "columns", "two columns are called")
        yield from self._once([row.label for row in grid.rows], "rows", "two rows are called")
        yield from self._twice()
        yield from self._units(grid)
        if grid.totals in ("row", "both") and len(grid.rows) < 2:
            yield self._problem(
                "no-parts",
                "the last row would be the total of those above it, and there is none",
                "add the rows that it is the total of, or write totals: column, or leave it out",
                "totals",
            )
        if grid.totals in ("column", "both") and len(grid.columns) < 2:
            yield self._problem(
                "no-parts",
                "the last column would be the total of those before it, and there is none",
                "add the columns that it is the total of, or write totals: row, or leave it out",
                "totals",
            )
        shown = [self.figures[name] for row in grid.rows for name in row.figures if self._has(name)]
        if grid.show == "percent" and shown and not any(one.part_of for one in shown):
            yield self._problem(
                "no-whole",
                "nothing says of what these figures are parts, so there is no per cent of them",
                "add part_of to the figures if the source says so, or remove show: percent",
                "show",
            )

    def of_stack(self, stack: Stack) -> Iterator[Problem]:
        """Parts of one whole in each bar."""
        yield from self._long(len(stack.parts or []), "part", stack.parts or [])
        yield from self._once(stack.parts or [], "parts", "two parts are called")
        yield from self._once([row.label for row in stack.rows], "rows", "two bars are called")
        yield from self._twice()
        for at, row in enumerate(stack.rows):
            if all(map(self._has, [*row.figures, row.whole or row.figures[0]])):
                yield from self._parts(at, row)

    def _long(self, count: int, what: str, heads: Sequence[str]) -> Iterator[Problem]:
        """Rows that have more or fewer figures than there are heads; any may be where there are no
        heads.
        """
        for at, row in enumerate(self.block.rows if count else []):
            if (here := len(row.figures)) != count:
                hint = (
                    f"name a figure for each {what}: {', '.join(heads)}; where there is no number, "
                    "one with value: null"
                    if here < count
                    else f"remove {here - count} of them, or say in {what}s what they are"
                )
                yield self._problem(
                    "row-length",
                    f'the row "{row.label}" has {_many(here, "figure")}, and there '
                    f"{'is' if count == 1 else 'are'} {_many(count, what)}",
                    hint,
                    "rows",
                    at,
                    "figures",
                )

    def _once(self, heads: Sequence[str], key: str, said: str) -> Iterator[Problem]:
        for at, head in enumerate(heads):
            if head.casefold() in {other.casefold() for other in heads[:at]}:
                hint = "say in its words what tells it from the other"
                where = ("label",) if key == "rows" else ()
                yield self._problem("same-head", f'{said} "{head}"', hint, key, at, *where)

    def _twice(self) -> Iterator[Problem]:
        """Figures that stand in more than one place, but totals of one whole divided twice."""
        seen: dict[str, tuple[int, int]] = {}
        for at, row in enumerate(self.block.rows):
            for column, name in enumerate(row.figures):
                here = (at, column)
                first = seen.setdefault(name, here)
                if first != here and not self._totals(first, here):
                    label = self.block.rows[first[0]].label
                    yield self._problem(
                        "twice",
                        f'"{name}" stands in '
                        + ("this row" if label == row.label else f'the row "{label}"')
                        + " already",
                        f'name another figure here, or write its own for the row "{row.label}"',
                        *("rows", at, "figures", column),
                    )

    def _totals(self, *places: tuple[int, int]) -> bool:
        """Whether all stand in the row, or in the column, of totals."""
        totals = getattr(self.block, "totals", None)
        below = totals in ("row", "both") and all(
            row == len(self.block.rows) - 1 for row, _ in places
        )
        return below or (
            totals in ("column", "both")
            and all(column == len(self.block.rows[row].figures) - 1 for row, column in places)
        )

    def _units(self, grid: Grid) -> Iterator[Problem]:
        """Each column, or else each row, is of one unit; what is added up is."""
        rows = [[self._unit(name) for name in row.figures] for row in grid.rows]
        if len({len(row) for row in rows}) > 1:
            return  # which is told
        mixed = [at for at, row in enumerate(rows) if len(set(row) - {""}) > 1]
        columns = list(zip(*rows, strict=True))
        crossed = [at for at, column in enumerate(columns) if len(set(column) - {""}) > 1]
        totals = grid.totals or ""
        if crossed and (mixed or totals in ("row", "both")):
            units = " and ".join(dict.fromkeys(unit for unit in columns[crossed[0]] if unit))
            yield self._problem(
                "units-differ",
                f'the column "{grid.columns[crossed[0]]}" has figures of different units: {units}',
                "let each column be of one unit; show the others in another grid"
                + ("" if totals in ("row", "both") else ", or let each row be of one unit"),
                *("columns", crossed[0]),
            )
        if mixed and totals in ("column", "both"):
            units = " and ".join(dict.fromkeys(unit for unit in rows[mixed[0]] if unit))
            yield self._problem(
                "units-differ",
                f'the row "{grid.rows[mixed[0]].label}" has figures of different units, which have '
                f"no total: {units}",
                "write totals: row, or leave totals out, or show the others in another grid",
                *("rows", mixed[0], "figures"),
            )

    def _parts(self, at: int, row: StackRow) -> Iterator[Problem]:
        """One bar: its whole, and that its parts do not overlap as far as anybody can tell."""
        where, named = ("rows", at, "figures"), [(name, self.figures[name]) for name in row.figures]
        inside = [one for one, figure in named if figure.part_of in row.figures]
        by = dict.fromkeys(figure.breakdown for _, figure in named if figure.breakdown)
        whole = whole_of(row, self.figures)
        if inside:
            yield self._problem(
                "overlapping",
                f'"{inside[0]}" is a part of "{self.figures[inside[0]].part_of}", so the two '
                "cannot stand side by side in one bar",
                "name parts that do not overlap, or use kind: funnel",
                *where,
            )
        elif not row.whole and len(by) > 1:
            yield self._problem(
                "overlapping",
                f'the parts of "{row.label}" are of different breakdowns ({", ".join(by)}), so '
                "they may overlap",
                "name parts of one breakdown, or use kind: bars",
                *where,
            )
        elif not whole:
            apart = any(figure.part_of for _, figure in named)
            yield self._problem(
                "no-whole",
                f'the parts of "{row.label}" are not all parts of one figure'
                if apart
                else f'nothing says of what the figures of "{row.label}" are parts',
                "if the source says so, add part_of: NAME to each figure; or, if they add up to a "
                "figure, whole: NAME to this row; if not, use kind: bars",
                *where,
            )
        elif whole in row.figures:
            yield self._problem(
                "overlapping",
                f'"{whole}" is the whole of "{row.label}", and cannot be one of its parts',
                "name its parts alone",
                *where,
            )
        for name in (*row.figures, row.whole or whole):
            if name in self.figures and (bound := self.figures[name].bound):
                yield self._problem(
                    "not-exact",
                    f'"{name}" is {bound} a number, and nobody can tell what part of a bar that is',
                    "take the row out, or use kind: grid or kind: bars, which print its words",
                    *where,
                )

    def _has(self, name: str) -> bool:
        return name in self.figures

    def _unit(self, name: str) -> str:
        return self.figures[name].unit if name in self.figures else ""

    def _problem(self, code: str, message: str, hint: str, *keys: str | int) -> Problem:
        path = (*self.path, *keys)
        return Problem(code, message, hint, self.tree.place(path), path)


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"

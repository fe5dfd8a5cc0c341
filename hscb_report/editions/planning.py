"""What a leaflet would be, without drawing it: which blocks stand where, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import LEAFLET_ZOOM, LEAFLET_ZOOMS
from hscb_report.editions.dividing import Dividing
from hscb_report.editions.imposition import LEAFLETS
from hscb_report.editions.laying import Laying
from hscb_report.editions.named import all_units, elsewhere, left_out, named, names_what_is_there
from hscb_report.editions.panels import assign
from hscb_report.editions.plan import Plan
from hscb_report.editions.sharing import NEARLY, Sizes, Unit
from hscb_report.errors import Misfit
from hscb_report.page.spread import stages
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.story.about import fronts
from hscb_report.story.blocks import Telling
from hscb_report.story.nodes import Statement
from hscb_report.story.story import Story
from hscb_report.story.typography import typeset_part
from hscb_report.summary.items import FigureItem
from hscb_report.summary.leaflet import Panels
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import KeyPath

_MOST_WORDS = 16
"""A label of more words is taken for the front only where there is none of fewer."""
_MOST_FRONTS = 12
"""So many figures are tried on the front where the words of the first do not fit."""
_FIELDS = (130.0, 110.0, 90.0, 75.0, 62.0, 52.0)
"""How high the dots of a picture over the inside panels may be, pt on paper; the highest that fits
is taken.
"""
_MOST_SIZES = 3
"""In so many sizes of type it is tried, from that of the leaflet without it."""
_ROOMY = 0.95
"""Larger type is tried where the panels would be so full with it."""


class Planning:
    """Thinks leaflets out: what the content asks for, and what it might ask for instead.

    Attributes:
        fold: one of ``imposition.FOLDS``.
        asked: what the content says of it; ``key`` leads there.
        leading: the figure that a cover would show large, or empty.
    """

    def __init__(self, story: Story, reader: Reader, brand: Brand, fold: str) -> None:
        large = story.opening.large if story.opening else None
        self.leading = large.statement.reading.key if large else ""
        if large:  # it is told by the number of the front
            story = replace(story, opening=None)
        self.story, self.reader, self.brand, self.fold = story, reader, brand, fold
        self.summary = reader.summary
        self.written = self.summary.leaflet is not None
        self.asked, self.key = (
            self.summary.leaflet.for_fold(fold)
            if self.summary.leaflet
            else (Panels(), ("leaflet",))
        )
        self._default: Story | None = None
        self._divide = Dividing(story)
        self._sizes: dict[float, Sizes] = {}
        self._fronts: dict[Statement | None, tuple[float, bool, bool]] = {}
        self._plans: dict[tuple[str, float, float, bool], Plan] = {}

    def best(self, asked: Panels | None = None) -> Plan:
        """What the content asks for, or might ask for, in type as large as that allows."""
        asked = self.asked if asked is None else asked
        plan = self._largest(asked)
        return plan if plan.faults else self._pictured(plan)

    def _pictured(self, plan: Plan) -> Plan:
        """The same with a picture over the inside panels, as high as they allow; nothing may be
        lost or torn for it.
        """
        told, opening, laying = self._opening, self.story.opening, plan.laying
        if opening is None or opening.dots is None or not told:
            return plan
        if not stages(opening.dots, len(laying.beside)):
            return plan
        if set(told) & {*elsewhere(self.summary, plan.asked), *plan.assigned.left}:
            return plan
        smaller = [zoom for zoom in (*LEAFLET_ZOOMS, LEAFLET_ZOOM) if zoom <= laying.zoom]
        for field, zoom in product(_FIELDS, smaller[:_MOST_SIZES]):
            tried = self.plan(plan.asked, zoom, field / zoom)
            if tried.laying.spread is None or tried.faults:
                continue
            before, after = plan.assigned, tried.assigned
            lost = (len(after.left), after.torn) > (len(before.left), before.torn)
            bare = any(
                not tried.pieces(space.role)
                for space in tried.laying.spaces
                if space.role in laying.beside and not space.below
            )
            if not lost and not bare:
                return tried
        return plan

    def _largest(self, asked: Panels) -> Plan:
        """What a content asks for, in type as large as that allows."""
        plan = self.plan(asked)
        if plan.faults:
            return plan
        for zoom in LEAFLET_ZOOMS:
            if plan.full * (zoom / LEAFLET_ZOOM) ** 1.5 > _ROOMY:
                continue
            larger = self.plan(asked, zoom)
            if not larger.faults and (len(larger.assigned.left), larger.assigned.torn) <= (
                len(plan.assigned.left),
                plan.assigned.torn,
            ):
                return larger
        return plan

    def plan(
        self, asked: Panels, zoom: float = LEAFLET_ZOOM, field: float = 0.0, left: bool = False
    ) -> Plan:
        """What a leaflet would be.

        Args:
            field, left: as ``Laying`` has them.
        """
        key = asked.model_dump_json(), zoom, field, left
        if key not in self._plans:
            self._plans[key] = self._planned(asked, zoom, field, left)
        return self._plans[key]

    def _planned(self, asked: Panels, zoom: float, field: float, left: bool) -> Plan:
        out = set(left_out(self.summary, asked))
        shown = [unit for unit in all_units(self.summary) if unit not in out]
        story = self._fronted(asked)
        free = not field and not set(self._opening) & {*named(self.summary, asked)}
        told = free and self._front(story)[2]
        laying = self._laying(story, zoom, shown, asked.introduction, field, told, left)
        twice = self._opening if self._front(laying.story)[1] else []
        banded = self._opening if laying.spread or told else []
        assigned = assign(
            self.summary, asked, laying.spaces, laying.measure, self._divide, twice, banded
        )
        plan = Plan(asked, laying, assigned, ())
        if not left and set(plan.shown) < set(shown):  # which the foot says, in a line of its own
            return self.plan(asked, zoom, field, left=True)
        return replace(plan, faults=tuple(self._faults(plan)))

    def fits_front(self, name: str, picture: bool = False) -> bool:
        """Whether a figure's words fit the front; with the picture, if that is asked."""
        over, shown, _ = self._front(self._with(FigureItem(figure=name)))
        return over <= 0 and (shown or not picture)

    def other(self, fold: str) -> Plan | None:
        """What is asked of another fold; None where it names what is not there."""
        other = Planning(self.story, self.reader, self.brand, fold)
        return other.best() if names_what_is_there(other.asked, self.summary) else None

    # How things are made

    def _fronted(self, asked: Panels) -> Story:
        """The story with the number of the front: as is asked, or the first whose words leave
        room for the picture, or the first whose words fit.
        """
        if asked.front:
            return self._with(asked.front)
        if self._default is None:
            known = fronts(self.summary)
            known.sort(key=lambda name: name != self.leading)
            dots = self.story.opening.dots if self.story.opening else None
            if dots:  # the number above dots is that of all of them
                known.sort(key=lambda name: name != dots.readings[0].key)
            known.sort(key=lambda name: len(self.summary.figures[name].label.split()) > _MOST_WORDS)
            fitting = next(
                (
                    name
                    for picture in (self.story.opening is not None, False)
                    for name in known[:_MOST_FRONTS]
                    if self.fits_front(name, picture)
                ),
                None,
            )
            self._default = (
                self._with(FigureItem(figure=fitting))
                if fitting
                else replace(self.story, hero=None)
            )
        return self._default

    def _with(self, item: FigureItem) -> Story:
        telling = Telling(self.reader, "")
        hero = telling.statements([item], with_ratio=False)[0]
        return replace(self.story, hero=typeset_part(hero, self.story.words, "linked"))

    def _laying(
        self,
        story: Story,
        zoom: float,
        shown: Sequence[Unit],
        introduced: bool = True,
        field: float = 0.0,
        told: bool = False,
        left: bool = False,
    ) -> Laying:
        fold, sizes = LEAFLETS[self.fold], self._sizes.setdefault(zoom, Sizes())
        more = sizes, field, told, left
        return Laying(story, self.summary, self.brand, fold, zoom, shown, introduced, *more)

    @property
    def _opening(self) -> list[Unit]:
        """The blocks of the section whose numbers the picture of the front tells."""
        told = self.story.opening.section if self.story.opening else None
        return [unit for unit in all_units(self.summary) if unit.section == told]

    def _front(self, story: Story) -> tuple[float, bool, bool]:
        """By how much the words of the front are too high, pt on the layout, whether it has a
        picture, and whether that can tell its section.
        """
        if story.hero not in self._fronts:
            front = self._laying(story, LEAFLET_ZOOM, [], told=True).front(Element("Div"))
            self._fronts[story.hero] = front.excess, front.picture is not None, front.tells
        return self._fronts[story.hero]

    # What is wrong

    def _faults(self, plan: Plan) -> Iterator[Misfit]:
        laying = plan.laying
        if (over := self._front(laying.story)[0]) > 0:
            key = (*self.key, "front") if plan.asked.front else ("title",)
            yield Misfit('the panel "front"', over * LEAFLET_ZOOM / MM, "high", key)
        for index in plan.assigned.nowhere:
            name = laying.story.sections[index].heading
            yield Misfit(f'the section "{name}"', 0.0, "nowhere", ("sections", index))
        for space in laying.spaces:
            pieces, here = plan.pieces(space.role), self.key_of(space.role, plan)
            for piece in pieces:
                yield from laying.measure.size(space.role, piece).misfits
            over = laying.measure.excess(pieces, space)
            if over > NEARLY:
                yield Misfit(f'the panel "{space.role}"', over * laying.zoom / MM, "high", here)
            if not pieces and not space.taken:
                yield Misfit(f'the panel "{space.role}"', 0.0, "blank", here)

    def key_of(self, role: str, plan: Plan) -> KeyPath:
        """Where the content says what stands on a panel, or the first section that stands there."""
        number = int(role[-1]) - 1 if role.startswith("inside") else 0
        if role.startswith("inside") and number < len(plan.asked.inside or []):
            return (*self.key, "inside", number)
        if getattr(plan.asked, role, None) is not None:
            return (*self.key, role)
        pieces = plan.pieces(role)
        if pieces:
            return ("sections", pieces[0].section)
        if self.written:
            return self.key
        return ("introduction",) if role == "inside 1" else ("sections",)

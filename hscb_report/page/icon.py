"""Icons: one style, drawn as shapes, decorative."""

from __future__ import annotations

from hscb_report.brand import icons
from hscb_report.brand.brand import Brand
from hscb_report.page.flowable import Flowable


class Icon(Flowable):
    """An icon; decorative, for the words beside it say what it shows.

    Args:
        disc: the token of a round ground; the icon is then drawn on it.
    """

    def __init__(
        self,
        name: str,
        size: float,
        brand: Brand,
        token: str,
        on: str = "card",
        disc: str | None = None,
    ) -> None:
        super().__init__()
        self.name, self.size, self.disc, self.brand = name, size, disc, brand
        self.ink = brand.ink(token, disc or on, "graphic")

    def drawn(self) -> tuple[float, float]:
        """The upper right corner of its shape, from the lower left of its square, pt."""
        _, _, right, top = icons.bounds(self.name)
        return right * self.size / icons.UNITS, top * self.size / icons.UNITS

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """A square."""
        self.width = self.height = self.size
        return self.size, self.size

    def draw(self) -> None:
        """Draw as an artifact."""
        canvas, size = self.canv, self.size
        with canvas.artifact():
            inset = 0.0
            if self.disc:
                inset = size * 0.22
                canvas.setFillColor(self.brand.ground(self.disc))
                canvas.roundRect(0, 0, size, size, size / 2, stroke=0, fill=1)
            canvas.setFillColor(self.ink)
            canvas.draw_icon(self.name, inset, inset, size - 2 * inset)

"""What can be built: the editions, what each is made for, the standards that go with it, and its
file name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hscb_report.errors import Problem, UsageError

PURPOSES = ("screen", "office", "press")
"""What a file is made for, the default first."""
FOLDS = ("roll", "z", "half")
STOCKS = ("coated", "uncoated")

STANDARDS: dict[str, tuple[str, ...]] = {
    "screen": ("ua1", "a3a"),
    "office": ("a3a",),
    "press": ("x4", "a2b"),
}
"""What a file conforms to, by its purpose. An imposed sheet is tagged, but its pages do not stand
in reading order: no PDF/UA.
"""


@dataclass(frozen=True)
class Edition:
    """A thing a board publishes.

    Attributes:
        serves: its purposes.
        instead: for a purpose it does not serve, what to do in its place.
        folds: how its sheet may be folded, the default first.
        form: what kind of file it is, which says who makes it, and how its name ends.
        inside: of an edition that is a folder, the name of its main file without its ending.
        leads: whether it leads to the other files of a run, and so is made last.
    """

    serves: tuple[str, ...]
    instead: dict[str, str] = field(default_factory=dict)
    folds: tuple[str, ...] = ()
    form: str = "pdf"
    inside: str = ""
    leads: bool = False


EDITIONS: dict[str, Edition] = {
    "board": Edition(
        ("screen", "press"),
        {"office": "build it for the screen: it is A4, and any office printer prints it as it is"},
    ),
    "large-print": Edition(
        ("screen",),
        {
            "office": "build it for the screen: it is A4, and any office printer prints it as it "
            "is",
            "press": "build it for the screen and copy what is asked for; for a press there are "
            "the board edition, the leaflet and the booklet",
        },
    ),
    "leaflet": Edition(("screen", "office", "press"), folds=FOLDS),
    "booklet": Edition(("screen", "office", "press")),
    "web": Edition(
        ("screen",),
        {
            "office": "build it for the screen; on paper a browser prints it, and the board "
            "edition looks better",
            "press": "build it for the screen; for a press there are the board edition, the "
            "leaflet and the booklet",
        },
        form="html",
        leads=True,
    ),
    "social": Edition(
        ("screen",),
        {
            "office": "build it for the screen; on paper the board edition says the same, and more",
            "press": "build it for the screen; for a press there are the board edition, the "
            "leaflet and the booklet",
        },
        form="txt",
        inside="posts",
    ),
}
"""The editions by name, the default first."""
ALL = "all"
"""In place of names: every edition that serves the purpose."""


@dataclass(frozen=True)
class Order:
    """What a user asks to have built.

    Attributes:
        editions: names from ``EDITIONS``.
        purpose: one of ``PURPOSES``.
        fold: one of ``FOLDS``; None takes an edition's default.
        marks: whether printer's marks stand around a press file's pages.
        stock: the paper a press prints on, one of ``STOCKS``; None is coated.
        proof: whether a picture of each printed side is wanted.
    """

    editions: tuple[str, ...] = ("board",)
    purpose: str = "screen"
    fold: str | None = None
    marks: bool = False
    stock: str | None = None
    proof: bool = False

    def check(self) -> None:
        """Refuse what cannot be built.

        Raises:
            UsageError: every reason.
        """
        if found := list(self._problems()):
            raise UsageError(found)

    def _problems(self) -> Iterator[Problem]:
        names = {
            "purpose": (self.purpose, PURPOSES),
            "fold": (self.fold, FOLDS),
            "stock": (self.stock, STOCKS),
        }
        for what, (name, known) in names.items():
            if name is not None and name not in known:
                yield Problem(
                    f"no-{what}",
                    f'there is no {what} "{name}"',
                    f"it is one of: {', '.join(known)}",
                )
        for name in self.editions:
            if name not in EDITIONS:
                yield Problem(
                    "no-edition",
                    f'there is no edition "{name}"',
                    f"the editions are: {', '.join(EDITIONS)}",
                )
            elif self.purpose in PURPOSES and self.purpose not in EDITIONS[name].serves:
                yield Problem(
                    "not-served",
                    f"the {name} edition is not made for the {self.purpose}",
                    EDITIONS[name].instead[self.purpose],
                )
        if self.fold and not any(
            EDITIONS[name].folds for name in self.editions if name in EDITIONS
        ):
            yield Problem(
                "nothing-to-fold",
                "--fold is for leaflets",
                "add --edition leaflet, or leave --fold out",
            )
        for wanted, option in ((self.marks, "--marks"), (self.stock, "--stock")):
            if wanted and self.purpose != "press":
                yield Problem(
                    "press-only",
                    f"{option} is for a press",
                    f"add --for press, or leave {option} out",
                )
        if self.proof and self.purpose == "screen":
            yield Problem(
                "print-only",
                "--proof is for what is printed; a file for the screen shows itself",
                "add --for press or --for office, or leave --proof out",
            )

    def fold_of(self, edition: str) -> str:
        """How an edition is folded; empty where it is not."""
        folds = EDITIONS[edition].folds
        return (self.fold or folds[0]) if folds else ""


def chosen(editions: Iterable[str], purpose: str) -> tuple[str, ...]:
    """The editions that are meant by names, each once."""
    every = [name for name, edition in EDITIONS.items() if purpose in edition.serves]
    meant = (one for name in editions for one in (every if name == ALL else [name]))
    return tuple(dict.fromkeys(meant))


def is_default(edition: str) -> bool:
    """Whether it is the edition that is built where none is named."""
    return edition == next(iter(EDITIONS))


def ending(edition: str, purpose: str, fold: str = "") -> str:
    """What a file's name ends with before ``.pdf``: nothing for the board edition on screens,
    ``-leaflet-press`` ...; nor for one that is alone in its form, as the web page is. An edition
    that is a folder has its main file in it.
    """
    if inside := EDITIONS[edition].inside:
        return f"-{edition}/{inside}"
    folds, form = EDITIONS[edition].folds, EDITIONS[edition].form
    alone = [one.form for one in EDITIONS.values()].count(form) == 1
    parts = [
        "" if is_default(edition) or alone else edition,
        "" if not folds or fold in ("", folds[0]) else fold,
        "" if purpose == PURPOSES[0] else purpose,
    ]
    return "".join(f"-{part}" for part in parts if part)


def endings() -> list[str]:
    """How the names of all files may end that there are, in the order of the editions."""
    return [
        f"{ending(name, purpose, fold)}.{edition.form}"
        for name, edition in EDITIONS.items()
        for purpose in edition.serves
        for fold in edition.folds or ("",)
    ]

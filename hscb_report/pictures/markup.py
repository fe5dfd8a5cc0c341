"""An SVG file as elements.

It is read with the standard library's expat, which looks nothing up; a document type, where
entities and their bombs live, is refused as soon as it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from hscb_report.pictures.limits import ELEMENTS, LOGO_BYTES, NESTED

_SPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Fault:
    """Why a file is not drawn.

    Attributes:
        line, column: where, from 1; 0 where it is the file as a whole.
    """

    message: str
    hint: str
    line: int = 0
    column: int = 0


class Refused(ValueError):
    """A file that is not drawn, and every reason."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = tuple(faults)


@dataclass
class Element:
    """An element of the file.

    Attributes:
        name: empty where it is of another language, which draws nothing.
        keys: its attributes, without those of other languages.
        line, column: where it begins, from 1.
        text: of a style sheet.
    """

    name: str
    keys: Mapping[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list)
    text: str = ""


def too_many_bytes(size: int, most: int) -> Refused:
    """What is said of a file that is too large to be read."""
    return Refused(
        [
            Fault(
                f"the file has {size:,} bytes, and {most:,} is the most that is read",
                "save it smaller: a photograph as a JPEG, a logo as plain SVG without pictures",
            )
        ]
    )


def root_of(data: bytes) -> Element:
    """The root of an SVG file.

    Raises:
        Refused: it is no SVG, or holds too much.
    """
    if len(data) > LOGO_BYTES:
        raise too_many_bytes(len(data), LOGO_BYTES)
    return _Parser().parse(data)


class _Parser:
    """From bytes to elements."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.stack: list[Element] = []
        self.root: Element | None = None
        self.count = 0

    def parse(self, data: bytes) -> Element:
        """The root.

        Raises:
            Refused: it is no SVG, or too much.
        """
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            said = expat.ErrorString(error.code)
            raise Refused(
                [
                    Fault(
                        f"the file cannot be read as SVG: {said}",
                        "save it as plain SVG in the drawing program",
                        error.lineno,
                        error.offset + 1,
                    )
                ]
            ) from error
        except (LookupError, UnicodeError, ValueError) as error:
            if isinstance(error, Refused):
                raise
            raise Refused(
                [Fault("the file cannot be read as SVG", "save it as plain SVG, in UTF-8")]
            ) from error
        if self.root is None or self.root.name != "svg":
            raise Refused([Fault("the file is no SVG drawing", "export the logo as plain SVG")])
        return self.root

    def _fault(self, message: str, hint: str) -> Refused:
        at = self.parser
        return Refused([Fault(message, hint, at.CurrentLineNumber, at.CurrentColumnNumber + 1)])

    def _start(self, name: str, keys: dict[str, str]) -> None:
        self.count += 1
        if self.count > ELEMENTS:
            raise self._fault(
                f"it has more than {ELEMENTS:,} elements, the most of a logo",
                "take a simpler version of the logo",
            )
        if len(self.stack) >= NESTED:
            raise self._fault(
                f"more than {NESTED} elements stand inside one another", "ungroup the drawing"
            )
        space, _, own = name.rpartition(" ")
        at = self.parser
        made = Element(
            own if space in ("", _SPACE) else "",  # what is another language's draws nothing
            {key: value for key, value in keys.items() if " " not in key},
            at.CurrentLineNumber,
            at.CurrentColumnNumber + 1,
        )
        if self.stack:
            self.stack[-1].children.append(made)
        else:
            self.root = made
        self.stack.append(made)

    def _end(self, name: str) -> None:
        self.stack.pop()

    def _text(self, text: str) -> None:
        if self.stack and self.stack[-1].name == "style":
            self.stack[-1].text += text

    def _doctype(self, *_: object) -> None:
        raise self._fault(
            "it has a document type (<!DOCTYPE ...>), which may name other files and is not read",
            "delete it, from <!DOCTYPE to its >, or save the logo as plain SVG",
        )

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise self._fault(
                "it names a style sheet outside the file (xml-stylesheet)",
                "save it with its styles inside, as attributes",
            )


def below(element: Element) -> Iterator[Element]:
    """An element and all inside it."""
    yield element
    for child in element.children:
        yield from below(child)

"""Files read, and written whole or not at all: every file of this tool goes through this room."""

from hscb_report.files.holding import held
from hscb_report.files.interrupted import resume
from hscb_report.files.looks import is_file, is_folder, is_there
from hscb_report.files.reading import size_of, take
from hscb_report.files.writing import place, place_all

__all__ = [
    "held",
    "is_file",
    "is_folder",
    "is_there",
    "place",
    "place_all",
    "resume",
    "size_of",
    "take",
]

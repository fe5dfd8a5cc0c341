"""Photographs: what is read, what is refused, and what stands in the file."""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO
from random import Random

import numpy
import pikepdf
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from hscb_report.brand import resources
from hscb_report.brand.colours import Purpose
from hscb_report.brand.pixels import MOST_INK, WANTED, crop_of, prepared
from hscb_report.page.layout import Column, Space
from hscb_report.page.photo import Photograph
from hscb_report.page.spacing import CAPTION
from hscb_report.pictures import limits, photo
from hscb_report.pictures.gather import Art
from hscb_report.pictures.markup import Refused
from hscb_report.pictures.photo import Photo, photo_of
from hscb_report.preflight.verify import verify
from hscb_report.products import STANDARDS
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from make import products, written
from pdf import opened, painted, structure

BOARD = Board(name="A Safeguarding Board")
RED, GREEN, BLUE, WHITE = (200, 30, 40), (20, 120, 70), (30, 60, 150), (255, 255, 255)
TAGS = Image.Exif()
TAGS[0x010F] = "SECRETCAMERA"
TAGS[0x9003] = "2018:05:01 10:00:00"
TAGS.get_ifd(0x8825).update({1: "N", 2: (51.0, 3.0, 47.0), 29: "SECRETDAY"})


def saved(image: Image.Image, kind: str = "JPEG", **more) -> bytes:
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def quarters(width: int = 400, height: int = 300, mode: str = "RGB") -> Image.Image:
    """Four colours: red, green above; blue, white below."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image.convert(mode)


def noise(width: int, height: int, seed: int = 1) -> Image.Image:
    """As hard to compress as a photograph of leaves: shapes of all sizes, and grain."""
    random = numpy.random.default_rng(seed)
    whole = numpy.zeros((height, width, 3), numpy.float32)
    for step, weight in ((64, 0.5), (16, 0.3), (8, 0.12), (1, 0.08)):
        part = random.integers(0, 256, (-(-height // step), -(-width // step), 3), "uint8")
        large = Image.fromarray(part).resize((width, height), Image.Resampling.BICUBIC)
        whole += weight * numpy.asarray(large, numpy.float32)
    return Image.fromarray(whole.astype("uint8"))


def profile(name: str) -> bytes:
    return resources.profile(name).read_bytes()


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as error:
        photo_of(data)
    assert all(fault.hint for fault in error.value.faults)
    return str(error.value)


def corners(data: bytes, mode: str = "RGB") -> list[tuple[int, ...]]:
    """The colours in the middles of its quarters, from the upper left on."""
    image = Image.open(BytesIO(data)).convert(mode)
    w, h = image.size
    return [image.getpixel((w * x // 4, h * y // 4)) for y in (1, 3) for x in (1, 3)]


def near(one, other, most: int = 14) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


# What is read


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_seen_as_it_was_taken(kind, turn):
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = quarters()
    stored = image.transpose(back[turn]) if turn in back else image
    exif = Image.Exif()
    exif[0x0112] = turn
    made = photo_of(saved(stored, kind, exif=exif))
    assert (made.width, made.height) == (400, 300)
    assert photo.seen_size(made.data) == (400, 300)
    shown = prepared(made, Purpose.SCREEN, 96, 72, 10**6)
    assert (shown.width, shown.height) == (200, 150)
    for colour, wanted in zip(corners(shown.data), (RED, GREEN, BLUE, WHITE), strict=True):
        assert near(colour, wanted)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("purpose", [Purpose.SCREEN, Purpose.PRESS])
def test_every_kind_of_pixels_becomes_the_files_own(mode, purpose):
    kind = "TIFF" if mode == "CMYK" else "PNG"
    made = prepared(photo_of(saved(quarters(mode=mode), kind)), purpose, 96, 72, 10**6)
    image = Image.open(BytesIO(made.data))
    press = purpose is Purpose.PRESS
    assert (image.mode, made.space) == (("CMYK", "DeviceCMYK") if press else ("RGB", "DeviceRGB"))
    assert near(corners(made.data, image.mode)[3], (0,) * 4 if press else WHITE)


def test_what_can_be_seen_through_shows_paper():
    image = Image.new("RGBA", (200, 100), (255, 0, 0, 0))
    made = prepared(photo_of(saved(image, "PNG")), Purpose.SCREEN, 96, 48, 10**6)
    assert all(near(colour, WHITE) for colour in corners(made.data))


def test_colours_come_through_their_own_profile():
    """The same numbers, said to be of a press, are other colours."""
    image = Image.new("CMYK", (100, 100), (255, 0, 0, 0))
    data = saved(image, "TIFF", icc_profile=profile("FOGRA39L_coated.icc"))
    made = prepared(photo_of(data), Purpose.SCREEN, 48, 48, 10**6)
    shown = corners(made.data)[0]
    assert shown[0] < 60
    assert 120 < shown[1] < 190
    press = prepared(photo_of(data), Purpose.PRESS, 24, 24, 10**6)
    assert near(corners(press.data, "CMYK")[0], (255, 0, 0, 0), 8)  # there and back


def test_no_place_takes_more_ink_than_dries():
    """Dark colours of all kinds, as JPEG gives them back."""
    data = saved(noise(600, 400).point(lambda value: value // 3), "PNG")
    made = prepared(photo_of(data), Purpose.PRESS, 144, 96, 10**6)
    inks = numpy.asarray(Image.open(BytesIO(made.data)), float).sum(axis=-1) / 2.55
    assert numpy.percentile(inks, 99.9) <= 280
    assert inks.max() > MOST_INK / 2


@pytest.mark.parametrize(
    ("focus", "box"),
    [
        ((0.5, 0.5), (100, 0, 300, 200)),
        ((0.0, 0.5), (0, 0, 200, 200)),
        ((1.0, 0.5), (200, 0, 400, 200)),
        ((0.3, 0.9), (20, 0, 220, 200)),
    ],
)
def test_the_focus_stays_in_the_crop(focus, box):
    assert crop_of(Photo(b"", 400, 200, focus), 1.0) == pytest.approx(box)
    left, top, right, bottom = crop_of(Photo(b"", 200, 400, focus), 2.0)
    assert (left, right) == (0, 200)
    assert 0 <= top <= focus[1] * 400 <= bottom <= 400


def test_many_cameras_write_several_pictures_and_the_first_is_meant():
    data = saved(quarters(), "MPO", save_all=True, append_images=[Image.new("RGB", (400, 300))])
    made = prepared(photo_of(data), Purpose.SCREEN, 96, 72, 10**6)
    assert near(corners(made.data)[0], RED)


# What is refused


def png(width: int, height: int, chunks: bytes = b"") -> bytes:
    """A PNG that says that it is as large, and holds nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunks + body + chunk(b"IEND", b"")


def broken_inside() -> bytes:
    """A PNG whose end is there, and whose middle is not what it was."""
    data = bytearray(saved(noise(200, 100).convert("LA"), "PNG"))
    at = len(data) // 2
    data[at : at + 40] = bytes(40)
    return bytes(data)


HALF = saved(noise(400, 300))
BOMBS = {
    "pixels": (png(60_000, 60_000), "more than 80,000,000 pixels"),
    "just too many pixels": (png(10_000, 8_001), "more than 80,000,000 pixels"),
    "bytes": (HALF + bytes(limits.PICTURE_BYTES), "bytes"),
    "hardly any": (saved(Image.new("RGB", (8, 300))), "hardly one"),
    "no picture": (b"MZ" * 500, "no picture that can be read"),
    "nothing": (b"", "no picture that can be read"),
    "another kind": (saved(quarters(), "GIF"), "no picture that can be read"),
    "an EPS, which is a program": (saved(quarters(), "EPS"), "no picture that can be read"),
    "SVG": (b"<svg/>", "no picture that can be read"),
    "cut off": (HALF[: len(HALF) // 2], "broken or not complete"),
    "a PNG cut off": (saved(noise(400, 300), "PNG")[:5000], "broken or not complete"),
    "an empty PNG": (png(300, 300), "broken or not complete"),
    "a PNG that breaks off inside": (broken_inside(), "broken or not complete"),
    "pages": (
        saved(quarters(), "TIFF", save_all=True, append_images=[quarters()]),
        "several pictures, pages or frames",
    ),
    "frames": (
        saved(quarters(), "PNG", save_all=True, append_images=[quarters(mode="L").convert("RGB")]),
        "several pictures, pages or frames",
    ),
    "16 bits": (saved(Image.new("I;16", (100, 100)), "PNG"), "of a kind that is not printed"),
    "fractions": (saved(Image.new("F", (100, 100)), "TIFF"), "of a kind that is not printed"),
    "a broken profile": (
        saved(quarters(), icc_profile=b"x" * 200),
        "profile of the picture cannot",
    ),
    "another's profile": (
        saved(quarters(), icc_profile=profile("FOGRA39L_coated.icc")),
        "is for other pixels (CMYK) than it has (RGB)",
    ),
    "a vast profile": (
        saved(quarters(), "TIFF", icc_profile=bytes(limits.PROFILE_BYTES + 1)),
        "profile of the picture has more than",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_no_good_picture_is_refused(name):
    data, said = BOMBS[name]
    assert said in refused(data)


def test_words_in_a_png_that_unpack_without_end_are_refused():
    text = zlib.compress(b" " * 50_000_000)
    info = PngImagePlugin.PngInfo()
    info.add(b"zTXt", b"a\0\0" + text)
    assert "no picture" in (said := refused(saved(quarters(), "PNG", pnginfo=info))) or said


# In the file


def summary(blocks: list, pictures: dict, **more) -> Summary:
    known = {
        name: {
            "file": "a.jpg",
            "alt": "A hall with chairs.",
            "credit": "A Photographer",
            "licence": "CC BY 4.0",
            **keys,
        }
        for name, keys in pictures.items()
    }
    data = {"board": "b", "title": "Title", "period": "2017-18", "status": "final", **more}
    return Summary.model_validate(
        data | {"sections": [{"heading": "Heading", "blocks": blocks}], "pictures": known}
    )


BLOCK = {"kind": "picture", "picture": "hall"}
TEXT = {"kind": "text", "text": "Words."}
HALL = {"hall": {}}


def art(image: Image.Image, kind: str = "JPEG", **more) -> Art:
    return Art({}, {}, {"hall": photo_of(saved(image, kind, **more))})


LARGE = quarters(2600, 1400)


def images(data: bytes) -> list[tuple[str, bytes]]:
    """The colour space and the JPEG of each picture on each page."""
    pdf = opened(data)
    shown = [page.get("/Resources", {}).get("/XObject", {}) for page in pdf.pages]
    found = [one for known in shown for one in known.values()]
    return [(str(one.ColorSpace), one.read_raw_bytes()) for one in found]


@pytest.mark.parametrize(("edition", "purpose", "fold"), products("screen", "office", "press"))
def test_every_edition_conforms_with_pictures_on_cover_and_page(edition, purpose, fold):
    content = summary([BLOCK, TEXT], HALL, cover={"picture": "hall"})
    publication, data = written(edition, content, BOARD, purpose, fold, art=art(LARGE))
    assert {one.dimension for one in publication.misfits} <= {"blank"}
    verdict = verify(data, STANDARDS[purpose])
    assert verdict.clean, verdict
    found = images(data)
    assert found
    space = "/DeviceCMYK" if purpose == "press" else "/DeviceRGB"
    assert {one for one, _ in found} == {space}
    dpi = [one.dpi for page in painted(data) for one in page.pictures]
    wanted = WANTED[Purpose(purpose)]
    assert all(wanted - 0.5 <= one <= wanted * 1.02 for one in dpi)


def test_what_the_camera_wrote_is_not_in_the_file():
    info = {"exif": TAGS, "comment": b"SECRETNOTE", "icc_profile": profile("sRGB.icc")}
    for purpose in ("screen", "press"):
        content = summary([BLOCK], HALL, cover={"picture": "hall"})
        taken = art(LARGE, **info)
        assert b"SECRETCAMERA" in taken.photos["hall"].data
        _, data = written("board", content, BOARD, purpose, art=taken)
        pdf = opened(data)
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        whole = data + b"".join(jpeg for _, jpeg in images(data))
        whole += b"".join(s.read_bytes() for s in streams if s.get("/Filter") != "/DCTDecode")
        for word in (b"SECRET", b"Exif\0", b"ICC_PROFILE", b"GPS"):
            assert word not in whole, word
        for _, jpeg in images(data):
            image = Image.open(BytesIO(jpeg))
            assert not image.getexif()
            assert b"ns.adobe.com" not in jpeg
            assert all(key.startswith(("jfif", "adobe", "dpi")) for key in image.info)


def test_a_picture_is_a_figure_with_its_words_and_who_made_it():
    content = summary([BLOCK], {"hall": {"lang": "cy"}})
    _, data = written("board", content, BOARD, art=art(LARGE))
    lines = [line.strip() for line in structure(data)]
    at = lines.index("Figure lang=cy alt='A hall with chairs.'")
    assert lines[at + 1] == "P lang=cy: A Photographer, CC BY 4.0"


@pytest.mark.parametrize("purpose", ["screen", "press"])
def test_the_colours_on_the_page_are_those_of_the_picture(purpose):
    """Also in a press file: inks are not turned round."""
    from pdf import picture

    _, data = written("board", summary([BLOCK], HALL), BOARD, purpose, art=art(LARGE, quality=95))
    box = painted(data)[0].pictures[0].box
    page = picture(data, 0, 72)
    high = page.shape[0]
    for x, y, wanted in ((0.25, 0.75, RED), (0.75, 0.75, GREEN), (0.25, 0.25, BLUE)):
        at_x, at_y = box[0] + x * (box[2] - box[0]), box[1] + y * (box[3] - box[1])
        red, green, blue = (int(part) for part in page[int(high - at_y), int(at_x)])
        assert near((red, green, blue), wanted, 45)


def test_the_board_edition_stays_below_half_a_megabyte():
    """Four photographs as hard to compress as any, and a cover."""
    pictures = {name: {} for name in ("a", "b", "c", "d")}
    photos = {n: photo_of(saved(noise(1700, 1100, ord(n)), quality=90)) for n in pictures}
    blocks = [{"kind": "picture", "picture": name} for name in pictures]
    content = summary(blocks, pictures, cover={"picture": "a"})
    _, data = written("board", content, BOARD, art=Art({}, {}, photos))
    assert len(images(data)) == 5
    assert len(data) < 500_000


def test_with_too_few_pixels_it_is_set_narrower_and_with_far_too_few_not_at_all():
    for width, purpose, share in (
        (1000, "screen", 1000 * 72 / 150),
        (1800, "press", 1800 * 72 / 300),
        (700, "screen", 0),
        (1400, "press", 0),
    ):
        publication, data = written(
            "board", summary([BLOCK], HALL), BOARD, purpose, art=art(quarters(width, width // 2))
        )
        if share:
            box = painted(data)[0].pictures[0].box
            assert box[2] - box[0] == pytest.approx(share, abs=0.1)
            continue
        assert [one.dimension for one in publication.misfits] == ["coarse"]
        wide = width / (300 if purpose == "press" else 150) * 25.4
        assert f"may be {wide:.0f} mm wide at the most" in publication.misfits[0].said
        assert f"{width:,} x {width // 2:,} pixels" in publication.misfits[0].said


def test_a_cover_asks_for_pixels_from_edge_to_edge():
    content = summary([TEXT], HALL, cover={"picture": "hall"})
    publication, _ = written("board", content, BOARD, "press", art=art(quarters(2500, 1400)))
    assert [(one.dimension, one.key) for one in publication.misfits] == [
        ("coarse", ("cover", "picture"))
    ]
    assert "2,551 pixels wide" in publication.misfits[0].hint


@pytest.mark.parametrize(("edition", "purpose", "fold"), products("press"))
def test_a_cover_runs_into_the_bleed(edition, purpose, fold):
    content = summary([TEXT], HALL, cover={"picture": "hall"})
    _, data = written(edition, content, BOARD, purpose, fold, art=art(LARGE))
    pdf = opened(data)
    page = pdf.pages[0]
    bleed, trim = ([float(side) for side in page[name]] for name in ("/BleedBox", "/TrimBox"))
    box = painted(data)[0].pictures[0].box
    assert box[2] == pytest.approx(bleed[2], abs=0.1)
    assert box[0] == pytest.approx(bleed[0], abs=0.1) or box[0] > trim[0] + 100  # at a fold


def test_a_high_picture_is_set_narrower_and_whole():
    _, data = written("board", summary([BLOCK], HALL), BOARD, art=art(quarters(1400, 2800)))
    box = painted(data)[0].pictures[0].box
    assert (box[3] - box[1]) / (box[2] - box[0]) == pytest.approx(2, abs=0.01)
    assert box[3] - box[1] < 0.46 * 842


def test_a_picture_that_is_set_smaller_stays_whole():
    shown = Column([box := Photograph(None, None, None, 400, 300), Space(12)], CAPTION)
    shown.wrap(400, 1000)
    assert shown.gives == 75
    shown.give(60)
    assert (box.width, box.height, shown.height) == (320, 240, 240 + CAPTION + 12)


def test_one_picture_twice_is_in_the_file_once():
    _, data = written("board", summary([BLOCK, BLOCK], HALL), BOARD, art=art(LARGE))
    assert len(set(images(data))) == 1


def test_the_same_content_makes_the_same_bytes():
    content = summary([BLOCK], HALL, cover={"picture": "hall"})
    made = set()
    for _ in range(2):
        prepared.cache_clear()
        made.add(written("leaflet", content, BOARD, "press", "z", art=art(LARGE))[1])
    assert len(made) == 1


def test_profiles_of_grey_pictures_are_used():
    grey = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert "is for other pixels" in refused(saved(quarters(mode="L"), icc_profile=grey))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "a profile"])
def test_what_was_changed_at_random_is_refused_or_drawn(kind):
    """Nothing that passes here stops a build later."""
    random = Random(kind)
    small = noise(60, 40)
    more = {"icc_profile": profile("sRGB.icc")} if kind == "a profile" else {}
    good = saved(small, "JPEG" if more else kind, **more)
    drawn = 0
    for _ in range(100):
        data = bytearray(good)
        for _ in range(random.randint(1, 6)):
            at = random.randrange(len(data) if random.random() < 0.5 else 300)
            if random.random() < 0.8:
                data[at] = random.randrange(256)
            else:
                del data[at : at + random.randint(1, 20)]
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what Pillow warns of is no news to a board
            try:
                made = photo_of(bytes(data))
            except Refused:
                continue
        drawn += 1
        for purpose in (Purpose.SCREEN, Purpose.PRESS):
            assert prepared(made, purpose, 14.4, 9.6, 10**6).data
    assert drawn > 5 or kind == "PNG"  # whose parts have checksums

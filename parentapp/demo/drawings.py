"""The pictures of the stories, drawn by the project itself: no camera has seen them, and nobody is in them."""

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw

from parentapp import pictures
from parentapp.pictures import Picture

WIDTH, HEIGHT = 960, 720  # points
FINE = 2  # drawn so many times larger, so that edges become smooth

Color = tuple[int, int, int]
Point = tuple[float, float]


@cache
def drawn(name: str) -> Picture:
    """One of DRAWINGS, as if it had been sent from a phone."""
    pen = Pen()
    DRAWINGS[name](pen)
    out = BytesIO()
    pen.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(out, "PNG")
    return pictures.read(out)


class Pen:
    """Draws in points of the finished picture."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE))
        self._draw = ImageDraw.Draw(self.image)

    def sky(self, above: Color, below: Color, until: float = HEIGHT) -> None:
        for row in range(int(until * FINE)):
            share = row / (until * FINE)
            shade = tuple(round(a + (b - a) * share) for a, b in zip(above, below, strict=True))
            self._draw.line([(0, row), (WIDTH * FINE, row)], fill=shade)

    def shape(self, points: Sequence[Point], color: Color) -> None:
        self._draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=color)

    def line(self, points: Sequence[Point], color: Color, width: float) -> None:
        self._draw.line([(x * FINE, y * FINE) for x, y in points], color, round(width * FINE), joint="curve")

    def disc(self, at: Point, across: float, down: float, color: Color) -> None:
        (x, y), a, b = at, across * FINE, down * FINE
        self._draw.ellipse([x * FINE - a, y * FINE - b, x * FINE + a, y * FINE + b], fill=color)

    def hill(self, from_: float, top: float, wave: float, color: Color, foot: float = HEIGHT) -> None:
        """A soft ridge across the whole picture."""
        ridge = [
            (x, top + wave * sin(x / 150 + from_) + wave / 2 * sin(x / 61 + 2 * from_)) for x in range(0, WIDTH + 8, 8)
        ]
        self.shape([*ridge, (WIDTH, foot), (0, foot)], color)


def fjord(pen: Pen) -> None:
    """The sun over a fjord, and a small boat."""
    pen.sky((255, 214, 165), (255, 240, 214), 430)
    pen.disc((640, 250), 78, 78, (255, 244, 208))
    pen.disc((640, 250), 60, 60, (250, 178, 70))
    pen.hill(0.4, 300, 42, (150, 170, 182), 440)
    pen.hill(2.1, 355, 30, (98, 136, 140), 440)
    pen.shape([(0, 430), (WIDTH, 430), (WIDTH, HEIGHT), (0, HEIGHT)], (86, 148, 166))
    for row, (start, long) in enumerate(((560, 160), (585, 110), (548, 190), (600, 84), (570, 140))):
        pen.line([(start, 456 + row * 34), (start + long, 456 + row * 34)], (250, 206, 132), 7)
    for row in range(5):
        pen.line([(60 + row * 70, 480 + row * 44), (190 + row * 70, 480 + row * 44)], (122, 178, 190), 6)
    pen.shape([(250, 560), (420, 560), (390, 606), (280, 606)], (186, 74, 52))
    pen.line([(336, 420), (336, 560)], (92, 62, 44), 7)
    pen.shape([(346, 428), (346, 545), (424, 545)], (255, 250, 238))
    pen.hill(4.0, 668, 16, (60, 98, 84))


def evening(pen: Pen) -> None:
    """The moon over dark hills, and a window with light in it."""
    pen.sky((30, 42, 84), (112, 110, 160), 520)
    for x, y in (
        (90, 90),
        (210, 180),
        (330, 70),
        (460, 150),
        (560, 60),
        (860, 120),
        (800, 250),
        (120, 280),
        (400, 260),
    ):
        pen.disc((x, y), 3.2, 3.2, (255, 246, 214))
    turns = [step * pi / 40 for step in range(41)]
    outer = [(690 - 64 * sin(turn), 170 - 64 * cos(turn)) for turn in turns]
    inner = [(690 - 28 * sin(turn), 170 - 64 * cos(turn)) for turn in reversed(turns)]
    pen.shape([*outer, *inner], (255, 240, 190))
    pen.hill(1.0, 430, 40, (52, 66, 104))
    pen.hill(3.2, 510, 26, (38, 52, 82))
    pen.hill(5.0, 600, 14, (27, 40, 62))
    pen.shape([(250, 500), (370, 500), (370, 616), (250, 616)], (122, 52, 48))
    pen.shape([(232, 506), (310, 430), (388, 506)], (68, 40, 48))
    pen.shape([(288, 530), (334, 530), (334, 578), (288, 578)], (255, 214, 120))
    pen.line([(311, 530), (311, 578)], (122, 52, 48), 4)
    pen.line([(288, 554), (334, 554)], (122, 52, 48), 4)


def kite(pen: Pen) -> None:
    """A kite over a field."""
    pen.sky((150, 204, 232), (232, 244, 244))
    for x, y in ((190, 150), (720, 110), (830, 320)):
        for step, size in ((-52, 30), (0, 44), (50, 32)):
            pen.disc((x + step, y), size * 1.3, size, (250, 252, 252))
    pen.hill(1.4, 560, 26, (150, 190, 110))
    pen.hill(3.0, 624, 18, (112, 162, 88))
    top, left, right, foot = (520, 96), (420, 240), (622, 222), (560, 408)
    cross = (532, 226)
    for corner, next_one, color in (
        (top, right, (232, 90, 70)),
        (right, foot, (246, 190, 70)),
        (foot, left, (66, 140, 150)),
        (left, top, (250, 226, 150)),
    ):
        pen.shape([corner, next_one, cross], color)
    pen.line([top, foot], (96, 60, 44), 5)
    pen.line([left, right], (96, 60, 44), 5)
    tail = [(560 - step * 0.9 + 26 * sin(step / 17), 408 + step) for step in range(0, 210, 6)]
    pen.line(tail, (96, 60, 44), 4)
    for knot, down in tail[7::8]:
        pen.shape([(knot - 24, down - 12), (knot, down), (knot - 24, down + 12)], (232, 90, 70))
        pen.shape([(knot + 24, down - 12), (knot, down), (knot + 24, down + 12)], (246, 190, 70))
    pen.line(
        [(532 - step * 1.36, 226 + step + 40 * sin(step * pi / 370)) for step in range(0, 371, 10)], (110, 90, 80), 3
    )


def waffles(pen: Pen) -> None:
    """Waffles of five hearts, on a plate with jam."""
    pen.sky((244, 226, 200), (234, 206, 172))
    for x in range(0, WIDTH, 120):
        pen.line([(x, 0), (x, HEIGHT)], (240, 216, 186), 44)
    pen.disc((480, 384), 352, 282, (206, 176, 142))
    pen.disc((480, 372), 346, 276, (252, 250, 244))
    pen.disc((480, 368), 270, 210, (240, 238, 230))
    for leaf in range(5):
        angle = leaf * 2 * pi / 5 - pi / 2
        heart = _heart(480 + 138 * cos(angle), 360 + 110 * sin(angle), angle)
        pen.shape(heart, (176, 112, 44))
        pen.shape(_nearer(heart, 0.9), (226, 168, 84))
        for share in (0.66, 0.36):
            pen.line([*_nearer(heart, share), _nearer(heart, share)[0]], (200, 138, 58), 6)
    pen.disc((480, 360), 66, 50, (172, 36, 56))
    for x, y in ((452, 346), (492, 338), (512, 366), (470, 378), (488, 360)):
        pen.disc((x, y), 13, 11, (206, 62, 80))


def _heart(x: float, y: float, angle: float) -> list[Point]:
    """A heart whose point looks away from where `angle` leads."""
    found = []
    for step in range(60):
        t = step * 2 * pi / 60
        across = 16 * sin(t) ** 3 * 6.6
        along = (13 * cos(t) - 5 * cos(2 * t) - 2 * cos(3 * t) - cos(4 * t)) * 7.4
        found.append(
            (x + along * cos(angle) - across * sin(angle), y + (along * sin(angle) + across * cos(angle)) * 0.8)
        )
    return found


def _nearer(points: list[Point], share: float) -> list[Point]:
    """The same shape, smaller, around its middle."""
    x, y = (sum(each[axis] for each in points) / len(points) for axis in (0, 1))
    return [(x + (a - x) * share, y + (b - y) * share) for a, b in points]


def footprints(pen: Pen) -> None:
    """Small boots in the snow, on their way to the wood."""
    pen.sky((214, 228, 242), (246, 248, 250), 300)
    pen.disc((180, 130), 52, 52, (255, 226, 150))
    pen.hill(0.2, 240, 18, (186, 206, 222))
    pen.hill(2.4, 300, 14, (238, 243, 248))
    for x, tall in ((640, 150), (740, 190), (850, 160)):
        pen.shape([(x - 6, 300), (x + 6, 300), (x + 6, 340), (x - 6, 340)], (104, 78, 60))
        for level in range(3):
            y, half = 308 - level * tall / 4, 58 - level * 14
            pen.shape(
                [(x - half, y), (x + half, y), (x, y - tall / 2.4)],
                (74 + level * 12, 122 + level * 10, 104 + level * 8),
            )
    for step in range(8):
        near = (8 - step) / 8
        aside = 470 - 150 * sin(step / 2.4) * near + (34 if step % 2 else -34) * near
        y = 672 - step * 46
        pen.disc((aside, y), 19 * near + 4, 30 * near + 4, (178, 200, 224))
        pen.disc((aside, y + 38 * near), 15 * near + 3, 16 * near + 2, (178, 200, 224))
        pen.disc((aside + 3, y + 2), 14 * near + 3, 25 * near + 3, (160, 184, 214))


DRAWINGS: dict[str, Callable[[Pen], None]] = {
    "fjord": fjord,
    "evening": evening,
    "kite": kite,
    "waffles": waffles,
    "footprints": footprints,
}

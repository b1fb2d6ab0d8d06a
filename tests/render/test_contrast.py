"""Colours are legible: by the contrast ratio of WCAG 2.2, 4.5 to 1 on white and on black."""

import re

import pytest

from mlroles.catalogue.checking.explain import explain
from mlroles.present.catalogue.problems import explanations_report
from mlroles.render.formats import Surface
from mlroles.render.html import STYLE
from mlroles.render.terminal import table
from mlroles.render.terminal_text import STYLES

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
LEAST, LEAST_TINTED = 4.5, 3.0
COLOURS = {tone: style for tone, style in STYLES.items() if "color" in style}

# Red, green, magenta and bright black: the table "3-bit and 4-bit" of Wikipedia, "ANSI escape
# code", which names each program's own documentation; ethanschoonover.com/solarized; the Tango
# palette of VTE (src/vtegtk.cc, color-palette.h).
PALETTES = {
    "VGA": ("aa0000", "00aa00", "aa00aa", "555555"),
    "Windows XP": ("800000", "008000", "800080", "808080"),
    "Windows 10, Campbell": ("c50f1f", "13a10e", "881798", "767676"),
    "Terminal.app": ("990000", "00a600", "b200b2", "666666"),
    "PuTTY": ("bb0000", "00bb00", "bb00bb", "555555"),
    "xterm": ("cd0000", "00cd00", "cd00cd", "7f7f7f"),
    "Ubuntu": ("de382b", "39b54a", "762671", "808080"),
    "VS Code": ("cd3131", "0dbc79", "bc3fbc", "666666"),
    "Solarized": ("dc322f", "859900", "d33682", "002b36"),
    "Tango": ("cc0000", "4e9a06", "75507b", "555753"),
}

# The grounds that these programs come with, where they are neither white nor black.
GROUNDS = {
    "Windows 10, Campbell": "0c0c0c",
    "Ubuntu": "300a24",
    "VS Code, dark": "1e1e1e",
    "GNOME, dark": "1e1e1e",
    "Solarized, dark": "002b36",
    "Solarized, light": "fdf6e3",
}

RGB = tuple[int, int, int]


def rgb(digits: str) -> RGB:
    red, green, blue = (int(digits[i : i + 2], 16) for i in (0, 2, 4))
    return red, green, blue


def of_256(number: int) -> RGB:
    """A colour from 16 on: the cube and the greys of xterm (256colres.pl), the same everywhere."""
    if number >= 232:
        return (8 + 10 * (number - 232),) * 3
    steps = (0, 95, 135, 175, 215, 255)
    number -= 16
    return steps[number // 36], steps[number // 6 % 6], steps[number % 6]


def luminance(colour: RGB) -> float:
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: RGB, b: RGB) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def drawn(tone: str) -> RGB:
    number = int(re.fullmatch(r"color\((\d+)\)", COLOURS[tone])[1])  # type: ignore[index]
    assert number >= 16
    return of_256(number)


def test_the_measure() -> None:
    """It gives the known values: black on white, and the grey that is just legible on white."""
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(WHITE, rgb("767676")) == pytest.approx(4.54, abs=0.005)


def test_every_style_is_a_colour_or_none() -> None:
    """Faint and the first sixteen colours are not used."""
    assert {*STYLES.values()} - {*COLOURS.values()} == {"", "bold"}
    assert {"dim", "good", "fair", "poor"} == {*COLOURS}


@pytest.mark.parametrize("tone", COLOURS)
def test_colours_are_legible(tone: str) -> None:
    """On white and on black, and still readable on the tinted grounds of common programs."""
    assert contrast(drawn(tone), WHITE) >= LEAST
    assert contrast(drawn(tone), BLACK) >= LEAST
    for program, ground in GROUNDS.items():
        assert contrast(drawn(tone), rgb(ground)) >= LEAST_TINTED, program


@pytest.mark.parametrize("position", range(4))
def test_no_palette_colour_would_do(position: int) -> None:
    """Each of the sixteen that might be used falls short somewhere: hence none is."""
    short = [
        program
        for program, colours in PALETTES.items()
        if min(contrast(rgb(colours[position]), ground) for ground in (WHITE, BLACK)) < LEAST
    ]
    assert len(short) > len(PALETTES) / 2


def test_few_colours_are_none() -> None:
    """Where there are not 256 colours, headings are bold and nothing has a colour."""
    report = explanations_report(explain("shape"))
    assert "\x1b[38;5;" in table(report, Surface(colour=True))
    few = table(report, Surface(colour=True, many_colours=False))
    assert {*re.findall(r"\x1b\[[\d;]*m", few)} == {"\x1b[1m", "\x1b[0m"}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_a_page_to_send_is_legible(scheme: int) -> None:
    """Every colour of text in HTML, on the ground of its scheme."""
    rules = re.findall(r":root\{(.*?)\}", STYLE, re.DOTALL)[scheme]
    named = dict(re.findall(r"--(\w+):#(\w+)", rules))
    colours = {n: rgb(c if len(c) == 6 else "".join(d * 2 for d in c)) for n, c in named.items()}
    for name in ("ink", "dim", "bar", "good", "fair", "poor"):
        assert contrast(colours[name], colours["ground"]) >= LEAST, name

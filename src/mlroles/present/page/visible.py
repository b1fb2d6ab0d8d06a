"""Show what a terminal would obey, or what nobody would see, as the escape of its character."""

from functools import cache

CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
"""Characters that a terminal obeys, such as the one that begins a sequence."""
UNSEEN = (
    *((0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E)),
    *((0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F)),
)
"""Characters without a width, and those that turn the direction of what is written."""


def visible(text: str, breaks: str = "") -> str:
    """A text without unseen characters, and without control characters other than `breaks`."""
    return text if text.isprintable() else text.translate(_escapes(breaks))


def without_controls(text: str) -> str:
    """A text of several lines without control characters; others are no harm to a spreadsheet."""
    return text if text.isprintable() else text.translate(_escapes("\t\r\n", only_controls=True))


@cache
def _escapes(kept: str, only_controls: bool = False) -> dict[int, str]:
    """Character -> what is shown in its place."""
    found = {code: f"\\x{code:02x}" for code in CONTROLS if chr(code) not in kept}
    for first, last in () if only_controls else UNSEEN:
        for code in range(first, last + 1):
            found[code] = f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
    return found

"""A QR code as the path of an SVG image: the page needs no inline markup of a library's."""

from dataclasses import dataclass

import qrcode


@dataclass(frozen=True)
class Drawing:
    path: str  # a unit square for each dark module
    size: int  # modules a side


def draw(text: str) -> Drawing:
    code = qrcode.QRCode(border=0)
    code.add_data(text)
    rows = code.get_matrix()
    dark = [(x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
    return Drawing("".join(f"M{x} {y}h1v1h-1z" for x, y in dark), len(rows))

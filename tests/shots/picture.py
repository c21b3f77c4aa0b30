"""A screenshot made small: at most 256 colours, packed as tightly as PNG allows."""

import base64
import struct
import zlib
from collections import Counter

MOST_COLOURS = 256
_PIXELS = """async source => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.width;
    canvas.height = picture.height;
    const drawing = canvas.getContext("2d");
    drawing.drawImage(picture, 0, 0);
    const bytes = drawing.getImageData(0, 0, picture.width, picture.height).data;
    let text = "";
    for (let start = 0; start < bytes.length; start += 32768) {
        text += String.fromCharCode.apply(null, bytes.subarray(start, start + 32768));
    }
    return [picture.width, picture.height, btoa(text)];
}"""


def small_png(blank, png):
    """``png`` with a palette; ``blank`` is an empty page, whose browser does the decoding."""
    width, height, packed = blank.evaluate(_PIXELS, f"data:image/png;base64,{base64.b64encode(png).decode()}")
    pixels = memoryview(base64.b64decode(packed)).cast("I")
    place = palette([pixel & 0xFFFFFF for pixel in pixels])
    rows = bytearray()
    for start in range(0, width * height, width):
        rows.append(0)  # each line as it is: flat surfaces pack best unfiltered
        rows += bytes([place[pixel & 0xFFFFFF] for pixel in pixels[start : start + width]])
    table = b"".join(colour.to_bytes(3, "little") for colour in list(place)[:MOST_COLOURS])
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", table), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def palette(pixels):
    """Colour → its number: the most frequent ones keep themselves, the rest take the nearest of those."""
    often = [colour for colour, _ in Counter(pixels).most_common()]
    kept = often[:MOST_COLOURS]
    place = {colour: number for number, colour in enumerate(kept)}
    for colour in often[MOST_COLOURS:]:
        place[colour] = min(range(len(kept)), key=lambda number: _distance(kept[number], colour))
    return place


def _distance(one, other):
    return sum(((one >> shift & 255) - (other >> shift & 255)) ** 2 for shift in (0, 8, 16))


def _chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

"""Content-Encoding: whole streams come out whole, everything else is told apart."""

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.policy.decoding import (
    PackingError,
    TooLargeError,
    TruncatedError,
    UnknownEncodingError,
    check_ending,
    decode_body,
)
from tests.support.fault_server import bomb, pack

MEBIBYTE = 1024 * 1024
PAGE = (
    "<html><body>" + "".join(f"<p>Kundeservicesjef nr. {n} på Tromsø</p>" for n in range(3000)) + "</body>"
).encode()
ENCODINGS = ["gzip", "br", "zstd"]


@pytest.mark.parametrize("encoding", [*ENCODINGS, "GZIP", " gzip ", "x-gzip", "identity", ""])
def test_a_whole_stream_comes_out_whole(encoding: str) -> None:
    name = encoding.strip().lower().removeprefix("x-") or "identity"
    assert decode_body(pack(PAGE, name), encoding, MEBIBYTE) == PAGE


@pytest.mark.parametrize("wbits", [15, -15])
def test_deflate_is_read_with_and_without_its_header(wbits: int) -> None:
    packer = zlib.compressobj(wbits=wbits)
    assert decode_body(packer.compress(PAGE) + packer.flush(), "deflate", MEBIBYTE) == PAGE


def test_encodings_are_undone_last_first() -> None:
    assert decode_body(pack(pack(PAGE, "gzip"), "br"), "gzip, br", MEBIBYTE) == PAGE


def test_several_members_are_one_gzip_stream() -> None:
    assert decode_body(gzip.compress(b"one ") + gzip.compress(b"two") + bytes(8), "gzip", 100) == b"one two"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_stream_cut_anywhere_is_never_taken_for_whole(encoding: str) -> None:
    stream = pack(PAGE, encoding)
    cuts = {*range(0, len(stream), max(1, len(stream) // 100)), *range(max(0, len(stream) - 20), len(stream))}
    for cut in sorted(cuts):
        with pytest.raises(TruncatedError):
            decode_body(stream[:cut], encoding, MEBIBYTE)


@pytest.mark.parametrize("wbits", [15, -15])
def test_a_cut_deflate_stream_is_never_taken_for_whole(wbits: int) -> None:
    packer = zlib.compressobj(wbits=wbits)
    stream = packer.compress(PAGE) + packer.flush()
    for cut in range(0, len(stream), 97):
        with pytest.raises(TruncatedError):
            decode_body(stream[:cut], "deflate", MEBIBYTE)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_rubbish_after_the_end_is_an_error(encoding: str) -> None:
    with pytest.raises(TruncatedError):
        decode_body(pack(PAGE, encoding) + b"<script>", encoding, MEBIBYTE)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_bomb_is_stopped_at_the_limit(encoding: str) -> None:
    with pytest.raises(TooLargeError):
        decode_body(bomb(encoding, 64), encoding, MEBIBYTE)


def test_a_bomb_in_a_bomb_is_stopped_too() -> None:
    with pytest.raises(TooLargeError):
        decode_body(pack(bomb("gzip", 64), "br"), "gzip, br", MEBIBYTE)


def test_an_encoding_that_was_not_asked_for_is_named() -> None:
    with pytest.raises(UnknownEncodingError, match="compress"):
        decode_body(PAGE, "compress", MEBIBYTE)


@given(st.binary(max_size=400), st.sampled_from([*ENCODINGS, "deflate", "gzip, br", "zstd,zstd"]))
def test_any_bytes_give_a_page_or_a_packing_error(body: bytes, encodings: str) -> None:
    with suppress(PackingError):
        assert len(decode_body(body, encodings, 1000)) <= 1000


@pytest.mark.parametrize("body", [b"<html><p>cut he", b'{"ads": [1, 2', b"[1, 2", b"  <rss><item>a"])
def test_a_page_without_a_length_that_stops_in_its_midst_is_cut(body: bytes) -> None:
    with pytest.raises(TruncatedError):
        check_ending(body)


@pytest.mark.parametrize("body", [b"<html></html>\n", b'{"a": 1}', b"[]", b"", b"plain words", b"User-agent: *"])
def test_a_page_without_a_length_that_ends_well_is_whole(body: bytes) -> None:
    check_ending(body)

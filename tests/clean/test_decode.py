from __future__ import annotations

import codecs

import pytest

from copydesk.tasks.article import RejectedInputError
from copydesk.tasks.clean.decode import decode
from copydesk.tasks.clean.signatures import SIGNATURES, looks_binary

GERMAN = "<html><head>{}</head><body><p>Über die Brücke fährt künftig kein Zug, sagte die Bürgermeisterin.</p></body></html>"
RUSSIAN = "<p>Мэр города заявил в понедельник, что новый мост откроют весной следующего года.</p>" * 4


def test_plain_utf8_needs_no_word_from_anyone() -> None:
    decoded = decode(GERMAN.encode(), None, is_html=True)
    assert decoded.text == GERMAN
    assert (decoded.encoding, decoded.decided_by) == ("utf-8", "detection")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_byte_order_mark_decides_first(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + GERMAN.encode(encoding), "iso-8859-1", is_html=True)
    assert decoded.text == GERMAN
    assert (decoded.encoding, decoded.decided_by) == (encoding, "bom")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_mark(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), None, is_html=True).text == GERMAN


def test_header_before_meta() -> None:
    page = RUSSIAN.encode("koi8-r")
    meta = b'<meta charset="windows-1251">'
    decoded = decode(meta + page, "text/html; charset=koi8-r", is_html=True)
    assert decoded.text.endswith(RUSSIAN)
    assert (decoded.encoding, decoded.decided_by) == ("koi8-r", "header")


def test_meta_where_the_header_is_silent() -> None:
    page = b'<meta charset="windows-1251">' + RUSSIAN.encode("cp1251")
    decoded = decode(page, "text/html", is_html=True)
    assert decoded.text.endswith(RUSSIAN)
    assert (decoded.encoding, decoded.decided_by) == ("cp1251", "meta")


def test_latin1_means_windows_1252() -> None:
    data = "<meta charset=iso-8859-1><p>„Kein Zug“ – 5 €, sagte sie.</p>".encode("cp1252")
    decoded = decode(data, None, is_html=True)
    assert "„Kein Zug“ – 5 €" in decoded.text
    assert decoded.encoding == "cp1252"


def test_latin1_declared_as_utf8_is_no_mojibake() -> None:
    data = GERMAN.format('<meta charset="utf-8">').encode("latin-1")
    decoded = decode(data, "utf-8", is_html=True)
    assert "Über die Brücke fährt künftig" in decoded.text
    assert "\ufffd" not in decoded.text
    assert decoded.decided_by == "detection"


def test_utf8_declared_as_latin1_is_no_mojibake() -> None:
    decoded = decode(GERMAN.format('<meta charset="iso-8859-1">').encode(), None, is_html=True)
    assert "Über die Brücke" in decoded.text
    assert decoded.encoding == "utf-8"


def test_a_stray_byte_leaves_the_rest_utf8() -> None:
    data = GERMAN.encode() + b"\xe4 " + "Grüße aus Köln, schöne Tage.".encode()
    text = decode(data, "utf-8", is_html=True).text
    assert "Brücke" in text
    assert text.count("\ufffd") == 1


def test_a_page_cut_in_a_letter_stays_utf8() -> None:
    assert decode((RUSSIAN + "я").encode()[:-1], None, is_html=True).encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis", "euc_kr", "gb18030"])
def test_detection_of_undeclared_encodings(encoding: str) -> None:
    samples = {
        "cp1251": RUSSIAN,
        "shift_jis": "市長は月曜日、新しい橋が来春に開通すると発表した。" * 8,
        "euc_kr": "시장은 월요일 새 다리가 내년 봄에 개통된다고 밝혔다. " * 8,
        "gb18030": "市长星期一表示，新桥将于明年春天通车。" * 8,
    }
    assert (
        decode(samples[encoding].encode(encoding), None, is_html=False).text.strip()
        == samples[encoding].strip()
    )


def test_xml_declaration_counts_for_text() -> None:
    data = b'<?xml version="1.0" encoding="windows-1251"?>' + RUSSIAN.encode("cp1251")
    assert decode(data, None, is_html=False).decided_by == "meta"


def test_an_unknown_label_is_passed_over() -> None:
    assert decode(GERMAN.encode(), "x-no-such-charset", is_html=True).encoding == "utf-8"


@pytest.mark.parametrize("data", [b"", b"  \n\t ", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n"])
def test_nothing_in_it(data: bytes) -> None:
    with pytest.raises(RejectedInputError) as error:
        decode(data, None, is_html=True)
    assert error.value.reason == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj <</Type /Catalog>>",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
        b"PK\x03\x04\x14\0\0\0\x08\0",
        b"\x1f\x8b\x08\0\0\0\0\0\0\x03",
        bytes(range(256)) * 20,
        b"\0" * 2000,
    ],
)
def test_binary_data_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(RejectedInputError) as error:
        decode(data, "utf-8", is_html=True)
    assert error.value.reason == "binary"
    assert "Convert" in error.value.message


def test_every_signature_is_seen() -> None:
    for mark, at, name in SIGNATURES:
        assert looks_binary(b"\x01" * at + mark + b"\0" * 40), name


def test_text_that_begins_like_a_format_is_text() -> None:
    assert not looks_binary(b"ID3 tags, explained: the mayor of Norhaven said on Monday that")


def test_a_stray_zero_is_dropped() -> None:
    assert decode(
        b"<p>The bridge\0 opens on Monday.</p>" + b"<p>More.</p>" * 40, None, is_html=True
    ).text.startswith("<p>The bridge opens")

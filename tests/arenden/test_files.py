"""Uploaded files are known by their content, not by their name."""

import hashlib
import io
import tracemalloc
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.uploading import LARGEST_FILE
from ärenden.files import FileFacts, FileRefused, inspect_file

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
ADVICE = "Välj Word, PDF, ODT, text eller bild."


def zipped(compression=ZIP_DEFLATED, /, **members):
    stream = io.BytesIO()
    with ZipFile(stream, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def odf(kind):
    return zipped(ZIP_STORED, mimetype=f"application/vnd.oasis.opendocument.{kind}")


def office(part):
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, "<x/>")
    return stream.getvalue()


def refusal(content, name="brev.docx"):
    with pytest.raises(FileRefused) as refused:
        inspect_file(io.BytesIO(content), name)
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "media_type", "extension"),
    [
        (office("word/document.xml"), WORD, "docx"),
        (odf("text"), ODT, "odt"),
        (b"%PDF-1.7\n...", "application/pdf", "pdf"),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", "application/pdf", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image/png", "png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg", "jpg"),
        (b"II*\x00\x08\x00", "image/tiff", "tiff"),
        (b"MM\x00*\x00\x08", "image/tiff", "tiff"),
    ],
)
@pytest.mark.parametrize("name", ["brev.docx", "BREV.EXE", "brev"])
def test_type_is_told_by_content_whatever_the_name(content, media_type, extension, name):
    facts = inspect_file(io.BytesIO(content), name)

    assert facts == FileFacts(
        media_type, extension, len(content), hashlib.sha256(content).hexdigest()
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_text_is_accepted_in_old_and_new_encodings(encoding):
    facts = inspect_file(io.BytesIO("Åtgärder – på ön?\r\n".encode(encoding)), "Fråga.TXT")

    assert (facts.media_type, facts.extension) == ("text/plain", "txt")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (office("xl/workbook.xml"), "ett Excel-ark"),
        (office("ppt/presentation.xml"), "en PowerPoint-presentation"),
        (office("word/vbaProject.bin"), "ett Word-dokument med makron"),
        (odf("spreadsheet"), "ett kalkylark"),
        (odf("presentation"), "en presentation"),
        (zipped(a="b"), "en zip-fil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "ett äldre Office-dokument eller skyddad med lösenord"),
        (b"{\\rtf1 hej", "ett RTF-dokument"),
        (b"GIF89a", "en GIF-bild"),
        (b"MZ\x90\x00", "ett program"),
        (b"\x00\x01\x02", "av en typ som inte känns igen"),
    ],
)
def test_other_types_are_refused_by_their_name(content, kind):
    assert refusal(content) == f"Filen är {kind}. {ADVICE}"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("sida.html", "en textfil som slutar på .html"), ("sida", "en textfil utan .txt")],
)
def test_text_by_another_name_is_refused(name, kind):
    assert refusal(b"<script>alert(1)</script>", name) == f"Filen är {kind}. {ADVICE}"


def test_binary_content_late_in_a_text_file_is_refused():
    content = b"a" * 200_000 + b"\x00"

    assert refusal(content, "a.txt") == f"Filen är av en typ som inte känns igen. {ADVICE}"


def test_empty_file_is_refused():
    assert refusal(b"", "a.txt") == "Filen är tom. Välj en annan fil."


def test_file_of_exactly_the_limit_is_taken_and_one_byte_more_refused():
    largest = b"%PDF-" + bytes(LARGEST_FILE - 5)

    assert inspect_file(io.BytesIO(largest), "a.pdf").size == LARGEST_FILE
    assert refusal(largest + b"\x00") == "Filen är större än 25 MB. Gör den mindre eller dela den."


def test_cut_zip_is_refused_as_damaged():
    content = office("word/document.xml")

    assert refusal(content[:-30]) == "Filen är skadad. Spara den på nytt och försök igen."


def test_zip_with_password_is_refused():
    entry = ZipInfo("word/document.xml")
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(entry, "x")
        entry.flag_bits |= 1

    sentence = "Filen är skyddad med lösenord. Spara den utan lösenord."
    assert refusal(stream.getvalue()) == sentence


def test_zip_bomb_is_never_unpacked():
    bomb = zipped(mimetype=b"0" * 50_000_000)

    tracemalloc.start()
    sentence = refusal(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert sentence == f"Filen är en zip-fil. {ADVICE}"
    assert peak < 2_000_000


def test_file_is_left_at_its_start_when_taken_and_when_refused():
    taken, refused = io.BytesIO(b"%PDF-1.7"), io.BytesIO(b"GIF89a")

    inspect_file(taken, "a.pdf")
    with pytest.raises(FileRefused):
        inspect_file(refused, "a.gif")

    assert (taken.tell(), refused.tell()) == (0, 0)


@given(st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_damaged_files_are_refused_or_taken_but_never_break(place, noise):
    whole = odf("text")
    content = whole[:4] + (whole[4 : 4 + place] + noise + whole[4 + place + len(noise) :])

    outcome = extension_or_refusal(content)

    assert outcome == "odt" or outcome.startswith("Filen är ")


def extension_or_refusal(content):
    try:
        return inspect_file(io.BytesIO(content), "a.odt").extension
    except FileRefused as refused:
        return str(refused)

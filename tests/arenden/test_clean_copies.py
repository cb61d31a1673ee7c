"""Clean copies carry no author, comment or history, and hiding files are refused."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import DictionaryObject, NameObject

from ärenden.clean_copies import NotPublishable, clean_copy
from ärenden.demo import papers
from ärenden.file_texts import PDF, PLAIN, WORD, text_of

SECRET = "Hemliga Hedda"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(body: str = "", parts: Mapping[str, str] | None = None, relations: str = "") -> bytes:
    """The demo's document with something more inside."""
    buffer = BytesIO()
    plain = BytesIO(papers.docx("Svar", ["Tolv bänkar."]))
    head = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = f'<Relationships xmlns="{head}">{relations}</Relationships>'
    with ZipFile(plain) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode().replace("</w:body>", f"{body}</w:body>")
            new.writestr(name, text)
        for name, text in {**(parts or {}), "word/_rels/document.xml.rels": links}.items():
            new.writestr(name, text)
    return buffer.getvalue()


def cleaned(content: bytes, media_type: str = WORD) -> bytes:
    return clean_copy(BytesIO(content), media_type=media_type).content


def everything(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def relation(kind: str, target: str, mode: str = "") -> str:
    external = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="r1" Type="{RELATED}/{kind}" Target="{target}"{external}/>'


def test_word_loses_author_and_comments_and_keeps_its_words() -> None:
    comment = '<w:p><w:r><w:t>Nej.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    parts = {
        "docProps/core.xml": f"<a>{SECRET}</a>",
        "word/comments.xml": f"<a>{SECRET}</a>",
        "word/people.xml": f"<a>{SECRET}</a>",
        "customXml/item1.xml": f"<a>{SECRET}</a>",
    }

    copy = cleaned(word(comment, parts, relation("comments", "comments.xml")))

    assert SECRET not in everything(copy)
    assert "comment" not in everything(copy)
    assert text_of(BytesIO(copy), media_type=WORD).text == "Svar\nTolv bänkar.\nNej."


def test_link_is_kept_and_its_address_is_read() -> None:
    target = "mailto:hedda@hem.example"

    copy = cleaned(word(relations=relation("hyperlink", target, "External")))

    assert target in text_of(BytesIO(copy), media_type=WORD).text


HIDING = {
    "spårade ändringar": word("<w:p><w:ins w:id='1'><w:r><w:t>x</w:t></w:r></w:ins></w:p>"),
    "dold text": word("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"),
    "inbäddade delar": word(relations=relation("oleObject", "embeddings/a.bin")),
    "spårade": word("<w:sectPr><w:sectPrChange w:id='1' w:author='Hedda'/></w:sectPr>"),
    "skadad": b"PK\x03\x04 inte en zip-fil",
    "är skadad": word("<w:p>"),
}


@pytest.mark.parametrize("why", HIDING)
def test_word_that_hides_something_is_refused_with_what_to_do(why: str) -> None:
    with pytest.raises(NotPublishable, match=why) as refused:
        cleaned(HIDING[why])

    assert "maskad version" in str(refused.value)


def test_text_that_is_not_hidden_after_all_is_kept() -> None:
    shown = "<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Syns.</w:t></w:r></w:p>"

    assert text_of(BytesIO(cleaned(word(shown))), media_type=WORD).text.endswith("Syns.")


def pdf(*, annotation: object = None, root: str = "") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(papers.pdf("Svar", ["Tolv bänkar."]))))
    writer.add_metadata({"/Author": SECRET})
    writer.add_attachment("bilaga.txt", SECRET.encode())
    if annotation:
        writer.add_annotation(0, annotation)  # type: ignore[arg-type]
    if root:
        writer.root_object[NameObject(root)] = DictionaryObject()
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_pdf_loses_author_attachments_and_comments_and_keeps_its_words() -> None:
    note = Text(text=SECRET, rect=(50, 550, 200, 650))

    copy = cleaned(pdf(annotation=note), PDF)

    reader = PdfReader(BytesIO(copy))
    assert SECRET.encode() not in copy
    assert SECRET not in str([page.annotations for page in reader.pages])
    assert (dict(reader.attachments), reader.metadata and reader.metadata.author) == ({}, None)
    assert re.sub(r"\s+", " ", text_of(BytesIO(copy), media_type=PDF).text).strip() == (
        "Svar Tolv bänkar."
    )


COVERED = {
    "stämplar eller rutor": pdf(annotation=FreeText(text="x", rect=(0, 0, 9, 9))),
    "lager": pdf(root="/OCProperties"),
    "skadad": b"%PDF-1.4 avbruten",
}


@pytest.mark.parametrize("why", COVERED)
def test_pdf_that_may_cover_something_is_refused(why: str) -> None:
    with pytest.raises(NotPublishable, match=why):
        cleaned(COVERED[why], PDF)


def test_scanned_page_is_told_as_unread() -> None:
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    buffer = BytesIO()
    writer.write(buffer)

    read = text_of(buffer, media_type=PDF)

    assert read.unread == "har inget läsbart på sidan 1: troligen inskannat"


def test_image_is_neither_read_nor_laid_open() -> None:
    assert "bild" in text_of(BytesIO(b""), media_type="image/png").unread
    with pytest.raises(NotPublishable, match="Bara Word, PDF och text"):
        cleaned(b"", "image/png")


def test_plain_text_is_laid_open_as_it_is() -> None:
    assert cleaned("Tolv bänkar".encode(), PLAIN).decode() == "Tolv bänkar"

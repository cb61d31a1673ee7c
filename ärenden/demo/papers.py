"""Small real files for the demo's documents: a PDF or a Word document made here."""

import textwrap
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import islice
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.files.base import ContentFile
from django.utils.text import slugify

from ärenden.actions.values import NewFile
from ärenden.files import inspect_file

LINES_ON_A_PAGE = 48
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


def paper(title: str, paragraphs: Sequence[str], *, as_word: bool = False) -> NewFile:
    """The text as a file ready to be registered."""
    content = docx(title, paragraphs) if as_word else pdf(title, paragraphs)
    short = slugify(textwrap.shorten(title, 60, placeholder=""))
    name = f"{short}.{'docx' if as_word else 'pdf'}"
    file = ContentFile(content, name=name)
    facts = inspect_file(file, name)
    return NewFile(
        name=name, media_type=facts.media_type, size=facts.size, sha256=facts.sha256, file=file
    )


def pdf(title: str, paragraphs: Sequence[str]) -> bytes:
    """A PDF 1.4 of A4 pages in Helvetica, one of the fonts that every reader has."""
    pages = list(_pages(title, paragraphs))
    first = 4  # after catalogue, list of pages and font; each page has two objects
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % (first + 2 * number + 1)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _assembled(objects)


def _pages(title: str, paragraphs: Sequence[str]) -> Iterable[bytes]:
    lines = iter([*_wrapped(title), "", *(line for text in paragraphs for line in _wrapped(text))])
    while page := list(islice(lines, LINES_ON_A_PAGE)):
        shown = "\n".join(f"({_pdf_text(line)}) '" for line in page)
        yield f"BT /F 11 Tf 15 TL 72 785 Td\n{shown}\nET".encode("cp1252")


def _wrapped(text: str) -> list[str]:
    lines = (textwrap.wrap(line, 82) for line in text.split("\n\n"))
    return [line for block in lines for line in (*block, "")]


def _pdf_text(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects: Sequence[bytes]) -> bytes:
    """The objects with the table of their places, as a reader looks for them from the end."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(body))
    )


def docx(title: str, paragraphs: Sequence[str]) -> bytes:
    """A Word document with nothing but its paragraphs."""
    lines = [title, *(line for text in paragraphs for line in text.split("\n\n"))]
    written = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{RELATIONS}"/>'
            f'<Override PartName="/word/document.xml" ContentType="{DOCX}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="d" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": (
            f'<w:document xmlns:w="{WORD}"><w:body>{written}</w:body></w:document>'
        ),
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            xml = f'<?xml version="1.0" encoding="UTF-8"?>{content}'
            archive.writestr(ZipInfo(name), xml, ZIP_DEFLATED)  # ZipInfo: no clock in the file
    return buffer.getvalue()

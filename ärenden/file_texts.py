"""The words in a file, so that they can be searched for personal data; and what is not words."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, Final
from xml.dom.minidom import Document, Element, Text
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.minidom import parseString
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF: Final = "application/pdf"
PLAIN: Final = "text/plain"
LARGEST_PART: Final = 20 * 1024 * 1024  # bytes, unpacked
_READ_PARTS: Final = ("document", "header", "footer", "footnotes", "endnotes")
# What the readers raise on broken files: pypdf itself walks into the last two on odd objects.
BROKEN: Final = (
    *(BadZipFile, zlib.error, DefusedXmlException, ExpatError, SyntaxError),
    *(PyPdfError, OSError, ValueError, LookupError, RuntimeError, AttributeError, TypeError),
)


@dataclass(frozen=True, slots=True)
class FileText:
    """The text that was read, and the sentence about what could not be; empty when all was."""

    text: str
    unread: str = ""


class PartTooLarge(ValueError):
    """A part of an archive unpacks to more than anyone writes."""


def text_of(file: IO[bytes], *, media_type: str) -> FileText:
    """What a reader of the file sees as words."""
    readers = {WORD: _word, PDF: _pdf, PLAIN: _plain}
    if media_type not in readers:
        return FileText("", "är en bild eller ett format som inte kan läsas här")
    try:
        return readers[media_type](file)
    except BROKEN:
        return FileText("", "är skadad och kunde inte läsas")


def part(archive: ZipFile, name: str) -> bytes:
    """A member of an archive, unpacked; raises PartTooLarge before it fills the memory."""
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise PartTooLarge(name)
    return archive.read(name)


def parsed(content: bytes) -> Document:
    """An XML part, without entities or external references (defusedxml)."""
    document: Document = parseString(content, forbid_dtd=True)  # type: ignore[arg-type]  # bytes too
    return document


def elements(document: Document, name: str) -> list[Element]:
    """Every element with the local name, whatever its prefix."""
    return list(document.getElementsByTagNameNS("*", name))


def _plain(file: IO[bytes]) -> FileText:
    content = file.read()
    try:
        return FileText(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return FileText(content.decode("cp1252", errors="replace"))


def _word(file: IO[bytes]) -> FileText:
    with ZipFile(file) as archive:
        names = archive.namelist()
        read = [name for name in names if _is_read(name)]
        lines = [line for name in read for line in _lines(parsed(part(archive, name)))]
        links = [name for name in names if name.startswith("word/_rels/")]
        targets = [target for name in links for target in _targets(parsed(part(archive, name)))]
    has_images = any(name.startswith("word/media/") for name in names)
    unread = "har bilder, och text i dem kunde inte läsas" if has_images else ""
    return FileText("\n".join([*lines, *targets]), unread)


def _is_read(name: str) -> bool:
    folder, _, rest = name.partition("/")
    return folder == "word" and rest.endswith(".xml") and rest.startswith(_READ_PARTS)


def _lines(document: Document) -> Iterator[str]:
    for paragraph in elements(document, "p"):
        yield "".join(
            text.data
            for run in paragraph.getElementsByTagNameNS("*", "t")
            for text in run.childNodes
            if isinstance(text, Text)
        )


def _targets(document: Document) -> Iterator[str]:
    """Where the links lead: an address may be hidden behind other words."""
    for relation in elements(document, "Relationship"):
        if relation.getAttribute("TargetMode") == "External":
            yield relation.getAttribute("Target")


def _pdf(file: IO[bytes]) -> FileText:
    reader = PdfReader(file)
    if reader.is_encrypted:
        return FileText("", "är skyddad med lösenord och kunde inte läsas")
    texts = [page.extract_text() for page in reader.pages]
    links = [target for page in reader.pages for target in _uris(page)]
    empty = [number for number, text in enumerate(texts, start=1) if not text.strip()]
    pictured = [number for number, page in enumerate(reader.pages, start=1) if _has_image(page)]
    return FileText("\n".join([*texts, *links]), _unread(empty, pictured))


def _unread(empty: list[int], pictured: list[int]) -> str:
    if empty:
        return f"har inget läsbart på {_pages(empty)}: troligen inskannat"
    return f"har bilder på {_pages(pictured)}, och text i dem kunde inte läsas" if pictured else ""


def _pages(numbers: list[int]) -> str:
    word = "sidan" if len(numbers) == 1 else "sidorna"
    return f"{word} {', '.join(map(str, numbers))}"


def _has_image(page: PageObject) -> bool:
    objects = _inside(_inside(page, "/Resources"), "/XObject")
    return any(each.get_object().get("/Subtype") == "/Image" for each in objects.values())


def _uris(page: PageObject) -> Iterator[str]:
    for annotation in page.annotations or ():
        action = _inside(annotation.get_object(), "/A")
        if "/URI" in action:
            yield str(action["/URI"])


def _inside(holder: Any, name: str) -> Any:
    """A dictionary in a dictionary, whether it stands there or somewhere else in the file."""
    return holder[name].get_object() if name in holder else {}

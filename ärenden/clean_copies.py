"""Copies of files for the public: without author, comments and history, or refused.

Nothing that a reader sees is changed. A file that hides more than can be taken away safely is
refused with what to do: save it anew, and choose that file as a masked version.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from posixpath import join, normpath
from typing import IO, Any, Final
from xml.dom.minidom import Document, Element
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.files.base import ContentFile
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

from ärenden.file_texts import BROKEN, PDF, PLAIN, WORD, PartTooLarge, elements, parsed, part

_KEPT: Final = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/media/[^/]+"
    r"|word/(?:_rels/)?(?:document|styles|numbering|fontTable|footnotes|endnotes|header\d*|footer\d*)"
    r"\.xml(?:\.rels)?|word/theme/theme\d*\.xml"
)
_DROPPED: Final = re.compile(
    r"comments\w*|people|settings|webSettings|customXml|(?:core|extended|custom)-properties"
    r"|thumbnail|stylesWithEffects|glossaryDocument"
)
_TRACKED: Final = (
    *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
    *("rPrChange", "pPrChange", "sectPrChange", "numberingChange"),
    *("tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange"),
    *("customXmlInsRangeStart", "customXmlDelRangeStart"),
    *("customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"),
)
_COMMENT: Final = ("commentRangeStart", "commentRangeEnd", "commentReference")
_ROOT_KEPT: Final = {
    *("/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/ViewerPreferences"),
    *("/PageLabels", "/PageLayout", "/PageMode", "/Version", "/Outlines", "/Dests"),
}
_REMARKS: Final = {
    *("/Text", "/Popup", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret"),
    "/Widget",
}
_CARRIES: Final = (b"/EmbeddedFile", b"/JavaScript", b"/Launch")
_OF_PAGE: Final = ("/Metadata", "/PieceInfo", "/AA", "/LastModified")
_ANEW: Final = "Spara den som en ny PDF och välj den som maskad version."


class NotPublishable(ValueError):
    """The file cannot be laid open; the message says why and what to do."""


@dataclass(frozen=True)
class CleanCopy:
    extension: str
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()

    @property
    def file(self) -> "ContentFile[bytes]":
        return ContentFile(self.content, name=f"offentlig.{self.extension}")


def clean_copy(file: IO[bytes], *, media_type: str) -> CleanCopy:
    """The copy that the public gets; raises NotPublishable."""
    ways: dict[str, tuple[str, Callable[[IO[bytes]], bytes]]] = {
        WORD: ("docx", _word),
        PDF: ("pdf", _pdf),
        PLAIN: ("txt", lambda plain: plain.read()),
    }
    if media_type not in ways:
        raise NotPublishable(f"Bara Word, PDF och text kan läggas ut. {_ANEW}")
    extension, clean = ways[media_type]
    try:
        return CleanCopy(extension, clean(file))
    except NotPublishable:
        raise
    except PartTooLarge as error:
        raise NotPublishable(f"Filen är för stor när den packas upp. {_ANEW}") from error
    except BROKEN as error:
        raise NotPublishable(f"Filen är skadad. {_ANEW}") from error


# ---- Word -----------------------------------------------------------------------------------


def _word(file: IO[bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(file) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if _KEPT.fullmatch(name):
                new.writestr(ZipInfo(name), _word_part(name, part(old, name)), ZIP_DEFLATED)
    return buffer.getvalue()


def _word_part(name: str, content: bytes) -> bytes:
    if name.startswith("word/media/"):
        return content
    document = parsed(content)
    if name.endswith(".rels"):
        _clean_relations(document, of=name)
    elif name == "[Content_Types].xml":
        _drop(document, "Override", lambda each: not _is_kept(each.getAttribute("PartName")))
    else:
        _clean_text(document)
    cleaned: bytes = document.toxml(encoding="UTF-8")
    return cleaned


def _clean_text(document: Document) -> None:
    if any(elements(document, name) for name in _TRACKED):
        raise NotPublishable(
            "Filen har spårade ändringar. Godkänn eller avvisa dem i en kopia,"
            " och välj kopian som maskad version."
        )
    if any(_is_on(each) for each in elements(document, "vanish")):
        raise NotPublishable(f"Filen har dold text. {_ANEW}")
    for name in _COMMENT:
        _drop(document, name, lambda _: True)


def _is_on(element: Element) -> bool:
    values = {attribute.value for attribute in element.attributes.values()}
    return not values & {"0", "false", "off"}


def _clean_relations(document: Document, *, of: str) -> None:
    """Ways to what was left out are taken away; what cannot be left out is refused."""
    folder = of.partition("_rels/")[0]

    def is_dropped(relation: Element) -> bool:
        kind = relation.getAttribute("Type").rpartition("/")[2]
        if relation.getAttribute("TargetMode") == "External":
            is_loose = kind != "hyperlink"
        else:
            is_loose = not _is_kept(join("/", folder, relation.getAttribute("Target")))
        if is_loose and not _DROPPED.fullmatch(kind):
            raise NotPublishable(f"Filen har inbäddade delar som inte kan granskas. {_ANEW}")
        return is_loose

    _drop(document, "Relationship", is_dropped)


def _is_kept(place: str) -> bool:
    return bool(_KEPT.fullmatch(normpath(place).lstrip("/")))


def _drop(document: Document, name: str, rule: Callable[[Any], bool]) -> None:
    for element in elements(document, name):
        if rule(element) and element.parentNode:
            element.parentNode.removeChild(element)


# ---- PDF ------------------------------------------------------------------------------------


def _pdf(file: IO[bytes]) -> bytes:
    """Cleaned, then copied once more: only what the pages still lead to comes along."""
    reader = PdfReader(file)
    if reader.is_encrypted:
        raise NotPublishable(f"Filen är skyddad med lösenord. {_ANEW}")
    _demand_plain(reader)
    writer = PdfWriter(clone_from=reader)
    for key in set(writer.root_object) - _ROOT_KEPT:
        del writer.root_object[key]
    for page in writer.pages:
        _clean_page(page)
    content = _written(PdfWriter(clone_from=PdfReader(BytesIO(_written(writer)))))
    if any(trace in content for trace in _CARRIES):
        raise NotPublishable(f"Filen har bilagor eller skript inuti. {_ANEW}")
    return content


def _written(writer: PdfWriter) -> bytes:
    writer.metadata = None
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _demand_plain(reader: PdfReader) -> None:
    if "/OCProperties" in reader.root_object:
        raise NotPublishable(f"Filen har lager som kan dölja text. {_ANEW}")
    fields = (reader.get_fields() or {}).values()
    if any(field.get("/FT") != "/Sig" for field in fields):
        raise NotPublishable(f"Filen är ett ifyllt formulär. {_ANEW}")


def _clean_page(page: Any) -> None:
    """Remarks go, links stay; what is drawn on top of the page may cover something.

    A remark is emptied too: the order of reading may lead to it by another way.
    """
    links = ArrayObject()
    for annotation in page.get("/Annots", ()):
        row = annotation.get_object()
        kind = row.get("/Subtype")
        if kind == "/Link":
            links.append(annotation)
        elif kind in _REMARKS:
            row.clear()
        else:
            raise NotPublishable(f"Filen har stämplar eller rutor ovanpå texten. {_ANEW}")
    for key in ("/Annots", *_OF_PAGE):
        page.pop(key, None)
    if links:
        page[NameObject("/Annots")] = links

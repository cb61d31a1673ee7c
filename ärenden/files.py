"""What an uploaded file really is, told by its content.

Signatures of the few types that are allowed, and of those people most often choose instead, so
that the refusal can name them. Nothing is ever decompressed: a zip's list of names is enough.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO, Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from accounts.uploading import LARGEST_FILE

_CHUNK: Final = 64 * 1024
_HEAD: Final = 32
_MIMETYPE_LONGEST: Final = 100
_ODF: Final = "application/vnd.oasis.opendocument."
_MEDIA_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": f"{_ODF}text",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
    "tiff": "image/tiff",
}
_ALLOWED: Final = {
    b"%PDF-": "pdf",
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
}
_REFUSED: Final = {
    b"\xd0\xcf\x11\xe0": "ett äldre Office-dokument eller skyddad med lösenord",
    b"{\\rtf": "ett RTF-dokument",
    b"GIF8": "en GIF-bild",
    b"RIFF": "en WebP-bild, en ljudfil eller en film",
    b"MZ": "ett program",
}
_ZIP: Final = b"PK\x03\x04"
_MACROS: Final = "word/vbaProject.bin"
_OFFICE: Final = {
    "xl/workbook.xml": "ett Excel-ark",
    "xl/workbook.bin": "ett Excel-ark",
    "ppt/presentation.xml": "en PowerPoint-presentation",
    _MACROS: "ett Word-dokument med makron",
}
_ODF_REFUSED: Final = {
    f"{_ODF}spreadsheet": "ett kalkylark",
    f"{_ODF}presentation": "en presentation",
}
_BEFORE_PDF: Final = b"\xef\xbb\xbf \t\r\n"
_TEXT: Final = bytes({*range(0x20, 0x100), *b"\t\n\r\f"} - {0x7F})


class FileRefused(ValueError):
    """The file cannot be taken in; the message is the sentence to show."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is recorded about a file; size in bytes, sha256 in hexadecimal."""

    media_type: str
    extension: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Content:
    head: bytes
    size: int
    sha256: str
    is_text: bool


def inspect_file(file: IO[bytes], name: str) -> FileFacts:
    """The facts of an allowed file; raises FileRefused else. The file is left at its start."""
    try:
        content = _read(file)
        extension = _extension(file, content, name=name)
    finally:
        file.seek(0)
    return FileFacts(_MEDIA_TYPES[extension], extension, content.size, content.sha256)


def _read(file: IO[bytes]) -> _Content:
    """One pass through the file, which stops as soon as it is too large."""
    digest, size, head, is_text = hashlib.sha256(), 0, b"", True
    for chunk in _chunks(file):
        head = head or chunk[:_HEAD]
        size += len(chunk)
        if size > LARGEST_FILE:
            megabytes = LARGEST_FILE // 1024**2
            raise FileRefused(f"Filen är större än {megabytes} MB. Gör den mindre eller dela den.")
        digest.update(chunk)
        is_text = is_text and not chunk.translate(None, _TEXT)
    if not size:
        raise FileRefused("Filen är tom. Välj en annan fil.")
    return _Content(head, size, digest.hexdigest(), is_text)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk


def _extension(file: IO[bytes], content: _Content, *, name: str) -> str:
    if content.head.startswith(_ZIP):
        return _zip_extension(file)
    head = content.head.lstrip(_BEFORE_PDF)
    for signature, extension in _ALLOWED.items():
        if head.startswith(signature):
            return extension
    for signature, kind in _REFUSED.items():
        if head.startswith(signature):
            raise _refused(kind)
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    if not content.is_text:
        raise _refused("av en typ som inte känns igen")
    if suffix != "txt":
        raise _refused(f"en textfil som slutar på .{suffix}" if suffix else "en textfil utan .txt")
    return suffix


def _zip_extension(file: IO[bytes]) -> str:
    """A Word or ODT document among the many kinds of files that are zip archives."""
    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
            is_locked = any(entry.flag_bits & 1 for entry in archive.infolist())
            odf_type = _odf_type(archive) if "mimetype" in names else ""
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise FileRefused("Filen är skadad. Spara den på nytt och försök igen.") from error
    if is_locked:
        raise FileRefused("Filen är skyddad med lösenord. Spara den utan lösenord.")
    for part, kind in _OFFICE.items():
        if part in names:
            raise _refused(kind)
    if "word/document.xml" in names:
        return "docx"
    if odf_type == _MEDIA_TYPES["odt"]:
        return "odt"
    raise _refused(_ODF_REFUSED.get(odf_type, "en zip-fil"))


def _odf_type(archive: ZipFile) -> str:
    """The type an OpenDocument file gives in its first member, which is never compressed."""
    entry = archive.getinfo("mimetype")
    if entry.compress_type != ZIP_STORED or entry.flag_bits & 1:
        return ""
    with archive.open(entry) as member:
        return member.read(_MIMETYPE_LONGEST).decode("ascii").strip()


def _refused(kind: str) -> FileRefused:
    return FileRefused(f"Filen är {kind}. Välj Word, PDF, ODT, text eller bild.")

"""The demo's files are what they say they are."""

from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from pypdf import PdfReader

from ärenden.demo.papers import docx, paper, pdf
from ärenden.files import inspect_file


def test_pdf_reads_back_with_swedish_letters_and_signs():
    content = pdf("Fråga (1) om åkrar", ["Vad – exakt – gäller?", "Åsa Öberg\\"])

    text = PdfReader(BytesIO(content), strict=True).pages[0].extract_text()

    assert text.strip().split("\n") == [
        "Fråga (1) om åkrar",
        "Vad – exakt – gäller?",
        "Åsa Öberg\\",
    ]


def test_long_text_goes_on_to_further_pages():
    content = pdf("Lång", [f"Stycke {number}." for number in range(60)])

    reader = PdfReader(BytesIO(content), strict=True)

    assert len(reader.pages) == 3
    assert reader.pages[2].extract_text().endswith("Stycke 59.\n")


def test_word_document_has_one_paragraph_a_line():
    with ZipFile(BytesIO(docx("Rubrik", ["Ett & två", "Tre"]))) as archive:
        document = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314

    assert [text.text for text in document.iter() if text.text] == ["Rubrik", "Ett & två", "Tre"]


def test_paper_is_accepted_as_what_it_is():
    made = [paper("Motion om träd", ["Text"]), paper("Motion om träd", ["Text"], as_word=True)]

    assert [(file.name, inspect_file(file.file, file.name).sha256) for file in made] == [
        ("motion-om-trad.pdf", made[0].sha256),
        ("motion-om-trad.docx", made[1].sha256),
    ]

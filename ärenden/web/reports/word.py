"""A motionsbalans as a Word document: A4 on its side, headings and tables as Word knows them."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ärenden.web.reports.lines import Line, Paper

LAW = (
    "Enligt 5 kap. 35 § kommunallagen ska en motion eller ett medborgarförslag om möjligt beredas"
    " så att fullmäktige kan besluta inom ett år. Kan beredningen inte avslutas inom den tiden ska"
    " det, och vad som har kommit fram, anmälas till fullmäktige."
)
PROPOSAL = "Förslag till beslut"
COLUMNS = (
    ("Motion", Mm(82)),
    ("Väckt och ålder", Mm(40)),
    ("Var den är och vad beredningen har visat", Mm(92)),
    ("Förslag", Mm(43)),
)
FONT, LANGUAGE = "Arial", "sv-SE"


def word_of(paper: Paper) -> bytes:
    document = docx.Document()
    _set_up(document, paper)
    document.add_paragraph(f"{paper.organisation}. {paper.meeting}")
    document.add_heading(paper.title, level=1)
    document.add_paragraph(paper.total)
    document.add_paragraph(f"{LAW} {paper.by_law}".strip())
    document.add_heading(PROPOSAL, level=2)
    for point in paper.proposals:
        document.add_paragraph(point, style="List Number")
    for part in paper.parts:
        document.add_heading(f"{part.heading} ({len(part.lines)})", level=2)
        _table(document, part.lines)
    _keep_rows_whole(document)
    document.add_paragraph(paper.frozen)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_up(document: Any, paper: Paper) -> None:
    """Page, language and type; the title is what a screen reader names the document by."""
    document.core_properties.title = f"{paper.title}, {paper.meeting}"
    document.core_properties.author = paper.organisation
    document.core_properties.language = LANGUAGE
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    for name, size in (("Normal", 10), ("Heading 1", 18), ("Heading 2", 13)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(script), None)
        fonts.set(qn("w:hAnsi"), FONT)
    _set_language(document)
    _number_pages(section.footer.paragraphs[0])


def _set_language(document: Any) -> None:
    """Word checks spelling and reads aloud in the language of the text's defaults."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _number_pages(paragraph: Any) -> None:
    run = paragraph.add_run("Sida ")
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        name = "w:fldChar" if kind else "w:instrText"
        element = OxmlElement(name)
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run.element.append(element)


def _table(document: Any, lines: Sequence[Line]) -> None:
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, (heading, _) in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for line in lines:
        row = table.add_row()
        for cell, texts in zip(row.cells, _cells(line), strict=True):
            _write(cell, texts)
    for column, (_, width) in zip(table.columns, COLUMNS, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _cells(line: Line) -> tuple[Sequence[str], ...]:
    """The texts of each column; the first of a cell stands out."""
    return (
        (line.title, line.number, line.signers),
        (line.raised, line.age, line.year),
        (line.place, *line.shown.split("\n")),
        (line.proposal,),
    )


def _write(cell: Any, texts: Sequence[str]) -> None:
    said = [text for text in texts if text]
    cell.paragraphs[0].add_run(said[0]).bold = len(texts) > 1
    for text in said[1:]:
        cell.add_paragraph(text)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_after = Pt(2)


def _keep_rows_whole(document: Any) -> None:
    """No row is cut by a page; the heading stands on each, and is read before each cell."""
    for table in document.element.iter(qn("w:tbl")):
        for number, row in enumerate(table.iter(qn("w:tr"))):
            mark = "w:cantSplit" if number else "w:tblHeader"
            row.get_or_add_trPr().append(OxmlElement(mark))

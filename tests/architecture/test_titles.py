"""What a case or a document is called is printed as it is told, never as it is written."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import ROOT, SOURCE, TEMPLATES

CALLED = ("case", "other", "document")
WRITTEN = ("title", "title_public")
READING = ("ärenden/web/", "ärenden/queries/", "ärenden/models/", "ärenden/actions/")
MODELS = "ärenden/models/"
READY = {"aside.html"}  # whose documents the presenter has made ready
IN_TEMPLATE = re.compile(rf"\b(?:{'|'.join(CALLED)})\.(?:{'|'.join(WRITTEN)})\b")
OF_OTHER_THINGS = frozenset(  # what these names stand for is never a case nor its document
    {
        *("asker", "core_properties", "draft", "entry", "heading", "holder", "how"),
        *("latest", "line", "motion", "new", "paper", "read", "rules", "sitting", "submission"),
        *("waiting", "written"),
    }
)
KEPT_AS_WRITTEN = {  # into other rows, whose readers are told them without the name
    "actions/answers.py: case.title",
    "actions/meetings.py: case.title",
    "actions/register.py: case.title",
    "actions/register.py: case.title_public",
    "actions/search.py: case.title",
    "actions/search.py: row.title",
    "actions/search.py: row.title_public",
    "actions/secrecy.py: case.title",
    "actions/secrecy.py: each.row.title",
    "actions/secrecy.py: each.row.title_public",
    "models/titles.py: self.title",
    "models/titles.py: self.title_public",
}
TOLD_WHERE_THEY_STAND = {
    "actions/notes.py: note.title",
    "queries/motion_reports.py: row.title",
    "web/cases/actions/rows.py: obj.title",
    "web/cases/presenters/aside.py: note.title",
    "web/notes/presenter.py: note.title",
}
OF_OTHER_ROWS = {
    "models/balance.py: self.title",
    "models/drafts.py: self.title",
    "models/notes.py: self.title",
    "models/rules.py: self.title",
    "models/submissions.py: self.title",
    "queries/rules.py: row.title",
    "web/administration/roles.py: row.title",
    "web/administration/rules/forms.py: row.title",
    "web/administration/rules/pages.py: row.title",
    "web/administration/rules/pages.py: self.row.title",
    "web/councillor/arrivals.py: row.title",
    "web/cases/actions/answering.py: found.title",
    "web/context.py: here[0].title",
    "web/councillor/desk.py: row.title",
    "web/registration/registration.py: each.title",
}


def printing() -> Iterator[str]:
    """Each title that is read, but of what is surely something else."""
    for path in SOURCE:
        name = str(path.relative_to(ROOT))
        if name.startswith(READING):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and node.attr in WRITTEN:
                    owner = ast.unparse(node.value).rpartition(".")[2]
                    own = owner == "self" and not name.startswith(MODELS)
                    if not own and owner not in OF_OTHER_THINGS:
                        yield f"{name.removeprefix('ärenden/')}: {ast.unparse(node)}"


def test_no_page_query_or_action_reads_a_title_as_it_is_written() -> None:
    assert set(printing()) == KEPT_AS_WRITTEN | TOLD_WHERE_THEY_STAND | OF_OTHER_ROWS


def test_no_template_prints_a_title_as_it_is_written() -> None:
    assert [
        (path.name, found[0])
        for path in TEMPLATES
        if path.name not in READY
        and (found := IN_TEMPLATE.search(path.read_text(encoding="utf-8")))
    ] == []

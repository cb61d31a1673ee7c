"""`manage.py print_workflow`: write docs/workflow.md anew from the table."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ärenden.workflow.document import as_markdown


class Command(BaseCommand):
    help = "Skriv docs/workflow.md ur arbetsflödenas tabell."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        (settings.BASE_DIR / "docs" / "workflow.md").write_text(as_markdown(), encoding="utf-8")

"""What tells of a moved date tells of the one that its recipient knew."""

from typing import Any

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def told_as_before(apps: Any, _editor: Any) -> None:
    moved = apps.get_model("arenden", "Reminder").objects.filter(rule__trigger="moved")
    rows = apps.get_model("arenden", "Deadline").objects.filter(pk=OuterRef("deadline"))
    moved.update(known_due_at=Subquery(rows.values("replaces__due_at")))


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0027_deadline_revisions"),
    ]

    operations = [
        migrations.AddField(
            model_name="reminder",
            name="known_due_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunPython(told_as_before, migrations.RunPython.noop),
    ]

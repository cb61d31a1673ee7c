"""A deadline's revision only grows; what had ended has been told as changed once."""

from typing import Any

from django.db import migrations, models
from django.db.models import F


def told_as_ended(apps: Any, _editor: Any) -> None:
    ended = apps.get_model("arenden", "Deadline").objects.exclude(status="open")
    ended.update(revision=1, revised_at=F("ended_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0026_counted_arrival"),
    ]

    operations = [
        migrations.AddField(
            model_name="deadline",
            name="revision",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="deadline",
            name="revised_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.RunPython(told_as_ended, migrations.RunPython.noop),
    ]

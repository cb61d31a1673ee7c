"""Whom a party group has let in: what was its members' visits, now with who let each in."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0017_awaited_reservations"),
        ("parties", "0007_second_factor_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="groupvisit", name="group_visit_once"),
        migrations.RenameModel(old_name="GroupVisit", new_name="GroupReader"),
        migrations.AddField(
            model_name="groupreader",
            name="let_in_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="groupreader",
            constraint=models.UniqueConstraint(fields=("group", "user"), name="group_reader_once"),
        ),
        migrations.AddConstraint(
            model_name="groupreader",
            constraint=models.UniqueConstraint(
                condition=models.Q(("let_in_by", None)),
                fields=("group",),
                name="group_opened_once",
            ),
        ),
    ]

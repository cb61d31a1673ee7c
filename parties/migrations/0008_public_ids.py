"""Memberships and assignments get addresses of their own; those that are there get an id each."""

import uuid
from typing import Any

from django.db import migrations, models

FILL = "update {table} set public_id = gen_random_uuid() where public_id is null"


def with_public_id(model: str) -> list[Any]:
    field: dict[str, Any] = {"default": uuid.uuid4, "editable": False}
    return [
        migrations.AddField(model, "public_id", models.UUIDField(null=True, **field)),
        migrations.RunSQL(FILL.format(table=f"parties_{model}"), migrations.RunSQL.noop),
        migrations.AlterField(model, "public_id", models.UUIDField(unique=True, **field)),
    ]


class Migration(migrations.Migration):
    dependencies = [("parties", "0007_second_factor_roles")]
    operations = [*with_public_id("membership"), *with_public_id("assignment")]

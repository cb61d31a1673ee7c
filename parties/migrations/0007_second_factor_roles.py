"""Organisations that are here go on as before; new ones demand it from the first day."""

from collections.abc import Callable
from typing import Any

import django.contrib.postgres.fields
from django.db import migrations, models

import parties.models.organisations

ROLES = [
    ("registrar", "Registrator"),
    ("committee_secretary", "Nämndsekreterare"),
    ("officer", "Handläggare"),
    ("councillor", "Förtroendevald"),
    ("group_leader", "Gruppledare eller politisk sekreterare"),
    ("reviewer", "Granskare"),
    ("administrator", "Organisationsadministratör"),
]


def field(default: Callable[[], list[str]]) -> Any:
    return django.contrib.postgres.fields.ArrayField(
        base_field=models.CharField(choices=ROLES, max_length=30),
        blank=True,
        default=default,
        size=None,
        verbose_name="roller som kräver tvåstegsinloggning",
    )


class Migration(migrations.Migration):
    dependencies = [("parties", "0006_no_predecessor")]
    operations = [
        migrations.AddField("organisation", "second_factor_roles", field(list)),
        migrations.AlterField(
            "organisation",
            "second_factor_roles",
            field(parties.models.organisations.roles_that_change_the_register),
        ),
    ]

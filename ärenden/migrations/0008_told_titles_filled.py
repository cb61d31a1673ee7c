"""Titles that were written before they were kept as they are told name no one protected."""

from collections import defaultdict
from typing import Any

from django.db import migrations
from django.db.models import Value
from django.db.models.functions import Coalesce, Concat, Trim

from ärenden.queries.secrecy import Withheld

WAYS_TO_CASE = (
    "case",
    "document__case",
    "answer__case",
    "proposal__case",
    "reservation__decision__case",
    "statement__case",
    "non_participation__case",
)
ACCOUNT = "person__memberships__user__kept_name"


def fill(apps: Any, _editor: object) -> None:
    called: dict[int, set[str]] = defaultdict(set)
    own = Trim(Concat("person__given_name", Value(" "), "person__family_name"))
    protected = apps.get_model("arenden", "AgentSnapshot").objects.filter(
        person__has_protected_identity=True
    )
    rows = protected.order_by().annotate(stands_in=Coalesce(*WAYS_TO_CASE), own=own)
    for case, *names in rows.values_list("stands_in", "name_printed", "own", ACCOUNT):
        called[case].update(filter(None, names))
    for model, way in (("Case", "pk"), ("Document", "case")):
        titled = apps.get_model("arenden", model).objects
        for case, found in called.items():
            names = Withheld(names=tuple(sorted(found, key=len, reverse=True)))
            for row in titled.filter(**{way: case}):
                _blank(row, names)


def _blank(row: Any, names: Withheld) -> None:
    titles = {"title": row.title, "title_public": row.title_public}
    told = {field: names.told(title) for field, title in titles.items()}
    row.blanked = {field: told[field] for field in titles if told[field] != titles[field]}
    row.save(update_fields=["blanked"])


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0007_wordings_of_all_texts"),
        ("accounts", "0001_first_release"),
        ("parties", "0002_people_at_home"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]

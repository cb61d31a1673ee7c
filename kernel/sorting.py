"""Swedish alphabetical order that is the same on every PostgreSQL server."""

from django.db.models import F, Func, GeneratedField, TextField


def sort_key_of(field: str) -> GeneratedField:
    """A stored column that sorts `field` as Swedes do (å, ä, ö last); see `sv_sort_key`."""
    return GeneratedField(
        expression=Func(F(field), function="sv_sort_key", output_field=TextField(db_collation="C")),
        output_field=TextField(db_collation="C"),
        db_persist=True,
    )

"""Extensions, the Swedish sort key and the heartbeat table."""

from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations, models

SORT_KEY = """
create function sv_sort_key(value text) returns text language sql immutable strict parallel safe as
$$ select translate(lower(value), 'åäæöøéèëêáàâãíìïîóòôõúùûüýÿçñ', '{||}}eeeeaaaaiiiioooouuuyyycn') $$;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(SORT_KEY, "drop function sv_sort_key(text)"),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
        ),
    ]

"""What a diary number says, part by part: the allotted ones are known, those given are not read.

A series with {doc} in its pattern could give no number, for no case has one.
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

OF_THE_ALLOTTED = """
update arenden_case set dnr_parts = jsonb_strip_nulls(jsonb_build_object(
  'series', upper(series.code),
  'year', extract(year from registered_on)::int,
  'month', case when series.reset = 'monthly' then reset_period % 100 end,
  'sequence', sequence
)) from arenden_numberseries series where series.id = series_id
"""

WITHOUT_DOCUMENT = r"""
update arenden_numbertemplate set pattern = regexp_replace(pattern, '[^}[:alnum:]]*\{doc\}', '')
where pattern like '%{doc}%'
"""


class Migration(migrations.Migration):
    dependencies = [("arenden", "0002_guards")]

    operations = [
        migrations.AddField("case", "dnr_parts", models.JSONField(blank=True, null=True)),
        migrations.AddIndex(
            "case",
            GinIndex(
                fields=["dnr_parts"], opclasses=["jsonb_path_ops"], name="case_by_number_parts"
            ),
        ),
        migrations.RunSQL(OF_THE_ALLOTTED, migrations.RunSQL.noop),
        migrations.RunSQL(WITHOUT_DOCUMENT, migrations.RunSQL.noop),
    ]

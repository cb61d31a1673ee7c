"""The key of a number may be longer than the number: a separator stands between its parts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("arenden", "0003_names_at_home")]
    operations = [
        migrations.AlterField("case", "dnr_key", models.TextField(blank=True, null=True)),
    ]

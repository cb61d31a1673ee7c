"""Words as written weigh A in the search vector, so that they can be told from their stems."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("arenden", "0005_point_outcomes")]
    operations = [
        migrations.RemoveIndex("casetext", "case_text_search"),
        migrations.RemoveField("casetext", "vector"),
        migrations.AddField(
            "casetext",
            "vector",
            models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.SearchVector("text", config="swedish"),
                    "||",
                    django.contrib.postgres.search.SearchVector(
                        "text", config="simple", weight="A"
                    ),
                    django.contrib.postgres.search.SearchConfig("swedish"),
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            "casetext",
            django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="case_text_search"),
        ),
    ]

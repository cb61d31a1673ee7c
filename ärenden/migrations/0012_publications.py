import uuid

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0011_group_desk"),
    ]

    operations = [
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("is_masked", models.BooleanField(default=False)),
                ("public_text", models.TextField(blank=True, verbose_name="offentlig text")),
                ("basis", models.CharField(max_length=200, verbose_name="grund")),
                ("decided_at", models.DateTimeField()),
                ("decided_by", models.CharField(max_length=200)),
                ("until", models.DateField(blank=True, null=True, verbose_name="till och med")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_by", models.CharField(blank=True, max_length=200, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="arenden.case",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="arenden.decision",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="arenden.document",
                    ),
                ),
                (
                    "files",
                    models.ManyToManyField(
                        blank=True, related_name="publications", to="arenden.filerendition"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("basis", ""), ("decided_by", ""), _connector="OR", _negated=True
                        ),
                        name="publication_says_who_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                ("withdrawn_reason__isnull", False),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", True),
                                ("withdrawn_by__isnull", True),
                                ("withdrawn_reason__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawal_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_by", ""),
                            ("withdrawn_reason", ""),
                            _connector="OR",
                            _negated=True,
                        ),
                        name="withdrawal_says_who_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("document__isnull", True), ("decision__isnull", True), _connector="OR"
                        ),
                        name="publication_of_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_masked", True), ("public_text", ""), _connector="OR"
                        ),
                        name="public_text_is_masked_version",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("case", "document", "decision"),
                        name="one_standing_publication",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedText",
            fields=[
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="arenden.publication",
                    ),
                ),
                ("text", models.TextField()),
                (
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
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["vector"], name="published_text_search"
                    )
                ],
            },
        ),
    ]

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("arenden", "0013_publications_stand"),
        ("parties", "0007_second_factor_roles"),
    ]

    operations = [
        migrations.CreateModel(
            name="AnswerDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("submitted_at", models.DateTimeField(null=True)),
                ("submitted_text", models.TextField(null=True)),
                ("sha256", models.CharField(max_length=64, null=True)),
                (
                    "answer",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draft",
                        to="arenden.answer",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer_drafts",
                        to="arenden.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer_drafts",
                        to="parties.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer__isnull", False),
                                ("sha256__isnull", False),
                                ("submitted_at__isnull", False),
                                ("submitted_text__isnull", False),
                            ),
                            models.Q(
                                ("answer__isnull", True),
                                ("sha256__isnull", True),
                                ("submitted_at__isnull", True),
                                ("submitted_text__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="answer_submitted_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("submitted_at__isnull", True)),
                        fields=("case", "person"),
                        name="one_living_answer_draft",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("author_name", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField()),
                (
                    "question",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="arenden.question",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="arenden.answerdraft",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("text", ""), ("author_name", ""), _connector="OR", _negated=True
                        ),
                        name="answer_comment_said",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("may_write", models.BooleanField(default=False)),
                ("shared_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shares",
                        to="arenden.answerdraft",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at__isnull", True)),
                        fields=("draft", "user"),
                        name="answer_shared_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("preamble", "Inledning"),
                            ("question", "Svar på en fråga"),
                            ("common", "Gemensamt svar på alla frågor"),
                            ("closing", "Avslutning"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "coverage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Besvarad"),
                            ("partial", "Delvis besvarad"),
                            ("declined", "Besvaras inte"),
                        ],
                        max_length=10,
                    ),
                ),
                ("written_by_name", models.CharField(max_length=200)),
                ("written_at", models.DateTimeField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="arenden.answerdraft",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="arenden.question",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("draft", "place", "question"),
                        name="one_draft_text_a_place",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("place", "question"), ("question__isnull", False)),
                            models.Q(
                                models.Q(("place", "question"), _negated=True),
                                ("question__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="draft_text_of_a_question",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftWording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("author_name", models.CharField(max_length=200)),
                ("text", models.TextField(blank=True)),
                (
                    "coverage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Besvarad"),
                            ("partial", "Delvis besvarad"),
                            ("declined", "Besvaras inte"),
                        ],
                        max_length=10,
                    ),
                ),
                ("begun_at", models.DateTimeField()),
                ("written_at", models.DateTimeField()),
                ("is_kept", models.BooleanField(default=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wordings",
                        to="arenden.drafttext",
                    ),
                ),
            ],
            options={
                "ordering": ("-written_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="TimeRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asked_by_name", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField()),
                ("proposed_on", models.DateField()),
                ("reason", models.TextField()),
                ("settled_at", models.DateTimeField(null=True)),
                ("settled_by_name", models.CharField(blank=True, max_length=200)),
                ("granted_until", models.DateField(null=True)),
                ("settled_reason", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="time_requests",
                        to="arenden.case",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason", ""), ("asked_by_name", ""), _connector="OR", _negated=True
                        ),
                        name="time_asked_for_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("granted_until__isnull", True), ("settled_at__isnull", True)),
                            models.Q(
                                ("settled_at__isnull", False),
                                models.Q(("settled_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="time_request_settled_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("settled_at__isnull", True)),
                        fields=("case",),
                        name="one_open_time_request",
                    ),
                ],
            },
        ),
    ]

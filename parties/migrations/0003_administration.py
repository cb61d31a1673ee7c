import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("parties", "0002_answer_transfer"),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("email", models.EmailField(max_length=254, verbose_name="e-postadress")),
                ("name", models.CharField(max_length=200, verbose_name="namn")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("registrar", "Registrator"),
                            ("committee_secretary", "Nämndsekreterare"),
                            ("officer", "Handläggare"),
                            ("councillor", "Förtroendevald"),
                            ("group_leader", "Gruppledare eller politisk sekreterare"),
                            ("reviewer", "Granskare"),
                            ("administrator", "Organisationsadministratör"),
                        ],
                        max_length=30,
                        verbose_name="roll",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="titel")),
                (
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
                ),
                ("digest", models.CharField(editable=False, max_length=64, null=True, unique=True)),
                ("created_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("failed_at", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("accepted_at", models.DateTimeField(null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.body",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="parties.organisation",
                    ),
                ),
                (
                    "party_group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.partygroup",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.person",
                    ),
                ),
            ],
            options={
                "ordering": ("-created_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", ""), ("name", ""), _connector="OR", _negated=True
                        ),
                        name="invitation_addressed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__isempty", False), ("period__lower_inf", False)
                        ),
                        name="invitation_period_bounded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("accepted_at__isnull", False), ("accepted_by__isnull", False)
                            ),
                            models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="invitation_accepted_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("digest__isnull", False), ("sent_at__isnull", False)),
                            models.Q(("digest__isnull", True), ("sent_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="invitation_sent_has_digest",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True), ("revoked_at__isnull", True)
                        ),
                        fields=("organisation", "email", "role", "body", "party_group"),
                        name="invitation_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdministrationEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "about",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("actor_id", models.BigIntegerField(null=True)),
                ("actor_name", models.CharField(max_length=200)),
                ("summary", models.TextField()),
                (
                    "changes",
                    models.JSONField(
                        default=list, encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="parties.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("-recorded_at", "-id"),
                "indexes": [
                    models.Index(fields=["organisation", "-recorded_at"], name="changes_in_order"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["about"], name="changes_of_thing"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("summary", ""), ("actor_name", ""), _connector="OR", _negated=True
                        ),
                        name="change_says_who_and_what",
                    )
                ],
            },
        ),
        migrations.AlterField(
            model_name="assignment",
            name="body",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assignments",
                to="parties.body",
                verbose_name="organ",
            ),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="elected_for",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="parties.party",
                verbose_name="vald för",
            ),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="period",
            field=django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="role",
            field=models.CharField(
                choices=[
                    ("chair", "Ordförande"),
                    ("first_vice_chair", "1:e vice ordförande"),
                    ("second_vice_chair", "2:e vice ordförande"),
                    ("member", "Ledamot"),
                    ("substitute", "Ersättare"),
                    ("observer", "Insynsplats"),
                    ("group_leader", "Gruppledare"),
                    ("office_holder", "Kommunalråd eller motsvarande"),
                ],
                max_length=20,
                verbose_name="roll",
            ),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="substitution_order",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="ordning bland ersättarna"
            ),
        ),
        migrations.AlterField(
            model_name="body",
            name="kind",
            field=models.CharField(
                choices=[
                    ("council", "Fullmäktige"),
                    ("board", "Styrelse"),
                    ("committee", "Nämnd"),
                    ("subcommittee", "Utskott"),
                    ("council_preparation", "Fullmäktigeberedning"),
                    ("presidium", "Presidium"),
                    ("joint_committee", "Gemensam nämnd"),
                    ("advisory", "Råd"),
                    ("company", "Kommunalt bolag"),
                    ("federation", "Styrelse eller nämnd i kommunalförbund"),
                    ("office", "Förvaltning"),
                    ("informal", "Informell grupp"),
                ],
                max_length=30,
                verbose_name="slag",
            ),
        ),
        migrations.AlterField(
            model_name="body",
            name="paragraph_series",
            field=models.CharField(
                choices=[("year", "Kalenderår"), ("meeting", "Sammanträde")],
                default="year",
                max_length=10,
                verbose_name="paragraferna räknas per",
            ),
        ),
        migrations.AlterField(
            model_name="body",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="children",
                to="parties.body",
                verbose_name="hör till",
            ),
        ),
        migrations.AlterField(
            model_name="body",
            name="period",
            field=django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
        ),
        migrations.AlterField(
            model_name="body",
            name="register",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="registered_bodies",
                to="parties.body",
                verbose_name="diarieför hos",
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="period",
            field=django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
        ),
        migrations.AlterField(
            model_name="party",
            name="period",
            field=django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
        ),
        migrations.AlterField(
            model_name="partyaffiliation",
            name="period",
            field=django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
        ),
        migrations.AlterField(
            model_name="partygroup",
            name="period",
            field=django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="administrationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="change_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="035e46320158e8b68051ca73260dd3de3d9af5ec",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_change_stands_ea731",
                    table="parties_administrationevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]

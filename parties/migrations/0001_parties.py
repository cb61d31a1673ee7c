import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("municipality", "Kommun"),
                            ("region", "Region"),
                            ("municipality_with_region", "Kommun med regionansvar"),
                            ("federation", "Kommunalförbund"),
                        ],
                        max_length=30,
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="namn")),
                ("slug", models.SlugField(unique=True)),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        null=True,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{10}$", "Skriv tio siffror utan bindestreck."
                            )
                        ],
                        verbose_name="organisationsnummer",
                    ),
                ),
                (
                    "area_code",
                    models.CharField(
                        blank=True,
                        max_length=4,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{2}(\\d{2})?$",
                                "Skriv två eller fyra siffror utan bindestreck.",
                            )
                        ],
                        verbose_name="kommun- eller länskod",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name", ""), ("slug", ""), _connector="OR", _negated=True
                        ),
                        name="organisation_named",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
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
                            ("office", "Förvaltning"),
                            ("informal", "Informell grupp"),
                        ],
                        max_length=30,
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="namn")),
                ("abbreviation", models.CharField(max_length=20, verbose_name="förkortning")),
                (
                    "seats",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="platser"),
                ),
                (
                    "is_public",
                    models.BooleanField(default=False, verbose_name="offentliga sammanträden"),
                ),
                ("prepares_only", models.BooleanField(default=False, verbose_name="bereder bara")),
                (
                    "paragraph_series",
                    models.CharField(
                        choices=[("year", "Kalenderår"), ("meeting", "Sammanträde")],
                        default="year",
                        max_length=10,
                    ),
                ),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="parties.body",
                    ),
                ),
                (
                    "register",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registered_bodies",
                        to="parties.body",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="parties.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__isempty", False), ("period__lower_inf", False)
                        ),
                        name="body_period_bounded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name", ""), ("abbreviation", ""), _connector="OR", _negated=True
                        ),
                        name="body_named",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("organisation", "="),
                            ("abbreviation", "="),
                            ("period", "&&"),
                        ],
                        name="body_abbreviation_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["subcommittee", "presidium"]), _negated=True),
                            ("parent__isnull", False),
                            _connector="OR",
                        ),
                        name="body_part_has_parent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent__isnull", True),
                            models.Q(("parent", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="body_not_own_parent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("abbreviation", models.CharField(max_length=8, verbose_name="förkortning")),
                ("name", models.CharField(max_length=120, verbose_name="namn")),
                (
                    "scope",
                    models.CharField(
                        choices=[("national", "Riksparti"), ("local", "Lokalt parti")],
                        max_length=10,
                    ),
                ),
                (
                    "colour",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[django.core.validators.RegexValidator("^#[0-9A-Fa-f]{6}$")],
                        verbose_name="färg",
                    ),
                ),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="local_parties",
                        to="parties.organisation",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.party",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__isempty", False), ("period__lower_inf", False)
                        ),
                        name="party_period_bounded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("abbreviation", ""), _negated=True),
                        name="party_abbreviated",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("organisation__isnull", True)),
                        expressions=[("abbreviation", "="), ("period", "&&")],
                        name="national_party_once",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("organisation__isnull", False)),
                        expressions=[
                            ("organisation", "="),
                            ("abbreviation", "="),
                            ("period", "&&"),
                        ],
                        name="local_party_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("organisation__isnull", True), ("scope", "national")),
                            models.Q(("organisation__isnull", False), ("scope", "local")),
                            _connector="OR",
                        ),
                        name="local_party_has_organisation",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="namn")),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="party_groups",
                        to="parties.body",
                    ),
                ),
                (
                    "parties",
                    models.ManyToManyField(blank=True, related_name="groups", to="parties.party"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__isempty", False), ("period__lower_inf", False)
                        ),
                        name="party_group_period_bounded",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("body", "="), ("name", "="), ("period", "&&")],
                        name="party_group_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("given_name", models.CharField(blank=True, max_length=80, verbose_name="förnamn")),
                ("family_name", models.CharField(max_length=80, verbose_name="efternamn")),
                (
                    "has_protected_identity",
                    models.BooleanField(default=False, verbose_name="skyddade personuppgifter"),
                ),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("family_name"),
                            function="sv_sort_key",
                            output_field=models.TextField(db_collation="C"),
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="parties.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation", "sort_key"], name="person_sorted")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("family_name", ""), _negated=True), name="person_named"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyAffiliation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.party",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="affiliations",
                        to="parties.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__isempty", False), ("period__lower_inf", False)
                        ),
                        name="affiliation_period_bounded",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("person", "="), ("period", "&&")],
                        name="one_affiliation_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="titel")),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="parties.organisation",
                    ),
                ),
                (
                    "party_group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="parties.partygroup",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="parties.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__isempty", False), ("period__lower_inf", False)
                        ),
                        name="membership_period_bounded",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("user", "="),
                            ("organisation", "="),
                            ("role", "="),
                            ("period", "&&"),
                        ],
                        name="membership_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "councillor"), _negated=True),
                            ("person__isnull", False),
                            _connector="OR",
                        ),
                        name="councillor_is_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "group_leader"), _negated=True),
                            ("party_group__isnull", False),
                            _connector="OR",
                        ),
                        name="group_leader_has_group",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
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
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=160, verbose_name="titel")),
                ("substitution_order", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="parties.body",
                    ),
                ),
                (
                    "elected_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.party",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="parties.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__isempty", False), ("period__lower_inf", False)
                        ),
                        name="assignment_period_bounded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("role", "office_holder"), models.Q(("title", ""), _negated=True)
                            ),
                            ("body__isnull", False),
                            _connector="OR",
                        ),
                        name="assignment_has_body_or_title",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("role", "chair")),
                        expressions=[("body", "="), ("period", "&&")],
                        name="one_chair_at_a_time",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("person", "="),
                            ("body", "="),
                            ("role", "="),
                            ("title", "="),
                            ("period", "&&"),
                        ],
                        name="assignment_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MandatePeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mandate_periods",
                        to="parties.body",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__isempty", False), ("period__lower_inf", False)
                        ),
                        name="mandate_period_bounded",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("body", "="), ("period", "&&")], name="mandate_period_once"
                    ),
                ],
            },
        ),
    ]

"""Organisations, bodies, people, their uppdrag and roles, and the log of changes to them."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import parties.models.organisations


class Migration(migrations.Migration):
    # Databases from before the first release have these instead.
    replaces = [
        ("parties", "0001_parties"),
        ("parties", "0002_answer_transfer"),
        ("parties", "0003_administration"),
        ("parties", "0005_scoped_roles"),
        ("parties", "0006_no_predecessor"),
        ("parties", "0007_second_factor_roles"),
        ("parties", "0008_public_ids"),
        ("parties", "0009_public_site"),
        ("parties", "0010_protected_accounts"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_first_release"),
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
                (
                    "allows_answer_transfer",
                    models.BooleanField(
                        default=False, verbose_name="arbetsordningen låter svaret överlåtas"
                    ),
                ),
                (
                    "second_factor_roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        blank=True,
                        default=parties.models.organisations.roles_that_change_the_register,
                        size=None,
                        verbose_name="roller som kräver tvåstegsinloggning",
                    ),
                ),
                (
                    "feedback_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-post för tillgänglighet"
                    ),
                ),
                (
                    "publication_basis",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="vanlig grund för publicering"
                    ),
                ),
                (
                    "is_indexed",
                    models.BooleanField(
                        default=True, verbose_name="sökmotorer får visa den publika webben"
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
                            ("federation", "Styrelse eller nämnd i kommunalförbund"),
                            ("office", "Förvaltning"),
                            ("informal", "Informell grupp"),
                        ],
                        max_length=30,
                        verbose_name="slag",
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
                        verbose_name="paragraferna räknas per",
                    ),
                ),
                (
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="parties.body",
                        verbose_name="hör till",
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
                        verbose_name="diarieför hos",
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
                (
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
                ),
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
                (
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
                ),
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
                    ),
                    models.UniqueConstraint(fields=("id", "organisation"), name="person_at_home"),
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
                (
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
                ),
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
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                (
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
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
                            (
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("body"),
                                    models.Value(0),
                                    output_field=models.BigIntegerField(),
                                ),
                                "=",
                            ),
                            (
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("party_group"),
                                    models.Value(0),
                                    output_field=models.BigIntegerField(),
                                ),
                                "=",
                            ),
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role__in", ["committee_secretary"]), _negated=True),
                            ("body__isnull", False),
                            _connector="OR",
                        ),
                        name="body_bound_role_has_body",
                    ),
                ],
            },
        ),
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
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                        verbose_name="roll",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=160, verbose_name="titel")),
                (
                    "substitution_order",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="ordning bland ersättarna"
                    ),
                ),
                (
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="parties.body",
                        verbose_name="organ",
                    ),
                ),
                (
                    "elected_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.party",
                        verbose_name="vald för",
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

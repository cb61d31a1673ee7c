"""Accounts, second factors, signing in and mail on its way."""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    # Databases from before the first release have these instead.
    replaces = [
        ("accounts", "0001_accounts"),
        ("accounts", "0002_sign_in"),
        ("accounts", "0003_kept_name"),
    ]

    initial = True

    dependencies = [
        ("kernel", "0001_ground"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "email",
                    models.EmailField(max_length=254, unique=True, verbose_name="e-postadress"),
                ),
                ("name", models.CharField(max_length=200, verbose_name="namn")),
                ("kept_name", models.CharField(blank=True, default="", max_length=200)),
                ("is_active", models.BooleanField(default=True, verbose_name="aktivt")),
                ("theme", models.CharField(blank=True, default="", max_length=5)),
                ("has_keys", models.BooleanField(default=True, verbose_name="snabbtangenter")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"), name="user_email_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DemoMark",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("people", models.JSONField(default=list)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="one_demo_mark")
                ],
            },
        ),
        migrations.CreateModel(
            name="FormDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="form_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("path", models.CharField(max_length=300)),
                ("data", models.JSONField(default=dict)),
                ("saved_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("user", "path"), name="draft_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uploads",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("path", models.CharField(max_length=300)),
                ("name", models.CharField(max_length=200)),
                ("size", models.PositiveBigIntegerField()),
                ("file", models.FileField(upload_to="inlagda/%Y/%m/")),
                ("uploaded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("id",),
                "indexes": [models.Index(fields=["user", "path"], name="uploads_at_address")],
            },
        ),
        migrations.CreateModel(
            name="SignIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_ins",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("session_key", models.CharField(max_length=40)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("password", "Lösenord"),
                            ("passkey", "Passnyckel"),
                            ("organisation", "Kommunens inloggning"),
                            ("demo", "Demon"),
                        ],
                        max_length=20,
                    ),
                ),
                ("second_factor", models.CharField(blank=True, max_length=20)),
                ("acr", models.CharField(blank=True, max_length=200, verbose_name="tillitsnivå")),
                ("address", models.CharField(max_length=45)),
                ("device", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-seen_at", "-id"),
                "indexes": [
                    models.Index(
                        fields=["user", "address", "seen_at"], name="sign_ins_from_address"
                    ),
                    models.Index(fields=["session_key"], name="sign_in_of_session"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("password", "Password"), ("code", "Code"), ("reset", "Reset")],
                        max_length=10,
                    ),
                ),
                ("account", models.CharField(max_length=254)),
                ("network", models.CharField(max_length=49)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind", "account", "at"], name="attempts_on_account"),
                    models.Index(fields=["kind", "network", "at"], name="attempts_from_network"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutgoingMail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recipient", models.EmailField(max_length=254)),
                ("subject", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="cae35389cbb664a842eb21311cfa89ec188c9e9f",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_d7be2",
                    table="accounts_user",
                    when="BEFORE",
                ),
            ),
        ),
    ]

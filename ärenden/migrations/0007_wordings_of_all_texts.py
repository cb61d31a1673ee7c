"""The earlier wordings of every printed text are kept: proposals, decisions, minutes, the rest."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import kernel.tables


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0006_told_titles"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        kernel.tables.CreateTogether(
            models=[
                migrations.CreateModel(
                    name="DecisionHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("approved", "Bifall"),
                                    ("rejected", "Avslag"),
                                    ("partly_approved", "Delvis bifall"),
                                    ("mixed", "Olika utfall"),
                                    ("considered_answered", "Anses besvarad"),
                                    ("written_off", "Avskriven"),
                                    ("dropped", "Utgår"),
                                    ("adopted", "Antagen"),
                                    ("noted", "Noterad"),
                                    ("no_action", "Ingen åtgärd"),
                                    ("answered_in_writing", "Besvarad skriftligt"),
                                    ("answered_orally", "Besvarad muntligt"),
                                    ("not_answered", "Inget svar lämnat"),
                                ],
                                max_length=20,
                                verbose_name="innebörd",
                            ),
                        ),
                        (
                            "lead_text_printed",
                            models.TextField(blank=True, verbose_name="inledning"),
                        ),
                        ("motivation", models.TextField(blank=True, verbose_name="motivering")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.decision",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DecisionPointHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("text", models.TextField()),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.decisionpoint",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MinutesItemHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="paragraf")),
                        ("suffix", models.CharField(blank=True, max_length=5)),
                        ("title_printed", models.TextField(blank=True, verbose_name="rubrik")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.minutesitem",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MinutesSectionHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("heading_printed", models.TextField(blank=True, verbose_name="rubrik")),
                        ("text", models.TextField(blank=True)),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.minutessection",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NonParticipationHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("ground_printed", models.TextField(blank=True, verbose_name="grund")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.nonparticipation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PrepStepHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("actor_printed", models.CharField(max_length=160, verbose_name="vem")),
                        (
                            "paragraph_printed",
                            models.CharField(blank=True, max_length=20, verbose_name="paragraf"),
                        ),
                        (
                            "lead_text_printed",
                            models.TextField(blank=True, verbose_name="inledning"),
                        ),
                        ("text", models.TextField(blank=True)),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.prepstep",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProposalHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "lead_text_printed",
                            models.TextField(blank=True, verbose_name="inledning"),
                        ),
                        ("text", models.TextField(blank=True)),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.proposal",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProposalPointHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "lead_text_printed",
                            models.TextField(blank=True, verbose_name="inledning"),
                        ),
                        ("text", models.TextField()),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.proposalpoint",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PropositionStepHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "found_printed",
                            models.TextField(blank=True, verbose_name="vad ordföranden finner"),
                        ),
                        (
                            "yes_means",
                            models.TextField(blank=True, null=True, verbose_name="vad ja betyder"),
                        ),
                        (
                            "no_means",
                            models.TextField(blank=True, null=True, verbose_name="vad nej betyder"),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.propositionstep",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReferralHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "recipient_printed",
                            models.CharField(max_length=160, verbose_name="remissinstans"),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="yttrande")),
                        ("reason", models.TextField(blank=True, verbose_name="skäl")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.referral",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReservationHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("printed", models.TextField(blank=True, verbose_name="lydelse")),
                        ("text", models.TextField(blank=True)),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.reservation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StatementHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "lead_text_printed",
                            models.TextField(blank=True, verbose_name="inledning"),
                        ),
                        ("text", models.TextField()),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.statement",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TaskHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "responsible_printed",
                            models.CharField(max_length=160, verbose_name="ansvarig"),
                        ),
                        ("text", models.TextField(verbose_name="uppdrag")),
                        (
                            "report_to_printed",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="återrapporteras till"
                            ),
                        ),
                        ("report", models.TextField(blank=True, verbose_name="återrapportering")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.task",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agentsnapshot",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="answerpart",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="case",
            name="update_update",
        ),
        migrations.AddField(
            model_name="agenthistory",
            name="note_printed",
            field=models.CharField(blank=True, max_length=160, verbose_name="tillägg"),
        ),
        migrations.AddField(
            model_name="agenthistory",
            name="organisation_printed",
            field=models.CharField(blank=True, max_length=160, verbose_name="organisation"),
        ),
        migrations.AddField(
            model_name="agenthistory",
            name="roles_printed",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=160),
                blank=True,
                default=list,
                size=None,
                verbose_name="titel",
            ),
        ),
        migrations.AddField(
            model_name="answerparthistory",
            name="question_text_as_quoted",
            field=models.TextField(blank=True, verbose_name="frågan som den återges"),
        ),
        migrations.AddField(
            model_name="casehistory",
            name="own_number",
            field=models.CharField(blank=True, max_length=40, verbose_name="eget nummer"),
        ),
        migrations.AlterField(
            model_name="agentsnapshot",
            name="note_printed",
            field=models.CharField(blank=True, max_length=160, verbose_name="tillägg"),
        ),
        migrations.AlterField(
            model_name="agentsnapshot",
            name="roles_printed",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=160),
                blank=True,
                default=list,
                size=None,
                verbose_name="titel",
            ),
        ),
        migrations.AlterField(
            model_name="answerpart",
            name="question_text_as_quoted",
            field=models.TextField(blank=True, verbose_name="frågan som den återges"),
        ),
        migrations.AlterField(
            model_name="decision",
            name="lead_text_printed",
            field=models.TextField(blank=True, verbose_name="inledning"),
        ),
        migrations.AlterField(
            model_name="decision",
            name="motivation",
            field=models.TextField(blank=True, verbose_name="motivering"),
        ),
        migrations.AlterField(
            model_name="decision",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("approved", "Bifall"),
                    ("rejected", "Avslag"),
                    ("partly_approved", "Delvis bifall"),
                    ("mixed", "Olika utfall"),
                    ("considered_answered", "Anses besvarad"),
                    ("written_off", "Avskriven"),
                    ("dropped", "Utgår"),
                    ("adopted", "Antagen"),
                    ("noted", "Noterad"),
                    ("no_action", "Ingen åtgärd"),
                    ("answered_in_writing", "Besvarad skriftligt"),
                    ("answered_orally", "Besvarad muntligt"),
                    ("not_answered", "Inget svar lämnat"),
                ],
                max_length=20,
                verbose_name="innebörd",
            ),
        ),
        migrations.AlterField(
            model_name="minutessection",
            name="heading_printed",
            field=models.TextField(blank=True, verbose_name="rubrik"),
        ),
        migrations.AlterField(
            model_name="nonparticipation",
            name="ground_printed",
            field=models.TextField(blank=True, verbose_name="grund"),
        ),
        migrations.AlterField(
            model_name="prepstep",
            name="actor_printed",
            field=models.CharField(max_length=160, verbose_name="vem"),
        ),
        migrations.AlterField(
            model_name="prepstep",
            name="lead_text_printed",
            field=models.TextField(blank=True, verbose_name="inledning"),
        ),
        migrations.AlterField(
            model_name="prepstep",
            name="paragraph_printed",
            field=models.CharField(blank=True, max_length=20, verbose_name="paragraf"),
        ),
        migrations.AlterField(
            model_name="proposal",
            name="lead_text_printed",
            field=models.TextField(blank=True, verbose_name="inledning"),
        ),
        migrations.AlterField(
            model_name="proposalpoint",
            name="lead_text_printed",
            field=models.TextField(blank=True, verbose_name="inledning"),
        ),
        migrations.AlterField(
            model_name="propositionstep",
            name="found_printed",
            field=models.TextField(blank=True, verbose_name="vad ordföranden finner"),
        ),
        migrations.AlterField(
            model_name="propositionstep",
            name="no_means",
            field=models.TextField(blank=True, null=True, verbose_name="vad nej betyder"),
        ),
        migrations.AlterField(
            model_name="propositionstep",
            name="yes_means",
            field=models.TextField(blank=True, null=True, verbose_name="vad ja betyder"),
        ),
        migrations.AlterField(
            model_name="reservation",
            name="printed",
            field=models.TextField(blank=True, verbose_name="lydelse"),
        ),
        migrations.AlterField(
            model_name="statement",
            name="lead_text_printed",
            field=models.TextField(blank=True, verbose_name="inledning"),
        ),
        migrations.AlterField(
            model_name="task",
            name="report",
            field=models.TextField(blank=True, verbose_name="återrapportering"),
        ),
        migrations.AlterField(
            model_name="task",
            name="report_to_printed",
            field=models.CharField(blank=True, max_length=160, verbose_name="återrapporteras till"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agentsnapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."name_printed" IS DISTINCT FROM (NEW."name_printed") OR OLD."note_printed" IS DISTINCT FROM (NEW."note_printed") OR OLD."organisation_printed" IS DISTINCT FROM (NEW."organisation_printed") OR OLD."party_printed" IS DISTINCT FROM (NEW."party_printed") OR OLD."roles_printed" IS DISTINCT FROM (NEW."roles_printed"))',
                    func='INSERT INTO "arenden_agenthistory" ("name_printed", "note_printed", "organisation_printed", "party_printed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles_printed") VALUES (OLD."name_printed", OLD."note_printed", OLD."organisation_printed", OLD."party_printed", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."roles_printed"); RETURN NULL;',
                    hash="6db19b42144cd352acf1898473d98d91782755af",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e3fbc",
                    table="arenden_agentsnapshot",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."question_text_as_quoted" IS DISTINCT FROM (NEW."question_text_as_quoted") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_answerparthistory" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_text_as_quoted", "text") VALUES (_pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."question_text_as_quoted", OLD."text"); RETURN NULL;',
                    hash="4b4b74d4aba9244fd34420218d62f09a3110e11e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_06cc0",
                    table="arenden_answerpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_type" IS DISTINCT FROM (NEW."case_type") OR OLD."dnr" IS DISTINCT FROM (NEW."dnr") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."own_number" IS DISTINCT FROM (NEW."own_number") OR OLD."question_intro" IS DISTINCT FROM (NEW."question_intro") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_public" IS DISTINCT FROM (NEW."title_public"))',
                    func='INSERT INTO "arenden_casehistory" ("case_type", "dnr", "motivation", "own_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_intro", "received_on", "title", "title_public") VALUES (OLD."case_type", OLD."dnr", OLD."motivation", OLD."own_number", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."question_intro", OLD."received_on", OLD."title", OLD."title_public"); RETURN NULL;',
                    hash="8a6e4c1142380ec694de3baadc1af58234595032",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_985a4",
                    table="arenden_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."lead_text_printed" IS DISTINCT FROM (NEW."lead_text_printed") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome"))',
                    func='INSERT INTO "arenden_decisionhistory" ("lead_text_printed", "motivation", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."lead_text_printed", OLD."motivation", OLD."outcome", _pgh_attach_context(), NOW(), \'update\', OLD."id"); RETURN NULL;',
                    hash="6feba01f0214349aa73851c8bc43a842f7ef253a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_75219",
                    table="arenden_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_decisionpointhistory" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (_pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="da2e956c40021925c2d3ed8d9a676c093355c5d5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af12a",
                    table="arenden_decisionpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="minutesitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."suffix" IS DISTINCT FROM (NEW."suffix") OR OLD."title_printed" IS DISTINCT FROM (NEW."title_printed"))',
                    func='INSERT INTO "arenden_minutesitemhistory" ("number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suffix", "title_printed") VALUES (OLD."number", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."suffix", OLD."title_printed"); RETURN NULL;',
                    hash="94ff479d8c84c986bbff6d180db073865fc33f4f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b00c9",
                    table="arenden_minutesitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="minutessection",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."heading_printed" IS DISTINCT FROM (NEW."heading_printed") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_minutessectionhistory" ("heading_printed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."heading_printed", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="34f068e5f64d4d529642bf21f9f23b791d35e2f2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ffbf8",
                    table="arenden_minutessection",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nonparticipation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ground_printed" IS DISTINCT FROM (NEW."ground_printed"))',
                    func='INSERT INTO "arenden_nonparticipationhistory" ("ground_printed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."ground_printed", _pgh_attach_context(), NOW(), \'update\', OLD."id"); RETURN NULL;',
                    hash="5506de608b9d20322fe8b7f7a566c7ed924182b3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_70552",
                    table="arenden_nonparticipation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="prepstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."actor_printed" IS DISTINCT FROM (NEW."actor_printed") OR OLD."lead_text_printed" IS DISTINCT FROM (NEW."lead_text_printed") OR OLD."paragraph_printed" IS DISTINCT FROM (NEW."paragraph_printed") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_prepstephistory" ("actor_printed", "lead_text_printed", "paragraph_printed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."actor_printed", OLD."lead_text_printed", OLD."paragraph_printed", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="2ffdfee3ec7b3f45d243092c4bfa0790f66d6533",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_572e0",
                    table="arenden_prepstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."lead_text_printed" IS DISTINCT FROM (NEW."lead_text_printed") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_proposalhistory" ("lead_text_printed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."lead_text_printed", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="b17bbb569ea216d6db166e6153fc00d00c92ccb7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a72ef",
                    table="arenden_proposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposalpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."lead_text_printed" IS DISTINCT FROM (NEW."lead_text_printed") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_proposalpointhistory" ("lead_text_printed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."lead_text_printed", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="c28a489b2baf190fd0ad963d126c1f82f9715eaf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_232ad",
                    table="arenden_proposalpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="propositionstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."found_printed" IS DISTINCT FROM (NEW."found_printed") OR OLD."no_means" IS DISTINCT FROM (NEW."no_means") OR OLD."yes_means" IS DISTINCT FROM (NEW."yes_means"))',
                    func='INSERT INTO "arenden_propositionstephistory" ("found_printed", "no_means", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "yes_means") VALUES (OLD."found_printed", OLD."no_means", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."yes_means"); RETURN NULL;',
                    hash="a9e586997c06b9c559efd2d46bb6a29fcff5bb7f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_36e49",
                    table="arenden_propositionstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."recipient_printed" IS DISTINCT FROM (NEW."recipient_printed") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_referralhistory" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recipient_printed", "text") VALUES (_pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."reason", OLD."recipient_printed", OLD."text"); RETURN NULL;',
                    hash="061afe3501a401ae9b8ba64ae290f7388bf3fbdf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f2dfa",
                    table="arenden_referral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reservation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."printed" IS DISTINCT FROM (NEW."printed") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_reservationhistory" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed", "text") VALUES (_pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."printed", OLD."text"); RETURN NULL;',
                    hash="3ceb78d0438536c1a45f17da402ae2209494a284",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_33b1c",
                    table="arenden_reservation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."lead_text_printed" IS DISTINCT FROM (NEW."lead_text_printed") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_statementhistory" ("lead_text_printed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."lead_text_printed", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="7a4375bec8d0dfa83eff8383ec167c49ef574740",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9fbb9",
                    table="arenden_statement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="task",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."report" IS DISTINCT FROM (NEW."report") OR OLD."report_to_printed" IS DISTINCT FROM (NEW."report_to_printed") OR OLD."responsible_printed" IS DISTINCT FROM (NEW."responsible_printed") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_taskhistory" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report", "report_to_printed", "responsible_printed", "text") VALUES (_pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."report", OLD."report_to_printed", OLD."responsible_printed", OLD."text"); RETURN NULL;',
                    hash="9950f978098476c42e0b84af70fc8274652af4ee",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7e0e2",
                    table="arenden_task",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="72e4a3cf68735a9253a28413909ee96cc9a43dbd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fbb52",
                    table="arenden_decisionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionpointhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a7c3bf74353b225e3860e503ef3f4daaa4922ba2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e94f2",
                    table="arenden_decisionpointhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="minutesitemhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a9ca71dfceca55dcd2b9bb214bf5cf7f4ed93f1b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ceea5",
                    table="arenden_minutesitemhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="minutessectionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e941b661a93197b9e77830d482a7bdded33ba7df",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_93fa3",
                    table="arenden_minutessectionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nonparticipationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="963698e80268edf3e922f2ac7a96a954153593ed",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d1657",
                    table="arenden_nonparticipationhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="prepstephistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2bae14ec8e5a952677841fd122458e27120a8359",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_166b7",
                    table="arenden_prepstephistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposalhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e37cce31f5360b105dfccb8a96b7eda00eb6ff76",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_15455",
                    table="arenden_proposalhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposalpointhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3e0f02f3b76efc1a18a238a62bbabbdcf1fe7114",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c51f1",
                    table="arenden_proposalpointhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="propositionstephistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="94747da6fa6d8a33d33ad4a9d2e2b9cfd48528aa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_86cff",
                    table="arenden_propositionstephistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referralhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="de6a23d53cc96bdbb7f1c82ae54cd85eaa76a514",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c6053",
                    table="arenden_referralhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reservationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="066086d93b1a6767e957364dc125916d95700731",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7200b",
                    table="arenden_reservationhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statementhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="432c42a6831424f3057e2940a5a1e21f43f327b5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1396f",
                    table="arenden_statementhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="taskhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="94a8f3904a0c0c4ce788b56b5f9d85b116063c72",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_765d6",
                    table="arenden_taskhistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]

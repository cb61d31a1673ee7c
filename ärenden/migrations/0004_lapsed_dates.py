"""Deadlines that wait for a meeting have a status of their own, and rules that tell of them."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.utils import timezone

from ärenden.choices import Trigger
from ärenden.reminding import TOLD_OF_LAPSES
from ärenden.workflow.steps import OPEN

WAITING = """
update arenden_deadline set status = 'waiting'
from arenden_case
where arenden_case.id = arenden_deadline.case_id and arenden_case.state = any(%s)
  and arenden_deadline.status = 'replaced'
  and not exists (select from arenden_deadline later where later.replaces_id = arenden_deadline.id)
"""


def add_rules(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """What has lapsed before is told to no one."""
    rows = apps.get_model("arenden", "ReminderRule").objects
    for organisation in apps.get_model("parties", "Organisation").objects.all():
        for audience, wanted in TOLD_OF_LAPSES:
            told = {"audience": audience, "wanted": wanted, "trigger": Trigger.LAPSED}
            rows.create(organisation=organisation, made_at=timezone.now(), **told)


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0003_number_parts"),
        ("meetings", "0001_first_release"),
        ("parties", "0002_people_at_home"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="reminderrule",
            name="timed_rule_has_purpose",
        ),
        migrations.RemoveIndex(
            model_name="deadline",
            name="open_deadlines",
        ),
        migrations.AlterField(
            model_name="deadline",
            name="status",
            field=models.CharField(
                choices=[
                    ("open", "Löper"),
                    ("met", "Uppfylld"),
                    ("waived", "Undantagen"),
                    ("replaced", "Ersatt"),
                    ("waiting", "Väntar på ett sammanträde"),
                ],
                default="open",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="reminderrule",
            name="trigger",
            field=models.CharField(
                choices=[
                    ("time", "En viss tid före eller efter"),
                    ("moved", "När datumet har flyttats"),
                    ("lapsed", "När datumet inte längre gäller och inget nytt finns"),
                ],
                default="time",
                max_length=10,
                verbose_name="när",
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(("status__in", ("open", "waiting"))),
                fields=["due_at"],
                name="standing_deadlines",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("trigger", "time"), _negated=True),
                    models.Q(("purpose", ""), _negated=True),
                    _connector="OR",
                ),
                name="timed_rule_has_purpose",
            ),
        ),
        migrations.RunSQL([(WAITING, [sorted(OPEN)])], migrations.RunSQL.noop),
        migrations.RunPython(add_rules, migrations.RunPython.noop),
    ]

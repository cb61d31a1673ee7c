"""When a meeting was announced and summoned to, and its minutes adjusted and posted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0003_revisions"),
        ("parties", "0009_public_site"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="adjusted_on",
            field=models.DateField(blank=True, null=True, verbose_name="protokollet justerat"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="announced_on",
            field=models.DateField(blank=True, null=True, verbose_name="justeringen anslagen"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="dispatched_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="protokollsutdragen skickade"
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="noticed_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="tillkännagivet på anslagstavlan"
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="removal_on",
            field=models.DateField(blank=True, null=True, verbose_name="anslaget tas ned"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="summoned_on",
            field=models.DateField(blank=True, null=True, verbose_name="kallelsen skickad"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("announced_on__isnull", True),
                    ("adjusted_on__lte", models.F("announced_on")),
                    _connector="OR",
                ),
                name="minutes_adjusted_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("removal_on__isnull", True),
                    ("announced_on__lt", models.F("removal_on")),
                    _connector="OR",
                ),
                name="announcement_stands_first",
            ),
        ),
    ]

"""An account is a person only of the organisation in which it has the role."""

from django.db import migrations, models

MEMBERSHIP = """
alter table parties_membership add constraint membership_person_at_home
  foreign key (person_id, organisation_id) references parties_person (id, organisation_id)
"""


class Migration(migrations.Migration):
    dependencies = [("parties", "0003_administration")]
    operations = [
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                fields=("id", "organisation"), name="person_at_home"
            ),
        ),
        migrations.RunSQL(
            MEMBERSHIP, "alter table parties_membership drop constraint membership_person_at_home"
        ),
    ]

"""An account is a person only of the organisation in which it has the role."""

from django.db import migrations

MEMBERSHIP = """
alter table parties_membership add constraint membership_person_at_home
  foreign key (person_id, organisation_id) references parties_person (id, organisation_id)
"""


class Migration(migrations.Migration):
    replaces = [("parties", "0004_people_at_home")]
    dependencies = [("parties", "0001_first_release")]
    operations = [
        migrations.RunSQL(
            MEMBERSHIP, "alter table parties_membership drop constraint membership_person_at_home"
        ),
    ]

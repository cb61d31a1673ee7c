"""A name in a case is linked only to people of the case's organisation: it may open the case."""

from django.db import migrations

NAME_AT_HOME = """
create function arenden_name_at_home() returns trigger language plpgsql as $$
begin
  if not exists (
    select from arenden_case join parties_person using (organisation_id)
    where arenden_case.id = new.case_id and parties_person.id = new.person_id
  ) then
    raise exception 'person % of case % belongs to another organisation', new.person_id, new.case_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger name_at_home after insert or update of case_id, person_id on arenden_agentsnapshot
  for each row when (new.case_id is not null and new.person_id is not null)
  execute function arenden_name_at_home();
"""


class Migration(migrations.Migration):
    dependencies = [("arenden", "0002_guards"), ("parties", "0004_people_at_home")]
    operations = [
        migrations.RunSQL(
            NAME_AT_HOME,
            "drop trigger name_at_home on arenden_agentsnapshot;"
            " drop function arenden_name_at_home()",
        ),
    ]

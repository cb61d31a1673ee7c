"""What constraints cannot say.

The timeline is append-only, and a state changes only together with an event.  A name in a case
is linked only to people of the case's organisation: it may open the case.  A decision to publish
is withdrawn once, and never otherwise changed or removed.
"""

from django.db import migrations

APPEND_ONLY = r"""
create function arenden_event_stands() returns trigger language plpgsql as $$
begin
  -- The test runner empties its own databases; nowhere else is an event ever taken away.
  if tg_op = 'TRUNCATE' and current_database() like 'test\_%' then
    return null;
  end if;
  raise exception 'a case event is never changed or removed' using errcode = 'insufficient_privilege';
end $$;
create trigger event_stands before update or delete or truncate on arenden_caseevent
  for each statement execute function arenden_event_stands();
"""

STATE_NEEDS_EVENT = """
create function arenden_state_has_event() returns trigger language plpgsql as $$
begin
  if not exists (
    select from arenden_caseevent
    where case_id = new.id
      and state_after = new.state
      and answer_state_after = new.answer_state
      and transaction = pg_current_xact_id()::text
  ) then
    raise exception 'the state of case % changed without an event', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger state_has_event
  after insert or update of state, answer_state, outcome, execution, is_permitted on arenden_case
  deferrable initially deferred
  for each row execute function arenden_state_has_event();
"""

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

PUBLICATION_STANDS = r"""
create function arenden_publication_stands() returns trigger language plpgsql as $$
begin
  -- The test runner empties its own databases; nowhere else is a decision ever taken away.
  if tg_op = 'TRUNCATE' and current_database() like 'test\_%' then
    return null;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'arenden_publication' then
    if old.withdrawn_at is null and new.withdrawn_at is not null
      and to_jsonb(new) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason']
        = to_jsonb(old) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason']
    then
      return new;
    end if;
  end if;
  raise exception 'a decision to publish is only withdrawn, once'
    using errcode = 'insufficient_privilege';
end $$;
create trigger publication_stands before update or delete on arenden_publication
  for each row execute function arenden_publication_stands();
create trigger publications_stand before truncate on arenden_publication
  for each statement execute function arenden_publication_stands();
create trigger publication_files_stand before update or delete on arenden_publication_files
  for each row execute function arenden_publication_stands();
"""

PUBLICATION_FALLS = """
drop trigger publication_files_stand on arenden_publication_files;
drop trigger publications_stand on arenden_publication;
drop trigger publication_stands on arenden_publication;
drop function arenden_publication_stands()
"""


class Migration(migrations.Migration):
    dependencies = [("arenden", "0001_first_release")]
    operations = [
        migrations.RunSQL(
            APPEND_ONLY,
            "drop trigger event_stands on arenden_caseevent; drop function arenden_event_stands()",
        ),
        migrations.RunSQL(
            STATE_NEEDS_EVENT,
            "drop trigger state_has_event on arenden_case; drop function arenden_state_has_event()",
        ),
        migrations.RunSQL(
            NAME_AT_HOME,
            "drop trigger name_at_home on arenden_agentsnapshot;"
            " drop function arenden_name_at_home()",
        ),
        migrations.RunSQL(PUBLICATION_STANDS, PUBLICATION_FALLS),
    ]

"""The timeline is append-only, and a state changes only together with an event."""

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


class Migration(migrations.Migration):
    dependencies = [("arenden", "0001_register")]
    operations = [
        migrations.RunSQL(
            APPEND_ONLY,
            "drop trigger event_stands on arenden_caseevent; drop function arenden_event_stands()",
        ),
        migrations.RunSQL(
            STATE_NEEDS_EVENT,
            "drop trigger state_has_event on arenden_case; drop function arenden_state_has_event()",
        ),
    ]

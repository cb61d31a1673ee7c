"""A decision to publish is withdrawn once, and never otherwise changed or removed."""

from django.db import migrations

STANDS = r"""
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
FALLS = """
drop trigger publication_files_stand on arenden_publication_files;
drop trigger publications_stand on arenden_publication;
drop trigger publication_stands on arenden_publication;
drop function arenden_publication_stands()
"""


class Migration(migrations.Migration):
    dependencies = [("arenden", "0012_publications")]
    operations = [migrations.RunSQL(STANDS, FALLS)]

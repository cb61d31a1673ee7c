"""Cases that were registered before each had a handler get the one who registered them."""

from django.db import migrations

REGISTRARS = """
update arenden_case set handler_id = registering.actor_id
from arenden_caseevent registering join accounts_user account on account.id = registering.actor_id
where registering.case_id = arenden_case.id and registering.action = 'register'
"""


class Migration(migrations.Migration):
    dependencies = [("arenden", "0015_case_handlers")]
    operations = [migrations.RunSQL(REGISTRARS, migrations.RunSQL.noop)]

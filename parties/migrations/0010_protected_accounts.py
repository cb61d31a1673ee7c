from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PROTECTED = "Skyddade personuppgifter"


def name_accounts(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """As `parties.memberships` does of those who are protected from now on."""
    User = apps.get_model("accounts", "User")
    protected = User.objects.filter(memberships__person__has_protected_identity=True, kept_name="")
    for user in protected.distinct():
        user.kept_name, user.name = user.name, PROTECTED
        user.save(update_fields=["name", "kept_name"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_kept_name"),
        ("parties", "0009_public_site"),
    ]

    operations = [migrations.RunPython(name_accounts, migrations.RunPython.noop)]

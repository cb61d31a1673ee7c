"""No page and no rule asks which party a party was before."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("parties", "0005_scoped_roles")]
    operations = [migrations.RemoveField("party", "predecessor")]

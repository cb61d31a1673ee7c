from django.apps import AppConfig


class ArendenConfig(AppConfig):
    """The label is ASCII; the package name holds the project's only `ä`."""

    name = "ärenden"
    label = "arenden"
    verbose_name = "ärenden"
    default_auto_field = "django.db.models.BigAutoField"

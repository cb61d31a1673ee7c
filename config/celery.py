"""What worker and beat run.

The web processes do not import this: actions insert rows, and beat's tasks deliver them.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("arenden")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

"""Every address: monitoring first, then the apps."""

from django.urls import include, path

from config import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("status", health.status, name="status"),
    path("", include("accounts.urls")),
    path("", include("ärenden.urls")),
]

"""Addresses of the register; each part of the workplace keeps its own list."""

from django.urls import include, path

from ärenden.web import start

urlpatterns = [
    path("", start.Start.as_view(), name="start"),
    path(
        "org/<slug:organisation>/",
        include(("ärenden.web.urls", "arenden"), namespace="arenden"),
    ),
]

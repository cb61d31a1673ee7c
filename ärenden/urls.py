"""Addresses of the register; each part of the workplace keeps its own list."""

from django.conf import settings
from django.urls import include, path

from ärenden.web import gallery, invitation, start
from ärenden.web.calendars.feed import feed

urlpatterns = [
    path("", start.Start.as_view(), name="start"),
    path("inbjudan/<str:token>/", invitation.Accept.as_view(), name="invitation"),
    path("kalender/<str:address>.ics", feed, name="calendar_feed"),
    path("oppet/", include(("ärenden.web.public.urls", "public"), namespace="public")),
    path(
        "org/<slug:organisation>/",
        include(("ärenden.web.urls", "arenden"), namespace="arenden"),
    ),
]

if settings.DEBUG:
    urlpatterns.append(path("galleri/", gallery.gallery, name="gallery"))

"""Addresses of the meeting notes."""

from django.urls import path

from ärenden.web.notes import pages

urlpatterns = [
    path("minnesanteckningar/", pages.NoteList.as_view(), name="notes"),
    path("minnesanteckningar/<uuid:note>/", pages.NotePage.as_view(), name="note"),
    path(
        "minnesanteckningar/<uuid:note>/kalla/<uuid:source>/",
        pages.NoteSource.as_view(),
        name="note_source",
    ),
]

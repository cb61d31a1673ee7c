"""Addresses of the motionsbalans: the coming one, a motion's words in it, and those frozen."""

from django.urls import path

from ärenden.web.reports import draft, frozen, note

urlpatterns = [
    path("motionsbalans/", draft.Draft.as_view(), name="motion_balance"),
    path("motionsbalans/<uuid:case>/", note.Note.as_view(), name="balance_note"),
    path("motionsbalans/tidigare/<uuid:report>/", frozen.Report.as_view(), name="motion_report"),
    path(
        "motionsbalans/tidigare/<uuid:report>/word/",
        frozen.Word.as_view(),
        name="motion_report_word",
    ),
]

"""Addresses of lists, of what is printed from them, and of the files that they lead to."""

from django.urls import path

from ärenden.web.lists import cases, colours, files, journal, mail

urlpatterns = [
    path("arenden/", cases.CaseList.as_view(), name="cases"),
    path("postlista/", mail.MailList.as_view(), name="mail_list"),
    path("arenden/<uuid:case>/dagboksblad/", journal.Journal.as_view(), name="journal"),
    path("handling/<uuid:file>/", files.Download.as_view(), name="file"),
    path("partier-<slug:digest>.css", colours.PartyColours.as_view(), name="party_colours"),
]

"""Addresses of the desk, of absences and of undoing; where one begins, and help."""

from django.urls import path

from ärenden.web import help as helping
from ärenden.web import start
from ärenden.web.desk import away, handover, page, undo

urlpatterns = [
    path("", start.Home.as_view(), name="home"),
    path("hjalp/", helping.Help.as_view(), name="help"),
    path("att-gora/", page.Desk.as_view(), name="desk"),
    path("att-gora/franvaro/", away.Away.as_view(), name="away"),
    path("att-gora/overlamning/", handover.Handover.as_view(), name="handover"),
    path("arenden/<uuid:case>/angra/<int:version>/", undo.Undo.as_view(), name="undo"),
]

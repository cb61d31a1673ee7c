"""Addresses of the page where one's calendar feeds are kept."""

from django.urls import path

from ärenden.web.calendars import pages

urlpatterns = [
    path("kalender/", pages.Calendars.as_view(), name="calendars"),
    path("kalender/<uuid:feed>/ny-adress/", pages.NewAddress.as_view(), name="calendar_renew"),
    path("kalender/<uuid:feed>/stang/", pages.Close.as_view(), name="calendar_close"),
]

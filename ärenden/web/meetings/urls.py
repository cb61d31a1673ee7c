"""Addresses of the meetings."""

from django.urls import path

from ärenden.web.meetings import days, pages

urlpatterns = [
    path("sammantraden/", pages.MeetingList.as_view(), name="meetings"),
    path("sammantraden/<uuid:meeting>/", pages.MeetingPage.as_view(), name="meeting"),
    path("sammantraden/<uuid:meeting>/dagar/", days.MeetingDays.as_view(), name="meeting_days"),
]

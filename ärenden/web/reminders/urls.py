"""Addresses of the reminders."""

from django.urls import path

from ärenden.web.reminders import orders, own, pages

ROOT = "paminnelser/"
ONE = f"{ROOT}<uuid:reminder>/"
urlpatterns = [
    path(ROOT, pages.Coming.as_view(), name="reminders"),
    path(f"{ROOT}avslutade/", pages.Ended.as_view(), name="reminders_ended"),
    path(f"{ROOT}provkor/", pages.Trial.as_view(), name="reminders_trial"),
    path(f"{ROOT}mina/", own.OwnReminders.as_view(), name="own_reminders"),
    path(f"{ONE}skicka/", orders.SendNow.as_view(), name="reminder_send"),
    path(f"{ONE}hall-inne/", orders.Hold.as_view(), name="reminder_hold"),
    path(f"{ONE}slapp/", orders.LetGo.as_view(), name="reminder_let_go"),
    path(f"{ONE}forsok-igen/", orders.TryAgain.as_view(), name="reminder_again"),
]

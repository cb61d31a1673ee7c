"""Addresses of the answerer's workplace."""

from django.urls import path

from ärenden.web.answers import handing_in, left, listing, other_ways, sharing, writing

CASE = "arenden/<uuid:case>/svar"

urlpatterns = [
    path("svar/", listing.AnswerList.as_view(), name="answers"),
    path(f"{CASE}/", writing.Write.as_view(), name="answer"),
    path(f"{CASE}/mitt-utkast/", left.Left.as_view(), name="answer_left"),
    path(f"{CASE}/dela/", sharing.Share.as_view(), name="answer_share"),
    path(f"{CASE}/historik/", sharing.History.as_view(), name="answer_history"),
    path(f"{CASE}/granska/", handing_in.Review.as_view(), name="answer_review"),
    path(f"{CASE}/kvitto/", handing_in.Receipt.as_view(), name="answer_receipt"),
    path(f"{CASE}/mer-tid/", other_ways.MoreTime.as_view(), name="answer_time"),
    path(f"{CASE}/overlat/", other_ways.PassOn.as_view(), name="answer_transfer"),
]

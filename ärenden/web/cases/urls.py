"""Addresses of one case."""

from django.urls import path

from ärenden.web.cases import page
from ärenden.web.cases.actions import urls as actions

urlpatterns = [
    *actions.urlpatterns,
    path("arenden/<uuid:case>/", page.CasePage.as_view(), name="case"),
    path(
        "arenden/<uuid:case>/kalla/<uuid:source>/",
        page.CaseSource.as_view(),
        name="case_source",
    ),
]

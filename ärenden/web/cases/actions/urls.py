"""The address of every step that can be taken with a case."""

from django.urls import path

from ärenden.web.cases.actions.view import Act

urlpatterns = [
    path("arenden/<uuid:case>/gor/<slug:action>/", Act.as_view(), name="act"),
]

"""Addresses of the registration and of its receipt."""

from django.urls import path

from ärenden.web.registration.receipt import Receipt
from ärenden.web.registration.views import Register

urlpatterns = [
    path("registrera/", Register.as_view(), name="register"),
    path("arenden/<uuid:case>/kvittens/", Receipt.as_view(), name="receipt"),
]

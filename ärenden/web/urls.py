"""Addresses below an organisation; each part of the workplace keeps its own list."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

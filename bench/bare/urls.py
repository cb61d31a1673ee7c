"""One page, fifty rows of nothing from one query; and what the packages bring with them.

The library of sign-in loads its own libraries with its addresses, that of holidays its years with
the first question; those of files and of the broker's ping are loaded as a worker of ours does.
"""

import defusedxml.ElementTree  # noqa: F401  # loaded, as said above
import holidays
import pypdf  # noqa: F401
import redis  # noqa: F401
from django.contrib.auth.models import Permission
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

PAGE = """<!doctype html><title>Bare</title>{% load static %}
<table>{% for row in rows %}<tr><td>{{ row.pk }}<td>{{ row.codename }}</tr>{% endfor %}</table>"""


def rows(request: HttpRequest) -> HttpResponse:
    template = engines["django"].from_string(PAGE)
    return HttpResponse(template.render({"rows": Permission.objects.all()[:50]}, request))


holidays.country_holidays("SE", years=2026)
urlpatterns = [path("", rows), path("konto/", include("allauth.urls"))]

"""One page: fifty rows of nothing, from one query."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

PAGE = """<!doctype html><title>Bare</title>{% load static %}
<table>{% for row in rows %}<tr><td>{{ row.pk }}<td>{{ row.codename }}</tr>{% endfor %}</table>"""


def rows(request: HttpRequest) -> HttpResponse:
    template = engines["django"].from_string(PAGE)
    return HttpResponse(template.render({"rows": Permission.objects.all()[:50]}, request))


urlpatterns = [path("", rows)]

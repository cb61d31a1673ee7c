"""Template filters for stored texts."""

from django import template
from django.utils.safestring import SafeString

from kernel import text

register = template.Library()


@register.filter
def paragraphs(value: str, search: str = "") -> SafeString:
    """`{{ question.text|paragraphs }}`, or `|paragraphs:search` to mark the words searched for."""
    return text.paragraphs_html(value, words=search.split())


@register.filter
def marked(value: str, search: str) -> SafeString:
    """`{{ case.title|marked:search }}`: one line with the words searched for marked."""
    return text.marked(value, words=search.split())

"""Template filter for party chips."""

from django import template

from parties import colours

register = template.Library()


@register.filter
def party_class(abbreviation: str) -> str:
    """`{{ party.abbreviation|party_class }}`: the class that the party's colours hang on."""
    return colours.class_of(abbreviation)

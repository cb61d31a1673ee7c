"""Party colours: one class per party, with the text, black or white, that reads best on it."""

from collections.abc import Iterable
from hashlib import sha256

from django.db.models import F, Q, QuerySet
from django.utils.text import slugify

from parties.models import Organisation, Party

WHITE, BLACK = "#ffffff", "#000000"
NO_PARTY = "p-none"


def class_of(abbreviation: str) -> str:
    """The CSS class of a party's chip; a dash, or nothing, is partilös."""
    name = slugify(abbreviation)
    return f"p-{name}" if name else NO_PARTY


def contrast(one: str, other: str) -> float:
    """Contrast of two colours written #rrggbb, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(fill: str) -> str:
    """Black or white, whichever contrasts more; one of them always reaches 4.58."""
    return max((WHITE, BLACK), key=lambda text: contrast(text, fill))


def stylesheet(colours: Iterable[tuple[str, str]]) -> str:
    """One rule per (abbreviation, fill), in order: a later party of the same name wins."""
    return "".join(
        f".{class_of(abbreviation)} {{ --fill: {fill}; --text: {text_on(fill)}; }}\n"
        for abbreviation, fill in colours
    )


def digest(css: str) -> str:
    """What the stylesheet's address bears, so that it may be kept for ever."""
    return sha256(css.encode()).hexdigest()[:12]


def organisation_stylesheet(organisation: Organisation) -> str:
    """The rules of the parties that the organisation has, in one query."""
    return stylesheet(_coloured(organisation).values_list("abbreviation", "colour"))


def stylesheet_hash(organisation: Organisation) -> str:
    """The digest of the organisation's rules as they are now; one small query."""
    return digest(organisation_stylesheet(organisation))


def _coloured(organisation: Organisation) -> QuerySet[Party]:
    """National parties first, so that a local one of the same name wins; old ones before new."""
    here = Q(organisation=None) | Q(organisation=organisation)
    parties = Party.objects.filter(here).exclude(colour="")
    return parties.order_by(F("organisation").asc(nulls_first=True), "period", "abbreviation")


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

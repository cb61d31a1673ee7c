"""What the shell of every page shows: the organisation, its addresses, and who is signed in."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from accounts import drafts
from accounts.models import User
from accounts.roles import GRANTS, Role, Verb
from parties.access import memberships_on
from parties.colours import stylesheet_hash
from parties.middleware import is_held_up
from parties.models import Membership, Organisation
from ärenden import group_access
from ärenden.web.base import latest_organisation

GROUPS = "arenden:groups"
NAVIGATION = (
    ("arenden:desk", "Att göra", Verb.PREPARE, "g g"),
    ("arenden:my_cases", "Mina ärenden", Verb.READ_OWN, "g h"),
    ("arenden:cases", "Ärenden", None, "g a"),
    ("arenden:meetings", "Sammanträden", None, "g s"),
    ("arenden:answers", "Svar", Verb.DRAFT_ANSWER, "g v"),
    (GROUPS, "Gruppens bord", Verb.READ_OWN, "g b"),
    ("arenden:mail_list", "Postlista", Verb.READ_REGISTER, "g p"),
    ("arenden:notes", "Anteckningar", Verb.READ_REGISTER, "g m"),
    ("arenden:register", "Registrera", Verb.REGISTER, "n"),
    ("arenden:admin", "Administration", Verb.ADMINISTER, "g d"),
)


@dataclass(frozen=True)
class NavItem:
    label: str
    url: str
    is_current: bool
    key: str


@dataclass(frozen=True)
class Workplace:
    """The organisation that one works in, as the account may see it."""

    organisation: Organisation
    organisations: tuple[Organisation, ...]
    role_label: str
    nav: tuple[NavItem, ...]
    may_register: bool
    may_prepare: bool

    @cached_property
    def party_css(self) -> str:
        """The address of the party colours; asked for by whole pages, not by their parts."""
        digest = stylesheet_hash(self.organisation)
        return reverse("arenden:party_colours", args=[self.organisation.slug, digest])


def workplace(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {"workplace": None, "theme": ""}
    return {
        "workplace": _workplace(request, user),
        "theme": user.theme,
        "owner_token": drafts.owner_token(user, path=request.path),
    }


def _workplace(request: HttpRequest, user: User) -> Workplace | None:
    rows = memberships_on(user, timezone.localdate())
    slug = _slug_of(request, user, rows)
    here = [row for row in rows if row.organisation.slug == slug]
    if not here:
        return None
    verbs = frozenset().union(*(GRANTS[Role(row.role)] for row in here))
    return Workplace(
        organisation=here[0].organisation,
        organisations=tuple({row.organisation_id: row.organisation for row in rows}.values()),
        role_label=here[0].title or Role(here[0].role).label,
        nav=tuple(_navigation(request, user, here[0].organisation, verbs=verbs)),
        may_register=Verb.REGISTER in verbs,
        may_prepare=Verb.PREPARE in verbs,
    )


def _slug_of(request: HttpRequest, user: User, rows: tuple[Membership, ...]) -> str:
    """The organisation of the address; on one's own account's pages the one last worked in.

    None before the second factor, as none of its pages is there to go to.
    """
    match = request.resolver_match
    if match and "organisation" in match.kwargs:
        return str(match.kwargs["organisation"])
    if is_held_up(request, user):
        return ""
    latest = latest_organisation(request, rows)
    return latest.slug if latest else ""


def _navigation(
    request: HttpRequest, user: User, organisation: Organisation, *, verbs: frozenset[Verb]
) -> list[NavItem]:
    part_of = _part_of(request)
    items = []
    for name, label, verb, key in NAVIGATION:
        if (verb is None or verb in verbs) and (name != GROUPS or _has_group(user, organisation)):
            url = reverse(name, kwargs={"organisation": organisation.slug})
            is_current = name in part_of if part_of else request.path.startswith(url)
            items.append(NavItem(label, url, is_current, key))
    return items


def _part_of(request: HttpRequest) -> tuple[str, ...]:
    """The items that the page belongs to, where its address does not tell."""
    view = getattr(request.resolver_match, "func", None)
    return getattr(getattr(view, "view_class", None), "part_of", ())


def _has_group(user: User, organisation: Organisation) -> bool:
    groups = group_access.belonging(user, on=timezone.localdate())
    return groups.filter(body__organisation=organisation).exists()

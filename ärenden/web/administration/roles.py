"""Roller: who may do what, from and to, and the invitations that wait."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.limits import open_account
from accounts.models import User
from accounts.roles import Role
from kernel.dates import full_date
from kernel.fields import DateField
from kernel.text import in_sentence
from parties.changes import Administering, log, told_period
from parties.directory import bodies_of, people_of
from parties.exceptions import Refused
from parties.invitations import invite, revoke, send_again
from parties.memberships import end, give, told_role
from parties.models import Invitation, Membership, PartyGroup
from ärenden.actions.calendars import revoke_all
from ärenden.queries.calendars import feeds_of
from ärenden.web.administration.base import Edit, Group, Listing, Row, Way
from ärenden.web.administration.forms import SHORT, AdminForm, DatedForm, RowChoice

OF_BODY, OF_GROUP, OF_PERSON = "body", "party_group", "person"
BOUND_TO = {
    OF_BODY: "Välj vilket organ nämndsekreteraren arbetar för",
    OF_GROUP: "Välj vilken partigrupp rollen gäller",
    OF_PERSON: "Välj vilken person den förtroendevalda är",
}
ASKED_FOR: Mapping[str, tuple[str, ...]] = {  # the first must be chosen
    Role.COMMITTEE_SECRETARY: (OF_BODY,),
    Role.GROUP_LEADER: (OF_GROUP, OF_PERSON),
    Role.COUNCILLOR: (OF_PERSON,),
}
AGAIN, REVOKE, OPEN, CALENDARS = "again", "revoke", "open", "calendars"


class RoleForm(DatedForm):
    """Whoever has a role here already gets another at once; everyone else is invited."""

    button = "Ge rollen"
    decided_by = "role"
    name = forms.CharField(label="Namn", max_length=200)
    email = forms.EmailField(
        label="E-postadress", error_messages={"invalid": "Skriv en e-postadress"}
    )
    role = forms.ChoiceField(label="Roll", choices=Role.choices, widget=forms.RadioSelect)
    body = RowChoice(label="Organ", required=False, empty_label="Inget organ")
    party_group = RowChoice(
        label="Partigrupp",
        help_text="Vad gruppen skriver läser man först när någon i gruppen har släppt in en.",
        required=False,
        empty_label="Ingen grupp",
    )
    person = RowChoice(
        label="Person",
        help_text="Rättigheterna följer personens uppdrag dag för dag.",
        required=False,
        empty_label="Ingen person",
    )
    title = forms.CharField(
        label="Titel (frivilligt)",
        help_text="Som kommunsekreterare. Visas i stället för rollens namn.",
        required=False,
        max_length=120,
    )

    def current(self) -> dict[str, Any]:
        return {"first": self.desk.today, "role": Role.REGISTRAR}

    def prepare(self) -> None:
        organisation, today = self.desk.organisation, self.desk.today
        groups = PartyGroup.objects.filter(body__organisation=organisation)
        self.offer(OF_BODY, bodies_of(organisation, on=today))
        self.offer(OF_GROUP, groups.select_related("body").order_by("-period", "name"))
        self.offer(OF_PERSON, people_of(organisation, on=today))
        self.asked = ASKED_FOR.get(self.decided, ())
        for name in BOUND_TO.keys() - self.asked:
            self.fields[name].widget = forms.HiddenInput()
        if self.decided == Role.GROUP_LEADER:
            self.fields[OF_PERSON].label = "Person (frivilligt)"
            self.fields[OF_PERSON].help_text = "För en gruppledare som själv är förtroendevald."

    def clean(self) -> dict[str, Any]:
        """A role keeps only what it is bound to: an organ, a group or a person."""
        data = super().clean()
        for needed in self.asked[:1]:
            if not data.get(needed) and needed not in self.errors:
                self.add_error(needed, BOUND_TO[needed])
        return data | dict.fromkeys(BOUND_TO.keys() - self.asked)

    def save(self, doing: Administering) -> str:
        data = self.cleaned_data
        facts = {name: data[name] for name in ("role", "title", OF_BODY, OF_GROUP, OF_PERSON)}
        facts |= {"organisation": doing.organisation, "period": self.period()}
        user = User.objects.filter(
            email__iexact=data["email"], memberships__organisation=doing.organisation
        ).first()
        if user:
            return f"{user} är nu {told_role(give(Membership(user=user, **facts), doing=doing))}"
        row = Invitation(email=data["email"], name=data["name"], **facts)
        return f"{invite(row, doing=doing).name} får en inbjudan med e-post"


class EndForm(AdminForm):
    button = "Avsluta rollen"
    last = DateField(
        label="Sista dagen",
        help_text="Lämna tom för att avsluta nu: rollen är borta vid nästa klick.",
        required=False,
        widget=forms.TextInput(attrs=SHORT),
    )

    def clean_last(self) -> Any:
        last = self.cleaned_data["last"]
        if last and last < self.desk.today:
            raise forms.ValidationError("Sista dagen kan inte ha varit. Lämna tom för nu.")
        return last

    def save(self, doing: Administering) -> str:
        row, last = self.desk.row, self.cleaned_data["last"]
        end(row, first_without=last + timedelta(days=1) if last else doing.day, doing=doing)
        if last is None:
            return f"{row.user} är inte längre {told_role(row)}"
        return f"{row.user} är {told_role(row)} till och med {full_date(last)}"


class Roles(Listing):
    section = "admin_roles"
    title = "Roller"

    def ways(self) -> list[Way]:
        return [Way("Ge en roll", self.to("admin_role_new"))]

    def groups(self) -> list[Group]:
        memberships = self.organisation.memberships.select_related("user", "body", "party_group")
        now, ended = self.by_time(memberships.order_by("user__name", "role", "pk"))
        columns = ("Roll", "Konto", "Tid")
        groups = [
            Group(heading="Roller nu", columns=columns, rows=self._roles(now), empty="Inga roller.")
        ]
        if waiting := self._invitations():
            groups.append(
                Group(
                    heading="Inbjudningar", columns=("Roll", "Vem", "Läge"), rows=waiting, empty=""
                )
            )
        if ended:
            groups.append(
                Group(heading="Tidigare roller", columns=columns, rows=self._roles(ended), empty="")
            )
        return groups

    def _roles(self, rows: list[Membership]) -> list[Row]:
        return [
            Row(
                mark=Role(row.role).label,
                title=row.user.name,
                url=self.to("admin_role", membership=row.public_id),
                meta=_where(row.user.email, row),
                detail=told_period(row.period),
            )
            for row in rows
        ]

    def _invitations(self) -> list[Row]:
        rows = self.organisation.invitations.filter(accepted_at=None, revoked_at=None)
        return [
            Row(
                mark=Role(row.role).label,
                title=row.name,
                url=self.to("admin_invitation", invitation=row.public_id),
                meta=_where(row.email, row),
                detail=state_of(row, now=self.now),
            )
            for row in rows.select_related("body", "party_group")
        ]


def _where(email: str, row: Membership | Invitation) -> str:
    of = row.body or row.party_group
    return " · ".join(filter(None, [email, row.title, in_sentence(str(of)) if of else ""]))


def state_of(invitation: Invitation, *, now: Any) -> str:
    """Where the mail is, and how long it opens."""
    until = full_date(timezone.localdate(invitation.expires_at))
    if invitation.expires_at <= now:
        return f"Gick ut {until}"
    if invitation.sent_at:
        return f"Skickad, gäller till {until}"
    return "Mejlet gick inte iväg, nytt försök görs" if invitation.failed_at else "Skickas"


class NewRole(Edit):
    section = back = "admin_roles"
    form_class = RoleForm
    adding = "Ge en roll"
    lead = "Den som inte har någon roll här får en inbjudan med e-post, som gäller i 14 dagar."


class EditRole(Edit):
    """Ends a role, and lets in an account that was tried too often."""

    section = back = "admin_roles"
    form_class = EndForm
    template = "arenden/administration/role.html"

    @cached_property
    def row(self) -> Membership:
        rows = self.organisation.memberships.select_related("user", "body", "party_group")
        return get_object_or_404(rows, public_id=self.kwargs["membership"])

    @property
    def heading(self) -> str:
        return f"{self.row.user}, {told_role(self.row)}"

    def page(self, form: Any, **more: Any) -> HttpResponse:
        own: dict[str, Any] = {
            "lead": f"{self.row.user.email} · {told_period(self.row.period)}",
            "changes": self.changes_of(self.row.user),
            "calendars": feeds_of(self.row.user, self.organisation).count(),
        }
        return super().page(form, **own | more)

    def post(self, request: HttpRequest, **more: Any) -> HttpResponse:
        does = {OPEN: self._open, CALENDARS: self._close}.get(request.POST.get("tool", ""))
        return does() if does else super().post(request, **more)

    def _open(self) -> HttpResponse:
        user = self.row.user
        open_account(user)
        log(self.administering, f"Kontot {user} öppnades efter för många försök", about=[user])
        return self.done(f"{user} kan försöka logga in igen")

    def _close(self) -> HttpResponse:
        return self.done(revoke_all(self.row.user, doing=self.administering))


class EditInvitation(Edit):
    """One button each: send again, revoke."""

    section = back = "admin_roles"

    @cached_property
    def row(self) -> Invitation:
        rows = self.organisation.invitations.select_related("body", "party_group")
        return get_object_or_404(rows, public_id=self.kwargs["invitation"])

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:  # noqa: ARG002
        row = self.row
        return self.show(
            "arenden/administration/invitation.html",
            title=f"Inbjudan till {row.name}",
            lead=f"{row.email} · {told_role(row)} · {told_period(row.period)}",
            state="" if row.accepted_at or row.revoked_at else state_of(row, now=self.now),
            is_accepted=row.accepted_at is not None,
            cancel=self.after(),
            changes=self.changes_of(row),
        )

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        row = self.row
        does = {AGAIN: send_again, REVOKE: revoke}.get(request.POST.get("tool", ""))
        if does is None:
            return HttpResponseRedirect(request.path)
        try:
            does(row, doing=self.administering)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.path)
        said = "skickas igen" if does is send_again else "är återkallad"
        return self.done(f"Inbjudan till {row.name} {said}")

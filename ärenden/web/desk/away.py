"""Who is away, and who covers: told by the one who goes, or by the registrar for a colleague."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Verb
from kernel.dates import full_date
from kernel.fields import DateField
from kernel.text import capital, key_of
from parties.access import reach
from ärenden.actions.handling import be_away, come_back
from ärenden.exceptions import ActionRefused
from ärenden.models import Cover
from ärenden.queries.colleagues import absences, colleagues, covers_in
from ärenden.queries.secrecy import withheld_names
from ärenden.web.base import WorkView
from ärenden.web.desk.aside import told

MOST_EARLIER = 20


class ColleaguesForm(forms.Form):
    """Whose cases, and who is to see to them instead."""

    use_required_attribute = False
    handler = forms.ChoiceField(label="Vem är borta", error_messages={"required": "Välj vem"})
    substitute = forms.ChoiceField(
        label="Vem täcker", error_messages={"required": "Välj en kollega som täcker"}
    )

    def __init__(self, *args: Any, who: list[User], covering: list[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = {str(user.public_id): user for user in (*covering, *who)}
        for name, among in (("handler", who), ("substitute", covering)):
            choices = [(str(user.public_id), user.name) for user in among]
            first = [] if len(choices) == 1 else [("", "Välj")]
            self.fields[name].choices = [*first, *choices]  # type: ignore[attr-defined]

    def user(self, name: str) -> User:
        return self.known[self.cleaned_data[name]]


class AwayForm(ColleaguesForm):
    first = DateField(label="Från och med", error_messages={"required": "Ange första dagen"})
    last = DateField(
        label="Till och med",
        required=False,
        help_text="Lämna tomt om det gäller tills vidare.",
    )
    note = forms.CharField(
        label="Anteckning till kollegan (frivilligt)",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("first", "last"):
            self.fields[name].widget.attrs["class"] = "short"


class ColleaguesView(WorkView):
    """Each speaks for herself; who may register in the whole organisation, for everyone."""

    verb = Verb.PREPARE

    @property
    def who(self) -> dict[str, list[User]]:
        everyone = list(colleagues(self.organisation, on=self.today))
        return {"who": everyone if self.speaks_for_all else [self.user], "covering": everyone}

    @property
    def speaks_for_all(self) -> bool:
        return self.organisation.pk in reach(self.user, Verb.ASSIGN, on=self.today).organisations


class Away(ColleaguesView):
    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        initial = {"handler": str(self.user.public_id), "first": self.today}
        return self._page(self._form(initial=initial))

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        if key := request.POST.get("end"):
            return self._end(key)
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            self._write(form)
        except ActionRefused as refused:
            for each in refused.refusals:
                form.add_error(None, capital(each.text))
            return self._page(form, status=HTTPStatus.CONFLICT)
        return HttpResponseRedirect(request.path)

    def _form(self, *args: Any, **options: Any) -> AwayForm:
        return AwayForm(*args, **self.who, **options)

    def _write(self, form: AwayForm) -> None:
        data = form.cleaned_data
        row = be_away(
            organisation=self.organisation,
            doing=self.doing(),
            handler=form.user("handler"),
            by=form.user("substitute"),
            first=data["first"],
            last=data["last"],
            note=data["note"],
        )
        messages.success(self.request, f"Antecknat: {told(row, self.user)}")

    def _end(self, key: str) -> HttpResponse:
        row = get_object_or_404(self._rows, public_id=key_of(key))
        come_back(absence=row, doing=self.doing())
        text = f"{row.substitute.name} täcker inte längre för {row.handler.name}."
        messages.success(self.request, text)
        return HttpResponseRedirect(self.request.path)

    @property
    def _rows(self) -> Any:
        return absences(self.organisation, on=self.today)

    def _page(self, form: AwayForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        current = list(self._rows)
        earlier = covers_in(self.organisation).filter(case=None)
        context = {
            "form": form,
            "handover_url": reverse("arenden:handover", args=[self.organisation.slug]),
            "rows": self._shown(current),
            "earlier": self._shown(
                earlier.exclude(pk__in=[row.pk for row in current])[:MOST_EARLIER]
            ),
        }
        return render(self.request, "arenden/desk/away.html", context, status=status)

    def _shown(self, rows: Iterable[Cover]) -> list[dict[str, Any]]:
        names = withheld_names(self.organisation.pk)
        told_of = names.reworded(rows, "noted_by_name", "ended_by_name")
        return [self._row(row) for row in told_of]

    def _row(self, row: Cover) -> dict[str, Any]:
        ended = f" Avslutades i förtid av {row.ended_by_name}." if row.ended_at else ""
        day = full_date(timezone.localdate(row.noted_at))
        return {
            "key": row.public_id,
            "text": told(row, self.user),
            "note": row.note,
            "noted": f"Antecknat {day} av {row.noted_by_name}.{ended}",
            "may_end": self.speaks_for_all or row.handler_id == self.user.pk,
            "who": row.handler.name,
        }

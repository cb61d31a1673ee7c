"""Inbjudan: where the one invited takes the role, with a new account or the one there is."""

from functools import cached_property
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from accounts import sign_ins
from accounts.models import SignIn, User
from parties.exceptions import Refused
from parties.invitations import accept, accept_as_new, account_of, open_invitation
from parties.memberships import told_role
from parties.models import Invitation


class NewAccountForm(forms.Form):
    """The name as others will see it, and a password, typed twice because it cannot be read."""

    name = forms.CharField(
        label="Namn",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Skriv ditt namn"},
    )
    password = forms.CharField(
        label="Lösenord",
        help_text="Minst tolv tecken. En mening som bara du kommer på är lätt att minnas.",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Skriv ett lösenord"},
    )
    again = forms.CharField(
        label="Lösenordet en gång till",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Skriv lösenordet en gång till"},
    )
    use_required_attribute = False

    def __init__(self, data: QueryDict | None = None, *, invitation: Invitation) -> None:
        super().__init__(data, initial={"name": invitation.name})
        self.invitation = invitation

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        user = User(email=self.invitation.email, name=self.cleaned_data.get("name", ""))
        validate_password(password, user)
        return password

    def clean_again(self) -> str:
        again = str(self.cleaned_data["again"])
        if self.cleaned_data.get("password", again) != again:
            raise forms.ValidationError("Lösenorden är inte lika. Skriv samma två gånger.")
        return again


class Accept(View):
    """Open to whoever has the address; one that opens nothing says the same whatever it was."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG002
        if self.invitation is None:
            return self._gone()
        form = None if self.account else NewAccountForm(invitation=self.invitation)
        return self._page(form)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG002
        invitation = self.invitation
        if invitation is None:
            return self._gone()
        if self.account:
            return self._take_with_account(invitation)
        form = NewAccountForm(request.POST, invitation=invitation)
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        name, password = form.cleaned_data["name"], form.cleaned_data["password"]
        try:
            user = accept_as_new(invitation, name=name, password=password, at=timezone.now())
        except Refused as refusal:
            return self._refused(refusal, form)
        sign_ins.sign_in(request, user, method=SignIn.Method.PASSWORD)
        return self._welcome(invitation)

    @cached_property
    def invitation(self) -> Invitation | None:
        return open_invitation(self.kwargs["token"], now=timezone.now())

    @cached_property
    def account(self) -> User | None:
        return account_of(self.invitation) if self.invitation else None

    @property
    def is_own(self) -> bool:
        """Is the one signed in the one invited?"""
        return self.account is not None and self.account == self.request.user

    def _take_with_account(self, invitation: Invitation) -> HttpResponse:
        if self.account is None or not self.is_own:
            return self._page(None)
        try:
            accept(invitation, user=self.account, at=timezone.now())
        except Refused as refusal:
            return self._refused(refusal, None)
        return self._welcome(invitation)

    def _refused(self, refusal: Refused, form: NewAccountForm | None) -> HttpResponse:
        messages.error(self.request, str(refusal))
        return self._page(form, status=HTTPStatus.CONFLICT)

    def _welcome(self, invitation: Invitation) -> HttpResponse:
        messages.success(
            self.request, f"Du är nu {told_role(invitation)} i {invitation.organisation}."
        )
        return HttpResponseRedirect(reverse("start"))

    def _page(self, form: NewAccountForm | None, *, status: int = HTTPStatus.OK) -> HttpResponse:
        context = {
            "invitation": self.invitation,
            "role": told_role(self.invitation) if self.invitation else "",
            "form": form,
            "is_own": self.is_own,
        }
        return render(self.request, "arenden/invitation.html", context, status=status)

    def _gone(self) -> HttpResponse:
        return render(self.request, "arenden/invitation_gone.html", status=HTTPStatus.NOT_FOUND)

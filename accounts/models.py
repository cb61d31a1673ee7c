"""Who may sign in. Accounts are deactivated, never deleted: the timeline names them."""

from typing import ClassVar

import pgtrigger
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from kernel.models import PublicModel


class UserManager(BaseUserManager["User"]):
    def create_user(self, *, email: str, name: str, password: str | None = None) -> "User":
        user = self.model(email=self.normalize_email(email).strip(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username or "")


class User(PublicModel, AbstractBaseUser):
    """A person who signs in with an e-mail address; roles are given per organisation.

    `name` is what everyone may read; `kept_name` is the own name of someone protected.
    """

    email = models.EmailField("e-postadress", unique=True)
    name = models.CharField("namn", max_length=200)
    kept_name = models.CharField(max_length=200, blank=True, default="")
    is_active = models.BooleanField("aktivt", default=True)
    theme = models.CharField(max_length=5, blank=True, default="")
    has_keys = models.BooleanField("snabbtangenter", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = UserManager()

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="user_email_unique"),)
        triggers = (pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),)

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.email = self.email.strip()


class DemoMark(models.Model):
    """Only in a database that the demo filled: when, and whom its sign-in page offers."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    created_at = models.DateTimeField()
    people = models.JSONField(default=list)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="one_demo_mark"),)

    def __str__(self) -> str:
        return f"demo {self.created_at:%Y-%m-%d}"


class FormDraft(models.Model):
    """The fields of a form at an address, for the one who typed them: nothing typed is lost."""

    user = models.ForeignKey(User, models.CASCADE, related_name="form_drafts")
    path = models.CharField(max_length=300)
    data = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "path"], name="draft_once"),)

    def __str__(self) -> str:
        return self.path


class Upload(PublicModel):
    """A chosen file that belongs to nothing yet; it waits at the form's address for its owner."""

    user = models.ForeignKey(User, models.CASCADE, related_name="uploads")
    path = models.CharField(max_length=300)
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    file = models.FileField(upload_to="inlagda/%Y/%m/")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=["user", "path"], name="uploads_at_address"),)

    def __str__(self) -> str:
        return self.name


class SignIn(models.Model):
    """That someone signed in, how and from where; while its session lives it is a device."""

    class Method(models.TextChoices):
        PASSWORD = "password", "Lösenord"
        PASSKEY = "passkey", "Passnyckel"
        ORGANISATION = "organisation", "Kommunens inloggning"
        DEMO = "demo", "Demon"

    user = models.ForeignKey(User, models.CASCADE, related_name="sign_ins")
    session_key = models.CharField(max_length=40)
    method = models.CharField(max_length=20, choices=Method)
    second_factor = models.CharField(max_length=20, blank=True)
    acr = models.CharField("tillitsnivå", max_length=200, blank=True)
    address = models.CharField(max_length=45)
    device = models.CharField(max_length=60)
    at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("-seen_at", "-id")
        indexes = (
            models.Index(fields=["user", "address", "seen_at"], name="sign_ins_from_address"),
            models.Index(fields=["session_key"], name="sign_in_of_session"),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.at:%Y-%m-%d %H:%M}"


class Attempt(models.Model):
    """A try that could be guessing: for which account, and from which network."""

    class Kind(models.TextChoices):
        PASSWORD = "password"  # noqa: S105 - a kind of try
        CODE = "code"
        RESET = "reset"

    kind = models.CharField(max_length=10, choices=Kind)
    account = models.CharField(max_length=254)  # as typed; there may be no such account
    network = models.CharField(max_length=49)
    at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=["kind", "account", "at"], name="attempts_on_account"),
            models.Index(fields=["kind", "network", "at"], name="attempts_from_network"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"


class OutgoingMail(models.Model):
    """A mail about an account, until beat has sent it: pages wait for no mail server."""

    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.subject

"""What a party group keeps for itself: only `group_access` asks these tables.

No row leads back here: related names are hidden, and no row's removal tells that a note exists.
Nothing of a note stands in its name, so that no message or log can repeat it.
"""

from django.db import models
from django.db.models import Q

from accounts.models import User
from kernel.models import PublicModel
from parties.models import PartyGroup, Person
from ärenden.models.answer_drafts import mark_of
from ärenden.models.answers import AnswerPart
from ärenden.models.cases import Case


class GroupReader(models.Model):
    """An account that the group has let in, by whom, and when it was last at the group's desk.

    Nobody let in the first, who opened the desk. Keeps a group that has been used from being
    removed, whether it has notes or not.
    """

    group = models.ForeignKey(PartyGroup, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    let_in_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    previous_at = models.DateTimeField()
    latest_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["group", "user"], name="group_reader_once"),
            models.UniqueConstraint(
                fields=["group"], condition=Q(let_in_by=None), name="group_opened_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class GroupNote(PublicModel):
    """A group's words on a case, or a promise quoted from an answer, and when to ask again."""

    group = models.ForeignKey(PartyGroup, models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    text = models.TextField("anteckning", blank=True)
    quote = models.TextField("löfte", blank=True)
    part = models.ForeignKey(AnswerPart, models.SET_NULL, null=True, blank=True, related_name="+")
    assigned_to = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ask_again_on = models.DateField("fråga igen", null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("-written_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(text="", quote=""), name="group_note_says_something"
            ),
            models.CheckConstraint(
                condition=Q(quote="") | Q(ask_again_on__isnull=False), name="promise_has_day"
            ),
        )
        indexes = (models.Index(fields=["group", "case"], name="group_notes_of_case"),)

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def mark(self) -> str:
        return mark_of(self.text, self.assigned_to_id, self.ask_again_on)


class GroupWatch(models.Model):
    """Bevakning: a case that the group wants to hear of, whoever put it."""

    group = models.ForeignKey(PartyGroup, models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["group", "case"], name="group_watch_once"),)

    def __str__(self) -> str:
        return str(self.pk)


class SavedView(PublicModel):
    """A filter of the group's cases under a name: the owner's, or without owner the group's."""

    group = models.ForeignKey(PartyGroup, models.CASCADE, related_name="+")
    owner = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="+")
    name = models.CharField("namn", max_length=60)
    query = models.CharField(max_length=2000)

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["group", "owner", "name"], nulls_distinct=False, name="saved_view_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.public_id)

"""Minnesanteckningar: meetings without paragraphs, decisions or justering."""

from django.db import models

from kernel.constraints import nonempty
from kernel.models import PublicModel
from parties.models import Body, Organisation
from ärenden.choices import NoteSectionKind
from ärenden.models.cases import Case


class MeetingNote(PublicModel):
    """Notes of an informal meeting, with the date as printed beside the date as read."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="meeting_notes")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True)
    cases = models.ManyToManyField(Case, related_name="meeting_notes", blank=True)
    title = models.TextField("rubrik")
    subtitle = models.TextField("underrubrik", blank=True)
    place_printed = models.TextField("plats", blank=True)
    date_text = models.CharField("datum som det står", max_length=80, blank=True)
    held_on = models.DateField("dag", null=True, blank=True)
    distributed_to = models.TextField("fördelas till", blank=True)
    registration_note = models.TextField(blank=True)

    class Meta:
        constraints = (nonempty("title", name="note_titled"),)

    def __str__(self) -> str:
        return self.title


class NoteSection(models.Model):
    """A heading with its text and its items, in printed order; sections may hold sections."""

    note = models.ForeignKey(MeetingNote, models.CASCADE, related_name="sections")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children"
    )
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=NoteSectionKind, default=NoteSectionKind.TEXT)
    label_printed = models.CharField(max_length=20, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["note", "position"], name="note_section_order"),
            models.CheckConstraint(
                condition=~models.Q(heading="", text=""), name="note_section_says_something"
            ),
        )

    def __str__(self) -> str:
        return self.heading or self.text


class NoteInvitation(models.Model):
    """What the notes invite to: the words, and the instant as read from them."""

    note = models.ForeignKey(MeetingNote, models.CASCADE, related_name="invitations")
    position = models.PositiveSmallIntegerField(default=1)
    when_text = models.CharField(max_length=120)
    at = models.DateTimeField(null=True, blank=True)
    year_is_inferred = models.BooleanField(default=False)
    channel = models.CharField(max_length=80, blank=True)
    invited = models.TextField(blank=True)
    occasion = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["note", "position"], name="invitation_order"),
        )

    def __str__(self) -> str:
        return self.when_text

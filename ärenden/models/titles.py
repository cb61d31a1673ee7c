"""What cases and documents are called, as written and as it is told."""

from django.db import models


class Titled(models.Model):
    """A title and its public twin, as written and as they are told.

    `blanked` holds them without the names of those with protected identity, where such a name
    stands in them; whoever changes the row or the protection writes it anew.
    """

    title = models.TextField("rubrik")
    title_public = models.TextField("offentlig rubrik", blank=True)
    blanked = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True

    @property
    def told_title(self) -> str:
        return str(self.blanked.get("title", self.title))

    @property
    def told_title_public(self) -> str:
        return str(self.blanked.get("title_public", self.title_public))

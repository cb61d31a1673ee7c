"""Hjälp: how the main jobs are done, in a few lines each; only those that the reader's roles do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.roles import Verb
from ärenden.web.base import WorkView

PARTS = {
    "prepares": Verb.PREPARE,
    "registers": Verb.REGISTER,
    "meets": Verb.MEETING,
    "publishes": Verb.PUBLISH,
    "writes": Verb.SUBMIT,
    "answers": Verb.DRAFT_ANSWER,
    "is_elected": Verb.READ_OWN,
    "administers": Verb.ADMINISTER,
}


class Help(WorkView):
    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        told = {name: self.may(verb) for name, verb in PARTS.items()}
        return render(request, "arenden/help.html", told)

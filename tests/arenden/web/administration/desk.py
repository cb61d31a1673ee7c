"""An administrator at her pages."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import World


@dataclass
class Desk:
    world: World
    client: Client

    def path(self, name: str, **things: Any) -> str:
        where = {"organisation": self.world.organisation.slug, **things}
        return reverse(f"arenden:{name}", kwargs=where)

    def get(self, name: str, **things: Any) -> str:
        return self.client.get(self.path(name, **things)).content.decode()

    def send(self, name: str, fields: dict[str, Any], **things: Any) -> HttpResponse:
        return self.client.post(self.path(name, **things), fields)

    def log(self) -> list[tuple[str, list[list[str]]]]:
        """What was logged, the latest first."""
        return [(row.summary, row.changes) for row in self.world.organisation.changes.all()]


def desk() -> Desk:
    world = cases.world()
    user = people.user(world.organisation, Role.ADMINISTRATOR, name="Astrid Ansvar")
    client = Client()
    client.force_login(user)
    return Desk(world, client)

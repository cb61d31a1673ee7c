"""Names as strangers see them: elected people and bodies by name, others by what they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from kernel.text import listed
from ärenden.choices import AgentKind
from ärenden.models import AgentSnapshot
from ärenden.published import shows_name
from ärenden.web.lists.rows import Who, who

INSTEAD = {
    AgentKind.PUBLIC: "En invånare",
    AgentKind.EMPLOYEE: "En tjänsteperson",
    AgentKind.EXTERNAL: "En utomstående",
}
PROTECTED = "Skyddad uppgift"


@dataclass(frozen=True)
class Named:
    """A name with its party and title; the address of the person's page where there is one."""

    person: Who
    role: str = ""
    key: str = ""


def named(agents: Sequence[AgentSnapshot]) -> list[Named]:
    return [_named(agent) for agent in agents]


def plain_names(agents: Sequence[AgentSnapshot]) -> str:
    """The names inside a sentence, with the letters of their parties."""
    return listed([_plain(one) for one in named(agents)])


def _named(agent: AgentSnapshot) -> Named:
    if not shows_name(agent):
        instead = INSTEAD.get(AgentKind(agent.kind), PROTECTED)
        return Named(Who(instead, has_party=False, party_abbr="", party_name="", party_class=""))
    role = ", ".join(filter(None, (*agent.roles_printed, agent.organisation_printed)))
    has_page = agent.person is not None and agent.kind == AgentKind.ELECTED
    key = str(agent.person.public_id) if has_page and agent.person else ""
    return Named(who(agent), role, key)


def _plain(one: Named) -> str:
    party = f" ({one.person.party_abbr})" if one.person.party_abbr else ""
    return f"{one.person.name}{party}"

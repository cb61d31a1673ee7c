"""Councillors who write together, each with an account of her own."""

from dataclasses import dataclass, replace
from typing import Any

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from parties.models import Membership, Person
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions import drafts
from ärenden.actions.base import Doing
from ärenden.actions.submissions import Registering, hand_in, register_submission
from ärenden.choices import CaseType
from ärenden.drafting import Written
from ärenden.models import Case, Draft, Submission

WORDS = Written(
    case_type=CaseType.INTERPELLATION,
    title="Interpellation om bänkarna i parken",
    addressee="Sven Svar (S), ordförande i kommunstyrelsen",
    motivation="Bänkarna i parken är slitna.",
    items=("Hur många bänkar finns i parken?", "När målas de om?"),
)
MOTION = Written(
    case_type=CaseType.MOTION,
    title="Motion om fler cykelställ",
    items=("att kommunen sätter upp tio cykelställ",),
)


@dataclass
class Writers:
    """The world with its asker as author, a colleague of the same party, and their leader."""

    world: World
    author: User
    colleague: User
    colleague_person: Person
    leader: User
    leads: Membership

    def doing(self, by: User | None = None, **more: Any) -> Doing:
        return self.world.doing(by=by or self.author, **more)


def writers(world: World | None = None) -> Writers:
    here = world or cases.world()
    party = people.party("V", name="Vänsterpartiet")
    colleague = people.person(here.organisation, "Kim Kollega", party=party, member_of=here.council)
    leader = people.user(name="Lena Ledare")
    group = here.council.party_groups.create(name="V", period=period(people.LONG_AGO))
    group.parties.add(party)
    leads = Membership.objects.create(
        user=leader,
        organisation=here.organisation,
        role=Role.GROUP_LEADER,
        party_group=group,
        period=period(people.LONG_AGO),
    )
    return Writers(
        world=here,
        author=people.user(
            here.organisation, Role.COUNCILLOR, name="Frida Fråga", person=here.asker
        ),
        colleague=people.user(
            here.organisation, Role.COUNCILLOR, name="Kim Kollega", person=colleague
        ),
        colleague_person=colleague,
        leader=leader,
        leads=leads,
    )


def draft(those: Writers, written: Written = WORDS, **doing: Any) -> Draft:
    begun = drafts.start(
        author=those.world.asker,
        body=those.world.council,
        case_type=written.case_type,
        doing=those.doing(**doing),
    )
    return drafts.save(draft=begun, written=written, doing=those.doing(**doing))


def signed(those: Writers, written: Written = WORDS, **doing: Any) -> Draft:
    """A draft that the colleague has signed."""
    row = draft(those, written, **doing)
    drafts.invite(draft=row, person=those.colleague_person, doing=those.doing(**doing))
    drafts.sign(draft=row, checksum=row.checksum, doing=those.doing(those.colleague, **doing))
    return row


def handed_in(those: Writers, written: Written = WORDS, **doing: Any) -> Submission:
    addressee = cases.name_of(those.world.answerer, party="(S)")
    return hand_in(
        draft=draft(those, written, **doing), doing=those.doing(**doing), addressee=addressee
    )


def registered(those: Writers, submission: Submission, **doing: Any) -> Case:
    return register_submission(
        submission=submission,
        doing=those.doing(those.world.registrar, **doing),
        how=Registering(series=those.world.series),
    )


def changed(**words: Any) -> Written:
    return replace(WORDS, **words)

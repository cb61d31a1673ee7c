"""A register of any size: copies of one case, made by the database itself."""

from datetime import datetime, timedelta

from django.db import connection, models

from accounts.models import User
from accounts.roles import Role
from parties.models import Membership, Person
from tests.factories import cases, people
from ärenden.actions.deadlines import Term, set_deadline
from ärenden.actions.reminders.rules import add_default_rules
from ärenden.choices import Capacity, Purpose
from ärenden.models import AgentSnapshot, Case, Deadline

FIRST = 1_000_000  # the copies' keys begin here
STAFF = 2_000  # handlers, and people who answer
DAYS = 400  # over which the last days are spread, a few of them past


def register(*, number: int, running: int, now: datetime) -> None:
    """So many cases, of which so many with a last day ahead, half of them motions'."""
    world = cases.world()
    add_default_rules(world.organisation, at=now - timedelta(days=700))
    officer = people.user(world.organisation, Role.OFFICER)
    answerer = people.user(world.organisation, Role.COUNCILLOR, person=world.answerer)
    case = cases.registered_case(world)
    due = Term(at=now, explanation="Svaret lämnas fem arbetsdagar före fullmäktige.")
    deadline = set_deadline(case, Purpose.ANSWER_IN, due, doing=world.doing())
    _copy(Person, world.answerer.pk, STAFF, id=f"{FIRST + STAFF} + g")
    for user, first in ((officer, FIRST), (answerer, FIRST + STAFF)):
        _accounts(user, first)
    own = {"dnr": "'KS 2026/' || g", "dnr_key": "'ks 2026 ' || g", "sequence": "1000 + g"}
    _copy(Case, case.pk, number, **own, handler_id=f"{FIRST} + g %% {STAFF}")
    agent = case.agents.get(capacity=Capacity.ADDRESSEE)
    person = f"{FIRST + STAFF} + g %% {STAFF}"
    _copy(AgentSnapshot, agent.pk, number, case_id=f"{FIRST} + g", person_id=person)
    _copy(
        Deadline,
        deadline.pk,
        running,
        case_id=f"{FIRST} + g",
        purpose=f"case when g %% 2 = 0 then '{Purpose.DECIDE}' else '{Purpose.ANSWER_IN}' end",
        due_at=f"due_at + (g %% {DAYS} - 20) * interval '1 day'",
        set_at="set_at - interval '300 days'",
    )
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def _accounts(user: User, first: int) -> None:
    """With the role of the one; those of elected people each as a person of its own."""
    role, key = user.memberships.get(), f"{first} + g"
    _copy(User, user.pk, STAFF, id=key, email=f"{key} || '@provby.example'")
    person = key if role.person_id else "null"
    _copy(Membership, role.pk, STAFF, id=key, user_id=key, person_id=person)


def _copy(model: type[models.Model], key: int, number: int, **changes: str) -> None:
    """Copies of the row, numbered g, with SQL in place of some values."""
    expressions = {"id": f"{FIRST} + g", "public_id": "gen_random_uuid()"} | changes
    columns = [
        field.column
        for field in model._meta.concrete_fields
        if not isinstance(field, models.GeneratedField)
    ]
    values = [expressions.get(column, column) for column in columns]
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"alter table {table} disable trigger user")
        cursor.execute(
            f"insert into {table} ({', '.join(columns)}) select {', '.join(values)}"  # noqa: S608
            f" from {table}, generate_series(0, %s) g where id = %s",
            [number - 1, key],
        )
        cursor.execute(f"alter table {table} enable trigger user")

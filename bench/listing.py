"""Pages and times; run by `bench.lists` where Django is set up.

Both registers are asked in turn, so that whatever else the machine does slows both alike.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from itertools import islice, product
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parties.models import Person
from tests.factories import cases, people
from tests.factories.cases import World, name_of

FEW, MANY = 200, 2_000
TIMES = 20
DAYS = 1_400  # over which the cases came in
ASKERS = 40
WHAT = (
    *("bänkar", "cykelställ", "lekplatser", "solceller", "skolmat", "belysning", "busshållplatser"),
    *("vattenledningar", "gångvägar", "bibliotek", "hemtjänst", "lokaler", "träd", "badplatser"),
    *("avgifter", "upphandlingar", "måltider", "skolskjutsar", "fritidsgårdar", "detaljplaner"),
)
WHERE = (
    *("Brunnsvik", "Ekeberga", "Torpmyra", "Ängsholma", "Hallsjö", "Lövnäs", "Stenby", "Norrtorp"),
    *("Sandvik", "Björkåker", "Kvarnholm", "Västermo", "Österskog", "Granfors", "Mellanby"),
    *("Högåsa", "Rönneby", "Fiskeviken", "Kyrkvallen", "Mossliden"),
)
WHY = ("slitage", "kostnader", "säkerhet", "tillgänglighet", "köer")
PAGES = (
    ("the list", ""),
    ("open ones by day", "visa=oppna&ordning=datum"),
    ("motions by title", "typ=motion&ordning=rubrik"),
    ("by diary number", "ordning=nummer"),
    ("search for a number", "q=KS+2025/7"),
    ("search for a word", "q=cykelställ"),
    ("search for a name", "q=Nilsdotter"),
    ("search for two words", "q=belysning+Hallsjö"),
    ("search for a misspelt word", "q=skolskjusar"),
)


def main() -> None:
    few, many = (_register(size) for size in (FEW, MANY))
    with connection.cursor() as cursor:
        cursor.execute("analyze")
    print(f"| page | {FEW} cases, ms | {MANY:,} cases, ms | ratio | SQL |")
    print("| --- | --- | --- | --- | --- |")
    for name, query in PAGES:
        with CaptureQueriesContext(connection) as asked:
            many(query)
        statements = len(asked)
        times = [(_time_of(few, query), _time_of(many, query)) for _ in range(TIMES)]
        before, after = (median(each) * 1000 for each in zip(*times, strict=True))
        print(f"| {name} | {before:.0f} | {after:.0f} | {after / before:.2f} | {statements} |")


def _register(size: int) -> Callable[[str], None]:
    """An organisation with so many cases; gives what asks for its list as its registrar."""
    world = cases.world()
    askers = [_asker(world, number) for number in range(ASKERS)]
    titles = islice(product(WHY, WHERE, WHAT), size)
    for number, (why, where, what) in enumerate(titles):
        day = cases.TODAY - timedelta(days=number * 7 % DAYS)
        register = cases.motion if number % 2 else cases.registered_case
        register(
            world,
            on=day,
            received_on=day,
            title=f"{what.capitalize()} i {where}: {why}",
            motivation=f"Många i {where} har hört av sig om {what}. Frågan gäller {why}.",
            signatories=[name_of(askers[number % ASKERS])],
        )
    client = Client(SERVER_NAME="localhost")
    client.force_login(world.registrar)
    path = reverse("arenden:cases", args=[world.organisation.slug])
    return lambda query: _get(client, f"{path}?{query}")


def _asker(world: World, number: int) -> Person:
    party = people.party(("V", "S", "M", "C")[number % 4])
    name = f"Asta{number} {('Nilsdotter', 'Perberg', 'Olsgård')[number % 3]}"
    return people.person(world.organisation, name, party=party, member_of=world.council)


def _time_of(ask: Callable[[str], None], query: str) -> float:
    started = time.perf_counter()
    ask(query)
    return time.perf_counter() - started


def _get(client: Client, address: str) -> None:
    answer = client.get(address, secure=True)
    if answer.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{address} answers {answer.status_code}")

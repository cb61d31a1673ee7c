"""How fast deadlines are counted: the default rules of 1,000 interpellations and motions.

python -m bench.deadlines
"""

from datetime import date, timedelta
from time import perf_counter

from ärenden.choices import CaseType, Event, Occasion
from ärenden.deadlines import (
    Calendar,
    Facts,
    Meeting,
    default_rules,
    evaluate_all,
    rules_of_case,
)

CASES = 1_000
RULES = default_rules(date(2020, 1, 1))
MEETINGS = tuple(Meeting(day=date(2026, 1, 26) + timedelta(weeks=4 * n), id=n) for n in range(24))


def facts(number: int) -> Facts:
    put = MEETINGS[number % len(MEETINGS)]
    return Facts(
        case_type=CaseType.MOTION if number % 2 else CaseType.INTERPELLATION,
        events={Event.HANDED_IN: put.day - timedelta(days=9), Event.RAISED: put.day},
        occasions={Occasion.PUT: put},
        meetings=MEETINGS,
    )


def main() -> None:
    calendar, cases = Calendar(), [facts(number) for number in range(CASES)]
    start = perf_counter()
    dates = 0
    for case in cases:
        rules = rules_of_case(RULES, CaseType(case.case_type), None)
        dates += len(evaluate_all(rules, case, calendar))
    seconds = perf_counter() - start
    print(f"{CASES} cases, {dates} deadlines with their sentences: {seconds:.3f} s")


if __name__ == "__main__":
    main()

"""Which dates change when other rules, or other closed days, are tried on the meetings."""

from dataclasses import replace
from datetime import date, time

from kernel.dates import long_date
from tests.arenden.deadlines.making import PLAIN, rule, working
from ärenden.choices import CaseType, Purpose, Route, Unit
from ärenden.deadlines import EXAMPLES, Calendar, Meeting, RuleSet, Version, said, side_by_side
from ärenden.deadlines.examples.parts import decide

JUNE, SEPTEMBER = Meeting(day=date(2026, 6, 22)), Meeting(day=date(2026, 9, 21))
HAND_IN = rule(working(5), name="Lämna in", at=time(12))


def version(*rules, calendar=PLAIN):
    return Version(RuleSet(title="Prov", valid_from=date(2020, 1, 1), rules=rules), calendar)


def changes(old, new, meetings=(SEPTEMBER, JUNE)):
    return [each for each in side_by_side(old, new, meetings) if each.is_changed]


def sentences(old, new, meetings=(SEPTEMBER, JUNE)):
    return [
        f"{each.rule.name}, {each.meeting.body} {long_date(each.meeting.day)}:"
        f" {said(each.after)} i stället för {said(each.before)}."
        for each in changes(old, new, meetings)
    ]


def test_same_rules_change_nothing():
    renamed = replace(HAND_IN, name="Inlämning", note="Ny text.")

    assert sentences(version(HAND_IN), version(renamed)) == []


def test_other_rule_changes_the_dates_meeting_by_meeting():
    new = replace(HAND_IN, shape=working(7))

    assert sentences(version(HAND_IN), version(new)) == [
        (
            "Lämna in, fullmäktige måndag 22 juni 2026:"
            " onsdag 10 juni 2026 kl. 12.00 i stället för fredag 12 juni 2026 kl. 12.00."
        ),
        (
            "Lämna in, fullmäktige måndag 21 september 2026:"
            " torsdag 10 september 2026 kl. 12.00 i stället för måndag 14 september 2026 kl. 12.00."
        ),
    ]


def test_closed_day_changes_only_the_dates_it_touches():
    closed = Calendar({date(2026, 6, 18): "klämdagen"})

    [change] = changes(version(HAND_IN), version(HAND_IN, calendar=closed), (JUNE, SEPTEMBER))

    assert (change.meeting, change.before.day, change.after.day) == (
        JUNE,
        date(2026, 6, 12),
        date(2026, 6, 11),
    )


def test_rule_that_is_gone_or_new_has_no_date_on_the_other_side():
    answer = rule(working(1), key="svar", name="Svaret in", purpose=Purpose.ANSWER_IN)

    assert sentences(version(HAND_IN), version(answer), (SEPTEMBER,)) == [
        (
            "Lämna in, fullmäktige måndag 21 september 2026:"
            " inget datum i stället för måndag 14 september 2026 kl. 12.00."
        ),
        (
            "Svaret in, fullmäktige måndag 21 september 2026:"
            " fredag 18 september 2026 i stället för inget datum."
        ),
    ]


def test_rule_on_a_route_is_tried_on_its_own_route():
    before, after = (
        decide(months, Unit.MONTHS, CaseType.MOTION, route=Route.REFERRED) for months in (6, 8)
    )

    [change] = changes(version(before), version(after), (JUNE,))

    assert (change.before.day, change.after.day) == (date(2026, 12, 22), date(2027, 2, 22))


def test_change_over_time_in_linkoping_is_seen():
    [linkoping] = [example for example in EXAMPLES if example.earlier and example.number == 17]

    assert sentences(version(*linkoping.earlier), version(*linkoping.rules), (SEPTEMBER,)) == [
        (
            "Allmänhetens fråga lämnas in, fullmäktige måndag 21 september 2026:"
            " fredag 18 september 2026 kl. 10.00 i stället för söndag 20 september 2026 kl. 12.00."
        )
    ]

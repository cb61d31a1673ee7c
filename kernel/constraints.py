"""Database constraints that several models share."""

from collections.abc import Sequence

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db.models import BigIntegerField, CheckConstraint, F, Func, IntegerField, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact


def all_or_none(*fields: str, name: str) -> CheckConstraint:
    """Facts that only mean something together are all there or all missing."""
    every = Q(**{f"{field}__isnull": False for field in fields})
    none = Q(**{f"{field}__isnull": True for field in fields})
    return CheckConstraint(condition=every | none, name=name)


def fact_or_reason(field: str, reason: str, *, name: str) -> CheckConstraint:
    """A fact is known, or the row says why it is not; never both, never neither."""
    known = Q(**{f"{field}__isnull": False, reason: ""})
    unknown = Q(**{f"{field}__isnull": True}) & ~Q(**{reason: ""})
    return CheckConstraint(condition=known | unknown, name=name)


def exactly_one(*fields: str, name: str) -> CheckConstraint:
    """The row belongs to one of several owners."""
    count = Func(*(F(field) for field in fields), function="num_nonnulls")
    count.output_field = IntegerField()
    return CheckConstraint(condition=Exact(count, Value(1)), name=name)


def bounded_period(*, name: str, field: str = "period") -> CheckConstraint:
    """A period has a known first day: an unknown period is not an unlimited one."""
    starts = {f"{field}__isempty": False, f"{field}__lower_inf": False}
    return CheckConstraint(condition=Q(**starts), name=name)


def no_overlap(
    *same: str, name: str, condition: Q | None = None, nullable: Sequence[str] = ()
) -> ExclusionConstraint:
    """No two rows that are equal in `same` share a day of their `period`.

    `nullable` names further relations to compare, where two that are missing are equal.
    """
    equal = [(field, RangeOperators.EQUAL) for field in same]
    known = [(_or_zero(field), RangeOperators.EQUAL) for field in nullable]
    return ExclusionConstraint(
        name=name,
        expressions=[*equal, *known, ("period", RangeOperators.OVERLAPS)],
        condition=condition,
    )


def _or_zero(field: str) -> Coalesce:
    return Coalesce(F(field), Value(0), output_field=BigIntegerField())


def nonempty(*fields: str, name: str) -> CheckConstraint:
    """Texts without which the row says nothing."""
    return CheckConstraint(condition=~_any_empty(fields), name=name)


def _any_empty(fields: Sequence[str]) -> Q:
    empty = Q()
    for field in fields:
        empty |= Q(**{field: ""})
    return empty

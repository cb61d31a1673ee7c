"""Motionsbalanser that were frozen for a meeting, as the one asking may read them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from accounts.models import User
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.models import Body
from ärenden import access
from ärenden.models import MotionReport, ReportedMotion, SecrecyMark
from ärenden.queries.secrecy import Withheld, withheld_names


def reports_of(council: Body) -> QuerySet[MotionReport]:
    """Those that were tabled, the latest first."""
    return council.motion_reports.select_related("meeting__body", "minutes_item")


def with_report(meetings: QuerySet[Meeting]) -> QuerySet[Meeting, Any]:
    """Meetings with the key of the report told there, else of the last frozen, and when told."""
    rows = MotionReport.objects.filter(meeting=OuterRef("pk")).order_by(
        F("told_at").desc(nulls_last=True), "-frozen_at"
    )
    return meetings.annotate(
        report_key=Subquery(rows.values("public_id")[:1]),
        report_told_at=Subquery(rows.values("told_at")[:1]),
    )


def not_told() -> ArraySubquery:
    """For queries of meetings: their body's reports of which nothing is noted, the latest first."""
    told = MotionReport.objects.filter(meeting=OuterRef("meeting"), told_at__isnull=False)
    rows = MotionReport.objects.filter(body=OuterRef("body")).exclude(Exists(told))
    standing = rows.exclude(meeting__status=MeetingStatus.CANCELLED)
    facts = JSONObject(key="public_id", meeting="meeting_id", day="meeting__held_on")
    return ArraySubquery(standing.values(told=facts))


@dataclass(frozen=True)
class Frozen:
    """A report as the account may read it; `hidden` rows are of cases made secret since."""

    report: MotionReport
    motions: list[ReportedMotion]
    hidden: int


def frozen(report: MotionReport, *, user: User, on: date) -> Frozen:
    """As it was frozen, but for names and words that have been protected since then."""
    visible = access.visible_to(user, on=on).values("pk")
    rows = list(report.motions.annotate(is_visible=Q(case__in=visible)).select_related("case"))
    motions: list[Any] = [row for row in rows if row.is_visible]
    withheld = _withheld_since(motions, organisation=report.body.organisation_id)
    for row in motions:
        row.title, row.shown = withheld.told(row.title), withheld.told(row.shown)
        row.signers = [withheld.told(name) for name in row.signers]
    report.frozen_by_name = withheld.told(report.frozen_by_name)
    return Frozen(report, motions, hidden=len(rows) - len(motions))


def _withheld_since(motions: Sequence[ReportedMotion], *, organisation: int) -> Withheld:
    cases = [row.case_id for row in motions]
    marks = SecrecyMark.objects.filter(case__in=cases, lifted_on=None).exclude(field="")
    kept = [words for mark in marks for words in mark.kept.values()]
    words = tuple(words for words in kept if isinstance(words, str) and words)
    return replace(withheld_names(organisation), words=words)

"""Addresses for monitoring; they tell nothing about cases and need no sign-in."""

from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis import Redis, RedisError

from kernel.models import Heartbeat
from ärenden.reminding import LATE_AFTER, WORK

# Beat sends its sign of life every 15 seconds; a worker may be busy with a slow task for a while.
BEAT_IS_LATE = timedelta(minutes=5)


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"process": "ok"})


@never_cache
@require_safe
def readyz(_request: HttpRequest) -> HttpResponse:
    """The database answers and has every migration; the broker is none of its business."""
    try:
        executor = MigrationExecutor(connection)
        missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return _answer(database="unreachable", missing_migrations=None, healthy=False)
    return _answer(database="ok", missing_migrations=missing, healthy=missing == 0)


@never_cache
@require_safe
def status(_request: HttpRequest) -> HttpResponse:
    """Whether background work is done: the broker, beat's sign of life, and the reminders'."""
    broker, beat, reminders = _broker_answers(), _seconds_since("beat"), _seconds_since(*WORK)
    late = _is_late(beat, BEAT_IS_LATE) or _is_late(reminders, LATE_AFTER)
    return _answer(
        broker="ok" if broker else "unreachable",
        seconds_since_beat=beat,
        seconds_since_reminders=reminders,
        healthy=broker and not late,
    )


def _is_late(seconds: int | None, limit: timedelta) -> bool:
    return seconds is None or seconds > limit.total_seconds()


def _answer(*, healthy: bool, **facts: str | int | None) -> JsonResponse:
    code = HTTPStatus.OK if healthy else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse({"healthy": healthy, **facts}, status=code)


def _broker_answers() -> bool:
    client = Redis.from_url(settings.REDIS_URL, socket_connect_timeout=2, socket_timeout=2)
    try:
        return bool(client.ping())
    except RedisError:
        return False
    finally:
        client.close()


def _seconds_since(*names: str) -> int | None:
    """Since all of them had been done; None when one never was."""
    try:
        at = Heartbeat.last(*names)
    except DatabaseError:
        return None
    return round((timezone.now() - at).total_seconds()) if at else None

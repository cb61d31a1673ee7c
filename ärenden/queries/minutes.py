"""What the minutes wait for."""

from django.db.models import QuerySet

from ärenden.models import Case, Reservation


def awaited_reservations(case: Case) -> QuerySet[Reservation]:
    """Reservations whose text is to come, with those who made them."""
    rows = Reservation.objects.filter(decision__case=case, awaits_text=True)
    return rows.select_related("decision").prefetch_related("agents__person").order_by("pk")

"""Addresses below an organisation; each part of the workplace keeps its own list."""

from ärenden.web.administration import urls as administration
from ärenden.web.answers import urls as answers
from ärenden.web.calendars import urls as calendars
from ärenden.web.cases import urls as cases
from ärenden.web.cases.actions import urls as actions
from ärenden.web.councillor import urls as councillor
from ärenden.web.desk import urls as desk
from ärenden.web.groups import urls as groups
from ärenden.web.lists import urls as lists
from ärenden.web.meetings import urls as meetings
from ärenden.web.notes import urls as notes
from ärenden.web.registration import urls as registration
from ärenden.web.reminders import urls as reminders
from ärenden.web.reports import urls as reports

urlpatterns = [
    *administration.urlpatterns,
    *desk.urlpatterns,
    *cases.urlpatterns,
    *actions.urlpatterns,
    *councillor.urlpatterns,
    *answers.urlpatterns,
    *calendars.urlpatterns,
    *groups.urlpatterns,
    *lists.urlpatterns,
    *meetings.urlpatterns,
    *notes.urlpatterns,
    *registration.urlpatterns,
    *reminders.urlpatterns,
    *reports.urlpatterns,
]

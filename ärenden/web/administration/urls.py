"""Addresses of the administration."""

from django.urls import path

from ärenden.web.administration import (
    bodies,
    closed_days,
    elected,
    meetings,
    organisation,
    parties,
    people,
    reminders,
    roles,
    series,
    start,
)
from ärenden.web.administration.rules import pages, proposals, trial

ROOT = "administration/"
PERSON = f"{ROOT}personer/<uuid:person>/"
RULES = f"{ROOT}regler/<uuid:rules>/"
CLOSED = f"{ROOT}stangda-dagar/"
urlpatterns = [
    path(ROOT, start.Overview.as_view(), name="admin"),
    path(f"{ROOT}andringar/", start.Changes.as_view(), name="admin_changes"),
    path(f"{ROOT}organ/", bodies.Bodies.as_view(), name="admin_bodies"),
    path(f"{ROOT}organ/nytt/", bodies.NewBody.as_view(), name="admin_body_new"),
    path(f"{ROOT}organ/<uuid:body>/", bodies.EditBody.as_view(), name="admin_body"),
    path(f"{ROOT}organ/<uuid:body>/valda/", elected.ElectBody.as_view(), name="admin_elected"),
    path(f"{ROOT}sammantraden/", meetings.Meetings.as_view(), name="admin_meetings"),
    path(f"{ROOT}sammantraden/nya/", meetings.NewYear.as_view(), name="admin_year"),
    path(
        f"{ROOT}sammantraden/<uuid:meeting>/",
        meetings.EditMeeting.as_view(),
        name="admin_meeting",
    ),
    path(f"{ROOT}paminnelser/", reminders.Reminders.as_view(), name="admin_reminders"),
    path(f"{ROOT}paminnelser/ny/", reminders.NewRule.as_view(), name="admin_reminder_new"),
    path(
        f"{ROOT}paminnelser/aterstall/",
        reminders.Restore.as_view(),
        name="admin_reminders_restore",
    ),
    path(
        f"{ROOT}paminnelser/<uuid:reminder_rule>/",
        reminders.EditRule.as_view(),
        name="admin_reminder",
    ),
    path(f"{ROOT}personer/", people.People.as_view(), name="admin_people"),
    path(f"{ROOT}personer/ny/", people.NewPerson.as_view(), name="admin_person_new"),
    path(PERSON, people.EditPerson.as_view(), name="admin_person"),
    path(f"{PERSON}parti/", people.ChangeParty.as_view(), name="admin_affiliation"),
    path(f"{PERSON}uppdrag/nytt/", people.NewAssignment.as_view(), name="admin_assignment_new"),
    path(
        f"{PERSON}uppdrag/<uuid:assignment>/",
        people.EditAssignment.as_view(),
        name="admin_assignment",
    ),
    path(f"{ROOT}partier/", parties.Parties.as_view(), name="admin_parties"),
    path(f"{ROOT}partier/nytt/", parties.NewParty.as_view(), name="admin_party_new"),
    path(f"{ROOT}partier/<uuid:party>/", parties.EditParty.as_view(), name="admin_party"),
    path(f"{ROOT}partigrupper/", parties.Groups.as_view(), name="admin_groups"),
    path(f"{ROOT}partigrupper/ny/", parties.NewGroup.as_view(), name="admin_group_new"),
    path(f"{ROOT}partigrupper/<uuid:group>/", parties.EditGroup.as_view(), name="admin_group"),
    path(f"{ROOT}roller/", roles.Roles.as_view(), name="admin_roles"),
    path(f"{ROOT}roller/ny/", roles.NewRole.as_view(), name="admin_role_new"),
    path(f"{ROOT}roller/<uuid:membership>/", roles.EditRole.as_view(), name="admin_role"),
    path(
        f"{ROOT}inbjudningar/<uuid:invitation>/",
        roles.EditInvitation.as_view(),
        name="admin_invitation",
    ),
    path(f"{ROOT}nummerserier/", series.Series.as_view(), name="admin_series"),
    path(f"{ROOT}nummerserier/ny/", series.NewSeries.as_view(), name="admin_series_new"),
    path(
        f"{ROOT}nummerserier/<uuid:series>/", series.EditSeries.as_view(), name="admin_one_series"
    ),
    path(
        f"{ROOT}organisation/",
        organisation.EditOrganisation.as_view(),
        name="admin_organisation",
    ),
    path(f"{ROOT}regler/", pages.Rules.as_view(), name="admin_rules"),
    path(f"{ROOT}regler/nytt/", proposals.NewProposal.as_view(), name="admin_rules_new"),
    path(RULES, pages.OneSet.as_view(), name="admin_rule_set"),
    path(f"{RULES}kalla/", proposals.EditHeading.as_view(), name="admin_rules_heading"),
    path(f"{RULES}prova/", trial.Trial.as_view(), name="admin_rules_trial"),
    path(f"{RULES}anta/", proposals.Adopt.as_view(), name="admin_rules_adopt"),
    path(f"{RULES}regel/", proposals.NewRule.as_view(), name="admin_rule_new"),
    path(f"{RULES}regel/<slug:rule>/", proposals.EditRule.as_view(), name="admin_rule"),
    path(CLOSED, closed_days.ClosedDays.as_view(), name="admin_closed_days"),
    path(f"{CLOSED}nya/", closed_days.NewClosedDays.as_view(), name="admin_closed_days_new"),
    path(
        f"{CLOSED}<uuid:closed_day>/",
        closed_days.EditClosedDay.as_view(),
        name="admin_closed_day",
    ),
]

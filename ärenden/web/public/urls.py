"""Addresses that anyone may open; whatever else stands below is the same 404."""

from django.urls import path, re_path

from ärenden.web.public import cases, files, meetings, people, statements
from ärenden.web.public.base import not_found, organisations

urlpatterns = [
    path("", organisations, name="organisations"),
    path("<slug:organisation>/", cases.Start.as_view(), name="start"),
    path("<slug:organisation>/arenden/", cases.CaseList.as_view(), name="cases"),
    path("<slug:organisation>/arenden/<uuid:case>/", cases.CasePage.as_view(), name="case"),
    path(
        "<slug:organisation>/handlingar/<uuid:document>/<uuid:file>/",
        files.File.as_view(),
        name="file",
    ),
    path("<slug:organisation>/personer/", people.People.as_view(), name="people"),
    path("<slug:organisation>/personer/<uuid:person>/", people.PersonPage.as_view(), name="person"),
    path("<slug:organisation>/partier/", people.Parties.as_view(), name="parties"),
    path("<slug:organisation>/partier/<uuid:party>/", people.PartyPage.as_view(), name="party"),
    path("<slug:organisation>/sammantraden/", meetings.Meetings.as_view(), name="meetings"),
    path(
        "<slug:organisation>/sammantraden/<uuid:meeting>/",
        meetings.MeetingPage.as_view(),
        name="meeting",
    ),
    path("<slug:organisation>/tillganglighet/", statements.Statement.as_view(), name="statement"),
    path("<slug:organisation>/nytt.atom", statements.Feed.as_view(), name="feed"),
    path("<slug:organisation>/sitemap.xml", statements.SiteMap.as_view(), name="site_map"),
    path(
        "<slug:organisation>/farger-<slug:digest>.css",
        files.PartyColours.as_view(),
        name="party_colours",
    ),
    re_path(r"^.*$", not_found, name="nothing"),
]

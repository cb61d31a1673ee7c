"""Addresses of the councillor's desk, of drafts, and of what was handed in."""

from django.urls import path

from ärenden.web.councillor import handed_in, pages, registering, review, sharing, writing

urlpatterns = [
    path("mina-arenden/", pages.MyCases.as_view(), name="my_cases"),
    path("mina-arenden/skriv/", pages.NewDraft.as_view(), name="new_draft"),
    path("komplettera/<uuid:asked>/", pages.Complete.as_view(), name="complete"),
    path("utkast/<uuid:draft>/", writing.Write.as_view(), name="draft"),
    path("utkast/<uuid:draft>/granska/", review.Review.as_view(), name="review"),
    path("utkast/<uuid:draft>/delat/", sharing.Share.as_view(), name="share"),
    path("utkast/<uuid:draft>/kasta/", sharing.Discard.as_view(), name="discard_draft"),
    path("inlamnat/", handed_in.Arrivals.as_view(), name="arrivals"),
    path("inlamnat/<uuid:submission>/", handed_in.HandedIn.as_view(), name="handed_in"),
    path(
        "inlamnat/<uuid:submission>/text/",
        handed_in.HandedInText.as_view(),
        name="handed_in_text",
    ),
    path("inlamnat/<uuid:submission>/aterta/", handed_in.TakeBack.as_view(), name="take_back"),
    path(
        "inlamnat/<uuid:submission>/registrera/",
        registering.RegisterHandedIn.as_view(),
        name="register_handed_in",
    ),
]

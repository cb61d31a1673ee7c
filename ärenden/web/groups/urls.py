"""Addresses of the party groups' own desks."""

from django.urls import path

from ärenden.web.groups import cases, desk, door, notes, on_case

GROUP = "grupp/<uuid:group>"
CASE = f"{GROUP}/arenden/<uuid:case>"

urlpatterns = [
    path("grupp/", door.Groups.as_view(), name="groups"),
    path(f"{GROUP}/", desk.Desk.as_view(), name="group"),
    path(f"{GROUP}/oppna/", door.Open.as_view(), name="group_open"),
    path(f"{GROUP}/slapp-in/", door.LetIn.as_view(), name="group_let_in"),
    path(f"{GROUP}/stang-ute/<uuid:account>/", door.ShutOut.as_view(), name="group_shut_out"),
    path(f"{GROUP}/ta-over/", desk.TakeOver.as_view(), name="group_take_over"),
    path(f"{GROUP}/arenden/", cases.GroupCases.as_view(), name="group_cases"),
    path(f"{GROUP}/vyer/", cases.SaveView.as_view(), name="group_views"),
    path(f"{GROUP}/vyer/<uuid:saved>/", cases.DeleteView.as_view(), name="group_view"),
    path(f"{CASE}/", on_case.OnCase.as_view(), name="group_case"),
    path(f"{CASE}/bevaka/", on_case.Watch.as_view(), name="group_watch"),
    path(f"{GROUP}/anteckningar/", notes.Notes.as_view(), name="group_notes"),
    path(f"{GROUP}/anteckningar.csv", notes.Export.as_view(), name="group_export"),
    path(f"{GROUP}/anteckning/<uuid:entry>/", notes.NotePage.as_view(), name="group_note"),
]

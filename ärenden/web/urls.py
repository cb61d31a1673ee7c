"""Addresses below an organisation; each part of the workplace keeps its own list."""

from ärenden.web.lists import urls as lists
from ärenden.web.registration import urls as registration

urlpatterns = [
    *lists.urlpatterns,
    *registration.urlpatterns,
]

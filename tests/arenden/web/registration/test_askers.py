"""An asker on the way between the form and the register."""

import pytest

from ärenden.web.registration.askers import Asker, unpacked


@pytest.mark.parametrize("value", ["", "x", "[]", '["a"]', "{}", "7"])
def test_tampered_asker_is_no_asker(value):
    assert unpacked(value) is None


def test_asker_comes_back_as_it_was_packed():
    asker = Asker("Åsa Öberg", "–", "1b4e28ba-2fa1-11d2-883f-0016d3cca427", "ordförande")

    assert unpacked(asker.packed()) == asker

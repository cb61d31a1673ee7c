"""What the law asks of a paper and the fields do not say."""

from collections.abc import Iterator

from ärenden.choices import AgentKind, CaseType
from ärenden.web.registration.items import has_items
from ärenden.web.registration.registration import Registration


def remarks(form: Registration) -> Iterator[str]:
    """It hinders nothing: the register takes what has come in."""
    needs_motivation = form.place.case_type == CaseType.INTERPELLATION
    if needs_motivation and not form.fields.get("motivation", "").strip():
        yield "En interpellation ska ha en motivering (kommunallagen 5 kap. 60 §)."
    if form.place.is_asked and not has_items(form.fields):
        yield (
            "Ingen fråga är inlagd än. Innehållet ska vara bestämt"
            " (kommunallagen 5 kap. 60 och 64 §§)."
        )
    put_to = form.fields.get("addressee", "").strip() if form.place.is_asked else ""
    if put_to and not _may_be_asked(form, put_to):
        yield (
            f"{put_to} är inte en av dem som registret känner som ordförande i en nämnd eller"
            " beredning, eller som kommunalråd. Se till att fullmäktige har bestämt att uppdraget"
            " får frågas (kommunallagen 5 kap. 59 §)."
        )
    if form.place.case_type == CaseType.MOTION and not has_items(form.fields):
        yield "Ingen att-sats är inlagd än."


def _may_be_asked(form: Registration, put_to: str) -> bool:
    people = form.place.people
    return people.may_be_asked(people.named(put_to, otherwise=AgentKind.ELECTED).person)

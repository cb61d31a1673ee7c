"""The margin of the case list: what can be chosen, how many each choice has, what is chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ärenden.choices import AnswerState, CaseType, State
from ärenden.filters import DUE, SHOWN
from ärenden.models.cases import PHASE_OF_ANSWER
from ärenden.queries.lists import Counted
from ärenden.web.lists.address import Address

ANSWER_PHASES = {phase: AnswerState(key).label for key, phase in PHASE_OF_ANSWER.items()}
BEFORE_THE_ANSWER = list(State).index(State.PERMITTED) + 1
PHASES: dict[str, str] = {
    **dict(State.choices[:BEFORE_THE_ANSWER]),
    **ANSWER_PHASES,
    **dict(State.choices[BEFORE_THE_ANSWER:]),
}
LEGENDS = {
    "visa": "Visa",
    "typ": "Typ",
    "tillstand": "Tillstånd",
    "frist": "Frist",
    "organ": "Organ",
    "parti": "Parti",
    "fran": "Ställs av",
    "till": "Ställs till",
    "ar": "År",
}
LABELS: dict[str, Mapping[str, str]] = {
    "visa": SHOWN,
    "typ": dict(CaseType.choices),
    "tillstand": PHASES,
    "frist": DUE,
}
TAGS = {"ar": "År {}", "parti": "Parti {}", "fran": "Från {}", "till": "Till {}", "q": "”{}”"}
BY_COUNT = frozenset({"parti", "fran", "till"})


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Group:
    name: str
    legend: str
    options: list[Option]
    is_single: bool


@dataclass(frozen=True)
class Tag:
    label: str
    url: str


class Margin:
    """The facets of a list as counted, with the names that a choice is known by."""

    def __init__(
        self, counted: Iterable[Counted], chosen: Mapping[str, Any], names: Mapping[str, str]
    ) -> None:
        self.counts: dict[str, dict[str, int]] = {name: {} for name in ("", *LEGENDS)}
        self.labels = {name: dict(LABELS.get(name, names)) for name in LEGENDS}
        for row in counted:
            counts = self.counts[row.group]
            counts[row.key] = counts.get(row.key, 0) + row.count
            if row.label:
                self.labels[row.group][row.key] = row.label
        self.chosen = {name: _texts(value) for name, value in chosen.items()}

    @property
    def total(self) -> int:
        return sum(self.counts[""].values())

    def groups(self) -> list[Group]:
        """Only choices that some case has, and those that are chosen already."""
        made = (
            Group(name, legend, self._options(name), is_single=name == "visa")
            for name, legend in LEGENDS.items()
        )
        return [group for group in made if len(group.options) > 1 or self.chosen.get(group.name)]

    def tags(self, address: Address) -> list[Tag]:
        """What is chosen, each with the address of the list without it."""
        return [
            Tag(
                TAGS.get(name, "{}").format(self._label(name, value)),
                str(address.without(name, value)),
            )
            for name in ("q", *LEGENDS)
            for value in self.chosen.get(name, [])
            if (name, value) != ("visa", "alla")
        ]

    def _options(self, name: str) -> list[Option]:
        counts = self.counts[name]
        chosen = self.chosen.get(name, ["alla"] if name == "visa" else [])
        options = [
            Option(key, self._label(name, key), counts.get(key, 0), key in chosen)
            for key in dict.fromkeys([*counts, *chosen])
            if counts.get(key) or key in chosen
        ]
        return sorted(options, key=lambda option: self._place(name, option))

    def _place(self, name: str, option: Option) -> tuple[int, str]:
        """The order of the law's words where there is one; else the biggest or newest first."""
        if name in LABELS:
            known = list(LABELS[name])
            return known.index(option.value) if option.value in known else len(known), ""
        if name == "ar":
            return -int(option.value), ""
        return (-option.count if name in BY_COUNT else 0), option.label

    def _label(self, name: str, value: str) -> str:
        return self.labels.get(name, {}).get(value, value)


def _texts(value: Any) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]

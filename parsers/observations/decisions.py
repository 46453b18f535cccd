"""What the slots of each figure came to, and what the decisions on all figures of a text say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from parsers.model import Period
from parsers.observations.paces import Paces, paces
from parsers.observations.page import Figure
from parsers.observations.told import Told, told

Pair = tuple[str | None, str | None]


@dataclass(slots=True)
class Decision:
    """What the slots of one figure came to; `fact` False where it states no trade figure."""

    fact: bool
    flow: str = ""
    sign: int = 0
    flow_at: int = -1
    period: Period = field(default_factory=Period)
    pair: Pair = (None, None)
    product: str | None = None
    status: str = "actual"
    rate: tuple[str, int] | None = None  # of a change: ("change" | "share", figure it belongs to, or -1 for a row of its own)


@dataclass
class Decisions:
    """The decisions of one pass over the figures of a page, by figure; none before the first pass."""

    figures: Sequence[Figure] = ()
    decisions: Mapping[int, Decision] = field(default_factory=dict)

    @cached_property
    def flow_counts(self) -> Counter[str]:
        """The flows that the pass before chose, with their numbers."""
        return Counter(decision.flow for decision in self.decisions.values() if decision.fact)

    @cached_property
    def period_counts(self) -> Counter[Period]:
        """The periods that the pass before chose, with their numbers."""
        return Counter(decision.period for decision in self.decisions.values() if decision.fact and decision.period != Period())

    @cached_property
    def sentence_periods(self) -> dict[int, Counter[Period]]:
        """The periods that the pass before chose in each sentence, with their numbers."""
        rows: dict[int, Counter[Period]] = {}
        for figure in self.figures:
            decision = self.decisions.get(figure.index)
            if decision is not None and decision.fact and decision.period != Period():
                rows.setdefault(figure.sentence, Counter())[decision.period] += 1
        return rows

    @cached_property
    def dated_facts(self) -> tuple[int, int]:
        """How many facts the pass before found, and how many of them with a period."""
        return sum(self.flow_counts.values()), sum(self.period_counts.values())

    @cached_property
    def ref_counts(self) -> Counter[str]:
        """Whose flows the pass before told, with their numbers."""
        return Counter(decision.pair[0] for decision in self.decisions.values() if decision.fact and decision.pair[0])

    @cached_property
    def counterpart_counts(self) -> Counter[str]:
        """With whom the flows were that the pass before told, with their numbers."""
        return Counter(decision.pair[1] for decision in self.decisions.values() if decision.fact and decision.pair[1])

    @cached_property
    def rates_before(self) -> dict[int, bool]:
        """For every rate, by figure, whether the pass before took it for one of trade."""
        rates = ((index, decision.rate) for index, decision in self.decisions.items())
        return {index: rate != ("none", -1) for index, rate in rates if rate is not None}

    @cached_property
    def rates_of_trade(self) -> int:
        """How many rates the pass before took for ones of trade."""
        return sum(self.rates_before.values())

    @cached_property
    def rates_of(self) -> dict[int, list[int]]:
        """The rates, by figure, that the pass before gave to each amount."""
        rows: dict[int, list[int]] = {}
        for index, decision in self.decisions.items():
            if decision.rate is not None:
                rows.setdefault(decision.rate[1], []).append(index)
        return rows

    @cached_property
    def amounts_before(self) -> dict[int, bool]:
        """For every amount, by figure, whether the pass before took it for a fact."""
        return {f.index: self.decisions[f.index].fact for f in self.figures if f.kind == "amount" and f.index in self.decisions}

    @cached_property
    def amounts_of_trade(self) -> int:
        """How many amounts the pass before took for facts."""
        return sum(self.amounts_before.values())

    @cached_property
    def told(self) -> Told:
        """What the pass before found, by what it is of and by its numbers."""
        return told(self.figures, self.decisions)

    @cached_property
    def paces(self) -> Paces:
        """How much a day the flows come to that the pass before found."""
        return paces(self.figures, self.decisions)


def main_ends(owners: Counter[str], partners: Counter[str], seat: str | None) -> Pair:
    """The commonest owner and partner of flow words; of an area that is both, the partner where it has no other partner.

    A paper that tells of "trade with Tula Oblast" and of "Tula's trade" tells of its own area's.
    """
    owner, partner = (next((code for code, _ in counts.most_common(1)), None) for counts in (owners, partners))
    if owner is None or owner != partner:
        return owner, partner
    another = next((code for code, _ in partners.most_common() if code != owner), None)
    if another is not None:
        return owner, another
    return next((code for code, _ in owners.most_common() if code != partner), seat), partner

"""What a document has given so far while it is read: its page, its periods on the calendar, its areas, and decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from parsers.mentions.flows import FlowWords
from parsers.mentions.period_resolve import PeriodContext
from parsers.model import Mention, Period
from parsers.observations.additions import Addition, additions, steps
from parsers.observations.comparison import is_base, is_event, is_operand, told_of_base
from parsers.observations.dating import Dating
from parsers.observations.decisions import Decision, Decisions, Pair, main_ends
from parsers.observations.money import Money, money
from parsers.observations.page import Figure, Line, Page
from parsers.observations.printed import Timeline
from parsers.observations.slots.ends import owner_at, partner_at
from parsers.observations.slots.places import dateline, is_venue, whole
from parsers.observations.themes import purity, themes
from parsers.observations.timeline import stretch
from parsers.observations.told_areas import ToldAreas, told_areas
from parsers.observations.words import CueWords, cue_words


@dataclass
class Reading:
    """A page under way. `before` holds the decisions of the pass before, by figure; empty in the first pass."""

    page: Page
    title: Line | None
    readings: Timeline
    home: str | None
    province: str | None = None  # of a regional paper or office
    dating: Dating = field(default_factory=lambda: Dating(None, None))
    year: int | None = None
    fiscal_start: tuple[int, int] = (1, 1)
    solar: bool = False
    latest: tuple[int, ...] = ()  # years that an undated text may speak in
    before: dict[int, Decision] = field(default_factory=dict)
    past: Decisions = field(default_factory=Decisions)

    @property
    def seat(self) -> str | None:
        """The area of which a publisher tells by itself: its province, else its country."""
        return self.province or self.home

    @cached_property
    def words(self) -> CueWords:
        """The cue words of the document's language."""
        return cue_words(self.page.document.language)

    @cached_property
    def periods(self) -> dict[tuple[int, int], Period]:
        """(sentence, token) -> the likeliest meaning of each period mention; Period() where none can be known."""
        return {at: found[0] if found else Period() for at, found in self.readings.items()}

    @cached_property
    def period_places(self) -> list[tuple[int, int]]:
        """(sentence, token) of each period mention, in the order of the text."""
        return sorted((s, at) for s, at, _ in self.page.mentions("period"))

    @cached_property
    def events(self) -> frozenset[tuple[int, int]]:
        """(sentence, token) of the periods that only say when something else than trade happened."""
        lines = self.page.lines
        return frozenset((s, at) for s, at, _ in self.page.mentions("period") if is_event(lines[s], at, self.words))

    @cached_property
    def dated_stretches(self) -> dict[tuple[int, int, int], set[int]]:
        """The stretches that the text dates in full, with the years in which they begin."""
        found: dict[tuple[int, int, int], set[int]] = {}
        for s, at, mention in self.page.mentions("period"):
            period = self.periods.get((s, at), Period())
            same = stretch(period)
            stated = mention.value.stated is not None and (self.year is not None or self.dating.published is not None)
            if (mention.value.dated or stated) and same is not None and period.start is not None:
                found.setdefault(same, set()).add(period.start.year)
        return found

    @cached_property
    def latest_told(self) -> date | None:
        """The end of the latest stretch that the text dates in full beside a figure."""
        told = {figure.sentence for figure in self.page.figures}
        dated = {(s, at) for s, at, mention in self.page.mentions("period") if s in told and mention.value.dated}
        ends = (self.periods[at].end for at in dated - self.bases if at in self.periods)
        return max((end for end in ends if end is not None), default=None)

    @cached_property
    def bases(self) -> frozenset[tuple[int, int]]:
        """(sentence, token) of the periods that something is only compared with."""
        lines = self.page.lines
        return frozenset((s, at) for s, at, _ in self.page.mentions("period") if is_base(lines[s], at, self.words))

    @cached_property
    def operands(self) -> frozenset[int]:
        """The figures that another is compared with."""
        return frozenset(f.index for f in self.page.figures if is_operand(self.line(f), f.token, self.words) or self._of_base(f))

    def _of_base(self, figure: Figure) -> bool:
        """Whether the last period in front of a figure is a base, and the figure told of it."""
        line = self.line(figure)
        before = [at for at in line.places("period") if at < figure.token]
        if len(before) > 1 and line.mention(before[-1]).value.anaphoric and (figure.sentence, before[-2]) in self.bases:
            before = before if (figure.sentence, before[-1]) in self.bases else before[:-1]
        last = before[-1] if before else -1
        return (figure.sentence, last) in self.bases and told_of_base(line, figure.token, last, self.words)

    @cached_property
    def speaks_fiscal(self) -> bool:
        """Whether any period of the text names a fiscal year."""
        return any(mention.value.fiscal or mention.value.split for _, _, mention in self.page.mentions("period"))

    @cached_property
    def body(self) -> int:
        """The first sentence that is no headline."""
        return next((s.index for s in self.page.sentences if not s.headline), 0)

    @cached_property
    def flows(self) -> list[tuple[int, int, Mention[FlowWords]]]:
        """Every flow word: (sentence, token, mention)."""
        return self.page.mentions("flow")

    @cached_property
    def venues(self) -> int:
        """How many words of the document name places where shares and lots change hands."""
        return sum(is_venue(line, at, self.words) for line in self.page.lines for at in range(len(line)))

    @cached_property
    def firms(self) -> int:
        """How many words of the document name firms, their officers and their results."""
        return sum(token.word in self.words.firms for line in self.page.lines for token in line.tokens)

    @cached_property
    def output(self) -> str:
        """How a text's words of output stand to its words of trade: none of them, fewer, or more."""
        made = sum(token.word in self.words.made for line in self.page.lines for token in line.tokens)
        return "none" if made == 0 else "fewer" if made < len(self.flows) else "more"

    @cached_property
    def money(self) -> Money:
        """Which money the text names, and what its numbers count."""
        return money(self.page, self.words.never_trade, self.words.goods_units)

    @cached_property
    def areas(self) -> list[tuple[int, int, Mention[Any]]]:
        """Every area: (sentence, token, mention)."""
        return self.page.mentions("area")

    @cached_property
    def figures_by_sentence(self) -> dict[int, list[Figure]]:
        """The figures of each sentence."""
        rows: dict[int, list[Figure]] = {}
        for figure in self.page.figures:
            rows.setdefault(figure.sentence, []).append(figure)
        return rows

    @cached_property
    def area_counts(self) -> Counter[str]:
        """How often the document names each settled area."""
        return Counter(mention.value.code for _, _, mention in self.areas if mention.value.code)

    @cached_property
    def placed(self) -> list[tuple[int, str]]:
        """(sentence, code) of every settled area; a region that only says where a report was written stands for its country."""
        rows = [(s, m.value.code, dateline(self.page.lines[s], at)) for s, at, m in self.areas if m.value.code]
        told = {code for _, code, written in rows if not written}
        return [(s, whole(code) if written and code not in told else code) for s, code, written in rows]

    @cached_property
    def told_areas(self) -> ToldAreas:
        """How the text speaks of areas."""
        return told_areas(self.page, self.words)

    @cached_property
    def named(self) -> Counter[str]:
        """How often the document speaks of each area."""
        return Counter(code for _, code in self.placed)

    @cached_property
    def named_in(self) -> list[set[str]]:
        """The settled areas of each sentence."""
        rows: list[set[str]] = [set() for _ in self.page.lines]
        for sentence, code in self.placed:
            rows[sentence].add(code)
        return rows

    def look_back(self, decisions: dict[int, Decision]) -> None:
        """Let the next pass see these decisions."""
        self.before = decisions
        self.past = Decisions(self.page.figures, decisions)
        for name in ("main_pair", "main_flow"):
            self.__dict__.pop(name, None)

    @cached_property
    def ends(self) -> list[tuple[int, str | None, str | None]]:
        """(sentence, owner, partner) of every flow word, by the words around it."""
        rows = []
        for s, at, _ in self.flows:
            line = self.page.lines[s]
            rows.append((s, _settled(line, owner_at(line, at, self.words)), _settled(line, partner_at(line, at, self.words))))
        return rows

    @cached_property
    def last_ends(self) -> list[tuple[int, str | None, str | None] | None]:
        """For each sentence, the ends of the last flow word in front of it."""
        rows: list[tuple[int, str | None, str | None] | None] = [None] * (len(self.page.lines) + 1)
        for ends in self.ends:
            rows[ends[0] + 1] = ends
        for sentence in range(1, len(rows)):
            rows[sentence] = rows[sentence] or rows[sentence - 1]
        return rows

    @cached_property
    def owners(self) -> Counter[str]:
        """How many flow words of the document each area owns: "Pakistan's exports", "Turkish imports"."""
        return Counter(owner for _, owner, _ in self.ends if owner)

    @cached_property
    def partners(self) -> Counter[str]:
        """With how many flow words of the document each area stands as partner: "exports to Germany"."""
        return Counter(partner for _, _, partner in self.ends if partner)

    @cached_property
    def main_pair(self) -> Pair:
        """Whose flows with whom the text mostly tells, by the pass before, else by the ends of flow words; never the world."""
        if not self.past.ref_counts:
            return main_ends(self.owners, self.partners, self.seat)
        owner = next((code for code, _ in self.past.ref_counts.most_common() if code != "WLD"), None)
        pairs = Counter(decision.pair for decision in self.before.values() if decision.fact and decision.pair[0] == owner)
        return owner, next((pair[1] for pair, _ in pairs.most_common() if pair[1] != "WLD"), None)

    @cached_property
    def main_flow(self) -> str:
        """The flow that the text mostly tells of its main pair or that pair's owner, by the pass before, else by its words."""
        owner, _ = self.main_pair
        flows = Counter(decision.flow for decision in self.before.values() if decision.fact and decision.pair[0] == owner)
        flows = flows or Counter(mention.value.flow for _, _, mention in self.flows)
        return flows.most_common(1)[0][0] if flows else ""

    @cached_property
    def purity(self) -> Mapping[str, str]:
        """Of each flow, how many of its words in the text stand right behind a product's name: most, some, none."""
        return purity(self.page, self.words)

    @cached_property
    def themes(self) -> Mapping[str, list[tuple[int, int]]]:
        """Where each word stands that names a product by itself, once a sentence."""
        return themes(self.page, self.words)

    @cached_property
    def additions(self) -> Mapping[int, list[Addition]]:
        """The sums that each amount has a part in, by figure."""
        return additions(self.page.figures)

    @cached_property
    def steps(self) -> frozenset[int]:
        """The amounts that come to what a rate of their sentence makes of another one."""
        return steps(self.page.figures)

    def context(self, anchor: Period | None) -> PeriodContext:
        """What fixes relative words of this document, seen from one of its periods."""
        return PeriodContext(
            published=self.dating.published, year=self.year, fiscal_start=self.fiscal_start, anchor=anchor, solar=self.solar
        )

    def line(self, figure: Figure) -> Line:
        """The sentence of a figure."""
        return self.page.lines[figure.sentence]

    def fact_before(self, figure: Figure) -> tuple[Figure, Decision] | None:
        """The nearest figure in front of this one that the pass before took for a fact."""
        return self._fact(reversed(self.page.figures[: figure.index]))

    def fact_after(self, figure: Figure) -> tuple[Figure, Decision] | None:
        """The nearest figure behind this one that the pass before took for a fact."""
        return self._fact(self.page.figures[figure.index + 1 :])

    def _fact(self, figures: Any) -> tuple[Figure, Decision] | None:
        for figure in figures:
            decision = self.before.get(figure.index)
            if decision is not None and decision.fact:
                return figure, decision
        return None


def _settled(line: Line, at: int) -> str | None:
    """The code of the area at a place; None where it is unsettled, or for a place of -1."""
    code: str | None = line.tokens[at].mention.value.code if at >= 0 else None  # type: ignore[union-attr]
    return code

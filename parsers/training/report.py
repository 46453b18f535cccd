"""The figures of `make score`: by collection, at three levels, plain and held out, with intervals."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from parsers.observations.confidence import default_threshold
from parsers.observations.read import read
from parsers.training.agreement import NAMES, agreements
from parsers.training.collections import LESSONS
from parsers.training.judge import Row, row_of, scorer
from parsers.training.labels import Labelled
from parsers.training.learn import Example
from parsers.training.validate import Held

LEVELS = ("figure", "point", "row")
DRAWS = 500


@dataclass(frozen=True, slots=True)
class Count:
    """One document's rows that are right, rows that count, facts found, facts."""

    right: int
    rows: int
    found: int
    facts: int


def report(examples: Sequence[Example], held: Sequence[Held], scoring: Path) -> str:
    """The whole report as text."""
    module = scorer(scoring)
    plain = [Held(example.labelled, tuple(_plain(example.labelled))) for example in examples]
    lines = ["plain: weights fitted on these very documents"]
    lines += _table(module, plain)
    lines += ["", "cross-validated by group of documents: weights, calibration and threshold from the other folds"]
    lines += _table(module, held)
    pooled = [one for one in held if one.labelled.collection not in LESSONS]
    lines += ["", f"pooled over all sets but {' and '.join(LESSONS)}:", *_parts(module, pooled), "", *_curve(module, pooled)]
    return "\n".join(lines)


def _plain(labelled: Labelled) -> Iterable[Row]:
    least = default_threshold(labelled.document.language)
    for observation in read(labelled.document):
        row = row_of(observation, labelled.document.text)
        yield {**row, "kept": row["confidence"] >= least}


def _table(module: ModuleType, held: Sequence[Held]) -> list[str]:
    lines = [
        f"{'set':<12} {'documents':>9} {'facts':>6} {'rows':>6}  "
        + "  ".join(f"{level:^23}" for level in LEVELS)
        + "  row F1, 95 % interval"
    ]
    for name, documents in _sets(held).items():
        cells, counts = [], []
        for level in LEVELS:
            counts = [_count(module, one, level) for one in documents]
            precision, recall, f1 = figures(counts)
            cells.append(f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
        low, high = interval(counts)
        total = sum(count.facts for count in counts), sum(count.rows for count in counts)
        lines.append(
            f"{name:<12} {len(documents):>9} {total[0]:>6} {total[1]:>6}  " + "  ".join(cells) + f"  {low:.3f} to {high:.3f}"
        )
    return lines


def _sets(held: Sequence[Held]) -> dict[str, list[Held]]:
    sets: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        sets[one.labelled.collection].append(one)
    return sets


def _kept(one: Held) -> list[Row]:
    return [row for row in one.rows if row["kept"]]


def _count(module: ModuleType, one: Held, level: str, least: float | None = None) -> Count:
    rows = _kept(one) if least is None else [row for row in one.rows if row["confidence"] >= least]
    label = {"facts": list(one.labelled.facts), "unscored": list(one.labelled.unscored)}
    right, found, _ = module.judge(rows, label["facts"], module.LEVELS[level])
    figure = module.judge(rows, label["facts"], module.LEVELS["figure"])[0]
    counted = sum(at in figure or not module.unscored(row, label) for at, row in enumerate(rows))
    return Count(len(right), counted, len(found), len(label["facts"]))


def figures(counts: Sequence[Count]) -> tuple[float, float, float]:
    """Precision, recall and F1 of some documents together."""
    right, rows = sum(count.right for count in counts), sum(count.rows for count in counts)
    found, facts = sum(count.found for count in counts), sum(count.facts for count in counts)
    precision, recall = right / rows if rows else 0.0, found / facts if facts else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def interval(counts: Sequence[Count], draws: int = DRAWS) -> tuple[float, float]:
    """The middle 95 % of F1 over documents drawn again and again."""
    chance = random.Random(1)
    drawn = sorted(figures(chance.choices(counts, k=len(counts)))[2] for _ in range(draws))
    return drawn[int(0.025 * draws)], drawn[int(0.975 * draws) - 1]


def _parts(module: ModuleType, held: Sequence[Held]) -> list[str]:
    """Growth, hedges, bases, guesses and quiet documents, pooled over all sets; and what is wrong with wrong rows."""
    tally: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    for one in held:
        rows, facts = _kept(one), list(one.labelled.facts)
        right, _, owner = module.judge(rows, facts, module.LEVELS["row"])
        if not facts:
            tally.update(documents=1, quiet=not rows)
        for number, at in owner.items():
            tally.update(agreements(module, rows[at], facts[number], [rows[i] for i in right if rows[i]["obs_value"] is None]))
        label = {"facts": facts, "unscored": list(one.labelled.unscored)}
        causes.update(
            module.differs(row, facts) for at, row in enumerate(rows) if at not in right and not module.unscored(row, label)
        )
    lines = [f"{name}: {tally[name]} of {tally[name + ' asked']}" for name in NAMES]
    lines.append(f"documents without facts left empty: {tally['quiet']} of {tally['documents']}")
    return [*lines, "wrong rows by what differs: " + ", ".join(f"{cause} {number}" for cause, number in causes.most_common())]


def _curve(module: ModuleType, held: Sequence[Held]) -> list[str]:
    """Precision against recall over all sets, by the least confidence that is kept."""
    lines = ["least confidence kept, all sets together: precision, recall, F1"]
    for step in range(0, 95, 10):
        precision, recall, f1 = figures([_count(module, one, "row", step / 100) for one in held])
        lines.append(f"  {step / 100:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    return lines

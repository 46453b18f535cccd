"""Whether a period or a number is only what something is compared with."""

from __future__ import annotations

from parsers.mentions.period_expression import PeriodExpression
from parsers.observations.page import Line
from parsers.observations.words import CueWords

NEAR, FAR = 3, 6
CLAUSE = 18
_STOPS = frozenset({"<amount>", "<change>", "<period>", "<quantity>", ",", ";"})
_BEHIND_TELLING = frozenset({".", ""})
_LEADS = frozenset({"(", "–", "—", "-"})


def compared(line: Line, at: int, words: CueWords) -> bool:
    """Whether a word of comparison governs what stands at a place: "than in 2005", "against some $2 billion"."""
    if _follows(line, at, words):
        return True
    for step in range(1, FAR + 1):
        word = line.word(at - step)
        if _stops(word, words):
            return False
        if word in words.comparing:
            return True
        near = step <= NEAR or _is_level(line, at, step, words)
        if word in words.bases and near and "<area>" not in (line.word(at - inner) for inner in range(1, step)):
            return not _is_hedge(line, at, step, words)
    return False


def _stops(word: str, words: CueWords) -> bool:
    return word in _STOPS or word in words.uniting or word in words.breaks


def _is_level(line: Line, at: int, step: int, words: CueWords) -> bool:
    """Whether a word of comparison leads to a flow that a number tells: "against a revised deficit of $2 billion"."""
    return line.word(at) == "<amount>" and line.word(at - 1) in words.belonging and line.word(at - 2) == "<flow>" and step > 2


def _follows(line: Line, at: int, words: CueWords) -> bool:
    """Whether an amount is told as the one before: "a surplus of $156 million after a $138 million one in 2017"."""
    lead = 2 if line.word(at - 1) in words.before_amounts else 1
    return line.word(at) == "<amount>" and line.word(at - lead) in words.succeeding


def _is_hedge(line: Line, at: int, step: int, words: CueWords) -> bool:
    """Whether the word in front of a number only says that it is more or less: "over $2 billion", "less than 5%"."""
    if line.word(at) == "<period>":
        return False
    word, before = line.word(at - step), line.word(at - step - 1)
    return word in words.hedging_bases or (word in words.measured_off and before in words.hedging_than)


def is_base(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period stands for the base of a comparison; "from January to May" is none."""
    expression: PeriodExpression = line.tokens[at].mention.value  # type: ignore[union-attr]
    if line.word(at - 1) in words.alike_in and line.word(at - 2) in words.likening:
        return True
    if at == 1 and line.word(0) in words.surfaces and expression.comparative:
        return True
    runs = expression.form == "span" or expression.month_to is not None or expression.day_to is not None
    if line.word(at - 1) in words.sources and runs:
        return False
    if line.word(at - 1) in words.sources and line.word(at - 2) in words.records:
        return False
    if _is_mark(line, at, words) or of_record(line, at, words) or _multiplied(line, at, words) or _grown_since(line, at, words):
        return True
    if line.word(at - 1) in words.stepping and expression.form != "days" and _steps(line, at, words):
        return line.word(at - 1) not in words.hedging_bases or expression.dated or expression.comparative
    return (line.word(at - 1) not in words.hedging_bases and compared(line, at, words)) or _follows_base(line, at, words)


def _multiplied(line: Line, at: int, words: CueWords) -> bool:
    """Whether what stands at a place is what a rate is a multiple of: "double May's $5 million", "twice the $5 million"."""
    if line.word(at) == "<period>":
        return line.word(at + 1) in words.genitives and line.word(at - 1) == "<change>"
    owned = line.word(at - 1) in words.genitives and line.word(at - 2) == "<period>" and line.word(at - 3) == "<change>"
    return owned or (line.word(at - 1) in words.definite and line.word(at - 2) == "<change>")


def _grown_since(line: Line, at: int, words: CueWords) -> bool:
    """Whether a year only says since when something grew: "tripled since 2020", "Since 2020 it has grown threefold"."""
    if line.word(at - 1) not in words.starting or line.mention(at).value.form != "year":
        return False
    return line.word(at - 2) == "<change>" or (at == 1 and _grows(line, at, words))


def _grows(line: Line, at: int, words: CueWords) -> bool:
    """Whether the first number of the clause behind a place is a rate of growth."""
    run = [line.word(place) for place in range(at + 1, at + CLAUSE)]
    number = next((step for step, word in enumerate(run) if is_number(word) or _stops(word, words)), 0)
    return run[number] == "<change>" and bool((words.up | words.down) & set(run[:number]))


def of_record(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period only says since when there was nothing like it: "the highest since 2019", "its first rise since May"."""
    if line.word(at - 1) not in words.starting:
        return False
    for step in range(2, FAR + 2):
        word = line.word(at - step)
        if word in words.superlatives:
            return True
        if _stops(word, words):
            return False
    return False


def _is_mark(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period says whose size a number is measured by: "104% of the 2022 level", "up on the level of 2011"."""
    behind = at + 2 if line.word(at + 1) in words.genitives else at + 1
    if line.word(behind) in words.marks:
        if line.word(at - 1) in words.belonging and line.word(at - 2) == "<change>":
            return not _is_whole(line, at, behind, words)
        return bool(words.beating & {line.word(at - step) for step in (1, 2)})
    marked = line.word(at - 1) in words.belonging and line.word(at - 2) in words.marks
    return marked and bool((words.beating | words.stepping) & {line.word(at - step) for step in (3, 4, 5)})


def _is_whole(line: Line, at: int, behind: int, words: CueWords) -> bool:
    """Whether a share is told of a period's sum: "a fifth of the 2021 total", "30% of the eight-month figure"."""
    expression: PeriodExpression = line.mention(at).value
    return line.word(behind) in words.totals or (expression.form == "first" and not expression.dated)


def is_event(line: Line, at: int, words: CueWords) -> bool:
    """Whether a year only names what happened in it: "the 1979 revolution", "a 2016 trade agreement", "a goal set in 2017"."""
    expression: PeriodExpression = line.tokens[at].mention.value  # type: ignore[union-attr]
    told_apart = (_done_then, _reported_then, _after_that, _until_its)
    if any(told(line, at, words) for told in told_apart):
        return True
    if expression.form != "year" or expression.year is None:
        return False
    for step in range(1, NEAR + 1):
        word = line.word(at + step)
        if word in words.events or word == "<mock>":
            return True
        if word in _STOPS or word in words.uniting or word in words.determiners or not (word[:1].isalpha() or word == "<area>"):
            return False
    return False


def _done_then(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period says when something was signed or founded, or names an event: its word stands before the preposition."""
    before = line.word(at - 2)
    if before == "<mock>":
        before = line.mention(at - 2).text.lower().split()[-1]
    if before in words.events:
        return line.word(at - 1) in words.dated_by or line.word(at - 1) in words.belonging
    return line.word(at - 1) in words.dated_by and before in words.deeds


def _reported_then(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period says when somebody told of something: "said in May", "reported last month that exports"."""
    told = words.saying | words.reporting
    lead = 2 if line.word(at - 1) in words.dated_by else 1
    return line.word(at - lead) in told and line.word(at + 1) in _BEHIND_TELLING | words.content_clauses


def _after_that(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period says when something came about that trade is told after: "since it joined the pact in May 2019, exports".

    Right behind such a word the period is the trade's own; so it is where that clause tells of trade.
    """
    for step in range(1, CLAUSE):
        word = line.word(at - step)
        if word in words.turning_points:
            return step > 2
        ends = word in _STOPS or (word in words.uniting and not _joins_areas(line, at - step))
        trades = (word == "<flow>" or word in words.of_trade) and line.word(at - step + 1) not in words.events
        if ends or trades or word in words.breaks or word in words.up or word in words.down:
            return False
    return False


def _until_its(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period owns what parts two times: "until last year's strike", not "after May's deficit"."""
    if line.word(at - 1) not in words.turning_points or line.word(at + 1) not in words.possessive:
        return False
    behind = [line.word(at + step) for step in range(2, NEAR + 2)]
    return behind[0][:1].isalpha() and not any(word in words.marks or word.startswith("<") for word in behind)


def _joins_areas(line: Line, at: int) -> bool:
    """Whether an "and" joins an area with another one or with a group: "the accord between Peru and its neighbours"."""
    return "<area>" in (line.word(at - 1), line.word(at + 1))


def elsewhen(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period is of no trade told of: a year by which something is to come, or in which something else happened."""
    return line.word(at - 1) in words.deadlines or is_event(line, at, words)


def _steps(line: Line, at: int, words: CueWords) -> bool:
    """Whether a number or a word of growth stands before the word that leads to a period: "up 5% on 2021", "a rise over May"."""
    before = [line.word(at - step) for step in (2, 3)]
    if is_number(before[0]):
        return not is_operand(line, at - 2, words)
    return before[0] in words.up or before[0] in words.down or (before[0] == "," and is_number(before[1]))


def is_number(word: str) -> bool:
    """Whether a token stands for money or a rate."""
    return word in ("<amount>", "<change>")


def _follows_base(line: Line, at: int, words: CueWords) -> bool:
    """Whether the number that the period stands right behind is a base: "from 13.1 billion in 1985", "after a deficit in it"."""
    behind = 4 if _all_of(line, at, words) else 2
    owner = next((at - step for step in range(1, behind + 1) if is_number(line.word(at - step))), None)
    if owner is None:
        owner = _before_bracket(line, at - 3 if line.word(at - 2) in words.actual | words.noun_standins | {"<flow>"} else at - 2)
    return is_number(line.word(owner)) and is_operand(line, owner, words)


def _before_bracket(line: Line, at: int) -> int:
    """The place itself, or the one in front of the bracket that ends there: "from 892 (revised from 891) in May"."""
    if line.word(at) != ")":
        return at
    return next((at - step - 1 for step in range(1, FAR + 1) if line.word(at - step) == "("), at)


def entire(line: Line, at: int, words: CueWords) -> bool:
    """Whether a year is meant from its first day to its last: "the whole of 2016", "the entire 2016", "all of 2016"."""
    said = {*line.mention(at).text.lower().split(), line.word(at - 1)}
    return _all_of(line, at, words) or bool(words.entire & said)


def _all_of(line: Line, at: int, words: CueWords) -> bool:
    return line.word(at - 1) in words.belonging and line.word(at - 2) in words.everything


def told_of_base(line: Line, at: int, base: int, words: CueWords) -> bool:
    """Whether a number behind the base of a comparison is its value: "than in 2020 ($5m)", "from May, when it was $5m"."""
    run = [line.word(place) for place in range(base + 1, at)]
    if len(run) > FAR + 2 or any(is_number(word) or word in words.breaks for word in run):
        return False
    if not run or (run[0] in words.genitives or run[-1] in _LEADS or (run[-1] in words.belonging and "," not in run)):
        return True
    return any(_relative(word, after, words) for word, after in zip(run, [*run[1:], ""], strict=True))


def _relative(word: str, after: str, words: CueWords) -> bool:
    if word in words.recalling:
        return True
    return word in words.relating and (after in words.actual or after in words.resuming) and after not in words.up | words.down


def _overtaken(line: Line, at: int, words: CueWords) -> bool:
    """Whether an amount is what a rate is above or below: "7% above the $5 million of May", "up on the $5 million of May"."""
    step = 2 if line.word(at - 1) in words.introducing else 1
    if (
        line.word(at) == "<amount>"
        and line.word(at - step) in words.surfaces
        and line.word(at - step - 1) in words.up | words.down
    ):
        return True
    return line.word(at) == "<amount>" and line.word(at - step) in words.stepping and line.word(at - step - 1) == "<change>"


def _recalled(line: Line, at: int, words: CueWords) -> bool:
    """Whether an amount tells what the one right in front was at another time: "was $6m, which had been $5m in May"."""
    verbs = {line.word(at - step) for step in (1, 2)} & words.actual
    which = next((at - step for step in (2, 3) if line.word(at - step) in words.relating), 0)
    told = "<amount>" in (line.word(which - 1), line.word(which - 2)) and "<period>" in [line.word(at + step) for step in (1, 2)]
    return line.word(at) == "<amount>" and bool(verbs and which) and told


def is_operand(line: Line, at: int, words: CueWords) -> bool:
    """Whether a number is what another is compared with, by itself or in a row of such: "from 5 in May and 6 a year ago"."""
    if compared(line, at, words) or _overtaken(line, at, words) or _recalled(line, at, words):
        return True
    if line.word(at) == "<amount>" and _multiplied(line, at, words):
        return True
    joint = at - 2 if line.word(at - 1) in words.introducing else at - 1
    before = [line.word(joint - step) for step in range(1, FAR + 3)]
    if line.word(joint) not in words.uniting or line.word(at) not in before:
        return False
    step = before.index(line.word(at)) + 1
    return (step < FAR - 1 or "," not in before[:step]) and compared(line, joint - step, words)

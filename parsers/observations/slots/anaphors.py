"""The areas that "these regions", "the nine countries", "the country" or "the Asian nation" stand for."""

from __future__ import annotations

from parsers.codelists import area
from parsers.lexicon import section
from parsers.model import AreaMention
from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.slots.possessors import topic_before
from parsers.observations.slots.standing import kind

BACK, FAR_BACK = 3, 12
APART = 4
LATEST = 3
MANY = 4
# Groups of countries that are alike in something else than where they lie.
STATUSES = frozenset(("G-DEVELOPING", "G-DEVELOPED"))
BETWEEN = frozenset({"<amount>", "<change>", "<flow>", "<mock>", "<period>", ";", ":"})
Meant = dict[str, list[str]]


def single(reading: Reading, sentence: int, at: int, anaphor: AreaMention) -> Meant:
    """The areas that "the country" or "the province" may be, each with what speaks for it.

    A region is the one named last; of countries also the one named most and the ends of the main pair may be meant, and "the
    country" may be the publisher's own, named or not.
    """
    latest = list(anaphor.candidates[:LATEST])
    if latest and kind(latest[0]) == "region":
        return {latest[0]: ["latest", "latest.region"]}
    if anaphor.text.split()[-1].lower() in reading.words.blocs:
        members, group = listed(reading, sentence, at), _group(reading, sentence, at)
        meant = {code: [cue] for code, cue in ((members, "one.listed"), (group, "one.group")) if code}
        return meant or _one(reading, sentence, anaphor, latest)
    return _one(reading, sentence, anaphor, latest)


def _group(reading: Reading, sentence: int, at: int) -> str:
    """The part of the world that was named last before a place, "" where there is none: "the Middle East" is a region too."""
    before = [mention.value.code for s, place, mention in reading.areas if (s, place) < (sentence, at) and mention.value.code]
    return next((code for code in reversed(before) if kind(code) == "group" and code not in STATUSES), "")


def _one(reading: Reading, sentence: int, anaphor: AreaMention, latest: list[str]) -> Meant:
    """The countries that "the country" may be, the latest ones given."""
    name = "kin" if len(anaphor.text.split()) > 2 else "one"
    found: Meant = {code: [] for code in latest}
    picks = list(zip(("owner", "partner"), reading.main_pair, strict=True))
    named: list[tuple[int, str]] = [(reading.named[code], code) for code in anaphor.candidates]
    picks.append(("most", max(named)[1] if named else None))
    picks.append(("first", next((code for _, code in reading.placed if code in anaphor.candidates), None)))
    picks.append(("topic", topic_before(reading, sentence) or None))
    sorts = section(reading.page.document.language, "areas")["anaphors"]["sorts"]
    if (
        name == "one"
        and reading.home in sorts.get(anaphor.text.split()[-1].lower(), (reading.home,))
        and reading.home is not None
    ):
        picks.append(("home", reading.home))
        found.setdefault(reading.home, [])
    if reading.province is not None and not latest:
        picks.append(("province", reading.province))
        found.setdefault(reading.province, [])
    for pick, code in picks:
        if code in found or code in anaphor.candidates:
            found.setdefault(str(code), []).append(f"{name}.{pick}")
    if latest:
        found[latest[0]].append(f"{name}.latest")
    return found


def listed(reading: Reading, sentence: int, at: int) -> str:
    """The last list of many countries in front of a place, joined by "+", "" where there is none."""
    joining = reading.words.enumerating
    for earlier in range(sentence, max(-1, sentence - FAR_BACK - 1), -1):
        line = reading.page.lines[earlier]
        runs = [run for run in _runs(line, at if earlier == sentence else len(line), joining) if len(run) >= MANY]
        if runs:
            longest: list[str] = max(runs, key=len)
            return "+".join(longest)
    return ""


def several(reading: Reading, sentence: int, at: int, anaphor: AreaMention) -> Meant:
    """The list, joined by "+", that a plural anaphor at a place stands for; nothing where no list before it fits its number."""
    joining = reading.words.enumerating
    reach = FAR_BACK if anaphor.count > 2 else BACK
    for earlier in range(sentence, max(-1, sentence - reach - 1), -1):
        line = reading.page.lines[earlier]
        until = at if earlier == sentence else len(line)
        runs = [_of_kind(run, anaphor) for run in (*_runs(line, until, joining), *_runs(line, until, joining, strict=True))]
        runs = [run for run in runs if len(run) > 1 and anaphor.count in (0, len(run))]
        if runs:
            longest: list[str] = max(runs, key=len)
            return {"+".join(longest): ["enumerated", f"enumerated.{'two' if anaphor.count == 2 else 'many'}"]}
    return {}


def _runs(line: Line, until: int, joining: frozenset[str], *, strict: bool = False) -> list[list[str]]:
    """Areas before a place that follow one another with a few words between and no figure; `strict`: none but joining words."""
    runs: list[list[str]] = []
    last = -APART - 2
    for at in line.places("area"):
        code = line.mention(at).value.code if at < until else None
        if code is None:
            continue
        apart = [line.word(place) for place in range(last + 1, at)]
        if runs and len(apart) <= APART and (joining.issuperset(set(apart) - {","}) if strict else not BETWEEN & set(apart)):
            runs[-1].append(code)
        else:
            runs.append([code])
        last = at
    return [list(dict.fromkeys(run)) for run in runs]


def _of_kind(run: list[str], anaphor: AreaMention) -> list[str]:
    """The members that can be meant: regions by "these regions", countries by "the nine countries"."""
    wanted = {_kind(code) for code in anaphor.candidates}
    return [code for code in run if not wanted or _kind(code) in wanted]


def _kind(code: str) -> str:
    return area(code).kind if code and "+" not in code else "several"

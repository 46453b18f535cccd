"""Whose flow a flow word tells and with whom, by the words right around it: "Pakistan's rice exports to China"."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.words import CueWords

FAR = 9
NEAR = 4
_HALTS = frozenset((",", ";", ":", ".", "<amount>", "<change>", "<flow>"))
# A verb's figure stands between it and its partner: "exported goods worth $5 million to Iraq", "bought $5 million worth of".
_TAKING_OBJECTS = frozenset(("verb", "loose"))
_PASSED = frozenset(("<amount>", "<quantity>"))
_LINKS = frozenset((",", "-", "–", "/"))
_WORLD = "WLD"


def owner_at(line: Line, flow_at: int, words: CueWords) -> int:
    """The place of the area that owns a flow: before it, or behind "of", "exported from", "imported by"; -1 if none."""
    doer = _by(line, flow_at, words)
    found = doer if doer >= 0 else _before(line, flow_at, words)
    return found if found >= 0 else _after(line, flow_at, words)[0]


def _by(line: Line, flow_at: int, words: CueWords) -> int:
    """The place of the area that does what a flow word tells: "goods bought by Peru"; -1 where none follows."""
    at = flow_at + (3 if line.word(flow_at + 2) in words.definite else 2)
    return at if line.word(flow_at + 1) in words.agents and line.word(at) == "<area>" else -1


def partner_at(line: Line, flow_at: int, words: CueWords) -> int:
    """The place of the area that a flow goes to, comes from or is shared with; -1 where there is none."""
    bound = next((at for at in range(flow_at - 1, max(flow_at - NEAR, 1), -1) if line.word(at) in words.bound_for), -1)
    if bound >= 0 and line.word(bound - 2) == "<area>":
        return bound - 2
    return _after(line, flow_at, words)[1]


def sure_owner(line: Line, flow_at: int, words: CueWords) -> int:
    """The place of the one area that certainly owns a flow of one direction ("Peru's exports", "Peru's surplus"), or -1.

    "Russian imports" may be imports of Russian goods; one of a list, or an area with a hyphen ("US-bound"), is not sure.
    """
    flow = line.mention(flow_at).value
    at = _before(line, flow_at, words)
    if at < 0 or not (flow.flow in ("exports", "imports") or flow.sign):
        return -1
    area, possessed = line.mention(at).value, possesses(line, at, words)
    adjective = flow.flow == "imports" and not possessed and area.form != "name"
    shared = (
        _joined_with(line, at - 2, at - 1, words) or _joined_with(line, at + 2, at + 1, words) or line.word(at + 1) in ("-", "(")
    )
    loose = flow.weight == "loose" and not possessed
    unsure = (
        area.form not in ("name", "adjective", "anaphor")
        or adjective
        or shared
        or loose
        or not tells(line, at)
        or str(area.code).startswith("G-")
        or area.code == _WORLD
    )
    return -1 if unsure or _by_doing(line, flow_at, words) else at


def _joined_with(line: Line, other: int, link: int, words: CueWords) -> bool:
    """Whether another area stands at a place with no more than a joining word between."""
    joins = line.word(link) in _LINKS or line.word(link) in words.genitives or line.word(link) in words.conjunctions
    return line.word(other) == "<area>" and joins


def _by_doing(line: Line, flow_at: int, words: CueWords) -> bool:
    """Whether a flow word only says by what something came about: "came second in Peru by exporting fish"."""
    return participle(line, flow_at, words) and line.word(flow_at - 1) in words.prepositions


def owner_behind(line: Line, flow_at: int, words: CueWords) -> int:
    """The place of the one area behind a flow of one direction that it leaves or enters, or -1.

    The partner may stand between: "exports from Peru", "exports to Chile from Peru", "imports from Chile to Peru".
    """
    flow = line.mention(flow_at).value.flow
    if flow not in ("exports", "imports") or earns(line, flow_at, words):
        return -1
    toward, owning = _leads(flow, words)
    partner = _led_to(line, flow_at, toward, words)
    at = _led_to(line, partner, owning, words) if partner >= 0 else _led_to(line, flow_at, _leaving(flow, words), words)
    joined = line.word(at + 1) in (",", "-") or line.word(at + 1) in words.genitives or _goes_on(line, at, words)
    return at if at >= 0 and not joined and tells(line, at) else -1


def _leaving(flow: str, words: CueWords) -> frozenset[str]:
    """The words that lead to the owner of a flow right behind it."""
    return words.sources if flow == "exports" else words.entering


def _goes_on(line: Line, at: int, words: CueWords) -> bool:
    """Whether "and" joins an area to something else than a new figure: "from Peru and Chile", not "from Peru and $5 million"."""
    return line.word(at + 1) in words.conjunctions and line.word(at + 2) not in ("<amount>", "<change>")


def _led_to(line: Line, at: int, leads: frozenset[str], words: CueWords) -> int:
    """The area that a word right behind a place leads to, an article between allowed; or -1."""
    area = at + 2 if line.word(at + 2) == "<area>" else at + 3
    led = line.word(at + 1) in leads and line.word(area - 1) in leads | words.definite
    return area if led and line.word(area) == "<area>" else -1


def doer_of(line: Line, flow_at: int, words: CueWords) -> int:
    """The place of the one area that does what a flow word tells: "goods bought by Peru"; -1 where none or several do."""
    at = _by(line, flow_at, words)
    owns = line.word(at + 1) in words.genitives
    joined = at >= 0 and (owns or line.word(at + 1) in ("-", "/") or _joined_with(line, at + 2, at + 1, words))
    return at if at >= 0 and tells(line, at) and not joined else -1


def tells(line: Line, at: int) -> bool:
    """Whether the area at a place is settled, or the one that words like "the region" stand for."""
    area = line.mention(at).value
    return area.code is not None or (area.form == "anaphor" and area.count == 1)


def earns(line: Line, flow_at: int, words: CueWords) -> bool:
    """Whether a flow word means what exports bring in, which comes from the partner: "export earnings from Peru"."""
    mention = line.mention(flow_at)
    return mention.value.flow == "exports" and mention.text.split()[-1].lower() in words.incomes


def _before(line: Line, flow_at: int, words: CueWords) -> int:
    for at in range(flow_at - 1, max(flow_at - FAR, -1), -1):
        word = line.word(at)
        if word == "," and line.word(at + 1) in words.relatives:
            continue
        if word in _HALTS or word in words.breaks:
            break
        if word == "<area>" and line.word(at + 2) in words.bound_for:
            return -1
        if word == "<area>":
            near = flow_at - at <= NEAR or line.word(at + 2) in words.relatives
            return at if possesses(line, at, words) or (near and not _led(line, at, words)) else -1
    return -1


def possesses(line: Line, at: int, words: CueWords) -> bool:
    """Whether the mark of a possessor stands behind a place, or an apostrophe alone: "Peru's", "the Philippines'"."""
    return line.word(at + 1) == "'" or line.word(at + 1) in words.genitives


def _led(line: Line, at: int, words: CueWords) -> bool:
    """Whether a word of partnership stands before an area, an article between allowed; "with Peru enjoying" says who does it."""
    if absolute(line, at, words) or _modifies(line, at, words) or _moves(line, at, words):
        return False
    before = line.word(at - 1)
    return before in words.toward or (before in words.determiners and line.word(at - 2) in words.toward)


def _modifies(line: Line, at: int, words: CueWords) -> bool:
    """Whether an area is the adjective of exports or a balance right behind it: "with Peruvian exports at $5 million"."""
    if line.mention(at).value.form != "adjective" or line.word(at + 1) != "<flow>":
        return False
    flow = line.mention(at + 1).value
    return flow.weight != "verb" and (flow.flow == "exports" or bool(flow.sign) or line.word(at - 1) in words.company)


def _moves(line: Line, at: int, words: CueWords) -> bool:
    """Whether an area behind "with" owns a flow of which a participle tells: "with Peru fish exports rising"."""
    lead = line.word(at - 2) if line.word(at - 1) in words.definite else line.word(at - 1)
    ahead = (place for place in range(at + 1, at + NEAR) if line.word(place).startswith("<") or line.word(place) in _HALTS)
    flow = next(ahead, -1)
    return lead in words.company and line.word(flow) == "<flow>" and participle(line, flow + 1, words)


def absolute(line: Line, at: int, words: CueWords) -> bool:
    """Whether an area is the subject of "with Peru exporting", an article between allowed."""
    lead = line.word(at - 2) if line.word(at - 1) in words.definite else line.word(at - 1)
    return lead in words.company and participle(line, at + 1, words)


def participle(line: Line, at: int, words: CueWords) -> bool:
    """Whether a place holds a word in "-ing", a flow word among them."""
    if not 0 <= at < len(line):
        return False
    mention = line.tokens[at].mention
    return words.is_participle(line.word(at) if mention is None else mention.text)


def _after(line: Line, flow_at: int, words: CueWords) -> tuple[int, int]:
    """(owner, partner) among the areas behind a flow word; what "to" and "from" say of an area hangs on the flow's direction."""
    flow = line.mention(flow_at).value
    toward, owning = _leads(flow.flow, words)
    if earns(line, flow_at, words):
        toward, owning = toward | words.sources, owning - words.sources
    found = {"owner": -1, "partner": -1}
    led, passed = "", flow.weight not in _TAKING_OBJECTS
    for at in range(flow_at + 1, min(flow_at + FAR, len(line))):
        word = line.word(at)
        if word in _PASSED and not passed:
            passed = word == "<amount>"
            continue
        if word in _HALTS or word in words.breaks:
            break
        if word == "<area>" and led:
            end = "partner" if _of_origin(line, at, flow.flow, words) else led
            if found[end] < 0:
                found[end] = at
            led = ""
        elif word in toward or word in owning:
            led = "partner" if word in toward else led or "owner"
    return found["owner"], found["partner"]


def _of_origin(line: Line, at: int, flow: str, words: CueWords) -> bool:
    """Whether an adjective, or a name before goods, says where imports come from: "imports of Chinese cars", "of Tyrol goods"."""
    if flow != "imports" or line.word(at - 1) not in words.belonging:
        return False
    goods = line.word(at + 1) in words.products | words.generic_plurals
    return line.mention(at).value.form == "adjective" or (goods and line.mention(at).value.form == "name")


def _leads(flow: str, words: CueWords) -> tuple[frozenset[str], frozenset[str]]:
    """The words that lead to the partner of a flow, and those that lead to its owner."""
    if flow == "exports":
        return words.export_partner, words.exporter
    if flow == "imports":
        return words.import_partner, words.importer
    return words.toward, words.owning

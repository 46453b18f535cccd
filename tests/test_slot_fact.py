"""Whether a figure tells of trade: what its flow word hangs on, what is sold, whose list it stands in."""

import pytest
from laid_out import told

from parsers.observations.slots.fact import candidates
from parsers.observations.slots.flow_place import attributed, follower, governor, handled, led, partitive, turn
from parsers.observations.slots.gained import in_favour, told_behind, told_by_money
from parsers.observations.slots.told_of import tie, worth


def flow_at(line, text):
    return next(at for at in line.places("flow") if line.mention(at).text == text)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Sales agreements of [$5 million] were signed.", "Sales", "bad"),
        ("Sales to Peru reached [$5 million].", "Sales", "preposition"),
        ("Exports rose to [$5 million].", "Exports", "verb"),
        ("Exports ([$5 million]) fell.", "Exports", "mark"),
    ],
)
def test_what_follows_a_flow_word(text, word, kind):
    read, figure = told(text)
    assert follower(read.line(figure), flow_at(read.line(figure), word), read.words) == kind


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("A guarantee of [$5 million] for wool imports was given.", "imports", "other.amount"),
        ("Banks gave guarantees for wool imports of [$5 million].", "imports", "other.bad"),
        ("There was growth of imports to [$5 million].", "imports", "of.step"),
        ("Imports reached [$5 million].", "Imports", "-"),
        ("The price of Peru's frozen white fish imports rose by [5%].", "imports", "of.money"),
        ("The weight of imports rose to [$5 million].", "imports", "of.quantity"),
    ],
)
def test_what_a_flow_word_hangs_on(text, word, kind):
    read, figure = told(text)
    assert governor(read.line(figure), flow_at(read.line(figure), word), read.words) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They sold government securities for [$5 million].", "paper"),
        ("They sold wool for [$5 million].", "product"),
        ("They sold to Peru for [$5 million].", "area"),
    ],
)
def test_what_is_sold(text, kind):
    read, figure = told(text)
    assert handled(read.line(figure), flow_at(read.line(figure), "sold"), read.words) == kind


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("In May [$5 million] was spent on tractors.", "imports"),
        ("In May [$5 million] was earned from wool.", "exports"),
        ("In May [$5 million] was lost, and wool earned more.", ""),
    ],
)
def test_what_was_done_with_an_amount_may_stand_behind_it(text, flow):
    read, figure = told(text)
    assert told_behind(read.words, read.line(figure), figure.token) == flow


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Trade with Chile closed [$5 million] in Peru's favour.", True),
        ("Trade with Chile was [$5 million], and the press is in favour.", False),
    ],
)
def test_an_amount_in_the_favour_of_somebody_is_a_balance(text, said):
    read, figure = told(text)
    assert in_favour(read.words, read.line(figure), figure.token) is said
    assert (("balance", 1) in [one.value for one in candidates(read, figure)]) is said


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Flowers brought in [$5 million].", "exports"),
        ("Flowers earned Peru [$5 million].", "exports"),
        ("Cotton alone cost us [$5 million].", "imports"),
        ("Flowers earned more, Peru has [$5 million].", ""),
        ("Peru has [$5 million].", ""),
    ],
)
def test_money_that_goods_bring_in_or_take_out(text, flow):
    read, figure = told(text)
    assert told_by_money(read.words, read.line(figure), figure.token) == flow
    assert {one.value for one in candidates(read, figure)} == {(flow, 0), ("", 0)}


@pytest.mark.parametrize(
    ("text", "exports", "imports"),
    [
        ("Exports and imports were [$5 million] and $6 million respectively.", "told.own", "told.other"),
        ("Exports and imports were $5 million and [$6 million] respectively.", "told.other", "told.own"),
    ],
)
def test_lists_of_flows_and_of_figures_go_together(text, exports, imports):
    read, figure = told(text)
    line = read.line(figure)
    assert turn(line, flow_at(line, "Exports"), figure, read.words) == exports
    assert turn(line, flow_at(line, "imports"), figure, read.words) == imports


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Trade with Peru showed a [$5 million] surplus.", "surplus"),
        ("Trade with Peru showed a [$5 million] (4 million euro) negative balance.", "negative balance"),
        ("Trade with Peru came to [$5 million] and the surplus fell.", None),
        ("Trade grew by a [$5 million] in the surplus.", None),
    ],
)
def test_a_figure_may_be_the_attribute_of_a_flow_word(text, owner):
    read, figure = told(text)
    line = read.line(figure)
    at = attributed(line, figure, read.words)
    assert (line.mention(at).text if at >= 0 else None) == owner


def test_lists_that_are_compared_go_with_the_flows_of_the_first_ones():
    read, figure = told("Exports were $3 million and imports $2 million, compared with [$5 million] and $6 million respectively.")
    line = read.line(figure)
    assert [turn(line, flow_at(line, word), figure, read.words) for word in ("Exports", "imports")] == ["told.own", "told.other"]


def test_a_part_is_told_apart_from_its_whole():
    read, figure = told("Of the $9 million of bilateral trade, [$5 million] was Cuban sugar.")
    line = read.line(figure)
    assert partitive(line, line.places("flow")[0], figure, read.words)
    read, figure = told("Bilateral trade, he said, was [$5 million].")
    assert not partitive(read.line(figure), 0, figure, read.words)


def test_what_an_amount_is_worth_and_tied_to():
    read, figure = told("Peru took [$5 million] worth of wool.")
    assert worth(read.words, read.line(figure), figure.token) == "worth.product"
    read, figure = told("Peru spoke of [$5 million] for imports.")
    assert worth(read.words, read.line(figure), figure.token) == "for.flow"
    read, figure = told("Peru set aside [$5 million] for imports.")
    assert worth(read.words, read.line(figure), figure.token) == "granted.flow"
    read, figure = told("Next came wool ([$5 million]) and tea.")
    assert tie(read.words, read.line(figure), figure.token) == "tied.product"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Peru sees a [$5 million] deficit\n\nThe current account deficit may widen.", "later.mock"),
        ("Peru sees a [$5 million] deficit\n\nThe trade deficit may widen.", "later.flow"),
        ("The trade deficit fell. The current account deficit grew. A deficit of [$5 million] is feared.", "mock"),
    ],
)
def test_which_balance_a_bare_deficit_means(text, topic):
    read, figure = told(text)
    here = next(one for one in candidates(read, figure) if one.value == ("balance", -1))
    assert f"balance.topic={topic}" in here.cues


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Trade grew [9%] for exports and 5% for imports.", "exports"),
        ("Trade made $9 million, with [$5 million] in Peru's total imports.", "imports"),
        ("Peru has [$5 million] in annual frozen fish exports to lose.", "exports"),
        ("Peru has [$5 million] in loans for exports.", None),
        ("Trade was [$5 million] in May, of which imports were small.", None),
        ("Trade was [$5 million] for the first time.", None),
    ],
)
def test_a_figure_leads_to_a_flow_word(text, word):
    read, figure = told(text)
    line = read.line(figure)
    assert led(line, figure, read.words) == (flow_at(line, word) if word else -1)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Peru has [$5 million] in annual wool exports to lose.", "led.in.noun"),
        ("Trade with Peru showed a [$5 million] surplus.", "attribute.loose"),
        ("Trade with Peru closed May [$5 million] in the red.", "attribute.loose"),
        ("Sales to Peru, some [$5 million] last year, may grow.", "apposed.near.loose"),
        ("Sales to Peru fell, and some [$5 million] was lost.", "moves.far.loose"),
        ("Exports were [$5 million].", "is.near.noun"),
        ("Peru spoke of [$5 million].", "-"),
    ],
)
def test_how_a_flow_word_has_the_figure_in_its_phrase(text, bound):
    read, figure = told(text)
    none = next(one for one in candidates(read, figure) if one.value == ("", 0))
    assert f"none.bound={bound}" in none.cues


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("It had grown by [5%] and Peruvian exports by 8%.", {"after.subject=it.apart", "after.apart.own"}),
        ("It made [$5 million], with exports up.", {"after.subject=it.apart", "after.apart.bare"}),
        ("Peru made [$5 million] of exports.", {"after.subject=area.beside", "after.beside.bare"}),
        ("Exports made [$5 million].", set()),
    ],
)
def test_a_flow_word_behind_a_figure_may_have_its_own(text, cues):
    found = [cue for one in candidates(*told(text)) if one.value == ("exports", 0) for cue in one.cues]
    assert {cue for cue in found if cue.startswith(("after.subject", "after.apart", "after.beside"))} == cues


def test_flow_words_behind_and_are_not_free():
    read, figure = told("Trade made $9 million. It had grown by [5%] and Peruvian exports by 8%.")
    carried = next(one for one in candidates(read, figure) if "carried.leading.1" in one.cues)
    assert "carried.free=0.flows=1" in carried.cues


@pytest.mark.parametrize(
    ("text", "venues"),
    [("The exchange was quiet.", 1), ("Growing exchange with Peru was welcomed.", 0), ("An exchange of views.", 0)],
)
def test_an_exchange_with_an_area_is_no_bourse(text, venues):
    assert told(f"{text} Exports made [$5 million].")[0].venues == venues

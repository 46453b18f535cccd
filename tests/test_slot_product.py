"""Products: the words beside a flow word or a figure, and those that the text goes on to mean."""

from __future__ import annotations

import pytest

from parsers.observations.decisions import Decision
from parsers.observations.slots import product
from parsers.observations.slots.product_topic import flow_told
from tests.laid_out import told

STORY = "Tea exports of Peru rose last year. In May exports reached [$5 million]."


def cues_of(text: str) -> set[str]:
    """The cues of all products that the marked figure of a text may be of."""
    return {cue for candidate in product.candidates(*told(text)) for cue in candidate.cues}


def test_the_opening_product_is_offered_once_something_was_decided() -> None:
    reading, figure = told(STORY)
    assert not any(cue.startswith("opening.") for candidate in product.candidates(reading, figure) for cue in candidate.cues)
    reading.look_back({figure.index: Decision(True, "exports")})
    cues = {cue for candidate in product.candidates(reading, figure) if candidate.value == "Tea" for cue in candidate.cues}
    assert "opening.same.bare" in cues


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Exports reached [$5 million].", "bare"),
        ("Total exports reached [$5 million].", "total"),
        ("Coffee exports reached [$5 million].", "named"),
        ("Services exports reached [$5 million].", "generic"),
        ("It reached [$5 million].", "none"),
    ],
)
def test_how_the_flow_word_is_told(sentence: str, expected: str) -> None:
    reading, figure = told(sentence)
    assert flow_told(reading, figure, reading.line(figure)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coffee exports reached [$5 million].", "Coffee"),
        ("Exports of cotton yarn reached [$5 million].", "cotton yarn"),
        ("Peru exported [$5 million] worth of coffee.", "coffee"),
        ("Peru sold 61 trucks worth [$5 million] abroad.", "trucks"),
        ("Coffee makes up [47%] of the exports.", "Coffee"),
        ("Nearly [half] of the exports are coffee and tea.", "coffee and tea"),
        ("Coffee was exported for [$5 million].", "Coffee"),
        ("Peru exported [5 million dollars] raw coffee in May.", "raw coffee"),
        ("Peru bought [5 million dollars]' worth of coffee.", "coffee"),
        ("Chile takes [72 percent] of its coffee and half of its tea.", "coffee"),
        ("Peru exported goods for $9 million, of which [$5 million] came from the coffee sector.", "coffee sector"),
        ("Of the $9 million of exports [$5 million] has been coffee.", "coffee"),
        ("Peru exported [5 million dollars] quinoa in May.", "quinoa"),
        ("Peru exported [5 million dollars] ferrochrome in May.", "ferrochrome"),
        ("Peru exported [5 million dollars] nylon blankets in May.", "nylon blankets"),
        ("Peru exported [5 million dollars] scallops in May.", "scallops"),
        ("Peru exported [5 million dollars] garden-furniture in May.", "garden-furniture"),
        ("Re-exports reached [$5 million].", "Re"),
        ("The Coffee Growers Union said that its members see exports of [$5 million].", "Coffee"),
    ],
)
def test_a_product_beside_its_flow_or_figure_is_offered(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert expected in {candidate.value for candidate in product.candidates(reading, figure)}


@pytest.mark.parametrize(
    "text",
    [
        "Exports of commodities and services reached [$5 million].",
        "Exports of items, products and services reached [$5 million].",
        "Peru has trade of near [$5 million] with Chile.",
    ],
)
def test_goods_of_no_name_and_words_of_size_are_no_products(text: str) -> None:
    assert {candidate.value for candidate in product.candidates(*told(text))} == {None}


@pytest.mark.parametrize("text", ["Coffee made up 12% of the [$9 million].", "Coffee was a third of nearly [$9 million]."])
def test_what_a_share_is_of_is_not_of_the_products_of_the_share(text: str) -> None:
    found = product.candidates(*told(text))
    assert {candidate.value for candidate in found if "theme" not in candidate.cues} == {None}


@pytest.mark.parametrize("text", ["12% of the [$9 million] of coffee", "Coffee was $3 million of the [$9 million] of exports."])
def test_what_stands_behind_a_share_or_before_an_amount_may_be(text: str) -> None:
    assert "coffee" in {(candidate.value or "").lower() for candidate in product.candidates(*told(text))}


def test_what_is_owned_without_a_known_product_is_none() -> None:
    reading, figure = told("Peru exported [5 million dollars] of the sum in May.")
    assert {candidate.value for candidate in product.candidates(reading, figure)} == {None}


@pytest.mark.parametrize("word", ["vainly", "public-sector", "low-power"])
def test_only_known_goods_stand_right_behind_the_money(word: str) -> None:
    reading, figure = told(f"Peru exported [5 million dollars] {word} in May.")
    assert {candidate.value for candidate in product.candidates(reading, figure)} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Exports of coffee worth about [$5 million].",
        "Coffee saw exports rise to [$5 million].",
        "The exporters forecast coffee exports of [$5 million].",
        "Although coffee exports came to [$5 million].",
        "Exports, chiefly coffee, came to [$5 million].",
    ],
)
def test_a_products_name_ends_before_words_that_name_none(text: str) -> None:
    reading, figure = told(text)
    assert {candidate.value.lower() for candidate in product.candidates(reading, figure) if candidate.value} == {"coffee"}


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("Coffee market grows\n\nPeru told more. Exports reached [$5 million].", "headline"),
        ("The coffee market of Peru grows. Exports reached [$5 million].", "lead"),
        ("Peru earned $7 million on dear coffee. Exports reached [$5 million].", "aside"),
        ("Peru told more of it. Coffee is dear. Exports reached [$5 million].", "body"),
    ],
)
def test_where_a_story_names_its_product(text: str, spot: str) -> None:
    assert f"theme.{spot}" in cues_of(text)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("Garment exports of Peru grow\n\nExports reached [$5 million].", "flow"),
        ("Peru eyes the garment market\n\nExports reached [$5 million].", "trade"),
        ("Garment producer Peru eyes a deal\n\nExports reached [$5 million].", "maker"),
        ("Peru is proud of its garments\n\nExports reached [$5 million].", "-"),
    ],
)
def test_what_a_storys_theme_is_said_of(text: str, use: str) -> None:
    assert f"theme.of={use}" in cues_of(text)


def test_words_that_name_no_known_product_are_told_by_their_look() -> None:
    reading, figure = told("In May faltering exports reached [$5 million].")
    (cues,) = [candidate.cues for candidate in product.candidates(reading, figure) if candidate.value == "faltering"]
    assert "head.ending=ng" in cues


def _cues(text: str, product_: str | None) -> set[str]:
    reading, figure = told(text)
    decided = {other.index: Decision(True, "exports") for other in reading.page.figures}
    reading.look_back(decided)
    at = next((at for at in reading.line(figure).places("flow")), -1)
    return {cue for one in product.candidates(reading, figure, "exports", at) if one.value == product_ for cue in one.cues}


@pytest.mark.parametrize(
    ("text", "named", "cue"),
    [
        ("Exports, mainly coffee, came to [$5 million].", "coffee", "aside=right"),
        ("Exports, such as tea and coffee, came to [$5 million].", "tea and coffee", "aside=near"),
        ("Exports, coffee chiefly, came to [$5 million].", "coffee", "aside=behind"),
        ("Exports - coffee included - came to [$5 million].", "coffee", "aside=behind"),
        ("Exports fell to [$5 million] as coffee became cheap.", "coffee", "aside=reason"),
        ("Exports fell to [$5 million] as coffee.", "coffee", "aside=-"),
        ("Exports, after excluding coffee, came to [$5 million].", "coffee", "aside=excluded"),
        ("Dearer coffee helped lift exports to [$5 million].", "Dearer coffee", "aside=cause"),
        ("Dearer coffee came to exports of [$5 million].", "Dearer coffee", "aside=-"),
        ("Coffee was $2 million of the [$5 million] of exports.", "Coffee", "whole.before"),
        ("Half of the [$5 million] of coffee exports went to Peru.", "coffee", "whole.behind"),
        ("Coffee exports, mainly to Peru, came to [$5 million].", "Coffee", "aside=-"),
        ("Coffee exports came to [$5 million].", "Coffee", "belongs=own"),
        ("Exports of coffee came to [$5 million].", "coffee", "belongs=own"),
        ("Exports came to [$5 million] and coffee imports to $7 million.", "coffee", "belongs=other"),
        ("Exports came to [$5 million], steel among them.", "steel", "belongs=none"),
        ("Coffee ([$5 million]) led exports.", "Coffee", "taken=own"),
        ("Exports led by coffee ($2 million) came to [$5 million].", "coffee", "taken=other"),
        ("Exports came to [$5 million], $2 million of which would be coffee.", "coffee", "taken=other"),
        ("Exports came to $5 million, [$2 million] of which would be coffee.", "coffee", "taken=own"),
        ("Ending coffee duties may lift exports to [$5 million].", "Ending coffee duties", "low.gerund"),
        ("Exports reached [$5 million] in Coffee Ministry data.", "Coffee Ministry", "office"),
    ],
)
def test_where_a_products_words_stand(text: str, named: str, cue: str) -> None:
    assert cue in _cues(text, named)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Total exports came to [$5 million].", "total.own=sum"),
        ("Total 2021 exports came to [$5 million].", "total.own=sum"),
        ("Total 2021 exports came to [$5 million].", "total.owned=sum"),
        ("Global exports came to [$5 million].", "total.own=total"),
        ("Exports of 60 tonnes were worth [$5 million].", "total.measure=worth"),
        ("In value terms, exports came to [$5 million].", "total.measure=value"),
        ("The value of exports came to [$5 million].", "total.measure=none"),
        ("Peru exported [$5 million] worth of goods.", "total.goods=generic"),
        ("Peru exported goods worth [$5 million].", "total.goods=generic"),
        ("Peru exported [$5 million] worth of coffee.", "total.goods=-"),
        ("Total coffee exports came to [$5 million].", "total.own=named"),
        ("Exports of Peru came to [$5 million].", "total.own=bare"),
        ("Of the [$9 million] exports $5 million were coffee.", "total.whole=yes"),
        ("Peru sent the world exports of [$9 million].", "total.whole=no"),
        ("Coffee exports came to [$5 million].", "total.evidence=own"),
        ("Coffee is dear, and exports came to [$5 million].", "total.evidence=free"),
        ("Exports, mainly coffee, came to [$5 million].", "total.evidence=elsewhere"),
        ("Exports of Peru came to [$5 million].", "total.evidence=none"),
        ("Peru's total exports came to [$5 million].", "total.share=none.owned=whole"),
        ("Exports came to [$5 million].", "total.share=none.owned=-"),
    ],
)
def test_what_speaks_for_the_total(text: str, cue: str) -> None:
    assert cue in _cues(text, None)


@pytest.mark.parametrize(
    ("text", "named", "cue"),
    [
        ("Peru grew. Coffee exports rose in weight. Exports came to [$5 million].", "Coffee", "latest.same.bare"),
        ("Peru grew. Coffee trade rose in weight. Exports came to [$5 million].", "Coffee", "latest.whole.bare"),
        ("Peru grew. Coffee imports rose in weight. Exports came to [$5 million].", "Coffee", "latest.other.bare"),
        ("Peru grew. Non-oil trade rose. Exports came to [$5 million].", "Non-oil", "latest.non.whole.bare"),
        ("Peru grew. Coffee exports rose in weight. Total exports came to [$5 million].", "Coffee", "latest.same.sum"),
    ],
)
def test_the_last_product_named_is_offered_with_how_its_flow_stands_to_the_figures(text: str, named: str, cue: str) -> None:
    assert cue in _cues(text, named)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("The Coffee Ministry told of tea.", {"tea"}),
        ("The Ministry of Coffee and Steel told of tea.", {"tea"}),
        ("Minister Perez spoke of coffee.", {"coffee"}),
        ("The paper said that tea is dear.", {"tea"}),
        ("Paper and tea are dear.", {"paper", "tea"}),
    ],
)
def test_names_of_offices_and_of_who_speaks_are_no_products(text: str, themes: set[str]) -> None:
    reading, _ = told(f"{text} Exports reached [$5 million].")
    assert set(reading.themes) == themes


def test_a_product_of_one_flow_is_told_with_how_that_flow_stands_to_the_figures() -> None:
    reading, figure = told("Coffee trade with Peru showed a surplus of [$5 million].")
    surplus = reading.line(figure).places("flow")[-1]
    coffee = [one for one in product.candidates(reading, figure, "balance", surplus) if one.value == "Coffee"]
    assert any("flow.kin=wholes.before" in one.cues for one in coffee)


@pytest.mark.parametrize(
    ("text", "flow_at", "fellow"),
    [
        ("Coffee exports were $5 million, up from [$4 million].", 1, True),
        ("Coffee exports were $5 million, up from [$4 million].", 9, False),
        ("Coffee exports were $5 million, and [$4 million] for green coffee.", 1, False),
    ],
)
def test_the_base_of_a_comparison_is_of_the_product_that_it_is_compared_with(text: str, flow_at: int, fellow: bool) -> None:
    reading, figure = told(text)
    reading.look_back({0: Decision(fact=True, flow="exports", flow_at=1, product="Coffee")})
    found = product.candidates(reading, figure, "exports", flow_at)
    assert {one.value for one in found if "fellow.same" in one.cues} == ({"Coffee"} if fellow else set())
    assert any("fellow.other" in one.cues for one in found) == fellow


@pytest.mark.parametrize(("again", "cue"), [("coffee", "total.echo=product"), (None, "total.echo=total")])
def test_a_number_told_twice_is_of_one_product(again: str | None, cue: str) -> None:
    reading, figure = told("Coffee exports near $5.2 million\n\nExports reached [$5.24 million].")
    other = reading.page.figures[0]
    reading.look_back({other.index: Decision(True, "exports", product=again), figure.index: Decision(True, "exports")})
    cues = {one for candidate in product.candidates(reading, figure) for one in candidate.cues}
    assert cue in cues

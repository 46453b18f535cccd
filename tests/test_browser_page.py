"""The page in a real browser: views, files, address."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Route, expect

from tests.browsing import CHROMIUM, Visit, faults, figure, observations, until

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed: apt-get install chromium")
TABLE = observations()


def test_opens_on_a_finished_picture(visit: Visit) -> None:
    page = visit.open()
    names = {trace["name"] for trace in figure(page)} - {None, "leader"}
    assert names == {"Bryansk Oblast", "Kaluga Oblast", "Tula Oblast", "Pskov Oblast", "Kursk Oblast"}
    expect(page.locator("#counts")).to_contain_text("42 figures")
    expect(page.locator("#title")).to_contain_text("Kursk Oblast")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_regions_are_picked_by_search_and_stand_in_the_address(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY")
    page.get_by_label("Regions", exact=True).fill("tula")
    expect(page.locator(".region:visible")).to_have_count(1)
    page.locator(".region:visible input").check()
    page.wait_for_url("**regions=RU-BRY~RU-TUL**")
    expect(page.locator("#graph")).to_contain_text("Tula Oblast")
    page.get_by_label("Regions", exact=True).fill("nowhere")
    expect(page.get_by_text("No region of that name.")).to_be_visible()


def test_a_region_is_found_by_its_name_in_another_language(visit: Visit) -> None:
    page = visit.open()
    page.get_by_label("Regions", exact=True).fill("Тульская")
    expect(page.locator(".region:visible")).to_have_count(1)
    expect(page.locator(".region:visible")).to_contain_text("Tula Oblast")


def test_arrows_go_through_the_list_of_regions(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY")
    page.get_by_label("Regions", exact=True).focus()
    page.keyboard.press("Tab")
    focused = "document.activeElement.value"
    assert page.evaluate(focused) == "RU-BRY"
    page.keyboard.press("ArrowDown")
    other = page.evaluate(focused)
    assert other != "RU-BRY"
    page.keyboard.press("Space")
    page.wait_for_url(f"**regions=RU-BRY~{other}**")
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    assert page.locator(".region input").last.evaluate("tick => tick === document.activeElement")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.region')") is None


def test_a_late_answer_keeps_the_old_picture_and_none_is_told_in_words(visit: Visit) -> None:
    page = visit.open()
    page.wait_for_selector("#graph .main-svg")
    asked = "**/_dash-update-component*"
    held: list[Route] = []
    page.route(asked, lambda route: held.append(route))
    page.locator("#flow").get_by_text("Exports").click()
    expect(page.locator(".busy")).to_be_visible()
    expect(page.locator("#graph")).to_contain_text("Kursk Oblast")
    for route in held:
        route.continue_()
    page.unroute(asked)
    expect(page.locator("#subtitle")).to_contain_text("Exports")
    expect(page.locator(".busy")).to_be_hidden()
    page.route(asked, lambda route: route.abort())
    page.locator("#flow").get_by_text("Imports").click()
    expect(page.locator("#trouble")).to_contain_text("The server does not answer")
    page.unroute(asked)
    page.locator("#flow").get_by_text("Balance").click()
    expect(page.locator("#trouble")).to_be_hidden()
    visit.faults.clear()


def test_a_region_keeps_its_colour_when_another_is_taken_out(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY~RU-TUL")
    place = page.locator('[data-code="RU-TUL"]')
    expect(place).to_have_attribute("data-place", "1")
    page.locator('[data-code="RU-BRY"] input').uncheck()
    page.wait_for_url("**regions=~RU-TUL**")
    expect(place).to_have_attribute("data-place", "1")


def test_the_chosen_regions_stand_together_and_are_taken_out_there(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY~RU-TUL~RU-KRS")
    chosen = page.get_by_role("group", name="Chosen regions")
    expect(chosen.get_by_role("listitem")).to_contain_text(["Bryansk Oblast", "Tula Oblast", "Kursk Oblast"])
    chosen.get_by_role("button", name="Take out Tula Oblast").click()
    page.wait_for_url("**regions=RU-BRY~~RU-KRS**")
    expect(chosen.get_by_role("listitem")).to_contain_text(["Bryansk Oblast", "Kursk Oblast"])
    expect(chosen.get_by_role("button", name="Take out Kursk Oblast")).to_be_focused()
    assert faults(page) == []
    chosen.get_by_role("button", name="Clear all").click()
    expect(page.locator("#empty")).to_contain_text("No region is chosen")
    expect(chosen.get_by_role("listitem")).to_have_count(0)
    expect(page.locator(".region input:checked")).to_have_count(0)
    page.locator('[data-code="RU-TUL"] input').check()
    expect(chosen.get_by_role("listitem")).to_contain_text(["Tula Oblast"])
    expect(chosen.get_by_role("button", name="Clear all")).to_have_count(0)


def test_back_undoes_and_reset_starts_again(visit: Visit) -> None:
    page = visit.open()
    page.locator("#flow").get_by_text("Exports").click()
    page.wait_for_url("**flow=exports**")
    expect(page.locator("#subtitle")).to_contain_text("Exports")
    page.go_back()
    expect(page.locator("#subtitle")).to_contain_text("Turnover")
    expect(page.locator("#flow input[value=turnover]")).to_be_checked()
    page.goto(visit.address + "?regions=RU-BRY&log=yes")
    page.get_by_role("button", name="Reset").click()
    page.wait_for_url(visit.address)
    expect(page.locator("#graph")).to_contain_text("Kursk Oblast")


def test_a_bad_parameter_is_answered_with_its_reason(visit: Visit) -> None:
    page = visit.open("?flow=smuggling&years=2020..2010&nonsense=1&regions=RU-BRY~XX")
    said = page.locator("#complaints")
    for words in (
        "flow=smuggling was not followed",
        "the first year comes after the last",
        "no parameter nonsense",
        "BY with XX",
    ):
        expect(said).to_contain_text(words)
    expect(page.locator("#title")).to_contain_text("Bryansk")


def test_an_empty_view_says_why_and_leads_out(visit: Visit) -> None:
    page = visit.open("?regions=RU-KLU&years=2018..2018")
    expect(page.locator("#empty")).to_contain_text("No figures of trade with Kaluga Oblast")
    page.locator("#empty").get_by_role("link", name="show").last.click()
    page.wait_for_selector("#graph .main-svg")
    expect(page.locator("#empty")).to_be_hidden()


def test_the_csv_has_what_is_shown_and_reads_back(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY~RU-PSK")
    button = page.locator("#shown-csv")
    expect(button).to_have_text("CSV, 14 rows")
    with page.expect_download() as waited:
        button.click()
    content = Path(waited.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(BytesIO(content))
    assert len(back) == 14
    assert set(back["counterpart_area"]) == {"RU-BRY", "RU-PSK"}
    assert set(back["sentence"]) <= set(TABLE["sentence"])
    assert back["shown_result"].notna().sum() == 13


def test_everything_is_everything_and_no_formula_is_live(visit: Visit) -> None:
    page = visit.open()
    with page.expect_download() as waited:
        page.locator("#all-csv").click()
    back = pd.read_csv(waited.value.path())
    assert list(back["observation_id"]) == list(TABLE["observation_id"])
    assert back["title"].str.startswith("'=HYPERLINK").sum() == 1


def test_the_other_side_is_turned_and_says_so(visit: Visit) -> None:
    page = visit.open("?regions=RU-PSK&flow=imports")
    expect(page.locator("#title")).to_contain_text("Belarus's imports from Pskov Oblast: $33 million in 2018")
    page.goto(visit.address + "?regions=RU-PSK&flow=balance")
    expect(page.locator("#title")).to_contain_text("\N{MINUS SIGN}$11 million")
    page.locator("summary").last.click()
    page.locator("#text-table").get_by_role("button").click()
    expect(page.get_by_role("complementary", name="Evidence")).to_contain_text("from the side of Pskov Oblast")


def test_compare_ranks_and_suggests(visit: Visit) -> None:
    page = visit.open("?view=compare&regions=RU-BRY~RU-KLU")
    expect(page.locator(".compared tbody tr")).to_have_count(2)
    expect(page.locator(".compared")).to_contain_text("of 5")
    for name, words in (("Slope", "Kaluga"), ("Ranks", "Bryansk"), ("A − B", "−"), ("A ÷ B", "times"), ("Index", "(2012)")):
        page.locator("#chart").get_by_text(name, exact=True).click()
        expect(page.locator("#graph")).to_contain_text(words)
    page.locator(".peers").get_by_role("link").first.click()
    expect(page.locator(".compared tbody tr")).to_have_count(3)


@pytest.mark.parametrize(("width", "over"), [(1440, False), (1024, True), (390, True)])
def test_a_table_wider_than_its_place_says_that_it_goes_on(visit: Visit, width: int, over: bool) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open("?view=compare")
    table = page.get_by_role("region", name="Start, end and change")
    assert table.evaluate("one => one.scrollWidth > one.clientWidth") == over
    expect(page.get_by_text("The table goes on to the right")).to_be_visible(visible=over)
    table.focus()
    page.keyboard.press("ArrowRight")
    until(page, f"document.querySelector('.scroll').scrollLeft {'>' if over else '==='} 0")
    assert faults(page) == []
    page.set_viewport_size({"width": 1440, "height": 900})


def test_an_empty_picture_has_no_table_to_unfold(visit: Visit) -> None:
    page = visit.open("?measure=share")
    expect(page.locator("#empty")).to_contain_text("shares of")
    expect(page.locator(".texts")).to_be_hidden()
    page.locator("#empty").get_by_role("link", name="show amounts").click()
    expect(page.locator(".texts")).to_be_visible()


def test_the_table_pages_sorts_and_opens_evidence(visit: Visit) -> None:
    page = visit.open("?view=table&rows=all")
    expect(page.locator("#title")).to_contain_text("42 rows of the whole table")
    page.wait_for_selector('.ag-row[row-index="3"] [col-id=obs_value]')
    head = page.locator('.ag-header-cell[col-id="obs_value"]')
    head.click()
    head.click()
    expect(page.locator('.ag-row[row-index="0"] [col-id="obs_value"]')).to_have_text("600,000,000")
    page.locator('.ag-row[row-index="0"] [col-id="obs_value"]').click()
    expect(page.get_by_role("complementary", name="Evidence")).to_contain_text("Tula Oblast")


def test_what_a_picture_leaves_out_is_shown_by_itself(visit: Visit) -> None:
    page = visit.open("?regions=RU-KRS")
    page.locator("#notes li", has_text="another currency").get_by_role("link", name="show").click()
    expect(page.locator("#title")).to_have_text("1 row that is in another currency: Belarus's trade with Kursk Oblast")
    rows = page.locator(".grid .ag-center-cols-container .ag-row")
    expect(rows).to_have_count(1)
    expect(page.locator("#shown-csv")).to_have_text("CSV, 1 row")
    page.locator("#notes").get_by_role("link", name="show all").click()
    expect(page.locator("#title")).to_contain_text("of any kind and time")
    expect(rows).not_to_have_count(1)
    page.go_back()
    expect(rows).to_have_count(1)
    page.get_by_role("radiogroup", name="Rows").get_by_text("Behind the picture").click()
    expect(page.locator("#title")).to_contain_text("behind the picture")
    assert "left" not in page.url


def test_what_is_folded_away_holds_what_the_address_says_when_it_is_opened(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY&hedged=no&publishers=Minsk%20Courier")
    page.wait_for_selector("#graph .main-svg")
    assert page.locator("#currency").count() == 0
    page.locator(".more-filters summary").press("Enter")
    expect(page.locator("#currency")).to_have_value("USD · 40")
    expect(page.locator("#publishers")).to_be_visible()
    expect(page.locator(".more")).to_contain_text("Minsk Courier")
    hedged = page.locator("#hedged")
    expect(hedged).not_to_be_checked()
    hedged.press(" ")
    page.wait_for_url(lambda address: "hedged" not in address)
    page.go_back()
    expect(hedged).not_to_be_checked()
    page.locator(".more").get_by_label("Forecast").press(" ")
    page.wait_for_url("**status=actual~target**")
    page.locator("#known").fill("2017-03-01")
    page.wait_for_url("**known=2017-03-01**")
    page.locator("#reset").click()
    expect(page.locator("#known")).to_have_value("")
    expect(hedged).to_be_checked()

"""Evidence in a real browser: sentences opened, claims side by side and preferred, addresses."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing import CHROMIUM, Visit, figure, observations, until

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed: apt-get install chromium")
TABLE = observations()


def test_a_click_on_a_point_opens_its_sentence(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY")
    # The first two are the ends of a whisker.
    at = page.locator("#graph .points path").nth(2).bounding_box()
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    drawer = page.get_by_role("complementary", name="Evidence")
    expect(drawer.locator("blockquote")).to_contain_text("In 2012 trade between Belarus and Bryansk Oblast came to $90 million.")
    labels = {mark.get_attribute("data-label") for mark in drawer.locator("mark").all()}
    assert labels == {"period", "flow", "area", "amount"}
    link = drawer.get_by_role("link")
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("href") == "https://example.org/RU-BRY/2012"
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()


HALO = "document.querySelector('#graph .js-plotly-plot').data.filter(t => t.name === 'opened').map(t => [t.x[0], t.y[0]])"


@pytest.mark.parametrize("view", ["time", "coverage", "growth"])
def test_opening_a_sentence_leaves_the_page_where_it_is_and_marks_its_point(visit: Visit, view: str) -> None:
    page = visit.open(f"?view={view}")
    page.wait_for_selector("#graph .main-svg")
    assert page.evaluate(HALO) == []
    page.locator("#text-table-summary").click()
    page.locator("#text-table [data-evidence]").nth(1).click()
    drawer = page.get_by_role("complementary", name="Evidence")
    expect(drawer.get_by_role("heading", name="Evidence")).to_be_focused()
    expect(drawer.get_by_role("heading", name="Evidence")).to_be_in_viewport()
    until(page, f"{HALO}.length === 1")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    until(page, f"{HALO}.length === 0")


def test_a_click_in_a_scrolled_page_does_not_scroll_it(visit: Visit) -> None:
    page = visit.open()
    page.set_viewport_size({"width": 1440, "height": 620})
    page.wait_for_selector("#graph .points path")
    page.evaluate("window.scrollTo(0, 120)")
    at = page.locator("#graph .points path").last.bounding_box()
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    expect(page.get_by_role("complementary", name="Evidence").locator("blockquote")).to_be_in_viewport()
    until(page, f"{HALO}.length === 1")
    assert page.evaluate("window.scrollY") == 120
    page.set_viewport_size({"width": 1440, "height": 900})


def test_on_a_narrow_screen_the_sentence_is_scrolled_to(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY")
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator("#text-table-summary").click()
    page.locator("#text-table [data-evidence]").first.click()
    expect(page.get_by_role("complementary", name="Evidence").get_by_role("heading", name="Evidence")).to_be_in_viewport()
    page.set_viewport_size({"width": 1440, "height": 900})


def test_claims_that_differ_stand_side_by_side(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY")
    page.locator("summary").last.click()
    row = page.locator("#text-table tr", has_text="$125 million")
    row.get_by_role("button").click()
    drawer = page.get_by_role("complementary", name="Evidence")
    expect(drawer).to_contain_text("2 claims for this figure, they lie 4.8% apart")
    expect(drawer.locator(".claims tr", has_text="drawn")).to_contain_text("$125 million")
    drawer.get_by_role("button", name="about $131 million").click()
    expect(drawer.locator(".article")).to_contain_text("Bryansk Herald")
    drawer.get_by_role("button", name="Copy citation").click()
    assert "Bryansk Herald" in page.evaluate("navigator.clipboard.readText()")


def test_another_claim_is_preferred_and_the_choice_undone(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY&evidence=row5")
    drawer = page.get_by_role("complementary", name="Evidence")
    drawer.get_by_role("link", name="Draw this claim: about $131 million, Bryansk Herald").click()
    page.wait_for_url("**prefer=row31**")
    expect(drawer.locator(".claims tr", has_text="your choice")).to_contain_text("about $131 million")
    expect(page.locator("#notes")).to_contain_text("1 figure drawn as you prefer")
    assert 131e6 in [y for trace in figure(page) if trace["name"] == "Bryansk Oblast" for y in trace["y"]]
    page.go_back()
    expect(drawer.locator(".claims tr", has_text="drawn")).to_contain_text("$125 million")
    page.go_forward()
    drawer.get_by_role("link", name="undo").click()
    expect(page.locator("#notes")).not_to_contain_text("prefer")
    assert "prefer" not in page.url


def test_only_addresses_of_the_web_become_links(visit: Visit) -> None:
    bad = TABLE.loc[TABLE["url"] == "javascript:alert(1)", "observation_id"].iloc[0]
    page = visit.open(f"?evidence={bad}")
    drawer = page.get_by_role("complementary", name="Evidence")
    expect(drawer).to_contain_text("up 12.5%")
    expect(drawer.get_by_role("link")).to_have_count(0)

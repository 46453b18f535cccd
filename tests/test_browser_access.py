"""Whom the page leaves out: nobody. Keys, assistive technology, narrow and wide windows, both themes, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing import CHROMIUM, Visit, faults, observations, overhang

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed: apt-get install chromium")
TABLE = observations()


def test_the_tab_key_passes_lists_and_leaves_the_grid(visit: Visit) -> None:
    page = visit.open("?view=table&rows=all")
    page.wait_for_selector('.ag-row[row-index="3"] [col-id=obs_value]')
    page.locator("#reporter").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Regions", exact=True)).to_be_focused()
    page.locator(".ag-header-cell").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".ag-cell-focus")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator("#shown-csv")).to_be_focused()


def test_keys_do_what_the_help_says(visit: Visit) -> None:
    page = visit.open()
    page.keyboard.press("c")
    page.wait_for_url("**view=compare**")
    page.keyboard.press("t")
    page.wait_for_url(visit.address)
    page.keyboard.press("l")
    page.wait_for_url("**log=yes**")
    page.keyboard.press("/")
    expect(page.get_by_label("Regions", exact=True)).to_be_focused()
    page.keyboard.type("c")
    assert "view=compare" not in page.url
    page.locator("#title").click()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("search a region")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_everything_is_reached_by_tab(visit: Visit) -> None:
    page = visit.open()
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate("(document.activeElement.id || document.activeElement.className || document.activeElement.value || '')")
        )
    assert {"help-button", "theme-button", "reporter", "region-search", "shown-csv", "all-csv"} <= seen


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("search", ["", "?view=compare", "?view=table", "?panels=yes", "?span=everything&log=yes"])
def test_axe_finds_nothing(visit: Visit, scheme: str, search: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    page = visit.open(search)
    page.wait_for_selector('.ag-row[row-index="3"] [col-id=obs_value]' if "table" in search else "#graph .main-svg")
    assert page.evaluate("document.documentElement.dataset.mantineColorScheme") == scheme
    page.get_by_text("More filters").click()
    if "table" not in search:
        page.locator(".texts summary").click()
        page.locator("#text-table button").first.click()
        expect(page.get_by_role("complementary", name="Evidence").locator("blockquote")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("size", [(1440, 900), (390, 600)])
def test_the_title_and_the_way_out_of_the_help_are_inside_of_it_and_stay(visit: Visit, size: tuple[int, int]) -> None:
    page = visit.open()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.get_by_role("button", name="Help and keys").click()
    dialog = page.get_by_role("dialog")
    title, close = dialog.get_by_role("heading", name="Help and keys"), page.get_by_role("button", name="Close help")
    for _ in range(2):
        around, of_title, of_close = (part.bounding_box() for part in (dialog, title, close))
        assert of_title["y"] >= around["y"] + 12
        assert around["x"] < of_close["x"] and of_close["x"] + of_close["width"] < around["x"] + around["width"]
        assert around["y"] < of_close["y"] < around["y"] + 60
        page.get_by_text("Single keys work on this page").scroll_into_view_if_needed()
    close.click()
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_open_popups(visit: Visit, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    page = visit.open()
    page.get_by_text("More filters").click()
    for popup in ("reporter", "span", "measure", "currency", "publishers", "help-button"):
        opened = page.get_by_role("dialog" if popup == "help-button" else "listbox")
        page.locator(f"#{popup}").click()
        expect(opened).to_be_visible()
        assert faults(page) == [], popup
        page.keyboard.press("Escape")
        expect(opened).to_have_count(0)


@pytest.mark.parametrize("search", ["", "?view=compare", "?view=table"])
def test_no_width_makes_the_page_scroll_sideways(visit: Visit, search: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 900})
    page = visit.open(search)
    page.wait_for_selector(".grid" if "table" in search else "#graph .main-svg")
    for width in (2560, 1440, 390):
        assert overhang(page, width) <= 0, width
    expect(page.locator("#fold-button")).to_contain_text("Belarus · 5 regions · turnover")
    expect(page.locator("#reporter")).to_be_hidden()
    page.locator("#fold-button").click()
    expect(page.locator("#reporter")).to_be_visible()


def test_the_theme_is_switched_and_kept(visit: Visit) -> None:
    page = visit.open()
    page.wait_for_selector("#graph .main-svg")
    page.get_by_role("button", name="Light or dark").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    drawn = page.evaluate("document.querySelector('#graph .js-plotly-plot').layout.paper_bgcolor")
    assert drawn == "#1a1b1e"
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")

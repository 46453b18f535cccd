"""Map, growth, coverage and reading, and the files of every view, in a real browser."""

from __future__ import annotations

import io
import re

import pandas as pd
import pytest
from playwright.sync_api import BrowserContext, Page, expect

import parsers
from dashboard.selection import fitting
from tests.browsing import CHROMIUM, Visit, faults, overhang, served, until
from tests.small_table import table, year
from tests.test_reading import SENTENCE, told

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed: apt-get install chromium")
VIEWS = ("map", "growth", "coverage", "read")


HEIGHT = 1000


def traces(page: Page) -> list[dict]:
    page.wait_for_selector("#graph .main-svg")
    return page.evaluate(
        "document.querySelector('#graph .js-plotly-plot').data"
        ".map(t => ({name: t.name, type: t.type, n: (t.locations || t.x).length}))"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(visit: Visit, view: str, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    page = visit.open(f"?view={view}")
    page.wait_for_load_state("networkidle")
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_menu(visit: Visit, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    page = visit.open()
    for menu in ("More files", "Picture"):
        page.locator(".menu summary", has_text=menu).click()
        expect(page.locator(".menu[open] .menu-item").last).to_be_visible()
        assert faults(page) == [], menu
        page.locator(".menu summary", has_text=menu).click()


def test_words_beside_points_go_where_the_picture_is_close_and_come_back(context: BrowserContext) -> None:
    rows = [year(2010, 1.23e6), year(2012, 1.23e6, counterpart_area="RU-KLU"), year(2023, 9e6), year(2030, 1e6)]
    counted = "[...document.querySelectorAll('#graph .textpoint text')].filter(one => one.textContent.trim()).length"
    with served(table(*rows)) as found:
        visit = Visit(context, found)
        page = visit.open()
        page.wait_for_selector("#graph .main-svg")
        until(page, f"{counted} === 4")
        page.set_viewport_size({"width": 1100, "height": HEIGHT})
        until(page, f"{counted} === 3")
        page.set_viewport_size({"width": 1440, "height": HEIGHT})
        until(page, f"{counted} === 4")
        visit.leave()
        assert visit.faults == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_is_wider_than_the_screen(visit: Visit, view: str) -> None:
    page = visit.open(f"?view={view}")
    page.wait_for_load_state("networkidle")
    for width in (2560, 900, 390):
        assert overhang(page, width) <= 0, width


def test_what_does_not_fit_in_a_large_table_comes_after_the_sentence(
    context: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "WHOLE", 2)
    with served(table(year(2017, 50e6), year(2017, 60e6, trade_flow="exports"), year(2017, 40e6, trade_flow="imports"))) as found:
        visit = Visit(context, found)
        drawer = visit.open("?evidence=row0").get_by_role("complementary", name="Evidence")
        expect(drawer).to_contain_text("Exports and imports are not turnover: $100 million expected, $50 million told")
        drawer.get_by_role("button", name="sentence 1").first.click()
        expect(drawer.locator(".what")).to_contain_text("exports")
        visit.leave()
        assert visit.faults == []


def test_controls_take_what_the_address_of_a_first_visit_says(visit: Visit) -> None:
    page = visit.open("?view=map&at=2016&flow=exports&span=everything")
    expect(page.locator("#at [role=slider]")).to_have_attribute("aria-valuenow", "2016")
    expect(page.locator("#flow input[value=exports]")).to_be_checked()
    expect(page.locator("#span")).to_have_value(re.compile("Everything"))


def test_the_map_colours_the_regions_told_of(visit: Visit) -> None:
    page = visit.open("?view=map&at=2016")
    expect(page.locator("#title")).to_contain_text("comes first of 5 areas in Belarus's trade of 2016")
    page.wait_for_selector("#graph .choroplethlayer path")
    counts = {trace["name"]: trace["n"] for trace in traces(page)}
    assert counts["figures"] == 5 and counts["no figure"] > 70
    expect(page.locator(".ranking li")).to_have_count(5)


def test_the_years_of_the_map_are_moved_by_keyboard(visit: Visit) -> None:
    page = visit.open("?view=map&at=2016")
    slider = page.get_by_role("slider", name="Year of the map")
    slider.focus()
    slider.press("ArrowLeft")
    page.wait_for_url("**at=2015**")
    expect(page.locator("#title")).to_contain_text("2015")
    page.go_back()
    expect(page.locator("#title")).to_contain_text("2016")


def test_a_year_without_figures_says_where_there_are_some(visit: Visit) -> None:
    page = visit.open("?view=map&at=2003")
    expect(page.locator("#empty")).to_contain_text("No figures for 2003")


def test_the_list_beside_the_map_opens_the_evidence(visit: Visit) -> None:
    page = visit.open("?view=map&at=2016")
    page.locator(".ranking button").first.click()
    expect(page.locator("#evidence")).to_contain_text("In 2016 trade between Belarus and Kursk Oblast")


def test_growth_draws_computed_rates(visit: Visit) -> None:
    page = visit.open("?view=growth&regions=RU-BRY")
    counts = {trace["name"]: trace["n"] for trace in traces(page)}
    assert counts["Bryansk Oblast, computed"] == 5


def test_coverage_counts_articles_and_marks_what_differs(visit: Visit) -> None:
    page = visit.open("?view=coverage")
    grid = page.evaluate("document.querySelector('#graph .js-plotly-plot').data.find(t => t.type === 'heatmap').text")
    assert "2 ≠" in [cell for row in grid for cell in row]
    page.locator(".texts summary").click()
    expect(page.locator("#text-table")).to_contain_text("apart")


def test_a_text_is_read_and_its_rows_downloaded(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsers, "explain", lambda text, **more: told(text), raising=False)
    page = visit.open("?view=read")
    page.get_by_role("textbox", name="Text").fill(SENTENCE)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".reading h3")).to_have_text("The pasted text: 1 row")
    expect(page.locator(".reading mark")).to_have_count(6)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV, 1 row").click()
    rows = pd.read_csv(waiting.value.path(), encoding="utf-8-sig")
    assert rows["obs_value"].tolist() == [412e6]


def choose(page: Page, files: dict[str, bytes]) -> None:
    """Take files, by name and content, as if from a disk."""
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name="Choose files").click()
    waiting.value.set_files([{"name": name, "mimeType": "text/plain", "buffer": content} for name, content in files.items()])


def test_files_are_read_too(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsers, "explain", lambda text, **more: told(text), raising=False)
    page = visit.open("?view=read")
    choose(page, {"one.txt": SENTENCE.encode()})
    expect(page.locator("#read-names li")).to_contain_text("one.txt")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".reading h3")).to_have_text("one.txt: 1 row")


def test_a_bad_file_is_told_of_and_taken_away_and_the_others_are_read(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsers, "explain", lambda text, **more: told(text), raising=False)
    page = visit.open("?view=read")
    choose(page, {"b.exe": b"MZ", "a.txt": SENTENCE.encode()})
    read = page.get_by_role("button", name="Read", exact=True)
    read.click()
    expect(page.locator("#read-result .complaint")).to_contain_text("b.exe: only")
    expect(page.locator(".reading h3")).to_have_text("a.txt: 1 row")
    page.get_by_role("button", name="Remove b.exe").click()
    expect(page.get_by_role("button", name="Remove a.txt")).to_be_focused()
    expect(page.locator("#read-csv")).to_be_disabled()
    page.get_by_role("textbox", name="Text").fill(SENTENCE)
    read.click()
    expect(page.locator(".reading h3")).to_have_text(["The pasted text: 1 row", "a.txt: 1 row"])
    expect(page.locator("#read-result .complaint")).to_have_count(0)
    assert faults(page) == []


def test_an_example_takes_the_place_of_what_was_there(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsers, "explain", lambda text, **more: told(text), raising=False)
    page = visit.open("?view=read")
    choose(page, {"a.txt": SENTENCE.encode()})
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator("#read-csv")).to_have_text("CSV, 1 row")
    page.get_by_role("button", name="Try an example").click()
    expect(page.locator("#read-names li, .reading")).to_have_count(0)
    expect(page.locator("#read-csv")).to_have_text("CSV")
    expect(page.locator("#read-csv")).to_be_disabled()
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".reading h3")).to_have_count(1)
    expect(page.locator("#read-csv")).to_be_enabled()


def test_nothing_to_read_is_said_in_words(visit: Visit) -> None:
    page = visit.open("?view=read")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator("#read-result")).to_contain_text("nothing to read yet")


def test_files_hold_the_rows_that_their_menu_counts(visit: Visit) -> None:
    page = visit.open("?regions=RU-BRY")
    page.locator(".menu summary", has_text="More files").click()
    expect(page.get_by_text("What is shown, 8 rows")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Parquet").first.click()
    assert waiting.value.suggested_filename == "tradeprose-by-turnover-time.parquet"
    assert len(pd.read_parquet(io.BytesIO(waiting.value.path().read_bytes()))) == 8


@pytest.mark.parametrize("view", ["time", "map", "coverage"])
def test_a_picture_carries_title_sources_and_day(visit: Visit, view: str) -> None:
    page = visit.open(f"?view={view}")
    page.wait_for_selector("#graph .main-svg")
    page.locator(".menu summary", has_text="Picture").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="SVG").click()
    picture = waiting.value.path().read_text(encoding="utf-8")
    assert waiting.value.suggested_filename == f"tradeprose-{view}.svg"
    assert "Belarus" in picture or "Articles" in picture
    assert "Sources: " in picture and "tradeprose, " in picture


def test_png_is_a_png(visit: Visit) -> None:
    page = visit.open()
    page.wait_for_selector("#graph .main-svg")
    page.locator(".menu summary", has_text="Picture").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="PNG").click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_frame_is_copied_and_shows_the_view_alone(visit: Visit) -> None:
    page = visit.open("?regions=RU-TUL")
    page.locator(".menu summary", has_text="Picture").click()
    page.get_by_role("button", name="Copy a frame").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("<iframe src=") and "/embed?regions=RU-TUL" in copied
    page.goto(visit.address + "embed?regions=RU-TUL")
    page.wait_for_selector("#graph .main-svg")
    expect(page.locator(".header")).to_be_hidden()
    expect(page.locator("#title")).to_contain_text("Tula Oblast")
    expect(page.get_by_role("link", name="See it whole")).to_be_visible()


def test_the_grid_comes_only_when_it_is_shown(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.open()
    page.wait_for_selector("#graph .main-svg")
    assert not any("dash_ag_grid" in url for url in asked)
    page.locator('[data-key="b"]').click()
    page.wait_for_selector(".ag-row")
    assert any("dash_ag_grid" in url for url in asked)

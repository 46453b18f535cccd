"""Every wording of every language matches its examples and none of its counterexamples; a broken file says where it is broken."""

import pytest

from parsers import lexicon

# The wordings of periods hold parts that code makes; test_periods checks them the same way.
OWN_TEST = {"periods"}


def sections() -> list[tuple[str, str]]:
    found = []
    for language in lexicon.languages():
        for name, entries in lexicon.lexicon(language).items():
            if isinstance(entries, dict) and "wordings" in entries and name not in OWN_TEST:
                found.append((language, name))
    return found


ALL = [(f"{language} {name}", wording) for language, name in sections() for wording in lexicon.wordings(language, name)]


@pytest.mark.parametrize(("place", "wording"), ALL, ids=[f"{place}: {wording.name}" for place, wording in ALL])
def test_a_wording_is_found_in_its_examples_alone(place, wording):
    assert wording.examples, f"{place}: {wording.name} has no example"
    for example in wording.examples:
        assert wording.pattern.search(example), f"{place}: {wording.name} misses {example!r}"
    for example in wording.counterexamples:
        assert not wording.pattern.search(example), f"{place}: {wording.name} takes {example!r}"


@pytest.fixture
def broken(tmp_path, monkeypatch):
    monkeypatch.setattr(lexicon, "LANGUAGES", tmp_path)
    lexicon.lexicon.cache_clear()

    def write(text: str) -> None:
        (tmp_path / "qq.toml").write_text(text, encoding="utf-8")

    yield write
    lexicon.lexicon.cache_clear()


ENTRY = '[[changes.wordings]]\nname = "odd"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ENTRY + 'pattern = "{{nowhere}}"\nexamples = ["x"]\n', "nowhere"),
        (ENTRY + 'pattern = "(x"\nexamples = ["x"]\n', "odd"),
        (ENTRY + 'pattern = "x"\n', "examples"),
        (ENTRY + 'examples = ["x"]\n', "pattern"),
        ("[amounts]\n", "changes"),
        ("[changes\n", "line 1"),
    ],
)
def test_a_broken_entry_names_the_file_and_the_place(broken, text, said):
    broken(text)
    with pytest.raises(lexicon.LexiconError, match=r"qq\.toml") as caught:
        lexicon.wordings("qq", "changes")
    assert said in str(caught.value)


def test_an_unknown_language_is_told_in_one_line(broken):
    with pytest.raises(lexicon.LexiconError, match=r"xx\.toml: no such language file"):
        lexicon.lexicon("xx")

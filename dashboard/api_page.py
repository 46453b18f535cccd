"""The page at /api: what can be asked, in words."""

from __future__ import annotations

from html import escape

from parsers.tables.schema import COLUMNS

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>tradeprose: the table as JSON</title><style>
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }}
table {{ border-collapse: collapse; }} th, td {{ text-align: left; padding: 4px 12px 4px 0; vertical-align: top; }}
th {{ font-weight: 500; }} pre {{ overflow-x: auto; }}
</style></head><body>
<h1>The table as JSON</h1>
<p><a href="/">Back to the figures</a></p>
<p>Ask with GET; nothing can be changed here. The answer is one object: <code>total</code>, the number of rows that fit;
<code>observations</code>, the rows of this page with every column of the table, as the texts say it; <code>next</code>, the
cursor of the page that follows, null on the last.</p>
<pre tabindex="0"><a href="/api/observations?ref_area=BY&amp;limit=10">/api/observations?ref_area=BY&amp;limit=10</a></pre>
<p>Parameters are named as the columns. A parameter given twice means either value; several parameters must all hold; an empty
one (<code>product=</code>) asks for rows where the cell is empty. Dates are written 2017-12-31, flags true or false.
<code>limit</code> is from 1 to 1000 (100 if left out), <code>cursor</code> is the <code>next</code> of the page before; it
holds for one table, and says so when the table has been replaced. A parameter that is unknown or malformed is answered with
status 400 and an object with its <code>parameter</code> and the <code>error</code> in words.</p>
<table><thead><tr><th scope="col">Column</th><th scope="col">Kind</th><th scope="col">Meaning</th></tr></thead>
<tbody>{rows}</tbody></table>
</body></html>
"""


def html() -> str:
    """The whole page; its columns are those of the schema."""
    rows = (
        f'<tr><th scope="row"><code>{column.name}</code></th><td>{column.kind}</td><td>{escape(column.meaning)}</td></tr>'
        for column in COLUMNS
    )
    return PAGE.format(rows="\n".join(rows))

"""A Frictionless data package: a zip with data.csv, datapackage.json, README.md and CITATION.cff.

The descriptor follows the Data Package and Table Schema specifications (specs.frictionlessdata.io), the citation the Citation
File Format 1.2.0, with one reference for each article and no other.
"""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from parsers.tables.exports import Exported
from parsers.tables.exports.sources import sources
from parsers.tables.files import replacing, write_csv
from parsers.tables.schema import COLUMNS, Column

_TYPES = {"text": "string", "date": "date", "number": "number", "integer": "integer", "flag": "boolean"}
# The zip's own time stamps would make the same table another file each day.
_STAMP = (1980, 1, 1, 0, 0, 0)
_TITLE = "Trade figures told in press prose"


def write(table: pd.DataFrame, path: Path) -> Exported:
    """`table` as a zipped data package at `path`."""
    text = io.StringIO()
    write_csv(table, text)
    data, articles = text.getvalue().encode(), sources(table)
    files = {
        "data.csv": data,
        "datapackage.json": json.dumps(_descriptor(table, data, articles), ensure_ascii=False, indent=1).encode(),
        "README.md": _readme(table, articles).encode(),
        "CITATION.cff": _citation(articles).encode(),
    }
    with replacing(path) as beside, zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return Exported((path,), len(table), {})


def _descriptor(table: pd.DataFrame, data: bytes, articles: pd.DataFrame) -> dict[str, Any]:
    resource = {
        "name": "data",
        "path": "data.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n", "header": True},
        "schema": {"fields": [_field(column) for column in COLUMNS], "primaryKey": "observation_id", "missingValues": [""]},
    }
    return {
        "name": "tradeprose-observations",
        "title": _TITLE,
        "profile": "tabular-data-package",
        "description": f"{_counted(table, articles)} Each row is one statistic and carries the sentence that states it.",
        "sources": [_source(title, url) for title, url in zip(_titles(articles), articles["url"], strict=True)],
        "resources": [resource],
    }


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {} if column.nullable or column.name in ("known", "cues") else {"required": True}
    limits |= {"unique": True} if column.name == "observation_id" else {}
    limits |= {"enum": list(column.values)} if column.values else {}
    written = {"trueValues": ["True"], "falseValues": ["False"]} if column.kind == "flag" else {}
    return {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.meaning,
        **({"format": "default"} if column.kind == "date" else {}),
        **written,
        **({"constraints": limits} if limits else {}),
    }


def _titles(articles: pd.DataFrame) -> list[str]:
    return articles["title"].fillna(articles["source_id"]).tolist()


def _source(title: str, url: Any) -> dict[str, str]:
    return {"title": title} | ({} if pd.isna(url) else {"path": url})


def _counted(table: pd.DataFrame, articles: pd.DataFrame) -> str:
    computed = int(table["derived"].sum())
    return f"{len(table) - computed:,} figures stated in {len(articles):,} articles, and {computed:,} computed from them."


def _readme(table: pd.DataFrame, articles: pd.DataFrame) -> str:
    columns = "\n".join(f"| {c.name} | {c.kind} | {c.meaning.replace('|', '/')} |" for c in COLUMNS)
    return (
        f"# {_TITLE}\n\n{_counted(table, articles)}\n\n"
        "`data.csv` is UTF-8; one row is one statistic, and `sentence` is what the article says. Computed rows have\n"
        "`derived` True and a `formula` that names the rows they come from.\n"
        "`datapackage.json` describes the columns for programs, `CITATION.cff` names the articles.\n\n"
        f"| column | type | meaning |\n| --- | --- | --- |\n{columns}\n"
    )


def _citation(articles: pd.DataFrame) -> str:
    """JSON strings are YAML strings, so that no title can break the file."""
    head = [
        "cff-version: 1.2.0",
        "message: Please cite the articles that the figures come from.",
        f"title: {_TITLE}",
        "type: dataset",
    ]
    lines = [*head, "authors:", "  - name: tradeprose", "references:" if len(articles) else "references: []"]
    known = articles.astype("object").where(articles.notna(), None).to_dict("records")
    for title, article in zip(_titles(articles), known, strict=True):
        publisher = article["publisher"] or "unknown publisher"
        lines += ["  - type: newspaper-article", f"    title: {_quoted(title)}"]
        lines += ["    authors:", f"      - name: {_quoted(publisher)}"]
        lines += [f"    date-published: {article['published']}"] if article["published"] else []
        lines += [f"    url: {_quoted(article['url'])}"] if article["url"] else []
    return "\n".join(lines) + "\n"


def _quoted(text: Any) -> str:
    return json.dumps(str(text), ensure_ascii=False)

"""The structure of the SDMX data: dataflow, data structure, concepts and code lists as one SDMX-JSON 2.1 structure message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parsers.codelists import areas
from parsers.tables.schema import COLUMNS

_AGENCY, _VERSION = "TRADEPROSE", "1.0.0"
FLOW = f"{_AGENCY}:TRADE({_VERSION})"
_SCHEMA = "https://json.sdmx.org/2.1/sdmx-json-structure-schema.json"
_URN = "urn:sdmx:org.sdmx.infomodel"
_FIXED = {
    "FREQ": {"A": "Year", "S": "Half-year", "Q": "Quarter", "M": "Month", "D": "Day", "_O": "Another span, as TIME_PERIOD says"},
    "OBS_STATUS": {
        "A": "Normal value",
        "E": "Estimated: computed from stated values",
        "F": "Forecast or target",
        "P": "Provisional value",
    },
}
_MEANINGS = {
    "FREQ": "Frequency: the length of the span",
    "MEASURE": "What is measured: a value, a growth or a share",
    "BASE_PERIOD": "The span that a growth is against",
    "CLAIM": "Which claim: its observation_id",
    "OBS_STATUS": "Observation status",
    "UNIT_MULT": "Power of ten of the value: always 0",
    "SPREAD_PCT": "Distance between the actual claims of the cell, in percent of the preferred one",
    "CLAIMS": "Claims of the cell",
    "VOICES": "Articles that the claims of the cell come from",
    "UNIT_MEASURE": "Currency (ISO 4217), PC for percent, _U where unknown",
}
_DIMENSIONS = ("FREQ", "REF_AREA", "COUNTERPART_AREA", "TRADE_FLOW", "KIND", "PRODUCT", "ADJUSTMENT", "PER", "MEASURE")
_DIMENSIONS_BEHIND = ("SHARE_OF", "UNIT_MEASURE", "BASE_PERIOD")
_NUMBERS = ("OBS_VALUE_MAX", "CHANGE_PCT", "CHANGE_MAX", "CONFIDENCE", "SPREAD_PCT")
_TEXTS = (
    "BOUND",
    "CHANGE_BOUND",
    "STATUS",
    "FORMULA",
    "PUBLISHER",
    "URL",
    "TITLE",
    "LANGUAGE",
    "SOURCE_ID",
    "OBSERVATION_ID",
    "SENTENCE",
)
_TYPES = {
    **dict.fromkeys(_NUMBERS, "Double"),
    **dict.fromkeys(_TEXTS, "String"),
    **dict.fromkeys(("UNIT_MULT", "CLAIMS", "VOICES"), "Integer"),
    "PUBLISHED": "ObservationalTimePeriod",
    "DERIVED": "String",
}


def structure(names: Mapping[str, Mapping[str, str]], all_claims: bool) -> dict[str, Any]:
    """The structure message for code lists `names` (dimension, code, text); with a dimension CLAIM if `all_claims`."""
    listed = {**_FIXED, **{dimension: _named(dimension, codes) for dimension, codes in names.items()}}
    dimensions = [*_DIMENSIONS, *_DIMENSIONS_BEHIND, *(["CLAIM"] if all_claims else [])]
    attributes = ["OBS_STATUS", *_TYPES]
    components = {
        "dimensionList": {
            "id": "DimensionDescriptor",
            "dimensions": [_component(name, listed, "String") for name in dimensions],
            "timeDimension": _component("TIME_PERIOD", listed, "ObservationalTimePeriod"),
        },
        "measureList": {"id": "MeasureDescriptor", "measures": [_component("OBS_VALUE", listed, "Double")]},
        "attributeList": {"id": "AttributeDescriptor", "attributes": [_attribute(name, listed) for name in attributes]},
    }
    concepts = [*dimensions, "TIME_PERIOD", "OBS_VALUE", *attributes]
    data = {
        "codelists": [_codelist(name, codes) for name, codes in listed.items()],
        "conceptSchemes": [_artefact("CONCEPTS", "Concepts of tradeprose") | {"concepts": [_concept(name) for name in concepts]}],
        "dataflows": [
            _artefact("TRADE", "Trade figures told in press prose") | {"structure": f"{_URN}.datastructure.DataStructure={FLOW}"}
        ],
        "dataStructures": [_artefact("TRADE", "Trade figures told in press prose") | {"dataStructureComponents": components}],
    }
    # A message needs a time; a fixed one keeps the file of the same table the same.
    meta = {"schema": _SCHEMA, "id": "TRADEPROSE", "prepared": "2000-01-01T00:00:00Z", "sender": {"id": _AGENCY}}
    return {"meta": meta, "data": data}


def _named(dimension: str, codes: Mapping[str, str]) -> dict[str, str]:
    standing = {"_T": "Total", "_Z": "Not applicable", "_U": "Unknown", "PC": "Percent"}
    known = areas() if dimension.endswith("AREA") else {}
    return {code: known[text].name if text in known else standing.get(code, text) for code, text in codes.items()}


def _artefact(identifier: str, name: str) -> dict[str, Any]:
    return {"id": identifier, "agencyID": _AGENCY, "version": _VERSION, "name": name}


def _codelist(name: str, codes: Mapping[str, str]) -> dict[str, Any]:
    return _artefact(f"CL_{name}", name) | {"codes": [{"id": code, "name": text} for code, text in codes.items()]}


def _concept(name: str) -> dict[str, str]:
    meanings = {column.name.upper(): column.meaning for column in COLUMNS} | _MEANINGS
    return {"id": name, "name": name, "description": meanings[name]}


def _component(name: str, listed: Mapping[str, Any], kind: str) -> dict[str, Any]:
    concept = f"{_URN}.conceptscheme.Concept={_AGENCY}:CONCEPTS({_VERSION}).{name}"
    if name in listed:
        shape: dict[str, Any] = {"enumeration": f"{_URN}.codelist.Codelist={_AGENCY}:CL_{name}({_VERSION})"}
        shape["enumerationFormat"] = {"dataType": "String"}
    else:
        shape = {"format": {"dataType": kind}}
    return {"id": name, "conceptIdentity": concept, "localRepresentation": shape}


def _attribute(name: str, listed: Mapping[str, Any]) -> dict[str, Any]:
    relation = {"attributeRelationship": {"observation": {}}, "measureRelationship": ["OBS_VALUE"]}
    return _component(name, listed, _TYPES.get(name, "String")) | relation

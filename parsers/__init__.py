"""The public door of the reading side: what a program that reads trade figures calls."""

from parsers.codelists import area
from parsers.mentions.areas import find_areas

__all__ = ["area", "find_areas"]

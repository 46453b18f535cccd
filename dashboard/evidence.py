"""The sentence behind a figure."""
from dash import html


def panel(table, controls, observation_id):
    return [html.P(observation_id)]

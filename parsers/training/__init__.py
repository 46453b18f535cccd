"""Fitting the weights on labelled documents (development only: needs scipy)."""

"""The scripts that write data/codelists: `python -m data.codelists.make` from the root of the checkout."""

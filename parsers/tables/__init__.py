"""The tidy table: built from observations, checked, added to, exported. The only rooms of parsers that know pandas."""

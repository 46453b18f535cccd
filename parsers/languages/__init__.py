"""One file a language (ISO 639-1): its words, cues and relations; `xx.weights.csv` beside it holds the fitted numbers."""

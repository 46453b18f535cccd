"""One slot of a figure a file: its candidates, each with the names of the cues that speak for or against it."""

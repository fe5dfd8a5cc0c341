"""Figures in, marks out: one file a chart, drawn as native vectors on the page."""

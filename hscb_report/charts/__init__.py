"""Figures in, matplotlib out: one file a chart, drawn as native vectors on the page."""

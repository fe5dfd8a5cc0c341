"""One file for each thing a board publishes."""

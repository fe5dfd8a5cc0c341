"""The tool's own words: all that it prints in a document and no content file says.

One table for each language (``table.py``), in parts by what the words are about. A word is a text,
a sentence with something in it a method with named parameters. Words for the person at the keyboard
(messages, help, sheets) and for the print shop (order sheet, proofs, what stands outside the trim)
are published nowhere, and stand where they are used.
"""

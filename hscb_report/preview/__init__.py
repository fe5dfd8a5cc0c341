"""A page on this machine that shows what is saved, and in which a number or a word can be put
right.
"""

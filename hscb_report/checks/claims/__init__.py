"""What sentences claim of figures: that they rose or fell, by how much, which is greater.

``sentences`` says what a sentence claims, ``measures`` what is known, ``judge`` holds one against
the other. What is not understood to its last word is no claim, and what one reading of a sentence
makes true is not contradicted.
"""

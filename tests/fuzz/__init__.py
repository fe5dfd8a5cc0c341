"""Files changed at random in ways that know what they change, and what the commands do with them.

``python -m tests.fuzz --minutes 30`` tries as many as it can; a seed names a case, and makes it
again as long as the code is the same. What counts as a fault stands in ``faults``.
"""

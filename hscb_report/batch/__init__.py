"""Many reports: one template, a table, and a report for each of its rows.

``table`` reads the rows, ``content`` puts one into the template, ``worker`` makes its files,
``pool`` and ``cluster`` hand rows to workers, ``run`` keeps the books.
"""

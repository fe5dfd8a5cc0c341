"""What goes with a printed file: pictures to check before paying, and the order sheet for the
printer.
"""

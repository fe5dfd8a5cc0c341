"""Logos and photographs: read, judged, and held as plain shapes and as pixels that nothing was lost
of.
"""

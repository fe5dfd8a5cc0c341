"""Opens written bytes and judges them, whatever tool they come from; imports nothing that
builds.
"""

"""The PDF itself: a canvas that knows brand, tags and purpose, and the structure tree it fills."""

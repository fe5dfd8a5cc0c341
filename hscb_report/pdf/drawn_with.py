"""What the pages of a file are drawn with, so that two of them can be compared undrawn."""

from __future__ import annotations

import hashlib
from io import BytesIO


def drawn_with(data: bytes) -> list[bytes]:
    """Of each page a digest of what it is drawn with: its own content, and all that is no page's.
    Pages with the same one look the same; those with others may.

    Args:
        data: a file without a structure, which would say more than what is drawn.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.objgen for page in pdf.pages}
        contents = {page.Contents.objgen for page in pdf.pages}
        shared = hashlib.blake2b()
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                if item.objgen not in contents:
                    shared.update(item.stream_dict.unparse() + item.read_raw_bytes())
            elif item.objgen not in pages:
                shared.update(item.unparse())
        made = []
        for page in pdf.pages:
            digest = shared.copy()
            digest.update(page.mediabox.unparse() + page.resources.unparse())
            digest.update(page.Contents.read_raw_bytes())
            made.append(digest.digest())
        return made

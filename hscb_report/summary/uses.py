"""Which figures and series a block shows, in its items and in its texts."""

from collections.abc import Iterable

from hscb_report.summary.blocks import Block
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Source
from hscb_report.summary.wording import references


def shown_by(block: Block) -> list[str]:
    """The names of the figures that are its own, in their order; texts may name others."""
    items = getattr(block, "items", [])
    names = [
        getattr(block, "figure", None),
        *(getattr(block, "figures", None) or []),
        *(getattr(item, "figure", None) for item in items),
    ]
    return [name for name in names if name]


def figures_of(block: Block) -> list[str]:
    """The names of its figures, and of those in its texts, in their order."""
    items = getattr(block, "items", [])
    texts = [
        block.title,
        getattr(block, "text", None),
        *(getattr(item, "text", None) for item in items),
    ]
    named = [name for text in texts if text for name, _ in references(text)]
    return list(dict.fromkeys([*shown_by(block), *named]))


def series_of(block: Block) -> list[str]:
    """The names of its series."""
    series = getattr(block, "series", None)
    return [series] if isinstance(series, str) else list(series or [])


def sources_of(summary: Summary, blocks: Iterable[Block]) -> list[Source]:
    """Where the figures and series of some blocks come from, each source once."""
    members = [summary.figures[name] for block in blocks for name in figures_of(block)]
    for block in blocks:
        members += [summary.series[name] for name in series_of(block)]
    return [summary.sources[name] for name in dict.fromkeys(member.source for member in members)]

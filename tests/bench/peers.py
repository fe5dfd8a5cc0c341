"""The facts of 2017-18 on comparable pages, made by other tools: what the speed of a build is
measured against. None of these checks its content, its standards or its numbers.

    python peers.py TOOL CONTENT OUT.pdf

TOOL is one of typst, weasyprint, fpdf2, fullbleed, charts; each draws the same five charts with
matplotlib first, and ``charts`` only these.
"""

from __future__ import annotations

import base64
import html
import io
import json
import sys
from pathlib import Path

import yaml

NAVY, TEAL, PALE = "#1d3557", "#2a9d8f", "#d8dee6"
CSS = """
@page { size: A4; margin: 20mm } body { font: 11pt sans-serif; color: #222 }
h1 { font-size: 34pt; color: #1d3557 } h2 { font-size: 20pt; color: #1d3557 }
section { page-break-inside: avoid } .card { background: #eef2f6; padding: 8pt; margin: 6pt 0 }
.card b { font-size: 22pt; color: #1d3557 } img { width: 160mm }
table { border-collapse: collapse; font-size: 8pt } td, th { border-bottom: 1px solid #ccc }
"""


class Facts:
    """What a content file says, in the order in which it is told."""

    def __init__(self, content: Path) -> None:
        told = yaml.safe_load(content.read_text(encoding="utf-8"))
        self.title, self.period = told["title"], told["period"]
        self.introduction = " ".join(told["introduction"].split())
        self.figures = told["figures"]
        self.points = {
            int(year): point["value"] if isinstance(point, dict) else point
            for year, point in told["series"]["looked-after"]["points"].items()
        }
        self.sections = [
            (one["heading"], one.get("subtitle", ""), list(self._shown(one["blocks"])))
            for one in told["sections"]
        ]
        self.texts = [
            [text for text in self._texts(one["blocks"]) if " " in text] for one in told["sections"]
        ]

    def _shown(self, part):
        """The figures that a part of the content names."""
        if isinstance(part, dict):
            part = part.values()
        for one in [part] if isinstance(part, str) else part if part else ():
            if isinstance(one, str):
                if one in self.figures:
                    yield one
            elif isinstance(one, (dict, list, type({}.values()))):
                yield from self._shown(one)

    def _texts(self, part):
        for one in part.values() if isinstance(part, dict) else part:
            if isinstance(one, str):
                yield one
            elif isinstance(one, (dict, list)):
                yield from self._texts(one)

    def number(self, name: str) -> str:
        """A figure as it is printed."""
        figure = self.figures[name]
        if figure.get("value") is None:
            return figure.get("symbol", "[x]")
        return f"{figure['value']:,}" + ("%" if figure.get("unit") == "percent" else "")

    def rows(self) -> list[tuple[str, str, str, str]]:
        """The table of figures."""
        return [
            (
                one.get("name", one["label"]),
                self.number(name),
                str(one.get("period", "")),
                str(one.get("source", "")),
            )
            for name, one in self.figures.items()
        ]


def charts(facts: Facts, form: str) -> list[tuple[int, bytes]]:
    """Five charts, each with the number of its section."""
    from matplotlib.figure import Figure

    def value(name: str) -> float:
        return facts.figures[name]["value"]

    def field(axes, whole: int, part: int, rows: int) -> None:
        places = [divmod(at, rows) for at in range(whole)]
        colours = [TEAL if at < part else PALE for at in range(whole)]
        axes.scatter(*zip(*places, strict=True), s=5, c=colours)
        axes.set_axis_off()

    made = []
    for section in (0, 1, 2, 3, 4):
        figure = Figure(figsize=(6.3, 2.2))
        axes = figure.subplots()
        if section == 0:
            names = ["contacts", "referrals", "section-47"]
            axes.barh(names[::-1], [value(name) for name in names[::-1]], color=NAVY)
        elif section == 1:
            field(axes, 100, int(value("english")), 5)
        elif section == 2:
            field(axes, value("plans"), value("plans-neglect"), 20)
        elif section == 3:
            axes.plot(list(facts.points), list(facts.points.values()), color=NAVY, marker="o")
        else:
            field(axes, value("camhs-referrals") // 10, value("camhs-admissions") // 10, 20)
        data = io.BytesIO()
        figure.savefig(data, format=form, dpi=150)
        made.append((section, data.getvalue()))
    return made


def typst(facts: Facts, out: Path) -> None:
    """With Typst, charts as SVG."""
    import tempfile

    import typst as compiler

    def text(said: str) -> str:
        return f"#text({json.dumps(said, ensure_ascii=False)})"

    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for section, data in charts(facts, "svg"):
            names[section] = f"chart-{section}.svg"
            (Path(folder) / names[section]).write_bytes(data)
        parts = [
            '#set page(paper: "a4", margin: 20mm)\n#set text(size: 11pt)\n',
            f"#set document(title: {json.dumps(facts.title)})\n",
            f"= {text(facts.title)}\n{text(facts.period)}\n\n{text(facts.introduction)}\n",
        ]
        for at, (heading, subtitle, shown) in enumerate(facts.sections):
            parts.append(f"\n== {text(heading)}\n{text(subtitle)}\n\n")
            if at in names:
                parts.append(f'#image("{names[at]}", width: 160mm, alt: {json.dumps(heading)})\n')
            for name in shown:
                said = f"#text(size: 22pt)[{text(facts.number(name))}] "
                said += text(facts.figures[name]["label"])
                parts.append(f"#block(fill: luma(240), inset: 8pt, width: 100%)[{said}]\n")
            parts += [f"{text(one)}\n\n" for one in facts.texts[at]]
        cells = ", ".join(f"[{text(cell)}]" for row in facts.rows() for cell in row)
        parts.append(f"\n== About the figures\n#set text(size: 8pt)\n#table(columns: 4, {cells})\n")
        source = Path(folder) / "report.typ"
        source.write_text("".join(parts), encoding="utf-8")
        compiler.compile(str(source), output=str(out), pdf_standards=["a-2b"])


def as_html(facts: Facts, form: str) -> str:
    """The pages as HTML."""
    kind = {"svg": "svg+xml", "png": "png"}[form]
    pictures = {
        section: f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
        for section, data in charts(facts, form)
    }
    parts = [f"<h1>{html.escape(facts.title)}</h1><p>{facts.period}</p>"]
    parts.append(f"<p>{html.escape(facts.introduction)}</p>")
    for at, (heading, subtitle, shown) in enumerate(facts.sections):
        parts.append(f"<section><h2>{html.escape(heading)}</h2><p>{html.escape(subtitle)}</p>")
        if at in pictures:
            parts.append(f'<img src="{pictures[at]}" alt="{html.escape(heading)}">')
        for name in shown:
            label = html.escape(facts.figures[name]["label"])
            parts.append(f'<div class="card"><b>{facts.number(name)}</b> {label}</div>')
        parts += [f"<p>{html.escape(one)}</p>" for one in facts.texts[at]]
        parts.append("</section>")
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in facts.rows())
    parts.append("<h2>About the figures</h2><table>")
    parts += [f"<tr>{row}</tr>" for row in rows]
    return "".join([*parts, "</table>"])


def weasyprint(facts: Facts, out: Path) -> None:
    """With WeasyPrint, charts as SVG, tagged."""
    from weasyprint import HTML

    page = f'<html lang="en"><title>{facts.title}</title><style>{CSS}</style>'
    HTML(string=page + as_html(facts, "svg")).write_pdf(out, pdf_variant="pdf/ua-1")


def fullbleed(facts: Facts, out: Path) -> None:
    """With fullbleed, charts as PNG."""
    import fullbleed as engine

    engine.PdfEngine().render_pdf_to_file(as_html(facts, "png"), CSS, str(out))


def fpdf2(facts: Facts, out: Path) -> None:
    """With fpdf2, charts as PNG and letters of its own fonts alone."""
    from fpdf import FPDF

    def plain(said: str) -> str:
        return said.encode("latin-1", "replace").decode("latin-1")

    pdf = FPDF()
    pdf.set_title(facts.title)
    pdf.set_font("Helvetica", size=34)
    pdf.add_page()
    pdf.multi_cell(0, 14, plain(facts.title), new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, plain(facts.introduction), new_x="LMARGIN", new_y="NEXT")
    pictures = dict(charts(facts, "png"))
    for at, (heading, subtitle, shown) in enumerate(facts.sections):
        pdf.set_font("Helvetica", style="B", size=20)
        pdf.multi_cell(0, 10, plain(heading), new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", size=11)
        if subtitle:
            pdf.multi_cell(0, 6, plain(subtitle), new_x="LMARGIN", new_y="NEXT")
        if at in pictures:
            pdf.image(io.BytesIO(pictures[at]), w=160, alt_text=heading)
        said = [f"{facts.number(name)}  {facts.figures[name]['label']}" for name in shown]
        for one in (*said, *facts.texts[at]):
            pdf.multi_cell(0, 8, plain(one), new_x="LMARGIN", new_y="NEXT")
    pdf.add_page()
    pdf.set_font("Helvetica", size=8)
    with pdf.table() as table:
        for row in facts.rows():
            cells = table.row()
            for cell in row:
                cells.cell(plain(cell))
    pdf.output(str(out))


def main(tool: str, content: str, out: str) -> None:
    """Make a file with a tool."""
    facts = Facts(Path(content))
    if tool == "charts":
        charts(facts, "svg")
        return
    made = {"typst": typst, "weasyprint": weasyprint, "fpdf2": fpdf2, "fullbleed": fullbleed}
    made[tool](facts, Path(out))


if __name__ == "__main__":
    main(*sys.argv[1:])

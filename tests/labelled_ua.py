"""Planted faults of PDF/UA-1."""

from __future__ import annotations

from pikepdf import Array, Name, String

from labelled import annotate, content, each_font, field, layers, packet, root
from labelled_parts import (
    HEAD,
    ROW,
    bookmark,
    cell,
    drop,
    figure,
    heading,
    kindless,
    mark,
    no_file,
    no_lang_and,
    no_map,
    no_name,
    no_parent,
    no_tabs,
    of,
    own_signs,
    put,
    refers,
    roles,
    speechless,
    stray,
    tagged_mark,
    trap,
    typeless,
    ua,
    xfa,
)

UA1 = {
    "no identification": ua(
        "5-1", "identification", packet(r"<pdfuaid:part>.*?</pdfuaid:part>", "")
    ),
    "part 2": ua("5-2", "identification", packet(r"(<pdfuaid:part>)1", r"\g<1>2")),
    "a part with blanks": ua("5-2", "identification", packet(r"(<pdfuaid:part>)1", r"\g<1> 1 ")),
    "two parts": ua(
        "5-1",
        "identification",
        packet(r"(<pdfuaid:part>1</pdfuaid:part>)", r"\g<1>\g<1>"),
    ),
    "another prefix": ua("5-3", "identification", packet("pdfuaid", "uaid")),
    "not marked": ua("6.2-1", "tagged", mark("Marked", False)),
    "an artifact in a tag": ua(
        "7.1-1",
        "nesting",
        lambda pdf: content(pdf, "/P <</MCID 0>> BDC /Artifact BMC 0 0 9 9 re f EMC EMC"),
    ),
    "a tag in an artifact": ua(
        "7.1-2",
        "nesting",
        lambda pdf: content(pdf, "/Artifact BMC /P <</MCID 0>> BDC 0 0 9 9 re f EMC EMC"),
    ),
    "paint in no tag": ua("7.1-3", "structure", lambda pdf: content(pdf, "9 9 9 9 re f")),
    "suspects": ua("7.1-4", "suspects", mark("Suspects", True)),
    "no standard type": ua("7.1-5", "tagged", put("Paragraf")),
    "a circle of roles": ua("7.1-6", "tagged", roles(One="Two", Two="One")),
    "a standard type remapped": ua("7.1-7", "tagged", roles(P="Sect")),
    "no metadata": ua("7.1-8", "metadata", root("Metadata")),
    "metadata of no kind": ua("7.1-8", "metadata", kindless),
    "no title": ua("7.1-9", "title-shown", packet("<dc:title>.*?</dc:title>", "")),
    "a title not shown": ua("7.1-10", "title-shown", root("ViewerPreferences")),
    "no tree": ua("7.1-11", "tagged", root("StructTreeRoot")),
    "an element without a parent": ua("7.1-12", "structure", no_parent),
    "an element of another parent": ua("7.2-9", "structure", stray),
    "an element of no type": ua("7.1-5", "tagged", typeless),
    "a bookmark in no language": ua("7.2-2", "language", no_lang_and(bookmark)),
    "a paragraph in a table": ua("7.2-3", "structure", put("Table", HEAD, ROW, "P")),
    "a row outside": ua("7.2-4", "structure", put("TR")),
    "a head outside": ua("7.2-5", "structure", put("THead")),
    "a body outside": ua("7.2-6", "structure", put("TBody")),
    "a foot outside": ua("7.2-7", "structure", put("TFoot")),
    "a header cell outside": ua("7.2-8", "structure", put("TH")),
    "a cell outside": ua("7.2-9", "structure", put("TD")),
    "a paragraph in a row": ua("7.2-10", "structure", put("Table", HEAD, of("TR", cell(), "P"))),
    "two heads": ua(
        "7.2-11",
        "structure",
        put("Table", of("THead", HEAD), of("THead", HEAD), of("TBody", ROW)),
    ),
    "two feet": ua(
        "7.2-12",
        "structure",
        put("Table", of("TBody", HEAD), of("TFoot", ROW), of("TFoot", ROW)),
    ),
    "a foot and no body": ua("7.2-13", "structure", put("Table", HEAD, of("TFoot", ROW))),
    "a head and no body": ua("7.2-14", "structure", put("Table", of("THead", HEAD), ROW)),
    "cells on one another": ua(
        "7.2-15",
        "tables",
        put(
            "Table",
            of("TR", cell("TH", Scope=Name.Column), cell("TH", Scope=Name.Column, RowSpan=2)),
            of("TR", cell("TD", ColSpan=2)),
        ),
    ),
    "a caption in the middle": ua("7.2-16", "structure", put("Table", HEAD, "Caption", ROW)),
    "an item outside": ua("7.2-17", "structure", put("LI")),
    "a body of an item outside": ua("7.2-18", "structure", put("LBody")),
    "a paragraph in a list": ua("7.2-19", "structure", put("L", of("LI", "LBody"), "P")),
    "a paragraph in an item": ua("7.2-20", "structure", put("L", of("LI", "LBody", "P"))),
    "a text in no language": ua("7.2-21", "language", speechless("ActualText")),
    "a description in no language": ua("7.2-22", "language", speechless("Alt", "Figure")),
    "an expansion in no language": ua("7.2-23", "language", speechless("E")),
    "a remark in no language": ua(
        "7.2-24", "language", no_lang_and(lambda pdf: annotate(pdf, "Text", "Annot") and None)
    ),
    "a field in no language": ua(
        "7.2-25", "language", no_lang_and(lambda pdf: field(pdf) and None)
    ),
    "an entry outside a contents list": ua("7.2-26", "structure", put("TOCI")),
    "a paragraph in a contents list": ua("7.2-27", "structure", put("TOC", "TOCI", "P")),
    "a late caption of a contents list": ua("7.2-28", "structure", put("TOC", "TOCI", "Caption")),
    "no language tag": ua("7.2-29", "language-tags", root("Lang", String("English, please"))),
    "no language tag on an element": ua(
        "7.2-29", "language-tags", put("Span", Lang=String("en_GB"))
    ),
    "a title in no language": ua("7.2-33", "language", root("Lang")),
    "texts in no language": ua("7.2-34", "language", root("Lang")),
    "a paragraph in a head": ua(
        "7.2-36", "structure", put("Table", of("THead", HEAD, "P"), of("TBody", ROW))
    ),
    "a paragraph in a body": ua("7.2-37", "structure", put("Table", of("TBody", HEAD, ROW, "P"))),
    "a paragraph in a foot": ua(
        "7.2-38", "structure", put("Table", of("TBody", HEAD, ROW), of("TFoot", ROW, "P"))
    ),
    "two captions": ua("7.2-39", "structure", put("Table", "Caption", HEAD, ROW, "Caption")),
    "a late caption of a list": ua("7.2-40", "structure", put("L", of("LI", "LBody"), "Caption")),
    "a cell beyond the last row": ua(
        "7.2-43",
        "tables",
        put("Table", HEAD, of("TR", cell("TD", RowSpan=3), cell())),
    ),
    "a short row": ua("7.2-43", "tables", put("Table", HEAD, of("TR", cell()))),
    "a long row": ua(
        "7.2-42", "tables", put("Table", HEAD, of("TR", cell(), cell("TD", ColSpan=3)))
    ),
    "a figure without words": ua("7.3-1", "alt-text", figure()),
    "a figure with no words": ua("7.3-1", "alt-text", figure(Alt=String(""))),
    "a skipped level": ua("7.4.2-1", "headings", heading("H4")),
    "two H in one part": ua("7.4.4-1", "headings", put("Sect", "H", "H")),
    "headings mixed": ua("7.4.4-2", "headings", put("H")),
    "headings mixed again": ua("7.4.4-3", "headings", put("H")),
    "a cell with no head": ua(
        "7.5-1", "tables", put("Table", of("TR", cell("TH"), cell("TH")), ROW)
    ),
    "a cell with an unknown head": ua(
        "7.5-2",
        "tables",
        put(
            "Table",
            of("TR", cell("TH"), cell("TH")),
            of(
                "TR",
                cell("TD", Headers=Array([String("nobody")])),
                cell("TD", Headers=Array([String("nobody")])),
            ),
        ),
    ),
    "a formula without words": ua("7.7-1", "alt-text", put("Formula")),
    "a note without a name": ua("7.9-1", "notes", put("Note")),
    "two notes of one name": ua(
        "7.9-2", "notes", put("Sect", of("Note", ID=String("n")), of("Note", ID=String("n")))
    ),
    "layers without a name": ua("7.10-1", "layers", layers({})),
    "layers of themselves": ua("7.10-2", "layers", layers({"Name": String("One"), "AS": Array()})),
    "an attachment without F": ua("7.11-1", "file-names", no_name("F")),
    "an attachment without UF": ua("7.11-1", "file-names", no_name("UF")),
    "a form that makes its pages": ua("7.15-1", "form-fields", xfa),
    "a remark without a tag": ua(
        "7.18.1-1", "annotations", lambda pdf: annotate(pdf, "Text", None) and None
    ),
    "a remark in the wrong tag": ua(
        "7.18.1-1", "annotations", lambda pdf: annotate(pdf, "Text", "P") and None
    ),
    "a remark without words": ua(
        "7.18.1-2",
        "annotations",
        lambda pdf: annotate(pdf, "Square", "Annot", Contents=None) and None,
    ),
    "a field without words": ua(
        "7.18.1-3", "form-fields", lambda pdf: field(pdf, TU=None) and None
    ),
    "trapping": ua("7.18.2-1", "annotations", trap),
    "a tab order of its own": ua("7.18.3-1", "tab-order", no_tabs),
    "a field without a tag": ua("7.18.4-1", "form-fields", lambda pdf: field(pdf, None) and None),
    "a link without a tag": ua(
        "7.18.5-1", "links", lambda pdf: annotate(pdf, "Link", None, AP=None) and None
    ),
    "a link without words": ua(
        "7.18.5-2",
        "links",
        lambda pdf: annotate(pdf, "Link", "Link", AP=None, Contents=None) and None,
    ),
    "a printer's mark with a tag": ua("7.18.8-1", "annotations", tagged_mark),
    "a page of another file": ua("7.20-1", "references", refers),
    "no way from codes to letters": ua("7.21.3.2-1", "fonts", no_map),
    "a font that is not embedded": ua("7.21.4.1-1", "fonts", each_font(no_file)),
    "signs of its own and an encoding": ua("7.21.6-3", "fonts", each_font(own_signs)),
    "no letters": ua("7.21.7-1", "letters", each_font(drop("ToUnicode"))),
}
"""Of PDF/UA-1."""

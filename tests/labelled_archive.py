"""Planted faults of PDF/A-3a."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, String

from labelled import (
    annotate,
    attached,
    each_font,
    layers,
    look,
    packet,
    paint,
    picture,
    root,
    script,
    state,
)
from labelled_parts import (
    a,
    drop,
    far_profile,
    form,
    from_elsewhere,
    intent,
    kind_of,
    kindless,
    mark,
    mode,
    names,
    no_file,
    no_map,
    no_name,
    odd_profile,
    on_link,
    own_signs,
    page,
    parent_field,
    put,
    refers,
    remark,
    roles,
    second_profile,
    widget,
    xfa,
)

A3A = {
    "no claim": a(
        "6.6.4-1",
        "identification",
        packet(r"<pdfaid:(part|conformance)>.*?</pdfaid:(part|conformance)>", ""),
    ),
    "part 4": a("6.6.4-2", "identification", packet(r"(<pdfaid:part>)3", r"\g<1>4")),
    "level C": a("6.6.4-3", "identification", packet(r"(<pdfaid:conformance>)A", r"\g<1>C")),
    "no level": a(
        "6.6.4-3", "identification", packet("<pdfaid:conformance>.*?</pdfaid:conformance>", "")
    ),
    "a level in small letters": a(
        "6.6.4-3", "identification", packet(r"(<pdfaid:conformance>)A", r"\g<1>a")
    ),
    "another prefix for the level": a("6.6.4-5", "identification", packet("pdfaid", "aid")),
    "another prefix for the claim": a("6.6.4-4", "identification", packet("pdfaid", "aid")),
    "no XMP": a("6.6.2.1-1", "metadata", root("Metadata")),
    "XMP of no kind": a("6.6.2.1-1", "metadata", kindless),
    "bytes in the packet": a(
        "6.6.2.1-2", "metadata", packet(r"<\?xpacket begin", '<?xpacket bytes="9" begin')
    ),
    "encoding in the packet": a(
        "6.6.2.1-3", "metadata", packet(r"<\?xpacket begin", '<?xpacket encoding="UTF-8" begin')
    ),
    "data from elsewhere": a("6.1.7.1-3", "streams", from_elsewhere),
    "saved too deep": a("6.1.13-8", "painting", paint("q " * 30 + "Q " * 30)),
    "a page too small": a("6.1.13-11", "page-size", page("TrimBox", Array([0, 0, 1, 1]))),
    "no such operator": a("6.2.2-1", "painting", paint("wobble")),
    "a profile of no device": a("6.2.3-1", "output-intents", intent(odd_profile)),
    "two profiles": a("6.2.3-2", "output-intents", intent(second_profile)),
    "a profile elsewhere": a("6.2.3-3", "output-intents", intent(far_profile)),
    "inks on a screen": a("6.2.4.3-3", "colour", paint("1 0 0 0 k 0 0 9 9 re f")),
    "no intent": a("6.2.4.3-2", "colour", root("OutputIntents")),
    "transfer": a("6.2.5-1", "painting", state(TR=Name.Identity)),
    "another transfer": a("6.2.5-2", "painting", state(TR2=Name.Identity)),
    "a halftone's origin": a("6.2.5-3", "painting", state(HTP=Array([0, 0]))),
    "no such intent": a("6.2.6-1", "painting", state(RI=Name.Beautiful)),
    "no such intent of an operator": a("6.2.6-1", "painting", paint("/Beautiful ri")),
    "no such intent of a picture": a(
        "6.2.6-1",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: picture(p, Intent=Name.Beautiful)}),
    ),
    "pictures in its place": a(
        "6.2.8-1",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: picture(p, Alternates=Array())}),
    ),
    "a picture from a server": a(
        "6.2.8-2",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: picture(p, OPI=Dictionary())}),
    ),
    "a smoothed picture": a(
        "6.2.8-3",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: picture(p, Interpolate=True)}),
    ),
    "PostScript in a form": a(
        "6.2.9-1",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: look(p, Subtype2=Name.PS)}),
    ),
    "a page from elsewhere": a("6.2.9-2", "painting", refers),
    "PostScript": a(
        "6.2.9-3",
        "painting",
        paint(
            "/Odd Do",
            XObject={
                "Odd": lambda p: p.make_indirect(
                    p.make_stream(b"", Type=Name.XObject, Subtype=Name.PS)
                )
            },
        ),
    ),
    "no such blend mode": a("6.2.10-1", "painting", mode("Shine")),
    "a font that is none": a("6.2.11.2-1", "font-entries", each_font(drop("Type"))),
    "a font without a name": a("6.2.11.2-3", "font-entries", each_font(drop("BaseFont"))),
    "no way from codes to letters": a("6.2.11.3.2-1", "fonts", no_map),
    "a font that is not embedded": a("6.2.11.4.1-1", "fonts", each_font(no_file)),
    "signs of its own and an encoding": a("6.2.11.6-3", "fonts", each_font(own_signs)),
    "no letters": a("6.2.11.7.2-1", "letters", each_font(drop("ToUnicode"))),
    "sound": a("6.3.1-1", "annotations", remark("Sound")),
    "film": a("6.3.1-1", "annotations", remark("Movie")),
    "an annotation of no kind": a("6.3.1-1", "annotations", remark("Wobble")),
    "no flags": a("6.3.2-1", "annotations", remark(F=None)),
    "hidden": a("6.3.2-2", "annotations", remark(F=6)),
    "not printed": a("6.3.2-2", "annotations", remark(F=0)),
    "no look": a("6.3.3-1", "annotations", remark(AP=None)),
    "a look when pressed": a(
        "6.3.3-2",
        "annotations",
        lambda pdf: annotate(pdf, "Square", "Annot").AP.__setitem__("/D", look(pdf)),
    ),
    "a field that does something": a(
        "6.4.1-1", "form-fields", widget(A=Dictionary(S=Name.URI, URI=String("x")))
    ),
    "a field that does something of itself": a(
        "6.4.1-1", "form-fields", widget(AA=Dictionary(K=script()))
    ),
    "a field above others that does something": a("6.4.1-2", "form-fields", parent_field),
    "looks left to the viewer": a("6.4.1-3", "form-fields", form(NeedAppearances=True)),
    "XFA": a("6.4.2-1", "form-fields", xfa),
    "pages left to the viewer": a("6.4.2-2", "form-fields", root("NeedsRendering", True)),
    "a script at opening": a("6.5.1-1", "actions", root("OpenAction", lambda pdf: script())),
    "a script by name": a(
        "",
        "actions",
        lambda pdf: names("JavaScript", Dictionary(Names=Array([String("a"), script()])))(pdf),
    ),
    "a program": a("6.5.1-1", "actions", on_link(A=Dictionary(S=Name.Launch, F=String("a.exe")))),
    "a script behind a link": a("6.5.1-1", "actions", on_link(A=script())),
    "a script behind a script": a(
        "6.5.1-1",
        "actions",
        on_link(A=Dictionary(S=Name.URI, URI=String("x"), Next=Array([script()]))),
    ),
    "an unknown name": a("6.5.1-2", "actions", on_link(A=Dictionary(S=Name.Named, N=Name.Print))),
    "something at closing": a(
        "6.5.2-1",
        "actions",
        root("AA", lambda pdf: Dictionary(WC=Dictionary(S=Name.URI, URI=String("x")))),
    ),
    "something on a page": a("6.5.2-2", "actions", page("AA", Dictionary(O=script()))),
    "not marked": a("6.7.2.2-1", "tagged", mark("Marked", False)),
    "no tree": a("6.7.3.3-1", "tagged", root("StructTreeRoot")),
    "no standard type": a("6.7.3.4-1", "tagged", put("Paragraf")),
    "a circle of roles": a("6.7.3.4-2", "tagged", roles(One="Two", Two="One")),
    "a standard type that is made none": a("", "tagged", roles(P="Odd")),
    "no language tag": a("6.7.4-1", "language-tags", root("Lang", String("English, please"))),
    "no kind of attachment": a("6.8-1", "attachments", kind_of),
    "an attachment without UF": a("6.8-2", "file-names", no_name("UF")),
    "an attachment without relation": a("6.8-3", "attachments", no_name("AFRelationship")),
    "an attachment of nobody": a(
        "6.8-4", "attachments", lambda pdf: attached(pdf) and root("AF")(pdf)
    ),
    "layers without a name": a("6.9-1", "layers", layers({})),
    "layers of one name": a(
        "6.9-2",
        "layers",
        layers({"Name": String("One")}, Configs=Array([Dictionary(Name=String("One"))])),
    ),
    "a layer that is not shown": a(
        "6.9-3", "layers", layers({"Name": String("One"), "Order": Array()})
    ),
    "layers of themselves": a("6.9-4", "layers", layers({"Name": String("One"), "AS": Array()})),
    "another presentation": a(
        "6.10-1", "presentation", names("AlternatePresentations", Dictionary())
    ),
    "steps": a("6.10-2", "presentation", page("PresSteps", Dictionary())),
    "a demand": a("6.11-1", "presentation", root("Requirements", Array())),
    "permissions": a("6.1.12-1", "presentation", root("Perms", Dictionary(FDF=Dictionary()))),
}
"""Of PDF/A-3a; all but those of tags and attachments are rules of PDF/A-2b too."""

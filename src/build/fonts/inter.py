"""Makes the console's three fonts from Debian's fonts-inter (3.019, SIL OFL 1.1).

    apt-get download fonts-inter && dpkg -x fonts-inter*.deb x
    python3 inter.py x/usr/share/fonts/opentype/inter ../../main/resources/io/deskhand/console/ui/fonts

Needs fonttools. What it changes, and why: figures are tabular by default, because JavaFX cannot ask
a font for its tnum feature; outlines become TrueType; scripts that the console does not draw with
Inter are left out; the family is renamed, so that an Inter installed on the machine is never mixed
with it. Medium is a family of its own and SemiBold is the bold, because JavaFX knows two weights.
"""
import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

CUTS = {
    "Regular": ("Inter Desk", "Regular"),
    "SemiBold": ("Inter Desk", "Bold"),
    "Medium": ("Inter Desk Medium", "Regular"),
}
SCRIPTS = (
    list(range(0x20, 0x250)) + list(range(0x2B0, 0x400)) + list(range(0x400, 0x530))
    + list(range(0x1E00, 0x1F00)) + list(range(0x2000, 0x2070)) + list(range(0x20A0, 0x20C0))
    + list(range(0x2100, 0x2200)) + [0x2212, 0x221E, 0x2260, 0x2264, 0x2265]
    + [0x2318, 0x21E7, 0x2325, 0x2303, 0x2605, 0x2606, 0x25CF, 0x25CB, 0x2713]
)


def tabular(font):
    substitutes = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    substitutes.update(getattr(sub, "ExtSubTable", sub).mapping)
    for cmap in font["cmap"].tables:
        for digit in range(0x30, 0x3A):
            if digit in cmap.cmap:
                cmap.cmap[digit] = substitutes.get(cmap.cmap[digit], cmap.cmap[digit])


def truetype(font):
    glyphs = font.getGlyphSet()
    outlines = newTable("glyf")
    outlines.glyphs = {}
    outlines.glyphOrder = font.getGlyphOrder()
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        outlines.glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = outlines
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs",
                  "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions",
                  "maxComponentElements"):
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"
    for name in font.getGlyphOrder():
        outlines.glyphs[name].recalcBounds(outlines)
        advance, _ = font["hmtx"].metrics[name]
        font["hmtx"].metrics[name] = (advance, getattr(outlines.glyphs[name], "xMin", 0))


def rename(font, family, style):
    full = family if style == "Regular" else f"{family} {style}"
    names = {1: family, 2: style, 3: f"{full};deskhand", 4: full, 6: full.replace(" ", "")}
    font["name"].names = [n for n in font["name"].names if n.nameID in (0, 5, 7, 8, 9, 13, 14)]
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
        font["name"].setName(text, name_id, 1, 0, 0)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = 1 if bold else 0


def main(source, target):
    for cut, (family, style) in CUTS.items():
        font = TTFont(Path(source) / f"Inter-{cut}.otf")
        tabular(font)
        options = Options()
        options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
        options.hinting = False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=SCRIPTS)
        subsetter.subset(font)
        truetype(font)
        rename(font, family, style)
        Path(target).mkdir(parents=True, exist_ok=True)
        font.save(Path(target) / f"InterDesk-{cut}.ttf")


main(*sys.argv[1:])

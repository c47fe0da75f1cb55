"""Makes the fonts of this folder from Inter 4.1 (npm package `inter-ui`, folder `web`).

    python subset.py FOLDER_OF_INTER     needs fonttools and brotli

Kept: Latin, Greek, Cyrillic, punctuation, currencies, arrows. Tabular figures become the default
ones, because the rasteriser does not know `font-variant`.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x345), (0x370, 0x3FF),
          (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x209F), (0x20A0, 0x20CF), (0x2190, 0x2199)]
SINGLE = [0x2116, 0x2122, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x221E, 0x2211, 0x220F, 0x25B2,
          0x25BC, 0x25CF, 0x25A0, 0x25CB, 0x25A1, 0x2713, 0x2717]
KEPT = SINGLE + [code for first, last in RANGES for code in range(first, last + 1)]


def tabular(font):
    table = font["GSUB"].table
    swaps = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    return swaps


def make(folder, cut, weight):
    font = TTFont(f"{folder}/Inter-{cut}.woff2")
    font.flavor = None
    swaps = tabular(font)
    for table in font["cmap"].tables:
        for digit in range(0x30, 0x3A):
            if table.cmap.get(digit) in swaps:
                table.cmap[digit] = swaps[table.cmap[digit]]
    options = subset.Options()
    options.layout_features = ["kern", "ccmp", "mark", "mkmk", "locl"]
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)
    font.save(f"inter-{weight}.ttf")
    font.flavor = "woff2"
    font.save(f"inter-{weight}.woff2")


for cut, weight in (("Regular", 400), ("SemiBold", 600)):
    make(sys.argv[1], cut, weight)

"""Makes the faces of this folder from the files named in README.md.

    python3 make.py GENTIUM NOTO NANUM DROID EMOJI

Each argument is the folder (EMOJI: the file) that holds the originals. Needs fonttools 4.68 and brotli;
the same originals give the same bytes.
Drops what a printed page never uses (hinting, glyph names, features nobody asks for, long licence texts inside
the files) and the characters an earlier face of the chain has, and gives each face a name of its own,
because reserved names may not be kept on a changed face (OFL, condition 3).
"""
import sys
from pathlib import Path
from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
GENTIUM, NOTO, NANUM, DROID, EMOJI = map(Path, sys.argv[1:6])

# Kept in every face beside its own characters: spaces, joiners, the ring that carries a lonely mark.
COMMON = {0x20, 0xA0, 0x200C, 0x200D, 0x25CC}

# Own name, original, and the blocks it is for (as in letter/cut.rs); what it has besides is left to the others.
NOTO_FACES = [
    ("Hebrew", "NotoSerifHebrew", [(0x590, 0x5FF), (0xFB1D, 0xFB4F)]),
    ("Arabic", "NotoNaskhArabic", [(0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0x2E00, 0x2E7F), (0xFB50, 0xFEFF)]),
    ("Armenian", "NotoSerifArmenian", [(0x530, 0x58F), (0xFB00, 0xFB1C)]),
    ("Georgian", "NotoSerifGeorgian", [(0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)]),
    ("Devanagari", "NotoSerifDevanagari", [(0x900, 0x97F), (0x1CD0, 0x1CFF), (0xA830, 0xA8FF)]),
    ("Bengali", "NotoSerifBengali", [(0x980, 0x9FF)]),
    ("Gurmukhi", "NotoSerifGurmukhi", [(0xA00, 0xA7F)]),
    ("Gujarati", "NotoSerifGujarati", [(0xA80, 0xAFF)]),
    ("Oriya", "NotoSansOriya", [(0xB00, 0xB7F)]),
    ("Tamil", "NotoSerifTamil", [(0xB80, 0xBFF), (0x11300, 0x1137F)]),
    ("Telugu", "NotoSerifTelugu", [(0xC00, 0xC7F)]),
    ("Kannada", "NotoSerifKannada", [(0xC80, 0xCFF)]),
    ("Malayalam", "NotoSerifMalayalam", [(0xD00, 0xD7F)]),
    ("Sinhala", "NotoSerifSinhala", [(0xD80, 0xDFF), (0x111E0, 0x111FF)]),
    ("Thai", "NotoSerifThai", [(0xE00, 0xE7F)]),
    ("Lao", "NotoSerifLao", [(0xE80, 0xEFF)]),
    ("Khmer", "NotoSerifKhmer", [(0x1780, 0x17FF), (0x19E0, 0x19FF)]),
    ("Myanmar", "NotoSerifMyanmar", [(0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)]),
    ("Tibetan", "NotoSerifTibetan", [(0xF00, 0xFFF)]),
    ("Ethiopic", "NotoSerifEthiopic", [(0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)]),
    ("Thaana", "NotoSansThaana", [(0x780, 0x7BF)]),
    ("Syriac", "NotoSansSyriac", [(0x700, 0x74F)]),
    ("Nko", "NotoSansNKo", [(0x7C0, 0x7FF)]),
    ("Adlam", "NotoSansAdlam", [(0x1E900, 0x1E95F)]),
    ("Tifinagh", "NotoSansTifinagh", [(0x2D30, 0x2D7F)]),
    ("Cherokee", "NotoSansCherokee", [(0x13A0, 0x13FF), (0xAB70, 0xABBF)]),
    ("Aboriginal", "NotoSansCanadianAboriginal", [(0x1400, 0x167F), (0x18B0, 0x18FF)]),
    ("Mongolian", "NotoSansMongolian", [(0x1800, 0x18AF), (0x202F, 0x202F), (0x11660, 0x1167F)]),
]


def shrink(path, out, name, characters, note):
    font = TTFont(path, lazy=False, recalcTimestamp=False)
    for table in ("Silt", "FFTM", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5", "DSIG", "vhea", "vmtx", "STAT", "BASE",
                  "gasp", "VDMX", "hdmx", "LTSH", "kern", "meta", "MVAR"):
        if table in font:
            del font[table]
    font.flavor = None
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.legacy_cmap = False
    options.symbol_cmap = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    names = font["name"]
    copyright = names.getDebugName(0)
    version = names.getDebugName(5)
    names.names = []
    style = "Bold" if "Bold" in out else "Regular"
    for at, text in ((0, (copyright or "")[:200]), (1, f"Rightsdesk {name}"), (2, style),
                     (4, f"Rightsdesk {name} {style}"), (5, version), (6, f"Rightsdesk{name}-{style}"), (13, note)):
        names.setName(text, at, 3, 1, 0x409)
    target = HERE / out
    font.save(target)
    return len(font.getBestCmap()), font["maxp"].numGlyphs, target.stat().st_size


def characters(path):
    return set(TTFont(path, lazy=True).getBestCmap())


OFL = "SIL Open Font License 1.1"
have = set()
total = 0
rows = []


def face(path, out, name, own=None, note=OFL, keep=COMMON):
    global total
    has = characters(path)
    wanted = {c for c in (own if own is not None else has) if c in has}
    wanted -= have
    wanted = {c for c in wanted if not 0xE000 <= c <= 0xF8FF and not 0xF0000 <= c}
    made = shrink(path, out, name, wanted | (keep & has), note)
    total += made[2]
    rows.append((out, len(wanted), *made[1:]))
    print(*rows[-1], flush=True)
    return wanted


base = face(GENTIUM / "GentiumBookPlus-Regular.ttf", "Book-Regular.ttf", "Book")
face(GENTIUM / "GentiumBookPlus-Bold.ttf", "Book-Bold.ttf", "Book")
have |= base
for name, original, blocks in NOTO_FACES:
    own = {c for first, last in blocks for c in range(first, last + 1)}
    have |= face(NOTO / f"{original}-Regular.ttf", f"{name}.ttf", name, own)
hangul = set(range(0xAC00, 0xD7A4)) | set(range(0x3130, 0x3190))
have |= face(NANUM / "NanumGothic.ttf", "Hangul.ttf", "Hangul", hangul)
# Whole, so that joined signs (a key with its digit, a family) stay one sign.
face(EMOJI, "Emoji.ttf", "Emoji", keep=characters(EMOJI))
have |= {c for c in characters(EMOJI) if c >= 0x1F000}
have |= face(DROID / "DroidSansFallbackFull.ttf", "Han.ttf", "Han", None, "Apache License 2.0")
for name, original, last in (("Symbols", "NotoSansSymbols", 0x1F7FF), ("Signs", "NotoSansSymbols2", 0x2BFF),
                            ("Letters", "NotoSerif", 0x1FFFF)):
    # Of signs those of running text; not Braille, chess and the like.
    own = {c for c in range(last + 1) if not 0x2800 <= c <= 0x28FF}
    have |= face(NOTO / f"{original}-Regular.ttf", f"{name}.ttf", name, own)
print(total)

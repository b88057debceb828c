#!/usr/bin/env python3
"""The page of the `post` bench, set by other programs: how long a letter takes there, and what it weighs.

    python3 src-tauri/core/benches/beside.py [--ours] [--many 1000]

Sets the same words in the same faces with ReportLab, WeasyPrint and Typst, as far as these are installed for the Python
that runs this (`pip install reportlab weasyprint typst` into an environment of its own; the program needs none of them).
The time is the processor's, so that a busy machine does not blur it; after a first letter that is not counted, a letter
by itself, then many letters in one file.
With `--ours` the `post` bench runs too, so that its figures stand beneath the others, from the same machine.
What the others do not do is said beneath the table.
"""

import argparse
import html
import importlib
import io
import pathlib
import re
import subprocess
import time

CORE = pathlib.Path(__file__).resolve().parent.parent
FONTS = CORE / "data" / "fonts"
REGULAR, BOLD = FONTS / "Book-Regular.ttf", FONTS / "Book-Bold.ttf"
NAMES = ["Ana Lindqvist", "Łukasz Żółć", "Ελένη Παππά", "Đặng Thị Hồng", "Иван Петров"]


def words():
    """The words of the bench, from the bench."""
    source = (CORE / "benches" / "post.rs").read_text(encoding="utf-8")
    return re.search(r'const WORDS: &str = "([^"]+)"', source).group(1)


WORDS = words()


def letter(number):
    name = NAMES[number % len(NAMES)]
    return {
        "name": name,
        "address": [name, f"{number} Elm Row", "20459 Hamburg"],
        "reference": f"2026-{number:04}",
        "subject": "Your request of 2 November 2026",
        "salutation": f"Dear {name},",
        "paragraphs": [f"{WORDS} Our number for it is {number}-{at}." for at in range(4)],
    }


HOUSE = "Harbour Lane Books"
LINE = "4 Harbour Lane · 20457 Hamburg · privacy@harbourlane.example"
DATE = "22 November 2026"


class ReportLab:
    name = "ReportLab"
    lacks = "no structure tree; no shaping (a mark typed apart stands apart); lines broken one by one"

    def __init__(self):
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        pdfmetrics.registerFont(TTFont("Book", str(REGULAR)))
        pdfmetrics.registerFont(TTFont("Book-Bold", str(BOLD)))
        self.body = ParagraphStyle("body", fontName="Book", fontSize=11, leading=15)

    def draw(self, canvas, number):
        from reportlab.lib.units import mm
        from reportlab.platypus import Paragraph

        one, top = letter(number), 297
        canvas.setFont("Book", 18)
        canvas.drawString(25 * mm, (top - 23) * mm, HOUSE)
        canvas.setFont("Book", 8.5)
        canvas.drawString(25 * mm, (top - 28) * mm, LINE)
        canvas.line(25 * mm, (top - 31) * mm, 190 * mm, (top - 31) * mm)
        canvas.setFont("Book", 7)
        canvas.drawString(25 * mm, (top - 60.4) * mm, f"{HOUSE} · {LINE}")
        canvas.setFont("Book", 11)
        for at, line in enumerate(one["address"]):
            canvas.drawString(25 * mm, (top - 66 - 4.5 * at) * mm, line)
        for at, line in enumerate(["Our reference", one["reference"], "Date", DATE]):
            canvas.setFont("Book", 11 if at % 2 else 8.5)
            canvas.drawString(125 * mm, (top - 66 - 5 * at) * mm, line)
        canvas.setFont("Book-Bold", 12)
        y = (top - 106) * mm
        canvas.drawString(25 * mm, y, one["subject"])
        y -= 24
        for text in [one["salutation"], *one["paragraphs"], "Yours sincerely,"]:
            paragraph = Paragraph(html.escape(text), self.body)
            _, height = paragraph.wrap(153 * mm, 500 * mm)
            paragraph.drawOn(canvas, 25 * mm, y - height)
            y -= height + 7.5
        canvas.setFont("Book", 11)
        canvas.drawString(25 * mm, y - 40, "Nele Brandt")
        canvas.showPage()

    def make(self, numbers):
        from reportlab.pdfgen.canvas import Canvas

        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(595.28, 841.89), pageCompression=1)
        for number in numbers:
            self.draw(canvas, number)
        canvas.save()
        return out.getvalue()


class WeasyPrint:
    name = "WeasyPrint"
    lacks = "sets the whole page; untagged, as it comes"

    def __init__(self):
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        self.weasy, self.fonts = weasyprint, FontConfiguration()
        faces = "".join(
            f"@font-face{{font-family:Book;font-weight:{weight};src:url({path.as_uri()})}}"
            for weight, path in (("normal", REGULAR), ("bold", BOLD))
        )
        css = faces + """
            @page{size:A4;margin:17mm 20mm 25mm 25mm}
            body{font:11pt/15pt Book;margin:0} section{break-after:page;position:relative;height:254mm}
            .house{font-size:18pt} .small{font-size:8.5pt} hr{border:0;border-top:.5pt solid #999}
            .to{position:absolute;top:46mm;left:0} .ref{position:absolute;top:46mm;left:100mm}
            .text{position:absolute;top:85mm;left:0;width:153mm} h1{font-size:12pt} p{margin:0 0 7.5pt}
            .sign{margin-top:40pt}"""
        self.css = [weasyprint.CSS(string=css, font_config=self.fonts)]

    def make(self, numbers):
        pages = []
        for number in numbers:
            one = letter(number)
            text = "".join(f"<p>{html.escape(p)}</p>" for p in one["paragraphs"])
            pages.append(
                f"<section><div class=house>{HOUSE}</div><div class=small>{LINE}</div><hr>"
                f"<div class=to>{'<br>'.join(one['address'])}</div>"
                f"<div class=ref><span class=small>Our reference</span><br>{one['reference']}<br>"
                f"<span class=small>Date</span><br>{DATE}</div>"
                f"<div class=text><h1>{one['subject']}</h1><p>{one['salutation']}</p>{text}"
                "<p>Yours sincerely,</p><p class=sign>Nele Brandt</p></div></section>"
            )
        page = f"<html lang=en><title>Post</title><body>{''.join(pages)}"
        return self.weasy.HTML(string=page).write_pdf(stylesheets=self.css, font_config=self.fonts)


class Typst:
    name = "Typst"
    lacks = "sets the whole page, tagged as ours is"

    def __init__(self):
        import typst

        # A compiler that is kept, so that neither faces nor what did not change is read again.
        self.compiler = typst.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)
        from_file = subprocess.run(
            ["fc-scan", "--format", "%{family[0]}", str(REGULAR)], capture_output=True, text=True, check=False
        )
        self.family = from_file.stdout.strip() or "Libertinus Serif"

    def make(self, numbers):
        def said(text):
            return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

        parts = [
            '#set document(title: "Post", author: "Harbour Lane Books")',
            "#set page(paper: \"a4\", margin: (left: 25mm, right: 20mm, top: 17mm, bottom: 25mm))",
            f'#set text(font: "{self.family}", size: 11pt, lang: "en")',
            "#set par(leading: 5pt, spacing: 12pt)",
        ]
        for number in numbers:
            one = letter(number)
            to = " \\ ".join(said(line) for line in one["address"])
            parts.append(
                f"#text(18pt)[{said(HOUSE)}] \\ #text(8.5pt)[{said(LINE)}]\n#line(length: 100%, stroke: .5pt)\n"
                f"#place(top, dy: 46mm)[{to}]\n"
                f"#place(top, dx: 100mm, dy: 46mm)[#text(8.5pt)[Our reference] \\ {said(one['reference'])} \\ "
                f"#text(8.5pt)[Date] \\ {said(DATE)}]\n#v(68mm)\n"
                f"#block(width: 153mm)[\n#heading(level: 1, text(12pt)[{said(one['subject'])}])\n\n"
                f"{said(one['salutation'])}\n\n"
                + "\n\n".join(said(p) for p in one["paragraphs"])
                + "\n\nYours sincerely,\n\n#v(40pt)\nNele Brandt\n]\n#pagebreak(weak: true)"
            )
        return self.compiler.compile("\n".join(parts).encode("utf-8"))


def timed(work):
    begun = time.process_time()
    made = work()
    return time.process_time() - begun, len(made)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ours", action="store_true", help="run `cargo bench --bench post` too")
    parser.add_argument("--many", type=int, default=1000, help="letters in one file")
    parser.add_argument("--out", help="a folder for one letter of each, to be looked at")
    asked = parser.parse_args()
    missing, notes = [], []
    print(f"{'':24}{'first':>10}{'each after':>14}{'weight':>10}{f'{asked.many} in one':>14}{'weight':>12}")
    for kind in (ReportLab, WeasyPrint, Typst):
        try:
            package = importlib.import_module(kind.name.lower())
        except ImportError:
            missing.append(kind.name)
            continue
        version = getattr(package, "Version", None) or getattr(package, "__version__", "")
        begun = time.process_time()
        maker = kind()
        maker.make([0])
        first = time.process_time() - begun
        each = [timed(lambda number=number: maker.make([number])) for number in range(1, 21)]
        middle = sorted(took for took, _ in each)[len(each) // 2]
        together, weight = timed(lambda: maker.make(range(asked.many)))
        print(
            f"{f'{kind.name} {version}':24}{first * 1000:>8.0f}ms{middle * 1000:>12.2f}ms{each[0][1]:>10,}"
            f"{together:>13.2f}s{weight:>12,}"
        )
        notes.append(f"{kind.name}: {kind.lacks}.")
        if asked.out:
            place = pathlib.Path(asked.out) / f"{kind.name.lower()}.pdf"
            place.write_bytes(maker.make([1]))
    print()
    print("\n".join(notes))
    if missing:
        print(f"Not installed here, so not compared: {', '.join(missing)}.")
    if asked.ours:
        print("\nOurs (`post`: each letter by itself as it is kept and tagged, then all put together in one file):", flush=True)
        subprocess.run(["cargo", "bench", "--quiet", "-p", "rightsdesk-core", "--bench", "post"], check=False)
    else:
        print("Ours: cargo bench -p rightsdesk-core --bench post")


if __name__ == "__main__":
    main()

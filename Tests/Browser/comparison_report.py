#!/usr/bin/env python3
"""Opens a report of `whitepaper compare` in headless Chromium and uses it as a reader does.

    comparison_report.py WHITEPAPER CHROMIUM
"""
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

from playwright.sync_api import sync_playwright


def png(color, width=40, height=30):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes(color) * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def make_report(program, folder):
    for side in ("actual", "expected"):
        (folder / side).mkdir()
    blue, navy = (61, 148, 219), (10, 53, 102)
    for name, actual, expected in [("bars", blue, navy), ("lines", navy, navy), ("rings", navy, blue)]:
        (folder / "actual" / f"{name}.png").write_bytes(png(actual))
        (folder / "expected" / f"{name}.png").write_bytes(png(expected))
    (folder / "expected" / "gone.png").write_bytes(png(navy))
    (folder / "actual" / "torn.png").write_bytes(png(navy)[:-9])
    (folder / "expected" / "torn.png").write_bytes(png(navy))
    report = folder / "report.html"
    run = subprocess.run([program, "compare", folder / "actual", folder / "expected", "--report", report])
    assert run.returncode == 1, run.returncode
    return report


def visible(page):
    return [s.query_selector("h2").text_content() for s in page.query_selector_all("section") if s.is_visible()]


def use(page):
    everything_to_look_at = ["bars.png", "gone.png", "rings.png", "torn.png"]
    assert visible(page) == everything_to_look_at, visible(page)
    page.check("input[value=matches]")
    assert visible(page)[-1] == "lines.png"
    page.uncheck("input[value=matches]")
    page.uncheck("input[value=missing]")
    assert visible(page) == ["bars.png", "rings.png", "torn.png"]
    page.check("input[value=missing]")

    page.keyboard.press("/")
    page.keyboard.type("ring")
    assert visible(page) == ["rings.png"] and page.text_content("#shown") == "1 shown"
    page.fill("#search", "cut short")  # the finding's words are searched too
    assert visible(page) == ["torn.png"]
    page.fill("#search", "")
    page.keyboard.press("Escape")

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    focused = "document.activeElement.querySelector('h2').textContent"
    assert page.evaluate(focused) == "rings.png", page.evaluate(focused)
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert page.evaluate(focused) == "bars.png"

    bars = page.query_selector("section:has(h2:text('bars.png'))")
    pictures = bars.query_selector(".pictures")
    # In one go: a blinking pair changes between two questions.
    shown = lambda: pictures.evaluate("""e => [...e.querySelectorAll("figure")]
      .filter(f => f.checkVisibility({ visibilityProperty: true }))
      .map(f => f.querySelector("figcaption").textContent.split(",")[0])""")
    assert shown() == ["expected", "actual", "difference"]
    page.keyboard.press("2")
    assert shown() == ["difference"]
    page.keyboard.press("3")
    seen = set()
    for _ in range(8):
        seen.update(shown())
        assert len(shown()) == 1
        page.wait_for_timeout(250)
    assert seen == {"expected", "actual"}, seen
    page.keyboard.press("4")
    slider = bars.query_selector("input[type=range]")
    assert slider.is_visible()
    slider.fill("20")
    clip = "e => getComputedStyle(e.querySelectorAll('figure')[1]).clipPath"
    assert "20%" in pictures.evaluate(clip), pictures.evaluate(clip)
    bars.query_selector("button:text('Side by side')").click()
    assert shown() == ["expected", "actual", "difference"] and not slider.is_visible()


def main():
    program, chromium = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = make_report(program, pathlib.Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        problems = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(report.as_uri())
        use(page)
        page.screenshot(path=sys.argv[3], full_page=True) if len(sys.argv) > 3 else None
        browser.close()
        assert not problems, problems
    print("1 passed, 0 failed")


main()

#!/usr/bin/env python3
"""Uses `whitepaper preview` in headless Chromium as an author does: looks, edits, errs, mends, asks where a figure comes from.

    preview.py WHITEPAPER CHROMIUM [PICTURES]

Edits WHITEPAPER_PREVIEW_EDITS times (40 when unset) and holds the memory of the server against what it was after the first tenth of
these. PICTURES is a folder for screenshots at three sizes.
"""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from playwright.sync_api import expect, sync_playwright

ARTICLE = """河阳市2024年知识产权工作情况

2025年2月18日

2024年，全市专利质押融资金额42.5亿元，同比增长25%，占全省总量的12.4%。有效发明专利3.2万件，比上年增长8%。

全市新登记商标1.5万件，同比增长5.6%。
"""

CHART = """```chart
title: 质押金额{0}
mark: bar
data: {values: [{年: 2023, 金额: 34}, {年: 2024, 金额: 42.5}]}
encoding: {x: {field: 年, type: nominal}, y: {field: 金额, type: quantitative}}
```"""

# Of the same title, with other data.
SECOND = CHART.replace("42.5", "77")

REPORT = """---
title: 河阳市知识产权报告
lang: zh-Hans
data: [news.txt]
---

# 总览

全市专利质押融资金额[42.5亿元](#source-1)，服务范围继续扩大。第{0}稿。

CHART

SECOND

## 来源

```sources
```
"""


def report(word):
    text = REPORT.replace("{0}", word).replace("CHART", CHART).replace("SECOND", SECOND)
    return text.replace("{0}", "")


def memory(process):
    """Resident bytes."""
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) * 1024


def main(program, chromium, pictures=None):
    folder = pathlib.Path(tempfile.mkdtemp())
    (folder / "news.txt").write_text(ARTICLE)
    source = folder / "paper.report.md"
    source.write_text(report("一"))
    (folder / "secret.txt").write_text("no part of the report")
    process = subprocess.Popen(
        [program, "preview", source.name, "--port", "0"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        use(program, chromium, pictures, folder, source, process)
    finally:
        process.kill()


def use(program, chromium, pictures, folder, source, process):
    address = re.search(r"http://\S+", process.stderr.readline())[0]

    def status(path, **headers):
        try:
            return urllib.request.urlopen(urllib.request.Request(address + path, headers=headers)).status
        except urllib.error.HTTPError as error:
            return error.code

    assert status("") == 200
    assert status("", Host="example.org") == 403
    assert status("", Origin="http://example.org") == 403
    assert status("text?file=secret.txt") == 404
    assert status("text?file=" + str(folder / "news.txt")) == 404
    assert status("text?file=/etc/hostname") == 404
    assert status("../../etc/hostname") in (400, 404)

    other = subprocess.run(
        [program, "preview", source.name, "--port", address.rstrip("/").split(":")[-1]], cwd=folder, capture_output=True, text=True)
    assert other.returncode == 1 and "preview.port" in other.stderr, other.stderr

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.set_default_timeout(20000)
        problems = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(address)
        pages = page.locator("#pages")
        expect(pages).to_contain_text("第一稿", timeout=20000)
        expect(page.locator("#title")).to_have_text("河阳市知识产权报告")
        assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Noto Serif CJK SC\"'))")

        def picture(name):
            if not pictures:
                return
            for width, height in [(1600, 1000), (1280, 860), (420, 800)]:
                page.set_viewport_size({"width": width, "height": height})
                page.wait_for_timeout(400)
                page.screenshot(path=f"{pictures}/{name}-{width}.png")
            page.set_viewport_size({"width": 1280, "height": 860})

        # Zoom and place stay while the text changes.
        page.keyboard.press("+")
        page.keyboard.press("+")
        zoom = page.locator("#zoom").inner_text()
        page.keyboard.press("End")
        page.wait_for_timeout(300)
        before = page.evaluate("document.getElementById('pages').scrollTop")
        assert before > 0
        source.write_text(report("二"))
        expect(pages).to_contain_text("第二稿", timeout=20000)
        assert page.locator("#zoom").inner_text() == zoom
        assert abs(page.evaluate("document.getElementById('pages').scrollTop") - before) < 2
        page.keyboard.press("0")
        picture("pages")

        # A figure leads to its sentence, and the sentence to its line; a chart to its spec.
        page.keyboard.press("Home")
        page.locator(".page a[href*='source-1']").first.click()
        expect(page.locator("#details blockquote")).to_contain_text("42.5亿元")
        picture("sentence")
        page.locator("#details a").first.click()
        expect(page.locator("#details .row.here")).to_contain_text("2024年")
        page.keyboard.press("Escape")
        figures = page.locator(".page g[role=img][aria-label^='质押金额']")
        for place, value in [(1, "77"), (0, "42.5")]:
            figure = figures.nth(place)
            figure.scroll_into_view_if_needed()
            box = figure.bounding_box()
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 30)
            expect(page.locator("#details pre")).to_contain_text(f"金额: {value}")
        picture("spec")
        page.keyboard.press("Escape")
        expect(page.locator("#panel")).to_be_hidden()

        # The list of sources names its sentences.
        answer = page.evaluate("fetch('/sentence?anchor=source-1').then((answer) => answer.json())")
        assert "42.5亿元" in answer["text"] and answer["file"].endswith("news.txt"), answer

        # An error is shown with its place, and the pages of the last good state stay.
        source.write_text(report("三").replace("mark: bar", "mark: bra"))
        expect(page.locator("#status")).to_have_text("not rendered", timeout=20000)
        expect(page.locator("#details .finding.error").first).to_contain_text("bra")
        expect(pages).to_contain_text("第二稿")
        picture("error")
        page.locator("#details .finding a").first.click()
        expect(page.locator("#details .row.here")).to_contain_text("bra")
        source.write_text(report("四"))
        expect(pages).to_contain_text("第四稿", timeout=20000)
        expect(page.locator("#status")).to_contain_text("ms")

        # The data are watched too, and an editor that saves by renaming is seen.
        (folder / "news.new").write_text(ARTICLE.replace("42.5亿元", "43.5亿元"))
        os.rename(folder / "news.new", folder / "news.txt")
        expect(pages).to_contain_text("43.5亿元", timeout=20000)

        page.locator("#words").fill("第四稿")
        page.keyboard.press("Enter")
        expect(page.locator("#hits")).to_have_text("1 / 1")
        page.keyboard.press("Escape")

        edits = int(os.environ.get("WHITEPAPER_PREVIEW_EDITS", "40"))
        early = None
        for edit in range(edits):
            source.write_text(report(str(1000 + edit)))
            expect(pages).to_contain_text(f"第{1000 + edit}稿", timeout=20000)
            if edit == max(8, edits // 10):
                early = memory(process)
        late = memory(process)
        assert late < early * 1.25 + (4 << 20), (early, late)
        print(f"memory after {edits} edits {late >> 20} MiB, early {early >> 20} MiB")

        assert problems == [], problems
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0, process.returncode
        expect(page.locator("#status")).to_have_text("preview has ended", timeout=10000)
        browser.close()


main(*sys.argv[1:])

"use strict";
// Shows the pages of a report and keeps place and zoom while they change.

const $ = (id) => document.getElementById(id);
const pages = $("pages");
let state = { pages: [], findings: [], outline: [] };
let zoom = 0; // 0: as wide as the window
let hits = [];
let hit = -1;
let retry = 250;

// MARK: Pages

/** Pages near the window are drawn, others are empty paper of their size. */
const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      entry.target.isNear = entry.isIntersecting;
      if (entry.isIntersecting) draw(entry.target);
    }
  },
  { root: pages, rootMargin: "1200px 0px" },
);

async function draw(paper) {
  const id = paper.dataset.id;
  if (paper.drawn === id) return;
  const isChanged = paper.drawn !== undefined;
  paper.drawn = id;
  const answer = await fetch("/page?id=" + encodeURIComponent(id));
  // Another edition came meanwhile, and asks for itself.
  if (!answer.ok || paper.dataset.id !== id) {
    if (paper.dataset.id === id) paper.drawn = undefined;
    return;
  }
  paper.innerHTML = await answer.text();
  paper.classList.remove("new");
  if (isChanged) {
    void paper.offsetWidth;
    paper.classList.add("new");
  }
}

/** The page at the upper third of the window, and how far down it the window begins. */
function place() {
  const line = pages.scrollTop + pages.clientHeight / 3;
  let found = 0;
  for (const [i, paper] of [...pages.querySelectorAll(".page")].entries()) if (paper.offsetTop <= line) found = i;
  const paper = pages.querySelectorAll(".page")[found];
  return paper ? { number: found, id: paper.dataset.id, down: (pages.scrollTop - paper.offsetTop) / paper.offsetHeight } : null;
}

function show(next) {
  const before = place();
  const papers = [...pages.querySelectorAll(".page")];
  const old = state.pages;
  state = next;
  document.title = (state.stale ? "✕ " : "") + (state.title || "WhitePaper");
  document.body.classList.toggle("stale", state.stale);
  $("title").textContent = state.title || "WhitePaper";
  pages.querySelector(".empty")?.remove();
  if (!state.pages.length) {
    const empty = document.createElement("p");
    empty.className = "empty";
    empty.textContent = state.stale ? "There are no pages yet: mend what is found on the right." : "Making the pages …";
    pages.append(empty);
  }
  for (let i = papers.length; i < state.pages.length; i++) {
    const paper = document.createElement("section");
    paper.className = "page";
    paper.setAttribute("aria-label", "Page " + (state.pages[i].label || i + 1));
    pages.append(paper);
    papers.push(paper);
  }
  for (const paper of papers.splice(state.pages.length)) {
    seen.unobserve(paper);
    paper.remove();
  }
  papers.forEach((paper, i) => {
    const isNew = paper.dataset.id !== state.pages[i].id;
    paper.dataset.id = state.pages[i].id;
    if (paper.isNear === undefined) seen.observe(paper);
    if (isNew && paper.isNear) draw(paper);
  });
  size();
  // The page that was looked at may stand elsewhere now: after it pages were added or taken out.
  if (before) {
    const stays = state.pages[before.number]?.id === before.id || !state.pages.some((page) => page.id === before.id);
    const number = stays ? Math.min(before.number, papers.length - 1) : state.pages.findIndex((page) => page.id === before.id);
    if (papers[number] && (number !== before.number || old.length === 0)) {
      pages.scrollTop = papers[number].offsetTop + before.down * papers[number].offsetHeight;
    }
  }
  if (old.length === 0 && state.pages.length) $("fonts").href = "/fonts.css?" + state.version;
  findings();
  status();
  tell();
}

function size() {
  const widest = Math.max(1, ...state.pages.map((page) => page.width));
  const padding = 2 * parseFloat(getComputedStyle(pages).paddingLeft);
  const fit = Math.min(2.2, (pages.clientWidth - padding) / widest);
  const factor = zoom || Math.min(fit, 96 / 72 * 1.15);
  pages.querySelectorAll(".page").forEach((paper, i) => {
    paper.style.width = state.pages[i].width * factor + "px";
    paper.style.height = state.pages[i].height * factor + "px";
  });
  $("zoom").textContent = Math.round(factor * 75) + " %";
  size.factor = factor;
}

function setZoom(factor) {
  const before = place();
  zoom = factor && Math.min(8, Math.max(0.2, factor));
  size();
  const paper = before && pages.querySelectorAll(".page")[before.number];
  if (paper) pages.scrollTop = paper.offsetTop + before.down * paper.offsetHeight;
}

function go(number) {
  const papers = pages.querySelectorAll(".page");
  const paper = papers[Math.min(papers.length - 1, Math.max(0, number))];
  if (paper) pages.scrollTop = paper.offsetTop - 22;
  tell();
}

function tell() {
  const here = place();
  const total = state.pages.length;
  $("place").textContent = here && total ? (state.pages[here.number]?.label || "–") + "  ·  " + (here.number + 1) + " / " + total : "–";
}

// MARK: What was found

function status() {
  const errors = state.findings.filter((finding) => finding.severity === "error").length;
  $("status").className = state.stale ? "wrong" : "ready";
  $("status").textContent = state.stale ? "not rendered" : Math.max(1, Math.round(state.seconds * 1000)) + " ms";
  const count = state.findings.length;
  $("found").className = errors ? "error" : "warning";
  $("found").textContent = count ? count + (errors ? " wrong" : " found") : "";
}

let isOnFindings = false;
function findings() {
  const wrong = state.stale && !isOnFindings;
  if (wrong) open("Found", () => {});
  if (wrong || isOnFindings) listFindings();
  if (isOnFindings && !state.findings.length) close();
}

function listFindings() {
  open(state.findings.length === 1 ? "1 finding" : state.findings.length + " findings", (box) => {
    for (const finding of state.findings) {
      const block = document.createElement("div");
      block.className = "finding " + finding.severity;
      const head = document.createElement("b");
      head.textContent = finding.message;
      block.append(head);
      if (finding.hint) block.append(small(finding.hint));
      if (finding.file) {
        const where = document.createElement("small");
        where.append(link(finding.file, finding.line, finding.column));
        block.append(where);
      }
      box.append(block);
    }
  });
  isOnFindings = true;
}

function small(text) {
  const line = document.createElement("small");
  line.textContent = text;
  return line;
}

function link(file, line, column) {
  const anchor = document.createElement("a");
  anchor.href = "#";
  anchor.textContent = file + (line ? ":" + line + (column ? ":" + column : "") : "");
  anchor.onclick = (event) => {
    event.preventDefault();
    source(file, line);
  };
  return anchor;
}

// MARK: Panel

function open(title, fill) {
  isOnFindings = false;
  $("head").textContent = title;
  $("details").replaceChildren();
  fill($("details"));
  if ($("panel").hidden) {
    $("panel").hidden = false;
    setZoom(zoom);
  }
  $("found").setAttribute("aria-expanded", "true");
}

function close() {
  isOnFindings = false;
  $("panel").hidden = true;
  $("found").setAttribute("aria-expanded", "false");
  setZoom(zoom);
  pages.focus({ preventScroll: true });
}

async function ask(path, values) {
  const answer = await fetch(path + "?" + new URLSearchParams(values));
  return answer.ok ? answer.json() : null;
}

async function source(file, line) {
  const found = await ask("/text", { file });
  open(file.split("/").pop(), (box) => {
    if (!found) return box.append(small("This file is no text."));
    const pre = document.createElement("pre");
    found.text.split("\n").forEach((text, i) => {
      const row = document.createElement("div");
      row.className = "row" + (i + 1 === line ? " here" : "");
      const number = document.createElement("i");
      number.textContent = i + 1;
      const words = document.createElement("span");
      words.textContent = text || " ";
      row.append(number, words);
      pre.append(row);
    });
    box.append(pre);
    setTimeout(() => box.querySelector(".here")?.scrollIntoView({ block: "center" }));
  });
}

async function sentence(anchor) {
  const found = await ask("/sentence", { anchor });
  if (!found) return;
  if (!found.text) {
    if (found.page !== null) go(found.page);
    return;
  }
  open("Source " + anchor.replace(/^source-/, ""), (box) => {
    const quote = document.createElement("blockquote");
    quote.textContent = found.text;
    const where = document.createElement("p");
    where.append(link(found.file, found.line));
    box.append(quote, where);
    if (found.page !== null) {
      const there = document.createElement("p");
      const jump = document.createElement("a");
      jump.href = "#";
      jump.textContent = "its place in the list of sources";
      jump.onclick = (event) => {
        event.preventDefault();
        go(found.page);
      };
      there.append(jump);
      box.append(there);
    }
  });
}

async function figure(image) {
  const text = image.getAttribute("aria-label") || "";
  const paper = image.closest(".page");
  const same = [...paper.querySelectorAll("g[role=img]")].filter((other) => other.getAttribute("aria-label") === text);
  const found = await ask("/figure", { text, page: paper.dataset.id, number: same.indexOf(image) });
  if (!found) return;
  open(found.title, (box) => {
    if (found.file) {
      const where = document.createElement("p");
      where.append(link(found.file, found.line));
      box.append(where);
    }
    const pre = document.createElement("pre");
    pre.textContent = found.spec;
    box.append(pre);
  });
}

pages.addEventListener("click", (event) => {
  const anchor = event.target.closest("a");
  if (anchor && pages.contains(anchor)) {
    const address = anchor.getAttribute("href") || "";
    if (!address.includes("#")) return void anchor.setAttribute("target", "_blank");
    event.preventDefault();
    return void sentence(decodeURIComponent(address.slice(address.indexOf("#") + 1)).replace(/^p\d+-/, ""));
  }
  // Between its marks a figure has no shapes to click on.
  const paper = event.target.closest(".page");
  const within = (box) => box.left <= event.clientX && event.clientX <= box.right && box.top <= event.clientY && event.clientY <= box.bottom;
  const image = [...(paper?.querySelectorAll("g[role=img]") || [])].findLast((group) => within(group.getBoundingClientRect()));
  if (image) figure(image);
});

// MARK: Search

$("search").addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = $("words").value;
  if (words !== hits.words) {
    hits = (await ask("/search", { text: words })) || [];
    hits.words = words;
    hit = -1;
  }
  if (hits.length) {
    hit = (hit + 1) % hits.length;
    go(hits[hit]);
  }
  $("hits").textContent = hits.length ? hit + 1 + " / " + hits.length : words ? "0" : "";
});

// MARK: Keys and buttons

$("back").onclick = () => go(place().number - 1);
$("forth").onclick = () => go(place().number + 1);
$("smaller").onclick = () => setZoom(size.factor / 1.2);
$("larger").onclick = () => setZoom(size.factor * 1.2);
$("fit").onclick = () => setZoom(0);
$("close").onclick = close;
$("found").onclick = () => (isOnFindings ? close() : listFindings());
pages.addEventListener("scroll", tell, { passive: true });
addEventListener("resize", () => setZoom(zoom));
addEventListener("keydown", (event) => {
  if (event.key === "Escape") return $("panel").hidden ? document.activeElement.blur() : close();
  if (event.target === $("words") || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = {
    PageDown: () => $("forth").click(), PageUp: () => $("back").click(), "+": () => $("larger").click(), "=": () => $("larger").click(),
    "-": () => $("smaller").click(), 0: () => setZoom(0), Home: () => go(0), End: () => go(state.pages.length - 1),
    f: () => $("found").click(), "/": () => $("words").focus(),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// MARK: News

function listen() {
  const news = new EventSource("/updates");
  news.onmessage = (event) => {
    retry = 250;
    show(JSON.parse(event.data));
  };
  news.onerror = () => {
    news.close();
    $("status").className = "gone";
    $("status").textContent = "preview has ended";
    retry = Math.min(4000, retry * 2);
    setTimeout(listen, retry);
  };
}
show(state);
listen();

/// The look of a ``ComparisonReport``.
let reportStyle = """
  body { font: 15px/1.5 system-ui, sans-serif; margin: 0; color: #1d2430; background: #f4f5f7; }
  header { position: sticky; top: 0; z-index: 2; background: #fff; padding: .8em 2em; border-bottom: 1px solid #c9ced6; }
  h1 { font-size: 1.2em; margin: 0; } header p { margin: 0; color: #5b6472; }
  form { display: flex; flex-wrap: wrap; gap: .4em 1em; align-items: center; margin: .4em 0; }
  input[type=search] { font: inherit; padding: .2em .5em; width: 18em; }
  .keys { font-size: .85em; }
  main { padding: 0 2em 40vh; }
  h2 { font-size: 1.05em; margin: 0 0 .4em; }
  section { background: #fff; border-left: 5px solid #d02030; padding: 1em 1.2em; margin: 1em 0; scroll-margin-top: 9em; }
  section.matches { border-color: #2e8b57; } section.extra { border-color: #bf8300; }
  section:focus { outline: 2px solid #0a3566; }
  [hidden] { display: none; }
  pre { white-space: pre-wrap; margin: 0 0 .8em; font: 13px/1.5 ui-monospace, monospace; }
  .modes button { font: inherit; margin: 0 .3em .5em 0; } .modes button[aria-pressed=true] { background: #0a3566; color: #fff; }
  .pictures { display: flex; flex-wrap: wrap; gap: 1em; align-items: flex-start; }
  figure { margin: 0; flex: 1 1 20em; min-width: 0; } figcaption { color: #5b6472; font-size: .9em; }
  img { max-width: 100%; height: auto; border: 1px solid #c9ced6; background: repeating-conic-gradient(#e6e8ec 0 25%, #fff 0 50%) 0 0/16px 16px; }
  img.small { width: 100%; max-width: 28em; image-rendering: pixelated; }
  .pictures[data-mode=difference] figure:not(:nth-of-type(3)) { display: none; }
  .pictures[data-mode=blink], .pictures[data-mode=slider] { display: grid; }
  .pictures[data-mode=blink] figure, .pictures[data-mode=slider] figure { grid-area: 1 / 1; }
  .pictures[data-mode=blink] figure:nth-of-type(3), .pictures[data-mode=slider] figure:nth-of-type(3) { display: none; }
  .pictures[data-mode=blink] figure:nth-of-type(2) { visibility: hidden; }
  .pictures[data-mode=blink].second figure:nth-of-type(1) { visibility: hidden; }
  .pictures[data-mode=blink].second figure:nth-of-type(2) { visibility: visible; }
  .pictures[data-mode=slider] figure:nth-of-type(2) { clip-path: inset(0 0 0 var(--cut, 50%)); }
  .slider { display: none; } .pictures[data-mode=slider] + .slider { display: block; width: 100%; max-width: 60em; }
  """

/// What a ``ComparisonReport`` does in a browser: search, filters, ways of looking, keys.
let reportScript = """
  const sections = [...document.querySelectorAll("section")];
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const boxes = [...document.querySelectorAll("input[name=status]")];
  const names = { side: "Side by side", difference: "Difference", blink: "Blink", slider: "Slider" };
  let current = -1;

  function filter() {
    const words = search.value.trim().toLowerCase().split(/ +/).filter(Boolean);
    const wanted = new Set(boxes.filter(box => box.checked).map(box => box.value));
    let count = 0;
    for (const section of sections) {
      const text = (section.querySelector("h2").textContent + " " + section.querySelector("pre").textContent).toLowerCase();
      section.hidden = !wanted.has(section.dataset.status) || !words.every(word => text.includes(word));
      if (!section.hidden) count += 1;
    }
    shown.textContent = count + " shown";
  }

  function setMode(section, mode) {
    for (const pictures of section.querySelectorAll(".pictures")) {
      if (pictures.querySelectorAll("figure").length < 3) continue;
      pictures.dataset.mode = mode;
    }
    for (const button of section.querySelectorAll(".modes button")) {
      button.setAttribute("aria-pressed", button.dataset.mode === mode);
    }
  }

  for (const section of sections) {
    const first = section.querySelector(".pictures");
    if (!first || first.querySelectorAll("figure").length < 3) continue;
    const bar = document.createElement("div");
    bar.className = "modes";
    for (const mode in names) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = names[mode];
      button.dataset.mode = mode;
      button.setAttribute("aria-pressed", mode === "side");
      button.addEventListener("click", () => setMode(section, mode));
      bar.append(button);
    }
    first.before(bar);
    for (const pictures of section.querySelectorAll(".pictures")) {
      const slider = document.createElement("input");
      slider.type = "range";
      slider.className = "slider";
      slider.value = 50;
      slider.setAttribute("aria-label", "expected to the left, actual to the right");
      slider.addEventListener("input", () => pictures.style.setProperty("--cut", slider.value + "%"));
      pictures.after(slider);
    }
  }

  setInterval(() => {
    for (const pictures of document.querySelectorAll(".pictures[data-mode=blink]")) pictures.classList.toggle("second");
  }, 600);

  function go(step) {
    const visible = sections.filter(section => !section.hidden);
    if (!visible.length) return;
    const at = visible.indexOf(sections[current]);
    const next = visible[Math.min(visible.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    current = sections.indexOf(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView();
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) {
      if (event.key === "Escape") search.blur();
      return;
    }
    const mode = Object.keys(names)[Number(event.key) - 1];
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") { event.preventDefault(); search.focus(); }
    else if (mode && sections[current]) setMode(sections[current], mode);
  });
  document.querySelector("form").addEventListener("submit", event => event.preventDefault());
  search.addEventListener("input", filter);
  for (const box of boxes) box.addEventListener("change", filter);
  filter();
  """

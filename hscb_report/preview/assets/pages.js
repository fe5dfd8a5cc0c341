// The pages of an edition as pictures, with what can be changed on them.
import { find, get, make, say, send } from "./ask.js";

const sheets = find("sheets");
const POINTS = 72;
let shown = { edition: "", fold: "", version: -1, sheets: [] };
let asked = 0;
let chosen = () => {};
let lit = "";

export function start(whenChosen) {
  chosen = whenChosen;
  find("zoom").addEventListener("change", size);
  find("edition").addEventListener("change", () => update(true));
  addEventListener("resize", size);
  document.addEventListener("edited", (event) => light(event.detail));
}

const edition = () => {
  const [name, fold] = find("edition").value.split("/");
  return { edition: name, fold };
};

/** Show what there is now of the edition that is chosen; returns what does not fit in it. */
export async function update(anew = false) {
  const turn = ++asked;
  const { edition: name, fold } = edition();
  const view = await get("view", { edition: name, fold });
  if (turn !== asked) return null; // something newer is on its way
  const same = !anew && shown.edition === name && shown.fold === fold;
  stale(view);
  if (view.html) web(name, view);
  else await pages(view, { edition: name, fold }, same);
  shown = { edition: name, fold, version: view.version, sheets: view.sheets };
  document.dispatchEvent(new CustomEvent("viewed", { detail: view.problems }));
  return view;
}

function stale(view) {
  const note = find("stale");
  const nothing = !view.html && !view.sheets.length;
  note.hidden = !view.stale;
  note.textContent = nothing
    ? "There is nothing to show yet: see Problems."
    : "These pages are of the last state without errors. Problems says what to put right.";
}

function web(name, view) {
  const address = `web?${new URLSearchParams({ edition: name, v: view.version })}`;
  const old = sheets.querySelector("iframe");
  const frame = old || make("iframe", { title: "The page for the web", sandbox: "allow-same-origin" });
  const top = old?.contentWindow?.scrollY || 0;
  frame.onload = () => {
    frame.contentWindow.scrollTo(0, top);
    frame.contentDocument.addEventListener("click", pressed);
  };
  frame.src = address;
  if (!old) sheets.replaceChildren(frame);
}

async function pressed(event) {
  event.preventDefault();
  const document = event.target.ownerDocument;
  const here = event.target.closest("p, li, td, th, h1, h2, h3, text, span, summary") || event.target;
  const section = here.closest("section");
  const heading = section?.querySelector("h2")?.textContent || "";
  const all = section ? [...section.querySelectorAll("h2, h3, p, li, td, th, .number, .label")] : [here];
  const before = all.filter((one) => one.compareDocumentPosition(here) & 4).map((one) => one.textContent);
  const { field } = await send("find", { texts: [heading, ...before, here.textContent] });
  if (field) chosen(field);
  else say("This is worked out, or the tool's own words; it cannot be changed here.");
}

async function pages(view, query, same) {
  sheets.querySelector("iframe")?.remove();
  const old = same ? [...sheets.querySelectorAll(".sheet")] : [];
  const waiting = [];
  const made = view.sheets.map((one, at) => {
    const figure = old[at] || frameOf();
    describe(figure, one, at, view.sheets.length);
    if (figure.dataset.sheet !== one.id) waiting.push(picture(figure, one, query));
    return figure;
  });
  if (made.length !== sheets.children.length || !same) sheets.replaceChildren(...made);
  size();
  await Promise.all(waiting.slice(0, 2)); // those further down come when they come
  spots(view, query);
}

function frameOf() {
  const image = make("img", { alt: "", decoding: "async" });
  return make("figure", { class: "sheet" }, make("div", { class: "paper", onclick: press }, image), make("figcaption", {}), make("p", { class: "words" }));
}

function describe(figure, sheet, at, count) {
  const name = /^\d+$/.test(sheet.name) ? `Page ${at + 1} of ${count}` : sheet.name;
  figure.querySelector("figcaption").textContent = name;
  figure.querySelector(".words").textContent = sheet.words;
  figure.querySelector("img").alt = sheet.words || `${name}. What it says is listed under Change.`;
  const paper = figure.querySelector(".paper");
  paper.style.aspectRatio = `${sheet.width} / ${sheet.height}`;
  figure.dataset.width = sheet.width;
  for (const fold of paper.querySelectorAll(".fold")) fold.remove();
  for (const share of sheet.folds) {
    const fold = make("span", { class: "fold", "aria-hidden": "true" });
    fold.style.left = `${share * 100}%`;
    paper.append(fold);
  }
}

const dpi = (figure) => {
  const wide = figure.querySelector(".paper").clientWidth || 600;
  const exact = (wide / figure.dataset.width) * POINTS * devicePixelRatio;
  return Math.min(300, Math.max(48, Math.ceil(exact / 24) * 24));
};

/** Put a new picture in the place of the old one once it is there. */
function picture(figure, sheet, query) {
  figure.dataset.sheet = sheet.id;
  const image = figure.querySelector("img");
  const wanted = dpi(figure);
  const address = `sheet/${sheet.id}.png?${new URLSearchParams({ ...query, dpi: wanted })}`;
  return new Promise((done) => {
    const next = new Image();
    next.onload = () => {
      if (figure.dataset.sheet === sheet.id) {
        image.src = address;
        figure.dataset.dpi = wanted;
      }
      done();
    };
    next.onerror = done;
    next.src = address;
  });
}

function size() {
  const zoom = Number(find("zoom").value);
  for (const figure of sheets.querySelectorAll(".sheet")) {
    figure.style.width = zoom ? `${(figure.dataset.width / POINTS) * 96 * zoom}px` : "";
  }
  requestAnimationFrame(() => {
    for (const [at, figure] of [...sheets.querySelectorAll(".sheet")].entries()) {
      const one = shown.sheets[at];
      if (one && figure.dataset.dpi && Number(figure.dataset.dpi) < dpi(figure)) picture(figure, one, edition());
    }
  });
}

async function spots(view, query) {
  const found = await get("spots", query);
  if (shown.version !== view.version) return;
  for (const [at, figure] of [...sheets.querySelectorAll(".sheet")].entries()) {
    const paper = figure.querySelector(".paper");
    for (const old of paper.querySelectorAll(".spot")) old.remove();
    for (const { box, field } of found[at] || []) {
      const spot = make("span", { class: "spot", "data-of": field, "aria-hidden": "true" });
      const [left, top, right, bottom] = box;
      Object.assign(spot.style, {
        left: `${left * 100}%`,
        top: `${top * 100}%`,
        width: `${(right - left) * 100}%`,
        height: `${(bottom - top) * 100}%`,
      });
      paper.append(spot);
    }
  }
  light(lit);
}

/** What was pressed, or what is nearest to it: a chart has its numbers beside it. */
function press(event) {
  const here = event.target.closest(".spot");
  if (here) return chosen(here.dataset.of);
  const all = [...event.currentTarget.querySelectorAll(".spot")];
  const away = (spot) => {
    const box = spot.getBoundingClientRect();
    const x = Math.max(box.left - event.clientX, 0, event.clientX - box.right);
    const y = Math.max(box.top - event.clientY, 0, event.clientY - box.bottom);
    return Math.hypot(x, y);
  };
  const nearest = all.sort((one, other) => away(one) - away(other))[0];
  if (nearest) chosen(nearest.dataset.of);
}

function light(field) {
  lit = field;
  for (const spot of sheets.querySelectorAll(".spot")) spot.classList.toggle("lit", spot.dataset.of === field);
  sheets.querySelector(".spot.lit")?.scrollIntoView({ block: "nearest" });
}

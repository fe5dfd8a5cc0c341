// The pages of an edition as pictures, with what can be changed on them.
import { find, get, make, say, sayWhy, send } from "./ask.js";

const sheets = find("sheets");
const POINTS = 72;
const NEAREST = "This is what is nearest to where you clicked. Percentages and comparisons are worked out, and follow their numbers.";
const NUMBER = /\.value$|\.points\./;
const NEAR = 120; // pixels by which a number may be further away than words, which stand between
const SLOW = 250; // milliseconds behind which it is said that pages are being drawn
const WORKED_OUT = "This is worked out from numbers, or the tool's own words: it is not changed here.";
let shown = { edition: "", fold: "", version: -1, sheets: [] };
let asked = 0;
let chosen = () => {};
let lit = "";

export function start(whenChosen) {
  chosen = whenChosen;
  find("zoom").addEventListener("change", size);
  find("edition").addEventListener("change", () => update(true).catch(sayWhy));
  addEventListener("resize", size);
  document.addEventListener("edited", (event) => light(event.detail, true));
}

const edition = () => {
  const [name, fold] = find("edition").value.split("/");
  return { edition: name, fold };
};

/** Show what there is now of the edition that is chosen; returns what does not fit in it. */
export async function update(anew = false) {
  const turn = ++asked;
  const { edition: name, fold } = edition();
  const slow = setTimeout(() => find("drawing").hidden = false, SLOW);
  const view = await get("view", { edition: name, fold }).finally(() => {
    clearTimeout(slow);
    if (turn === asked) find("drawing").hidden = true;
  });
  if (turn !== asked) return null; // something newer is on its way
  find("zoom").parentElement.hidden = Boolean(view.html);
  if (anew) find("pages").scrollTop = 0;
  const same = !anew && shown.edition === name && shown.fold === fold;
  stale(view);
  if (view.html) web(name, view);
  else await pages(view, { edition: name, fold }, same);
  shown = { edition: name, fold, version: view.version, sheets: view.sheets };
  document.dispatchEvent(new CustomEvent("viewed", { detail: view.problems }));
  return view;
}

function stale(view) {
  const nothing = !view.html && !view.sheets.length;
  find("stale").hidden = !view.stale;
  find("why").textContent = nothing
    ? "Nothing can be shown yet, for the files have errors. Put them right in a text editor, and save: this page follows."
    : "These pages are the last ones without errors. What is saved now has errors.";
}

function web(name, view) {
  const address = `web?${new URLSearchParams({ edition: name, v: view.html })}`;
  const old = sheets.querySelector("iframe");
  if (old?.getAttribute("src") === address) return;
  const frame = old || make("iframe", { title: "The page for the web" });
  const top = old?.contentWindow?.scrollY || 0;
  frame.onload = () => {
    frame.contentWindow.scrollTo(0, top);
    frame.contentDocument.addEventListener("click", (event) => pressed(event).catch(sayWhy));
  };
  frame.src = address;
  if (!old) sheets.replaceChildren(frame);
}

async function pressed(event) {
  if (event.target.closest("summary, a[href^='#']")) return; // it opens, or leads on in the page
  event.preventDefault();
  const here = event.target.closest("p, li, td, th, h1, h2, h3, text, span") || event.target;
  const section = here.closest("section");
  const heading = section?.querySelector("h2")?.textContent || "";
  const all = section ? [...section.querySelectorAll("h2, h3, p, li, td, th, .number, .label")] : [here];
  const before = all.filter((one) => one.compareDocumentPosition(here) & 4).map((one) => one.textContent);
  const { field } = await send("find", { texts: [heading, ...before, here.textContent] });
  if (field) chosen(field);
  else say(WORKED_OUT);
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
  return make("figure", { class: "sheet" }, make("div", { class: "paper", onclick: press }, image), make("figcaption", {}), make("div", { class: "words" }));
}

function describe(figure, sheet, at, count) {
  const name = /^page \d+$/.test(sheet.name) ? `Page ${at + 1} of ${count}` : sheet.name;
  figure.querySelector("figcaption").textContent = name;
  const [alt, ...post] = sheet.words.split("\n\n");
  const words = sheet.words ? [["Alternative text", alt], ["Post", post.join("\n\n")]] : [];
  figure.querySelector(".words").replaceChildren(...words.map(([what, said]) => make("p", {}, make("strong", {}, `${what}: `), said)));
  figure.querySelector("img").alt = alt || `${name}. What it says is listed under Change.`;
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
  light(lit, false);
}

/** What was pressed, or what is nearest to it: a chart has its numbers beside it. */
function press(event) {
  const here = event.target.closest(".spot");
  if (here) {
    if (find("status").textContent === NEAREST) say("");
    return chosen(here.dataset.of);
  }
  const all = [...event.currentTarget.querySelectorAll(".spot")];
  const away = (spot) => {
    const box = spot.getBoundingClientRect();
    const x = Math.max(box.left - event.clientX, 0, event.clientX - box.right);
    const y = Math.max(box.top - event.clientY, 0, event.clientY - box.bottom);
    return Math.hypot(x, y) - (NUMBER.test(spot.dataset.of) ? NEAR : 0);
  };
  const nearest = all.sort((one, other) => away(one) - away(other))[0];
  if (!nearest) return say(WORKED_OUT);
  chosen(nearest.dataset.of);
  say(NEAREST);
}

function light(field, go) {
  lit = field;
  for (const spot of sheets.querySelectorAll(".spot")) spot.classList.toggle("lit", spot.dataset.of === field);
  const first = go && sheets.querySelector(".spot.lit");
  if (first && !seen()) first.scrollIntoView({ block: "center" });
}

/** Whether any place of what is lit stands in view: it may be told in several. */
function seen() {
  const around = find("pages").getBoundingClientRect();
  return [...sheets.querySelectorAll(`.spot.lit`)].some((spot) => {
    const box = spot.getBoundingClientRect();
    return box.top >= around.top && box.bottom <= around.bottom;
  });
}

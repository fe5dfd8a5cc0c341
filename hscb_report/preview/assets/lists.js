// What is wrong, what is left to look at, and building.
import { Refused, find, make, say, send } from "./ask.js";

let told = () => {};
let chosen = () => {};
let own = []; // what does not fit in the edition that is shown
let standing = null;

export function start(whenChanged, whenChosen) {
  told = whenChanged;
  chosen = whenChosen;
  document.addEventListener("viewed", (event) => {
    own = event.detail;
    if (standing) problems();
  });
  find("build").addEventListener("submit", build);
}

export function show(now) {
  standing = now;
  problems();
  review();
}

const KINDS = [
  ["error", "Errors: these stop a build"],
  ["warning", "Warnings: these should be looked at"],
  ["note", "Notes"],
  ["accepted", "Accepted, with the reason"],
];

function problems() {
  const all = [...standing.problems, ...own];
  const open = all.filter((one) => one.severity === "error" || one.severity === "warning");
  count("tab-problems", open.length);
  const parts = KINDS.map(([kind, said]) => {
    const some = all.filter((one) => one.severity === kind);
    return some.length ? make("section", { class: kind }, make("h2", {}, said), make("ul", {}, ...some.map(problem))) : "";
  });
  const nothing = all.length ? "" : make("p", {}, "Nothing is wrong.");
  find("panel-problems").replaceChildren(...parts.filter(Boolean), ...(nothing ? [nothing] : []));
}

function problem(one) {
  return make(
    "li",
    {},
    make("p", {}, one.message),
    one.because ? make("p", { class: "help" }, `Because: ${one.because}`) : "",
    one.hint && !one.because ? make("p", { class: "next" }, `Next: ${one.hint}`) : "",
    one.typed ? make("pre", { tabindex: "0", role: "group", "aria-label": "As it is typed" }, one.typed) : "",
    make(
      "p",
      { class: "where" },
      one.field ? make("button", { type: "button", onclick: () => chosen(one.field) }, "Put it right") : "",
      make("span", {}, one.where),
    ),
    one.source && !one.field ? make("pre", { tabindex: "0", role: "group", "aria-label": "The line in the file" }, one.source) : "",
  );
}

function review() {
  count("tab-review", standing.left.length);
  const items = standing.left.map((one) =>
    make(
      "li",
      {},
      make("p", {}, make("strong", {}, one.why)),
      one.said ? make("p", { class: "said" }, one.said) : "",
      make(
        "p",
        { class: "where" },
        make("button", { type: "button", "data-key": one.key, onclick: () => tick(one) }, "It is right"),
        one.field ? make("button", { type: "button", onclick: () => chosen(one.field) }, "Change it") : "",
        make("span", {}, one.where),
      ),
    ),
  );
  const lead = items.length
    ? make("p", { class: "help" }, "Last year's words, dates and settings that nobody has looked at. What you change counts as looked at.")
    : make("p", {}, "Nothing is left to look at.");
  find("panel-review").replaceChildren(lead, ...(items.length ? [make("ul", {}, ...items)] : []));
}

async function tick(one) {
  const keys = standing.left.map((other) => other.key);
  const next = keys[keys.indexOf(one.key) + 1] || keys[0];
  try {
    told(await send("done", { key: one.key }));
    say("Ticked off.");
    (document.querySelector(`[data-key="${CSS.escape(next)}"]`) || find("panel-review")).focus();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(error.message);
  }
}

function count(tab, number) {
  find(tab).querySelector(".count").textContent = number ? `(${number})` : "";
}

export function progress(step) {
  find("progress").textContent = `${step} ...`;
}

async function build(event) {
  event.preventDefault();
  const form = event.target;
  const editions = [...form.querySelectorAll("[name=edition]:checked")].map((one) => one.value);
  const button = form.querySelector("[type=submit]");
  if (!editions.length) {
    find("progress").textContent = "Choose an edition first.";
    return;
  }
  button.disabled = true;
  find("built").replaceChildren();
  progress("building");
  try {
    const { files, notes } = await send("build", { editions, final: form.final.checked });
    find("progress").textContent = `Built: ${files.length} ${files.length === 1 ? "file" : "files"}.`;
    const links = files.map((one) =>
      make(
        "li",
        {},
        make("a", { href: `built/${encodeURIComponent(one.name)}`, target: "_blank", rel: "noopener" }, one.name),
        ` ${one.pages ? `${one.pages} pages, ` : ""}${Math.ceil(one.size / 1024)} KB`,
        make("div", { class: "where" }, one.path),
      ),
    );
    find("built").replaceChildren(make("ul", {}, ...links), ...(notes.length ? [make("ul", {}, ...notes.map(problem))] : []));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    find("progress").textContent = "Nothing was written.";
    find("built").replaceChildren(make("ul", { class: "error" }, ...error.problems.map(problem)));
  } finally {
    button.disabled = false;
  }
}

// What is wrong, and what is left to look at.
import { button, find, lines, make, place, refill, say, sayWhy, send, sentence, step } from "./ask.js";

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
}

export function show(now) {
  standing = now;
  problems();
  review();
}

const KINDS = [
  ["error", "Errors", "They stop a build, and the pages stay as they were."],
  ["warning", "Warnings", "Look at these: they are probably wrong. They stop no build."],
  ["note", "Notes", ""],
];

function problems() {
  const all = [...standing.problems, ...own];
  number("tab-problems", all.filter((one) => one.severity === "error" || one.severity === "warning").length);
  const parts = KINDS.map(([kind, name, about]) => {
    const some = all.filter((one) => one.severity === kind);
    if (!some.length) return "";
    return make("section", { class: kind }, make("h2", {}, `${name} (${some.length})`), about ? make("p", { class: "help" }, about) : "", make("ul", {}, ...some.map(problem)));
  });
  const accepted = all.filter((one) => one.severity === "accepted");
  const aside = accepted.length
    ? make("details", { class: "accepted", "data-key": "accepted" }, make("summary", {}, `Accepted, with the reason (${accepted.length})`), make("ul", {}, ...accepted.map(problem)))
    : "";
  const nothing = all.length === accepted.length ? make("p", { class: "well" }, "Nothing is wrong.") : "";
  refill(find("panel-problems"), nothing, ...parts, aside);
}

/** One thing that is wrong: what, the next step, and the way there. */
export function problem(one) {
  const at = `${one.severity} ${one.where} ${one.message}`;
  return make(
    "li",
    {},
    make("p", { class: "what" }, sentence(one.message)),
    one.because ? make("p", { class: "help" }, `Because: ${one.because}`) : "",
    one.hint && !one.because ? make("p", {}, make("strong", {}, "Next: "), step(one.hint)) : "",
    one.typed ? lines(one.typed, "As it is typed") : "",
    make("p", { class: "where" }, one.field ? button(one.because ? "Go to it" : "Put it right", () => chosen(one.field), { "data-key": at }) : "", make("span", {}, place(one.where))),
    one.source && !one.field ? lines(one.source, "The line in the file") : "",
  );
}

function review() {
  number("tab-review", standing.left.length);
  const items = standing.left.map((one) =>
    make(
      "li",
      { onfocusin: () => lit(one.field), onclick: (event) => event.target.closest("button") || lit(one.field) },
      make("p", { class: "what" }, sentence(one.why)),
      one.said.length ? make("div", { class: "said" }, ...one.said.map((text) => make("p", {}, text))) : "",
      make("p", { class: "where" }, button("It is right", () => tick(one), { "data-key": one.key }), one.field ? button("Change it", () => chosen(one.field), { "data-key": `change ${one.key}` }) : "", make("span", {}, `${one.field ? "" : "Changed in a text editor: "}${place(one.where)}`)),
    ),
  );
  const lead = items.length
    ? make("p", { class: "help" }, "Last year's words, dates and settings that nobody has looked at. Read each: tick it off where it is right, or change it, which counts as looked at.")
    : standing.fields.length
      ? make("p", { class: "well" }, "Nothing is left to look at.")
      : make("p", {}, "That is known once the files have no errors.");
  refill(find("panel-review"), lead, items.length ? make("ul", {}, ...items) : "");
}

/** Show on the pages what an entry is about. */
const lit = (field) => document.dispatchEvent(new CustomEvent("edited", { detail: field }));

async function tick(one) {
  const keys = standing.left.map((other) => other.key);
  const next = keys[keys.indexOf(one.key) + 1] || keys[keys.indexOf(one.key) - 1] || "";
  try {
    told(await send("done", { key: one.key }));
    const left = standing.left.length;
    say(left ? `Ticked off; ${left} left. Undo takes it back.` : "Ticked off; nothing is left to look at.");
    (find("panel-review").querySelector(`[data-key="${CSS.escape(next)}"]`) || find("panel-review")).focus();
  } catch (error) {
    sayWhy(error);
  }
}

function number(tab, many) {
  find(tab).querySelector(".count").textContent = many ? `(${many})` : "";
}

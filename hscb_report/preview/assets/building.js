// Building all editions from the page, with progress and links to the files.
import { Refused, button, count, find, make, refill, send } from "./ask.js";
import { problem } from "./lists.js";

let building = false;
let go = () => {};
let choose = () => {};
let made = -1; // the version of the files that was built; -1 where none was
let version = 0;
let last = null;

export function start(whenToGo, whenToChoose) {
  go = whenToGo;
  choose = whenToChoose;
  find("build").addEventListener("submit", build);
}

/** Say what stands in the way of publication, before anybody tries. */
export function show(now) {
  last = now;
  version = now.version;
  if (!building && made >= 0 && version !== made) {
    made = -1;
    find("progress").textContent = "Something was changed since these were built. Build again, to have it in them.";
  }
  const errors = now.problems.filter((one) => one.severity === "error").length;
  const said = [];
  if (errors) said.push(button(count(errors, "error"), () => go("problems"), { "data-key": "errors" }), " to put right. ");
  if (now.left.length) said.push(button(count(now.left.length, "entry", "entries"), () => go("review"), { "data-key": "left" }), " to review. ");
  if (now.draft && now.fields.length) said.push("It is a draft: ", button("status", () => choose("content.status"), { "data-key": "status" }), " says so.");
  refill(find("ready"), ...(said.length ? ["Before it is published: ", ...said] : ["Nothing stands in the way of publication."]));
}

export function progress(step) {
  if (building) find("progress").textContent = `${step} …`;
}

async function build(event) {
  event.preventDefault();
  if (building) return;
  const form = event.target;
  const editions = [...form.querySelectorAll("[name=edition]:checked")].map((one) => one.value);
  if (!editions.length) {
    find("progress").textContent = "Choose at least one edition above.";
    return;
  }
  const submit = form.querySelector("[type=submit]");
  submit.setAttribute("aria-disabled", "true");
  building = true;
  made = -1;
  const before = version;
  find("built").replaceChildren();
  progress("Building");
  try {
    const { files, notes } = await send("build", { editions, final: form.final.checked });
    find("progress").textContent = `Built: ${count(files.length, "file")}.`;
    made = before;
    const cards = files.filter((one) => one.name.endsWith(".png"));
    const others = files.filter((one) => !one.name.endsWith(".png"));
    refill(
      find("built"),
      make("ul", {}, ...others.map(link)),
      cards.length ? make("details", { "data-key": "cards" }, make("summary", {}, count(cards.length, "card")), make("ul", {}, ...cards.map(link))) : "",
      notes.length ? make("section", {}, make("h2", {}, "To know"), make("ul", {}, ...notes.map(problem))) : "",
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    find("progress").textContent = "Nothing was built. Put this right first:";
    refill(find("built"), make("ul", { class: "error" }, ...error.problems.map(problem)));
  } finally {
    building = false;
    if (made >= 0 && version !== made) show(last);
    submit.removeAttribute("aria-disabled");
  }
}

function link(one) {
  const about = `${one.pages ? `${count(one.pages, "page")}, ` : ""}${Math.ceil(one.size / 1024)} KB`;
  const said = one.edition || one.name;
  return make("li", {}, make("a", { href: `built/${encodeURIComponent(one.name)}`, target: "_blank", rel: "noopener" }, said), make("span", { class: "where" }, `${about} · ${one.path}`));
}

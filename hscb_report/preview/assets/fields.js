// What can be changed: a list to look through, and an editor in the place of each.
import { button, count, find, grouped, make } from "./ask.js";
import * as editor from "./editor.js";

let known = new Map(); // id: the field as it is in the file
let rows = new Map(); // id: its row
let order = "";
let wrong = 0; // so many errors and warnings there are

export function start(whenChanged) {
  editor.start({ known: (id) => known.get(id), row: (id) => rows.get(id), changed: whenChanged, marked: mark, wrong: () => wrong });
  for (const [id, kind] of [["find", "input"], ["group", "change"]]) {
    find(id).addEventListener(kind, () => {
      filter();
      find("panel-change").scrollTop = 0;
    });
  }
  find("find").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // or the key would press the button too
    document.querySelector("#fields li:not([hidden]) button")?.focus();
  });
}

/** Show fields; an editor that is open stays as it is. */
export function show(fields, problems) {
  wrong = problems.filter((one) => one.severity === "error" || one.severity === "warning").length;
  known = new Map(fields.map((one) => [one.id, one]));
  const now = fields.map((one) => `${one.group}\n${one.part}\n${one.id}`).join("\n");
  if (now !== order) {
    order = now;
    build(fields);
  }
  for (const one of fields) {
    const row = rows.get(one.id);
    row.querySelector(".value").textContent = valueOf(one);
    const swatch = row.querySelector(".swatch");
    if (swatch) swatch.style.backgroundColor = one.value;
  }
  editor.follow();
  filter();
}

/** What differs from other fields, said in one sentence; empty where nothing does. */
export function difference(before) {
  const other = [...known.values()].filter((one) => before.has(one.id) && before.get(one.id).value !== one.value);
  if (!other.length) return "";
  const [one] = other;
  const said = `${editor.called(one)} is ${one.value ? `“${short(valueOf(one))}”` : "empty"} again`;
  return other.length > 1 ? `${said}, and ${other.length - 1} more` : said;
}

export const all = () => known;

const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function valueOf(one) {
  if (!one.value) return one.kind === "number" ? "(missing)" : "(empty)";
  return one.kind === "number" ? grouped(one.value) : one.value;
}

function build(fields) {
  const focused = document.activeElement?.closest?.("[data-field]")?.dataset.field;
  const typing = editor.holds(document.activeElement) ? document.activeElement : null;
  rows = new Map();
  const groups = new Map();
  for (const one of fields) {
    if (!groups.has(one.group)) groups.set(one.group, new Map());
    const parts = groups.get(one.group);
    if (!parts.has(one.part)) parts.set(one.part, []);
    parts.get(one.part).push(one);
  }
  const sections = [...groups].map(([group, parts]) =>
    make("section", { class: "group" }, make("h2", {}, group), ...[...parts].map(([part, own]) => partOf(part, own))),
  );
  find("fields").replaceChildren(...sections);
  const chosen = find("group").value;
  find("group").replaceChildren(make("option", { value: "" }, "all parts"), ...[...groups.keys()].map((one) => make("option", { value: one }, one)));
  find("group").value = groups.has(chosen) ? chosen : "";
  editor.settle();
  if (typing) typing.focus();
  else if (focused) (rows.get(focused)?.querySelector("button") || find("find")).focus();
}

function partOf(part, fields) {
  const list = make("ul", {});
  for (const one of fields) {
    const swatch = one.kind === "colour" ? make("span", { class: "swatch", "aria-hidden": "true" }) : "";
    const opens = button(make("span", { class: "name" }, one.name), () => editor.toggle(one.id), { class: `row ${one.kind}`, "aria-expanded": "false" });
    opens.append(swatch, make("span", { class: "value" }));
    const row = make("li", { "data-field": one.id }, opens);
    rows.set(one.id, row);
    list.append(row);
  }
  return make("div", { class: "part" }, part ? make("h3", {}, part) : "", list);
}

/** Mark a row in which something was typed that is not saved. */
function mark(id, typed) {
  const opens = rows.get(id)?.querySelector("button");
  opens?.querySelector(".unsaved")?.remove();
  if (typed) opens?.append(make("span", { class: "unsaved" }, "typed, not saved"));
}

function filter() {
  const typed = find("find").value.trim().toLowerCase().replace(/(\d),(?=\d)/g, "$1");
  const wanted = typed ? typed.split(/\s+/) : [];
  const group = find("group").value;
  let there = 0;
  for (const [id, row] of rows) {
    const one = known.get(id);
    const text = `${one.group} ${one.part} ${one.name} ${one.value} ${one.where} ${one.about}`.toLowerCase();
    const shown = (!group || one.group === group) && wanted.every((word) => text.includes(word));
    row.hidden = !shown && !editor.isOpen(id) && !row.contains(document.activeElement);
    there += shown;
  }
  for (const part of document.querySelectorAll("#fields .part, #fields .group")) {
    part.hidden = !part.querySelector("li:not([hidden])");
  }
  if (!rows.size) find("found").textContent = "What can be changed stands here once the files have no errors.";
  else find("found").textContent = wanted.length ? (there ? count(there, "place") : "Nothing is called so, or says so.") : "";
}

/** Open the editor of a field, and go there. */
export function edit(id) {
  if (!known.has(id)) return;
  find("find").value = find("group").value = "";
  editor.edit(id);
  filter();
  editor.reach();
}

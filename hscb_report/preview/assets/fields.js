// What can be changed: a list to look through, and an editor in the place of each.
import { Refused, find, make, say, send } from "./ask.js";

let known = new Map(); // id: the field as it is in the file
let rows = new Map(); // id: its row
let order = "";
let open = null; // the editor that is open: {id, was, form, input}
let told = () => {}; // is told what the files say after a change

export function start(whenChanged) {
  told = whenChanged;
  find("find").addEventListener("input", filter);
}

/** Show fields; an editor that is open stays as it is. */
export function show(fields) {
  known = new Map(fields.map((one) => [one.id, one]));
  const now = fields.map((one) => `${one.group}\n${one.part}\n${one.id}`).join("\n");
  if (now !== order) {
    order = now;
    build(fields);
  }
  for (const one of fields) {
    const row = rows.get(one.id);
    row.querySelector(".value").textContent = one.value || "(empty)";
    const swatch = row.querySelector(".swatch");
    if (swatch) swatch.style.backgroundColor = one.value;
  }
  if (open && !known.has(open.id)) close(false);
  filter();
}

function build(fields) {
  const focused = document.activeElement?.closest?.("[data-field]")?.dataset.field;
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
  if (open && rows.has(open.id)) place();
  else if (focused && rows.has(focused)) rows.get(focused).querySelector("button").focus();
}

function partOf(part, fields) {
  const list = make("ul", {});
  for (const one of fields) {
    const swatch = one.kind === "colour" ? make("span", { class: "swatch", "aria-hidden": "true" }) : "";
    const button = make(
      "button",
      { type: "button", class: `row ${one.kind}`, "aria-expanded": "false", onclick: () => (open?.id === one.id ? close(true) : edit(one.id)) },
      make("span", { class: "name" }, one.name),
      swatch,
      make("span", { class: "value" }),
    );
    const row = make("li", { "data-field": one.id }, button);
    rows.set(one.id, row);
    list.append(row);
  }
  return make("div", { class: "part" }, part ? make("h3", {}, part) : "", list);
}

function filter() {
  const wanted = find("find").value.trim().toLowerCase().replace(/(\d),(?=\d)/g, "$1");
  let count = 0;
  for (const [id, row] of rows) {
    const one = known.get(id);
    const text = `${one.group} ${one.part} ${one.name} ${one.value} ${one.where}`.toLowerCase();
    row.hidden = Boolean(wanted) && !text.includes(wanted) && open?.id !== id;
    count += !row.hidden;
  }
  for (const part of document.querySelectorAll("#fields .part, #fields .group")) {
    part.hidden = !part.querySelector("li:not([hidden])");
  }
  find("found").textContent = wanted ? `${count} found` : "";
}

/** Open the editor of a field, and go there. */
export function edit(id) {
  const one = known.get(id);
  if (!one) return;
  close(false);
  const several = one.kind === "text";
  const input = several
    ? make("textarea", { id: "typed", rows: String(Math.min(12, Math.ceil(one.value.length / 38) + one.value.split("\n").length)) })
    : make("input", { id: "typed", type: "text", inputmode: one.kind === "number" ? "decimal" : "text", autocomplete: "off" });
  input.value = one.value;
  const wheel = one.kind === "colour" ? picker(input, one) : "";
  const fault = make("div", { class: "fault", role: "alert" });
  const form = make(
    "form",
    { class: "editor", onsubmit: (event) => { event.preventDefault(); save(false); } },
    make("label", { for: "typed" }, `${one.part ? `${one.part}: ` : ""}${one.name}`),
    make("div", { class: "typed" }, input, wheel),
    fault,
    make(
      "div",
      { class: "buttons" },
      make("button", { type: "submit", class: "main" }, "Save"),
      make("button", { type: "button", onclick: () => close(true) }, "Cancel"),
      make("span", { class: "where" }, one.where),
    ),
    hint(one, several),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
    if (event.key === "Enter" && several && (event.ctrlKey || event.metaKey)) save(false);
  });
  open = { id, was: one.value, form, input, fault };
  find("find").value = "";
  filter();
  place();
  input.focus();
  input.select();
  form.scrollIntoView({ block: "nearest" });
  document.dispatchEvent(new CustomEvent("edited", { detail: id }));
}

function hint(one, several) {
  const said = [];
  if (/\{[^}]+\}/.test(one.value)) said.push("A name in braces, such as {contacts}, prints that number: leave it as it is.");
  if (several) said.push("An empty line begins a paragraph; \"- \" begins an entry of a list. Ctrl and Enter save.");
  if (one.kind === "number") said.push("Digits alone, or with commas. If a number is missing, see the file.");
  return said.length ? make("p", { class: "help" }, said.join(" ")) : "";
}

function picker(input, one) {
  const wheel = make("input", { type: "color", "aria-label": "Choose a colour" });
  const read = () => { if (/^#[0-9a-f]{6}$/i.test(input.value)) wheel.value = input.value; };
  read();
  input.addEventListener("input", read);
  wheel.addEventListener("input", () => { input.value = wheel.value.toUpperCase(); });
  return wheel;
}

function place() {
  const row = rows.get(open.id);
  row.append(open.form);
  row.querySelector("button").setAttribute("aria-expanded", "true");
}

function close(goBack) {
  if (!open) return;
  const row = rows.get(open.id);
  open.form.remove();
  const button = row?.querySelector("button");
  button?.setAttribute("aria-expanded", "false");
  open = null;
  if (goBack) button?.focus();
  document.dispatchEvent(new CustomEvent("edited", { detail: "" }));
}

async function save(anyway) {
  const { id, was, input, fault } = open;
  fault.replaceChildren();
  try {
    const now = await send("change", { field: id, was, typed: input.value, anyway });
    close(true);
    told(now);
    say("Saved.");
  } catch (error) {
    if (!(error instanceof Refused) || open?.id !== id) throw error;
    fault.replaceChildren(...faults(error));
    input.setAttribute("aria-invalid", "true");
  }
}

function faults(error) {
  const made = error.problems.map((one) =>
    make("p", {}, make("strong", {}, one.message), one.hint ? ` Next: ${one.hint}` : ""),
  );
  if (error.status === 409) {
    const now = known.get(open.id)?.value ?? "";
    made.push(
      make("button", { type: "button", onclick: () => { open.was = known.get(open.id)?.value ?? ""; save(false); } }, "Save mine over it"),
      make("button", { type: "button", onclick: () => { open.was = open.input.value = known.get(open.id)?.value ?? now; open.fault.replaceChildren(); open.input.focus(); } }, "Take the file's"),
    );
  } else if (error.mayBeKept) {
    made.push(make("button", { type: "button", onclick: () => save(true) }, "Save all the same"));
  }
  return made.length ? made : [make("p", {}, make("strong", {}, error.message))];
}

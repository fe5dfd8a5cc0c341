// The editor of one field: what is typed there is never lost, and never written over anybody's.
import { Refused, button, find, get, grouped, lines, make, place, say, send, sentence, step } from "./ask.js";

const MOST_FAULTS = 3; // so many are shown at once
const typed = new Map(); // id: {text, was}: typed, and neither saved nor dropped
let open = null; // the editor that is open: {id, was, form, input, fault, saving}
let list = null; // the list in which it stands

export function start(given) {
  list = given;
  addEventListener("beforeunload", (event) => {
    if (typed.size || dirty()) event.preventDefault();
  });
}

export const isOpen = (id) => open?.id === id;
export const holds = (element) => Boolean(open?.form.contains(element));
export const called = (one) => `${one.part || one.group}: ${one.name.charAt(0).toLowerCase()}${one.name.slice(1)}`;
const dirty = () => Boolean(open) && open.input.value !== open.was;

export function toggle(id) {
  if (!isOpen(id)) return edit(id, true);
  leave();
  list.row(id)?.querySelector("button")?.focus();
}

/** Open the editor of a field; what was typed there before and not saved is there again. */
export function edit(id, go = false) {
  leave();
  const one = list.known(id);
  const before = typed.get(id);
  const input = inputFor(one);
  input.value = before?.text ?? one.value;
  input.setAttribute("aria-describedby", "typed-at");
  const fault = make("div", { class: "fault", role: "alert" });
  const several = one.kind === "text";
  const form = make(
    "form",
    { class: "editor", onsubmit: (event) => { event.preventDefault(); save(false); } },
    make("label", { for: "typed" }, called(one)),
    one.about ? make("p", { class: "help" }, sentence(one.about)) : "",
    make("div", { class: "typed" }, input, one.kind === "colour" ? picker(input) : ""),
    fault,
    make("div", { class: "buttons" }, make("button", { type: "submit", class: "main" }, "Save"), button("Cancel", cancel), make("span", { class: "where", id: "typed-at" }, place(one.where))),
    ...hints(one),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel();
    if (event.key === "Enter" && several && (event.ctrlKey || event.metaKey)) save(false);
  });
  open = { id, was: before?.was ?? one.value, form, input, fault, saving: false };
  settle();
  follow();
  if (go) reach();
}

/** Go to what is open. */
export function reach() {
  if (!open) return;
  open.input.focus({ preventScroll: true });
  const sought = find("find").value.trim();
  const at = sought && open.input.setSelectionRange ? open.input.value.toLowerCase().indexOf(sought.toLowerCase()) : -1;
  if (at >= 0) open.input.setSelectionRange(at, at + sought.length);
  else if (open.input.type === "text") open.input.select();
  open.form.scrollIntoView({ block: "nearest" });
  open.form.closest("li")?.scrollIntoView({ block: "nearest" });
  document.dispatchEvent(new CustomEvent("edited", { detail: open.id }));
}

/** Put the editor into its row; where that is gone, above all, as long as something is typed. */
export function settle() {
  if (!open) return;
  const row = list.row(open.id);
  (row || find("lost")).append(open.form);
  row?.querySelector("button").setAttribute("aria-expanded", "true");
  for (const [id] of typed) list.marked(id, id !== open.id);
}

/** Tell where the file says something else by now than when the editor was opened. */
export function follow() {
  if (!open || open.saving) return;
  const one = list.known(open.id);
  if (one && one.value === open.was) return;
  if (!dirty()) {
    if (one) open.was = open.input.value = one.value;
    else {
      close();
      say("What you were looking at is not in the files any more.", true);
      find("find").focus();
    }
    return;
  }
  if (one && one.value === open.input.value) open.was = one.value;
  else if (open.told !== (one?.value ?? null)) conflict(one);
}

function conflict(one) {
  open.told = one?.value ?? null;
  const said = one
    ? [make("p", {}, make("strong", {}, `Somebody changed this in the file: it says ${one.value ? `“${one.kind === "number" ? grouped(one.value) : one.value}”` : "nothing"} now.`), " Nothing of yours was written."),
      make("div", { class: "buttons" }, button("Save mine in its place", () => { open.was = one.value; save(false); }), button("Take what the file says", () => { open.was = open.input.value = one.value; open.fault.replaceChildren(); open.input.focus(); }))]
    : [make("p", {}, make("strong", {}, "This is not in the file any more."), " Copy what you typed, if you still need it; Cancel closes this.")];
  open.fault.replaceChildren(...said);
  open.form.scrollIntoView({ block: "nearest" });
}

function inputFor(one) {
  if (one.kind === "text") {
    const high = Math.ceil(one.value.length / 38) + one.value.split("\n").length;
    return make("textarea", { id: "typed", rows: String(Math.max(3, Math.min(14, high))) });
  }
  if (one.choices.length) return make("select", { id: "typed" }, ...one.choices.map((value) => make("option", { value }, value)));
  return make("input", { id: "typed", type: "text", inputmode: one.kind === "number" ? "decimal" : "text", autocomplete: "off", spellcheck: one.kind === "line" ? "true" : "false" });
}

function hints(one) {
  const said = [];
  if (/\{[^}]+\}/.test(one.value)) said.push("A name in braces, such as {contacts}, prints that number: leave it as it is.");
  if (one.kind === "text") said.push("An empty line begins a paragraph; “- ” begins an entry of a list. To save by key: Ctrl and Enter.");
  if (one.kind === "colour") said.push("Type # and six letters or digits, or choose it at the right.");
  const made = said.length ? [make("p", { class: "help" }, said.join(" "))] : [];
  if (one.kind === "number" && one.value) made.push(missing());
  return made;
}

/** Where a number is not there, the page says why: what to type then. */
function missing() {
  const reason = make("input", { id: "reason", type: "text", autocomplete: "off" });
  const keep = () => {
    if (reason.value.trim()) return save(false, reason.value);
    reason.focus();
  };
  reason.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    keep();
  });
  return make(
    "details",
    {},
    make("summary", {}, "The number is missing?"),
    make("div", { class: "missing" }, make("label", { for: "reason" }, "Why it is not there, as it is to be printed"), reason, button("Save as missing", keep)),
  );
}

function picker(input) {
  const wheel = make("input", { type: "color", "aria-label": "Choose a colour" });
  const read = () => { if (/^#[0-9a-f]{6}$/i.test(input.value)) wheel.value = input.value; };
  read();
  input.addEventListener("input", read);
  wheel.addEventListener("input", () => { input.value = wheel.value.toUpperCase(); });
  return wheel;
}

/** Close the editor, and keep what was typed and not saved. */
function leave() {
  if (!open) return;
  if (dirty()) typed.set(open.id, { text: open.input.value, was: open.was });
  else typed.delete(open.id);
  const { id } = open;
  close();
  list.marked(id, typed.has(id));
}

function cancel() {
  const { id } = open;
  typed.delete(id);
  close();
  list.marked(id, false);
  (list.row(id)?.querySelector("button") || find("find")).focus();
}

function close() {
  const { id, form } = open;
  form.remove();
  list.row(id)?.querySelector("button").setAttribute("aria-expanded", "false");
  open = null;
  document.dispatchEvent(new CustomEvent("edited", { detail: "" }));
}

async function save(anyway, reason = "") {
  if (open.saving) return;
  const own = open;
  if (!reason && !anyway && !dirty()) {
    cancel();
    return say("Nothing was changed.");
  }
  own.saving = own.input.readOnly = true;
  own.fault.replaceChildren();
  own.input.removeAttribute("aria-invalid");
  try {
    const before = list.wrong();
    const now = await send("change", { field: own.id, was: own.was, typed: reason ? "" : own.input.value, anyway, reason });
    typed.delete(own.id);
    own.was = own.input.value;
    if (open === own) cancel();
    list.changed(now);
    const one = list.known(own.id);
    const more = list.wrong() - before;
    say(`Saved${one ? ` in ${place(one.where)}` : ""}.${more > 0 ? ` Look at Problems: ${more} more.` : ""}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    own.saving = false;
    if (error.status === 409) list.changed(await get("standing").catch(() => null));
    if (open !== own) return say(`Not saved: ${error.message}`, true);
    own.input.setAttribute("aria-invalid", "true");
    if (error.status !== 409) own.fault.replaceChildren(...faults(error, list.known(own.id), reason));
    else if (!own.fault.childElementCount) conflict(list.known(own.id));
    own.form.scrollIntoView({ block: "nearest" });
  } finally {
    own.saving = own.input.readOnly = false;
  }
}

/** Of a colour with which words cannot be read: the nearest that can, to be taken. */
function instead(shade) {
  const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
  swatch.style.backgroundColor = shade;
  const take = () => {
    open.input.value = shade;
    open.input.dispatchEvent(new Event("input"));
    save(false);
  };
  return [
    make("p", { class: "what" }, "With this colour, words or charts cannot be read."),
    make("p", {}, "The nearest shade that suits the other colours:"),
    make("div", { class: "buttons" }, swatch, button(`Save ${shade}`, take)),
  ];
}

function faults(error, one, reason) {
  const told = error.problems.map((each) =>
    make("div", {}, make("p", { class: "what" }, sentence(each.message)), each.hint ? make("p", {}, `Next: ${step(each.hint)}`) : ""),
  );
  if (one?.kind === "colour" && told.length > 1) told.push(...together(one));
  const made = [make("p", {}, make("strong", {}, "Not saved."))];
  if (error.better) return [...made, ...instead(error.better), make("details", {}, make("summary", {}, "Why, and what else could be done"), ...told, ...kept(error, reason))];
  made.push(...told.slice(0, MOST_FAULTS));
  if (told.length > MOST_FAULTS) {
    made.push(make("details", {}, make("summary", {}, `${told.length - MOST_FAULTS} more`), ...told.slice(MOST_FAULTS)));
  }
  return [...made, ...kept(error, reason)];
}

/** A way to save what disagrees only with something else. */
const kept = (error, reason) =>
  error.mayBeKept ? [button("Save all the same", () => save(true, reason)), make("p", { class: "help" }, "The pages then stay as they are until it is put right.")] : [];

function together(one) {
  const { command } = document.body.dataset;
  const file = place(one.where).replace(/, line.*/, "");
  return [make("p", {}, `Colours belong together. For a whole set that can be read, type this where you started the preview, and put what it prints in place of the colours in ${file}:`), lines(`${command} palette "${open.input.value}"`, "What to type")];
}

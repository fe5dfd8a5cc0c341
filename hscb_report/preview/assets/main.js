// The preview: pages at the left, what they say at the right.
import { Refused, count, find, get, say, sayWhy, send } from "./ask.js";
import * as building from "./building.js";
import * as fields from "./fields.js";
import * as lists from "./lists.js";
import * as pages from "./pages.js";

const { period } = document.body.dataset;
let version = -1;

function show(now) {
  if (now.version < version) return; // something newer is shown already
  version = now.version;
  fields.show(now.fields, now.problems);
  lists.show(now);
  building.show(now);
  const errors = now.problems.filter((one) => one.severity === "error").length;
  find("undo").setAttribute("aria-disabled", String(!now.undo));
  const known = now.fields.length > 0; // nothing is, where files never were whole since the start
  find("state").textContent = known ? (now.draft ? "Draft" : "Final") : "";
  document.title = `${errors ? `(${count(errors, "error")}) ` : ""}${period}${known && now.draft ? " draft" : ""} - preview`;
}

async function changed(now) {
  if (!now) return;
  const drawn = pages.update().catch(sayWhy); // pages take longest
  show(now);
  await drawn;
}

function choose(field) {
  select("change");
  fields.edit(field);
}

// Tabs: arrows move between them, as the ARIA Authoring Practices have it.
const tabs = [...document.querySelectorAll("[role=tab]")];

function select(name, focus = false) {
  for (const tab of tabs) {
    const on = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    find(tab.getAttribute("aria-controls")).hidden = !on;
    if (on && focus) tab.focus();
  }
}

for (const [at, tab] of tabs.entries()) {
  const name = tab.id.replace("tab-", "");
  tab.addEventListener("click", () => select(name));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: tabs.length - 1 - at }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    select(tabs[(at + step + tabs.length) % tabs.length].id.replace("tab-", ""), true);
  });
}

async function undo() {
  if (find("undo").getAttribute("aria-disabled") === "true") return say("There is nothing to take back.");
  const before = fields.all();
  try {
    const now = await send("undo");
    const drawn = changed(now);
    say(`Taken back. ${fields.difference(before)}`.trim());
    await drawn;
  } catch (error) {
    sayWhy(error);
    show(await get("standing"));
  }
}

find("undo").addEventListener("click", undo);
find("see").addEventListener("click", () => select("problems", true));
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !typing) {
    event.preventDefault();
    undo();
  }
});

fields.start(changed);
lists.start(changed, choose);
building.start((name) => select(name, true), choose);
pages.start(choose);

/** What a change on disk is told as; the first look is none. */
function heard(now, first) {
  const errors = now.problems.filter((one) => one.severity === "error").length;
  if (errors) say(`${count(errors, "error")} in the files: see Problems.`, true);
  else if (!first) say("Shown as it is saved now.");
}

const events = new EventSource("events");
let running = Promise.resolve();
let newest = -1;
events.addEventListener("changed", (event) => {
  newest = JSON.parse(event.data).version;
  running = running
    .then(async () => {
      if (newest <= version) return;
      const first = version < 0;
      await pages.update().catch(sayWhy); // what people look at comes first, then the lists
      const now = await get("standing");
      if (now.version <= version) return; // it was our own, and is shown
      if (first && !now.fields.length) select("problems");
      show(now);
      heard(now, first);
    })
    .catch((error) => (error instanceof Refused ? sayWhy(error) : say(error.message, true)));
});
events.addEventListener("progress", (event) => building.progress(JSON.parse(event.data).step));
events.addEventListener("error", () => {
  version = newest = -1;
  find("stopped").hidden = false;
});
events.addEventListener("open", () => { find("stopped").hidden = true; });

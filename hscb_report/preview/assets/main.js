// The preview: pages at the left, what they say at the right.
import { Refused, find, get, say, send } from "./ask.js";
import * as fields from "./fields.js";
import * as lists from "./lists.js";
import * as pages from "./pages.js";

let version = -1;

function show(now) {
  version = now.version;
  fields.show(now.fields);
  lists.show(now);
  find("undo").disabled = !now.undo;
  document.title = `${document.body.dataset.period}${now.draft ? " (draft)" : ""} - preview`;
}

async function changed(now) {
  show(now);
  await pages.update();
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
  if (find("undo").disabled) return;
  try {
    await changed(await send("undo"));
    say("Taken back.");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(error.message);
    show(await get("standing"));
  }
}

find("undo").addEventListener("click", undo);
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !typing) {
    event.preventDefault();
    undo();
  }
});

fields.start(changed);
lists.start(changed, choose);
pages.start(choose);

const events = new EventSource("events");
let running = Promise.resolve();
let newest = -1;
events.addEventListener("changed", (event) => {
  newest = JSON.parse(event.data).version;
  running = running.then(async () => {
    if (newest === version) return;
    await changed(await get("standing"));
  }).catch((error) => say(error.message));
});
events.addEventListener("progress", (event) => lists.progress(JSON.parse(event.data).step));
events.addEventListener("error", () => {
  version = -1;
  say("The preview was stopped. Start it again where it was started, and open its new address.");
});
events.addEventListener("open", () => say(""));

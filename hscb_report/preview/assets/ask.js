// Asks the preview on this machine, and nobody else; and what all parts of the page need.
const secret = document.body.dataset.secret;

/** What was answered with an error: problems, and whether the change may be kept all the same. */
export class Refused extends Error {
  constructor(status, body) {
    super((body.problems || []).map((one) => one.message).join(" ") || "It could not be done.");
    this.status = status;
    this.problems = body.problems || [];
    this.mayBeKept = Boolean(body.may_be_kept);
    this.better = body.better || "";
  }
}

async function answered(request) {
  let response;
  try {
    response = await request;
  } catch {
    const hint = "start it again where it was started; what you typed stays here as long as this page is open";
    throw new Refused(0, { problems: [{ message: "The preview was stopped, so nothing was saved", hint }] });
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}

export const get = (path, params = {}) => answered(fetch(`${path}?${new URLSearchParams(params)}`));

export const send = (path, body = {}) =>
  answered(
    fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-hscb-report": secret },
      body: JSON.stringify(body),
    }),
  );

/** An element with attributes, and what is in it. */
export function make(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null) made.setAttribute(name, value);
  }
  made.append(...inside.filter((one) => one !== "" && one !== null));
  return made;
}

/** A button that does something. */
export const button = (text, onclick, more = {}) => make("button", { type: "button", onclick, ...more }, text);

/** Lines to look at or to copy; they can be moved by key where they are long. */
export const lines = (text, label) => make("pre", { tabindex: "0", role: "group", "aria-label": label }, text);

export const find = (id) => document.getElementById(id);

/** A place as people say it: the file, and the line. */
export function place(where) {
  const found = /^(.*?):(\d+)(?::\d+)?$/.exec(where);
  return found ? `${found[1]}, line ${found[2]}` : where;
}

/** A number as people write it, with commas; anything else as it is. */
export const grouped = (text) =>
  /^[-+]?\d{4,}(\.\d+)?$/.test(text) ? text.replace(/^([-+]?\d+)/, (all) => all.replace(/\B(?=(\d{3})+$)/g, ",")) : text;

/** A message as a sentence begins; words that somebody typed stay as they are. */
export const sentence = (text) => (/^[a-z]+[ ,:]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text);

/** A next step, in which this tool is called as the person called it. */
export const step = (text) => text.replaceAll("hscb-report ", `${document.body.dataset.command} `);

export const count = (number, one, several = `${one}s`) => `${number} ${number === 1 ? one : several}`;

/** Fill a part of the page anew; what has the focus there has it afterwards, if it is still there. */
export function refill(part, ...inside) {
  const key = part.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const inIt = part.contains(document.activeElement) && part !== document.activeElement;
  const opened = new Set([...part.querySelectorAll("details[open]")].map((one) => one.dataset.key));
  part.replaceChildren(...inside.filter(Boolean));
  for (const one of part.querySelectorAll("details")) one.open = one.open || opened.has(one.dataset.key);
  if (inIt) (part.querySelector(`[data-key="${CSS.escape(key ?? "")}"]`) || part.closest("[tabindex]")).focus();
}

let turn = 0;

/** Say something to all, also where it was said before. */
export function say(text, bad = false) {
  const status = find("status");
  const own = ++turn;
  status.textContent = "";
  status.classList.toggle("bad", bad);
  setTimeout(() => { if (own === turn) status.textContent = text; }, 30);
}

/** Say why something could not be done, with the next step. */
export function sayWhy(error) {
  if (!(error instanceof Refused)) throw error;
  const one = error.problems[0];
  say(sentence(one?.hint ? `${one.message}. Next: ${step(one.hint)}.` : error.message), true);
}

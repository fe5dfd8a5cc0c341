// Asks the preview on this machine, and nobody else.
const secret = document.body.dataset.secret;

/** What was answered with an error: problems, and whether the change may be kept all the same. */
export class Refused extends Error {
  constructor(status, body) {
    super((body.problems || []).map((one) => one.message).join(" ") || "It could not be done.");
    this.status = status;
    this.problems = body.problems || [];
    this.mayBeKept = Boolean(body.may_be_kept);
  }
}

async function answered(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Refused(0, { problems: [{ message: "The preview was stopped. Start it again where it was started." }] });
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

export const find = (id) => document.getElementById(id);

/** Say something to all, once. */
export function say(text) {
  find("status").textContent = text;
}

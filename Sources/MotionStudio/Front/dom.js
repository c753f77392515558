// Elements from a tag, attributes and children. Text is always text: nothing that a file is called
// is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
}

export const html = (tag, attributes, ...children) =>
  fill(document.createElement(tag), attributes, children);

export const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

/** Sets a text only where it changes, so that screen readers say it once. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Puts other children into an element; what has the focus keeps it, by its id. */
export function renew(element, ...children) {
  const active = document.activeElement;
  const id = element !== active && element.contains(active) ? active.id : "";
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (id) document.getElementById(id)?.focus({ preventScroll: true });
}

/** A drawing that is made anew only when something that it shows is another thing than before. */
export function kept() {
  let known = null;
  let drawing = null;
  return (shown, make) => {
    if (known?.length !== shown.length || shown.some((one, place) => one !== known[place])) {
      known = shown;
      drawing = make();
    }
    return drawing;
  };
}

/** A button with words on it. */
export const button = (words, onclick, attributes) =>
  html("button", { type: "button", onclick, ...attributes }, words);

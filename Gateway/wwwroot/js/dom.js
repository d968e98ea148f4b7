// Builds elements. Data only ever becomes text or an attribute value: nothing here, or on any page, parses HTML from a string.

const svgNamespace = "http://www.w3.org/2000/svg";
let lastId = 0;

/** An id that nothing else on the page has. */
export function uniqueId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/**
 * An HTML element. Attributes that are null, undefined or false are left out; true makes an attribute without a value; "on…" adds a listener.
 * Children are nodes or text; null, undefined and false are left out.
 */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element, otherwise as `h`. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, name), attributes, children);
}

/** A picture that says nothing on its own; a word stands beside it. */
export function icon(name, className = "") {
  return svg("svg", { class: `icon ${className}`.trim(), "aria-hidden": "true" }, svg("use", { href: `/img/icons.svg#${name}` }));
}

/** Shows an element of the page by its id; throws when the page has none, which is a mistake in the page. */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`The page has no element #${id}.`);
  }
  return element;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

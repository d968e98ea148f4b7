// What every form on the site does alike: errors at the field, one action per double click, words for those who listen.

import { byId, h, icon } from "./dom.js";

/** Wraps an action so that it runs once until it has ended, however often it is called. */
export function once(action) {
  let running = false;
  return async (...args) => {
    if (running) {
      return;
    }
    running = true;
    try {
      await action(...args);
    } finally {
      running = false;
    }
  };
}

/** Shows on the button that its action is under way; the answer puts it back. */
export function busy(button, words) {
  const before = [...button.childNodes];
  button.setAttribute("aria-busy", "true");
  button.replaceChildren(words);
  return () => {
    button.removeAttribute("aria-busy");
    button.replaceChildren(...before);
  };
}

/** Says something to a screen reader without moving the focus. */
export function announce(words) {
  const announcer = byId("announcer");
  // The same words twice would not be a change, and nobody would hear them.
  announcer.textContent = announcer.textContent === words ? `${words}\u00a0` : words;
}

/** Puts an error below a field. The paragraph is the one whose id is the field's with "-error" behind it. */
export function showFieldError(input, words) {
  const place = byId(`${input.id}-error`);
  place.replaceChildren(icon("alert"), h("span", {}, words));
  place.hidden = false;
  input.setAttribute("aria-invalid", "true");
  describe(input, place.id, true);
}

export function clearFieldError(input) {
  const place = byId(`${input.id}-error`);
  place.replaceChildren();
  place.hidden = true;
  input.removeAttribute("aria-invalid");
  describe(input, place.id, false);
}

/** Shows several errors, in the order of the fields, and moves to the first. */
export function showErrors(errors) {
  for (const [input, words] of errors) {
    showFieldError(input, words);
  }
  errors[0]?.[0].focus();
}

/** Shows what went wrong with the form as a whole, with a way to try again. */
export function showFormError(form, words, retry = null) {
  const place = form.querySelector("[data-form-error]");
  place.replaceChildren(icon("alert"), h("span", {}, words), ...(retry ? [h("button", { class: "button", type: "button", onclick: retry }, "Try again")] : []));
  place.hidden = false;
}

export function clearErrors(form) {
  const place = form.querySelector("[data-form-error]");
  place.replaceChildren();
  place.hidden = true;
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    clearFieldError(input);
  }
}

/** An error goes away as soon as its field is changed. */
export function clearOnInput(form) {
  form.addEventListener("input", (event) => {
    if (event.target.matches("[aria-invalid]")) {
      clearFieldError(event.target);
    }
  });
}

/** Wires the buttons that show a password. */
export function wireReveals() {
  for (const button of document.querySelectorAll("[data-reveals]")) {
    button.addEventListener("click", () => {
      const input = byId(button.dataset.reveals);
      const show = input.type === "password";
      input.type = show ? "text" : "password";
      button.setAttribute("aria-pressed", String(show));
    });
  }
}

function describe(input, id, add) {
  const ids = new Set((input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (add) {
    ids.add(id);
  } else {
    ids.delete(id);
  }
  if (ids.size > 0) {
    input.setAttribute("aria-describedby", [...ids].join(" "));
  } else {
    input.removeAttribute("aria-describedby");
  }
}

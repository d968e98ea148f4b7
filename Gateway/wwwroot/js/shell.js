// What every page rendered on the server shares. Without it each form still works as a plain form.

const root = document.documentElement;

// ---------- Theme ----------

const themeSwitch = document.getElementById("theme-switch");
const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
const showTheme = () => themeSwitch.setAttribute("aria-pressed", String(isDark()));

if (themeSwitch) {
  themeSwitch.hidden = false;
  themeSwitch.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Storage is blocked: the choice lasts as long as the page.
    }
    showTheme();
  });
  system.addEventListener("change", showTheme);
  showTheme();
}

// ---------- Nothing typed is lost ----------

// A field with data-draft keeps its text in this browser until its form was taken. The value names the field of this one record.
const draftKey = (field) => `draft:${field.dataset.draft}`;

function restoreDrafts(within) {
  for (const field of within.querySelectorAll("[data-draft]")) {
    try {
      const kept = sessionStorage.getItem(draftKey(field));
      // With data-draft-wins the page may show an older text of the same field than this browser kept.
      if (kept !== null && (field.value === "" || field.hasAttribute("data-draft-wins"))) {
        field.value = kept;
      }
    } catch {
      // Blocked: the browser's own form memory remains.
    }
    fit(field);
  }
}

// A text field grows with its text, so that nobody writes through a slit.
function fit(field) {
  if (field instanceof HTMLTextAreaElement && field.hasAttribute("data-grows")) {
    field.rows = Math.min(18, Math.max(Number(field.dataset.rows ??= field.rows), field.value.split("\n").length + Math.floor(field.value.length / 90)));
  }
}

document.addEventListener("input", (event) => {
  const field = event.target;
  if (field instanceof HTMLElement && field.dataset.draft) {
    try {
      sessionStorage.setItem(draftKey(field), field.value);
    } catch {
      // Blocked or full, as above.
    }
  }
  fit(field);
});

function forgetDrafts(form) {
  for (const field of form.querySelectorAll("[data-draft]")) {
    try {
      sessionStorage.removeItem(draftKey(field));
    } catch {
      // Nothing was kept.
    }
  }
}

restoreDrafts(document);

// Signing out leaves nothing that was typed behind in this tab.
document.addEventListener("submit", (event) => {
  if (event.target.hasAttribute("data-forgets")) {
    try {
      for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith("draft:"))) {
        sessionStorage.removeItem(key);
      }
    } catch {
      // Storage is blocked: nothing was kept.
    }
  }
});

// ---------- Keyboard ----------

// Ctrl+Enter (or Cmd+Enter) sends what is being written.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement) {
    event.preventDefault();
    event.target.form?.requestSubmit();
  }
});

// What floats over the page is closed by Escape and by a click beside it.
const floating = () => document.querySelectorAll("details[data-floats][open]");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const one of floating()) {
      one.open = false;
      one.querySelector("summary").focus();
    }
  }
});
document.addEventListener("click", (event) => {
  for (const one of floating()) {
    one.open = one.contains(event.target);
  }
});

// ---------- Forms act once ----------

// A second submit of a form that is on its way is dropped; the button says that it is busy and keeps its place.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sending) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sending = "yes";
  const button = event.submitter ?? form.querySelector("[data-busy]") ?? form.querySelector("[type=submit]");
  button?.setAttribute("aria-busy", "true");
  if (button?.dataset.busy) {
    button.dataset.idle = button.textContent;
    button.textContent = button.dataset.busy;
  }
  const words = form.querySelector("[data-progress]");
  if (words) {
    words.hidden = false;
  }
}, true);

/** Lets a form be sent again, whose sending has ended or never began. */
export function rest(form) {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll("[aria-busy]")) {
    button.removeAttribute("aria-busy");
    if (button.dataset.idle) {
      button.textContent = button.dataset.idle;
    }
  }
  const words = form.querySelector("[data-progress]");
  if (words) {
    words.hidden = true;
  }
}

addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(rest));

// ---------- htmx ----------

document.body.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest("form");
  if (!form) {
    return;
  }
  // Not event.detail.successful: errors are shown, so to htmx no answer is one.
  if (event.detail.xhr.status >= 200 && event.detail.xhr.status < 400) {
    forgetDrafts(form);
  }
  rest(form);
});

// The sign-in is over, or nobody answers: the form stays as it is, and the words say what to do.
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, elt } = event.detail;
  if (xhr.status === 401) {
    event.detail.shouldSwap = false;
    tell(elt, "You are signed out. Open a new tab, sign in there, then send this again: nothing you wrote is lost.");
    return;
  }
  // The answer may take the form's place: what it said is no draft any more.
  if (xhr.status >= 200 && xhr.status < 400 && elt instanceof HTMLFormElement) {
    forgetDrafts(elt);
  }
  // An error is a fragment and stands at the form that was sent.
  const place = xhr.status >= 400 ? errorPlace(elt) : null;
  if (place) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    event.detail.target = place;
    event.detail.swapOverride = "innerHTML";
    place.hidden = false;
  }
});
document.body.addEventListener("htmx:sendError", (event) => tell(event.detail.elt, "No connection. What you wrote is kept; send it again in a moment."));

const errorPlace = (element) => element.closest("form")?.querySelector("[data-form-error]") ?? document.querySelector("[data-form-error]");

function tell(element, words) {
  const place = errorPlace(element);
  if (place) {
    place.textContent = words;
    place.hidden = false;
  }
}

document.body.addEventListener("htmx:beforeRequest", (event) => {
  const place = event.detail.elt.closest("form")?.querySelector("[data-form-error]");
  if (place) {
    place.textContent = "";
    place.hidden = true;
  }
});

// What is new is brought into view and announced by its live region; the focus moves only where the answer says so.
document.body.addEventListener("htmx:afterSettle", (event) => {
  restoreDrafts(event.detail.elt);
  event.detail.elt.querySelector?.("[data-focus]")?.focus({ preventScroll: false });
});

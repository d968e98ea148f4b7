// The signed-out page: creating an account, signing in, and the recorded example.

import { explain, readFile, register, signIn } from "./api.js";
import { renderGap } from "./analysis.js";
import { byId, h, icon } from "./dom.js";
import { busy, clearErrors, clearOnInput, once, showErrors, showFormError } from "./forms.js";

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function startVisitor() {
  wireSignIn(byId("register-form"), { send: register, isNew: true });
  wireSignIn(byId("sign-in-form"), { send: signIn });
  for (const button of document.querySelectorAll("[data-shows]")) {
    button.addEventListener("click", () => showForm(button.dataset.shows));
  }
  showExample();
}

/** Wires a form with an e-mail and a password. `done` is called once the server has let them in. */
export function wireSignIn(form, { send, isNew = false, done = () => {} }) {
  const email = form.elements.email;
  const password = form.elements.password;
  const button = form.querySelector("[type=submit]");
  clearOnInput(form);

  const submit = once(async () => {
    clearErrors(form);
    const errors = problems(email, password, isNew);
    if (errors.length > 0) {
      showErrors(errors);
      return;
    }
    const idle = busy(button, isNew ? "Creating the account" : "Signing in");
    try {
      await send(email.value.trim(), password.value);
      password.value = "";
      done();
    } catch (error) {
      const { field, words } = explain(error);
      const input = { email, password }[field];
      if (input) {
        showErrors([[input, words]]);
      } else {
        showFormError(form, words);
      }
    } finally {
      idle();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
}

function problems(email, password, isNew) {
  const found = [];
  if (!emailShape.test(email.value.trim())) {
    found.push([email, "Write your e-mail address in full, such as name@example.com."]);
  }
  if (isNew && (password.value.length < 8 || password.value.length > 128)) {
    found.push([password, password.value === "" ? "Choose a password of 8 to 128 characters." : `Use 8 to 128 characters; this has ${password.value.length}.`]);
  } else if (password.value === "") {
    found.push([password, "Write your password."]);
  }
  return found;
}

// What is typed in one form is there in the other.
function showForm(id) {
  const from = byId(id === "sign-in-form" ? "register-form" : "sign-in-form");
  const to = byId(id);
  to.elements.email.value ||= from.elements.email.value;
  from.hidden = true;
  to.hidden = false;
  (to.elements.email.value ? to.elements.password : to.elements.email).focus();
}

async function showExample() {
  try {
    const example = await readFile("/examples/analysis.json");
    byId("example-job").replaceChildren(h(
      "details",
      {},
      h("summary", {}, icon("chevron", "chevron"), "Read the job description and the resume"),
      h("div", { class: "columns columns-2 small" }, source("Job description", example.job_description), source("Resume", example.resume)),
    ));
    const result = renderGap(example.answer.gap_analysis, example.answer.parsed_data);
    byId("example-result").replaceChildren(result);
    // One row stands open, so that people see what opening a row shows.
    result.querySelector(".disclosure")?.click();
    byId("example").hidden = false;
  } catch {
    // The page says what the platform does without its example, too.
    byId("example").hidden = true;
  }
}

const source = (title, lines) => h("figure", { class: "quote" }, h("figcaption", { class: "quote-source" }, title), h("blockquote", {}, lines.join("\n")));

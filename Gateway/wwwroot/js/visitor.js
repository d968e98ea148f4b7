// The front page: creating an account, signing in, and the recorded example.

import { explain, readFile, register, signIn } from "./api.js";
import { renderGap } from "./analysis.js";
import { byId, h, icon } from "./dom.js";
import { busy, clearErrors, clearOnInput, showErrors, showFormError, wireReveals } from "./forms.js";
import { rest } from "./shell.js";

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

wireReveals();
wireSignIn(byId("register-form"), { send: register, isNew: true });
wireSignIn(byId("sign-in-form"), { send: signIn });
for (const link of document.querySelectorAll("[data-shows]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    showForm(link.dataset.shows);
  });
}
showExample();

// Without script the same forms are posted to the gateway's pages.
function wireSignIn(form, { send, isNew = false }) {
  const email = form.elements.email;
  const password = form.elements.password;
  const button = form.querySelector("[type=submit]");
  clearOnInput(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearErrors(form);
    const errors = problems(email, password, isNew);
    if (errors.length > 0) {
      showErrors(errors);
      rest(form);
      return;
    }
    const idle = busy(button, isNew ? "Creating the account" : "Signing in");
    try {
      await send(email.value.trim(), password.value);
      location.assign("/dashboard");
    } catch (error) {
      idle();
      rest(form);
      const { field, words } = explain(error);
      const input = { email, password }[field];
      if (input) {
        showErrors([[input, words]]);
      } else {
        showFormError(form, words);
      }
    }
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

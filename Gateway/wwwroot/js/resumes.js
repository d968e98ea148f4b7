// What script adds to the pages of resumes: a place to drop the file, a progress bar that is true, and the marked place in the text. Without it the forms are plain forms.

import { ApiError, explain, readResume } from "./api.js";
import { h, icon } from "./dom.js";
import { announce, clearFieldError, clearOnInput, showErrors, showFieldError } from "./forms.js";
import { rest } from "./shell.js";
import { problemOf, sizeInWords, uploadResume, wireDropZone } from "./upload.js";

const longestJobDescription = 100_000;
const longestWatch = 5 * 60_000;

const form = document.getElementById("upload-form");
if (form) {
  wireUpload();
}
for (const skill of document.querySelectorAll("details.skill[data-mark]")) {
  skill.addEventListener("toggle", () => showMark(skill));
}
for (const tag of document.querySelectorAll("[data-indexing]")) {
  watchIndex(tag);
}
forgetSentDraft();

// ---------- Adding a resume ----------

function wireUpload() {
  const input = document.getElementById("resume-file");
  const zone = document.getElementById("resume-drop");
  const text = document.getElementById("job-description");
  let file = null;
  let upload = null;

  // Drawn by its label; the look of a field would give it back its width.
  input.className = "visually-hidden";
  zone.hidden = false;
  clearOnInput(form);
  input.addEventListener("change", () => choose(input.files));
  wireDropZone(zone, choose);
  document.getElementById("progress-cancel").addEventListener("click", () => upload?.abort());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await send();
    } finally {
      rest(form);
    }
  });

  async function choose(files) {
    clearFieldError(input);
    if (files.length > 1) {
      showFieldError(input, `${files.length} files were dropped. Choose one resume at a time.`);
      return;
    }
    const chosen = files[0] ?? null;
    const problem = chosen ? await problemOf(chosen) : null;
    // The field itself is emptied each time: choosing the same file again, after it was saved anew, must be a change.
    input.value = "";
    if (problem) {
      // The file before stays chosen; a wrong one never takes its place.
      showFieldError(input, `${chosen.name}: ${problem}`);
      announce(problem);
      return;
    }
    file = chosen ?? file;
    document.getElementById("resume-file-chosen").textContent = file ? `${file.name}, ${sizeInWords(file.size)}` : "";
    document.getElementById("resume-drop-action").textContent = file ? "Choose another file" : "Choose a file";
    if (file) {
      announce(`${file.name}, ${sizeInWords(file.size)}, is chosen.`);
    }
  }

  async function send() {
    showFormError(null);
    if (!file) {
      showErrors([[input, "Choose your resume first: a PDF or a Word file (DOCX)."]]);
      return;
    }
    if (text.value.length > longestJobDescription) {
      showErrors([[text, `This job description has ${text.value.length.toLocaleString("en")} characters; the limit is 100,000. Paste only the advert itself.`]]);
      return;
    }
    let answer;
    try {
      answer = await sendFile();
    } catch (error) {
      const { field, words } = explain(error);
      if (field === "resume") {
        showErrors([[input, words]]);
      } else {
        showFormError(error, words);
      }
      return;
    }
    goOn(answer.resume_id);
  }

  async function sendFile() {
    const notes = [];
    upload = new AbortController();
    showProgress(`Sending ${file.name}`, 0, file.size);
    announce(`Sending ${file.name}`);
    try {
      return await uploadResume(file, {
        signal: upload.signal,
        onProgress: (sent, total) => showProgress(`Sending ${file.name}`, sent, total),
        onSent: () => {
          showProgress("Reading your resume");
          announce("Sent. Reading your resume.");
          notes.push(setTimeout(() => {
            document.getElementById("progress-note").textContent = "Still reading. A scan is read picture by picture, which can take half a minute.";
          }, 6000));
        },
      });
    } finally {
      notes.forEach(clearTimeout);
      upload = null;
      document.getElementById("progress").hidden = true;
    }
  }

  // The job description goes the way of the page's own form, to the resume that is stored now.
  function goOn(id) {
    if (text.value.trim() === "") {
      location.assign(`/resumes/${id}`);
      return;
    }
    input.disabled = true;
    form.enctype = "application/x-www-form-urlencoded";
    form.action = `/resumes/${id}/jobs`;
    form.submit();
  }
}

function showProgress(words, sent = null, total = null) {
  const bar = document.getElementById("progress-bar");
  document.getElementById("progress").hidden = false;
  document.getElementById("progress-words").textContent = words;
  document.getElementById("progress-note").textContent = "";
  if (sent === null) {
    bar.removeAttribute("value");
    document.getElementById("progress-part").textContent = "";
  } else {
    bar.value = total > 0 ? sent / total : 0;
    document.getElementById("progress-part").textContent = `${sizeInWords(sent)} of ${sizeInWords(total)}`;
  }
}

function showFormError(error, words = "") {
  const place = document.getElementById("upload-error");
  place.hidden = error === null;
  if (error === null) {
    place.replaceChildren();
    return;
  }
  const isSignedOut = error instanceof ApiError && error.status === 401;
  place.replaceChildren(
    icon("alert"),
    h("span", {}, words),
    isSignedOut ? h("a", { class: "button", href: "/sign-in", target: "_blank" }, "Sign in in a new tab") : "",
  );
}

// ---------- The marked place ----------

function showMark(skill) {
  const mark = document.getElementById(`mark-${skill.dataset.mark}`);
  const text = mark?.closest(".document");
  if (!text) {
    return;
  }
  for (const other of text.querySelectorAll(".mark-now")) {
    other.classList.remove("mark-now");
  }
  if (skill.open) {
    mark.classList.add("mark-now");
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    text.scrollTo({ top: mark.offsetTop - text.clientHeight / 3, behavior });
    // Beside the row the place must be seen; below it, on a phone, the page stays under the reader's hand and a link leads there.
    if (text.getBoundingClientRect().left >= skill.getBoundingClientRect().right) {
      mark.scrollIntoView({ block: "nearest", behavior });
    }
  }
}

// ---------- The search index ----------

/** Looks until the resume is searchable; gives up after a while, because the page is fresh at the next visit anyway. */
async function watchIndex(tag) {
  const until = Date.now() + longestWatch;
  for (let wait = 1000; Date.now() < until; wait = Math.min(wait * 1.5, 15_000)) {
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    try {
      if ((await readResume(tag.dataset.indexing)).faiss_indexed) {
        tag.replaceChildren(icon("check"), "Searchable");
        tag.className = "tag tag-good";
        return;
      }
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind === "answer") {
        return;
      }
    }
  }
}

// The address says that a text was taken: the draft has done its work. Said once: whoever comes back to the page may have a new one.
function forgetSentDraft() {
  const address = new URL(location.href);
  if (!address.searchParams.has("taken")) {
    return;
  }
  address.searchParams.delete("taken");
  history.replaceState(history.state, "", address);
  try {
    for (const key of Object.keys(sessionStorage).filter((name) => /^draft:(job|compare)-/.test(name))) {
      sessionStorage.removeItem(key);
    }
  } catch {
    // Storage is blocked: nothing was kept.
  }
  for (const field of document.querySelectorAll("textarea[data-draft]:not([aria-invalid])")) {
    field.value = field.defaultValue;
  }
}

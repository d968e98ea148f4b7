// The signed-in page: a resume, a job description, and what the platform finds between them.

import * as api from "./api.js";
import { renderChunks, renderGap, renderProfile, renderQuestions } from "./analysis.js";
import { byId, h, icon, moveTo } from "./dom.js";
import { announce, busy, clearErrors, clearFieldError, clearOnInput, once, showErrors, showFieldError, showFormError } from "./forms.js";
import { problemOf, sizeInWords, uploadResume, wireDropZone } from "./upload.js";

// The API's own limit: a page pasted with everything around it is told so before it is sent.
const longestJobDescription = 100_000;
const longestWatch = 5 * 60_000;

// What the page knows. Nothing of it outlives a sign-out.
const fresh = () => ({ user: null, resumes: [], file: null, profile: null, gap: null, comparedWith: null, chunksCreated: null, upload: null });
let state = fresh();

export function startWorkspace() {
  const form = byId("analyse-form");
  const input = byId("resume-file");
  clearOnInput(form);
  clearOnInput(byId("questions-form"));
  input.addEventListener("change", () => choose(input.files));
  wireDropZone(byId("resume-drop"), choose);
  byId("resume-file-remove").addEventListener("click", () => {
    choose([]);
    input.focus();
  });
  byId("job-description").addEventListener("input", () => {
    saveDraft();
    showWhatComesNext();
  });
  const analyse = once(runAnalysis);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    analyse();
  });
  byId("progress-cancel").addEventListener("click", () => state.upload?.abort());

  byId("questions-form").addEventListener("submit", (event) => {
    event.preventDefault();
    ask(byId("questions-button"), "standard");
  });
  byId("questions-again").addEventListener("click", (event) => ask(event.currentTarget, crypto.getRandomValues(new Uint32Array(1))[0].toString(36)));
}

/** Shows a user's page as they left it: their text, their current resume, and the comparison they last made. */
export async function openWorkspace(user) {
  leaveWorkspace();
  state.user = user;
  const draft = readDraft();
  state.comparedWith = draft.comparedWith ?? null;
  byId("job-description").value = draft.jobDescription ?? "";
  await load({ quiet: true });
}

async function load(options) {
  const mine = state;
  const list = byId("resumes");
  delete list.dataset.shows;
  list.replaceChildren(h("p", { class: "muted" }, "Getting your resumes."));
  try {
    await refreshResumes(options);
    showWhatComesNext();
    if (current()) {
      await showLastResult(mine, options);
    }
  } catch (error) {
    if (mine === state) {
      const again = h("button", { class: "button", type: "button", onclick: () => load({}) }, "Try again");
      list.replaceChildren(h("div", { class: "notice notice-bad", role: "alert" }, icon("alert"), h("span", {}, api.explain(error).words), again));
    }
  }
}

// A comparison is quick and changes nothing, so it is made anew rather than stored with its quotes in the browser.
async function showLastResult(mine, options) {
  const { comparedWith } = mine;
  const [analysis, comparison] = await Promise.all([api.readAnalysis(options), comparedWith ? api.compare(comparedWith, options) : null]);
  if (mine !== state || mine.profile) {
    return;
  }
  mine.profile = analysis.resume_data;
  mine.gap = comparison?.gap_analysis ?? null;
  showResult();
  showWhatComesNext();
  watchIndex();
}

/** Forgets everything of the user who was here. */
export function leaveWorkspace() {
  state.upload?.abort();
  state = fresh();
  byId("analyse-form").reset();
  byId("questions-form").reset();
  clearErrors(byId("analyse-form"));
  clearErrors(byId("questions-form"));
  byId("result").replaceChildren();
  byId("result").hidden = true;
  byId("questions").replaceChildren();
  byId("questions-again").hidden = true;
  byId("questions-section").hidden = true;
  byId("resumes").replaceChildren();
  delete byId("resumes").dataset.shows;
  showFile();
  showWhatComesNext();
}

// ---------- The draft: this tab's text, kept over a reload and the back button ----------

const draftKey = () => `draft-${state.user?.id}`;

function readDraft() {
  try {
    return JSON.parse(sessionStorage.getItem(draftKey())) ?? {};
  } catch {
    return {};
  }
}

function saveDraft() {
  try {
    sessionStorage.setItem(draftKey(), JSON.stringify({ jobDescription: byId("job-description").value, comparedWith: state.comparedWith }));
  } catch {
    // Storage is blocked or full: the text is in its field all the same.
  }
}

/** Removes every draft of this tab. */
export function forgetDrafts() {
  try {
    for (const key of Object.keys(sessionStorage).filter((name) => /^draft[-:]/.test(name))) {
      sessionStorage.removeItem(key);
    }
  } catch {
    // Storage is blocked: nothing was kept.
  }
}

// ---------- The file ----------

async function choose(files) {
  const input = byId("resume-file");
  clearFieldError(input);
  if (files.length > 1) {
    showFieldError(input, `${files.length} files were dropped. Choose one resume at a time.`);
    return;
  }
  const file = files[0] ?? null;
  const problem = file ? await problemOf(file) : null;
  // The field itself is emptied each time: choosing the same file again, after it was saved anew, must be a change.
  input.value = "";
  if (problem) {
    // The file before stays chosen; a wrong one never takes its place.
    showFieldError(input, `${file.name}: ${problem}`);
    announce(problem);
    return;
  }
  state.file = file;
  announce(file ? `${file.name}, ${sizeInWords(file.size)}, is chosen.` : "No file is chosen.");
  showFile();
  showWhatComesNext();
}

const current = () => state.resumes.find((resume) => resume.current) ?? null;

function showFile() {
  const { file } = state;
  const resume = current();
  const row = byId("resume-file-row");
  row.hidden = !file && !resume;
  byId("resume-file-remove").hidden = !file;
  byId("resume-file-name").textContent = file?.name ?? resume?.filename ?? "";
  byId("resume-file-detail").textContent = file ? `${sizeInWords(file.size)}, not sent yet` : resume ? `Your current resume, of ${dateInWords(resume.uploaded_at)}` : "";
  byId("resume-drop").classList.toggle("drop-small", !row.hidden);
  byId("resume-drop-action").textContent = row.hidden ? "Choose a file" : "Choose another file";
}

function showWhatComesNext() {
  const text = byId("job-description").value.trim();
  const hint = byId("analyse-hint");
  byId("analyse-button").textContent = state.file || !current() ? "Analyse my resume" : "Compare with my resume";
  hint.textContent = state.gap && text !== state.comparedWith && !state.file ? "The result below is for the job description before." : "";
}

// ---------- The analysis ----------

async function runAnalysis() {
  const form = byId("analyse-form");
  clearErrors(form);
  const input = byId("resume-file");
  const text = byId("job-description");
  const jobDescription = text.value.trim();
  if (!state.file && !current()) {
    showErrors([[input, "Choose your resume first: a PDF or a Word file (DOCX)."]]);
    return;
  }
  if (!state.file && jobDescription === "") {
    showErrors([[text, "Paste the job description to compare your resume with, or choose another resume."]]);
    return;
  }
  if (jobDescription.length > longestJobDescription) {
    const count = jobDescription.length.toLocaleString("en");
    showErrors([[text, `This job description has ${count} characters; the limit is 100,000. Paste only the advert itself.`]]);
    return;
  }
  const mine = state;
  try {
    await (mine.file ? upload(mine, jobDescription) : compareAgain(mine, jobDescription));
  } catch (error) {
    if (mine !== state) {
      return;
    }
    const { field, words } = api.explain(error);
    const target = { resume: input, job_description: text }[field];
    if (target) {
      showErrors([[target, words]]);
    } else {
      showFormError(form, words, error.kind === "cancelled" ? null : () => form.requestSubmit());
    }
  }
}

async function upload(mine, jobDescription) {
  const { file } = mine;
  const idle = busy(byId("analyse-button"), "Sending");
  const notes = [];
  mine.upload = new AbortController();
  showProgress(`Sending ${file.name}`, 0, file.size);
  announce(`Sending ${file.name}`);
  let answer;
  try {
    answer = await uploadResume(file, jobDescription, {
      signal: mine.upload.signal,
      onProgress: (sent, total) => showProgress(`Sending ${file.name}`, sent, total),
      onSent: () => {
        showProgress(jobDescription ? "Reading your resume and comparing it with the job" : "Reading your resume");
        announce("Sent. Reading your resume.");
        notes.push(setTimeout(() => {
          byId("progress-note").textContent = "Still reading. A scan is read picture by picture, which can take half a minute.";
        }, 6000));
      },
    });
  } finally {
    notes.forEach(clearTimeout);
    mine.upload = null;
    byId("progress").hidden = true;
    idle();
  }
  if (mine !== state) {
    return;
  }
  mine.file = null;
  mine.profile = answer.parsed_data;
  mine.gap = answer.gap_analysis;
  mine.comparedWith = answer.gap_analysis ? jobDescription : null;
  mine.chunksCreated = answer.chunks_created;
  mine.resumes = [
    { resume_id: answer.resume_id, filename: file.name, uploaded_at: new Date().toISOString(), current: true, faiss_indexed: answer.faiss_indexed },
    ...mine.resumes.filter((resume) => resume.resume_id !== answer.resume_id).map((resume) => ({ ...resume, current: false })),
  ];
  saveDraft();
  showResult({ isDuplicate: answer.duplicate === true });
  moveToResult();
  // The list as the server has it; what is on the page is right without it.
  await refreshResumes({ quiet: true }).catch(() => {});
  showWhatComesNext();
  watchIndex();
}

async function compareAgain(mine, jobDescription) {
  const idle = busy(byId("analyse-button"), "Comparing");
  let answer;
  try {
    answer = await api.compare(jobDescription);
  } finally {
    idle();
  }
  if (mine !== state) {
    return;
  }
  mine.gap = answer.gap_analysis;
  mine.comparedWith = jobDescription;
  saveDraft();
  showResult();
  showWhatComesNext();
  moveToResult();
}

function showProgress(words, sent = null, total = null) {
  const bar = byId("progress-bar");
  byId("progress").hidden = false;
  byId("progress-words").textContent = words;
  byId("progress-note").textContent = "";
  if (sent === null) {
    bar.removeAttribute("value");
    byId("progress-part").textContent = "";
  } else {
    bar.value = total > 0 ? sent / total : 0;
    byId("progress-part").textContent = `${sizeInWords(sent)} of ${sizeInWords(total)}`;
  }
}

function showResult({ isDuplicate = false } = {}) {
  const place = byId("result");
  const { gap, profile } = state;
  place.replaceChildren(
    ...(isDuplicate ? [h("p", { class: "notice" }, icon("info"), h("span", {}, "You have sent this file before, so this is its earlier reading. It is your current resume again."))] : []),
    ...(gap ? [renderGap(gap, profile)] : []),
    ...(gap ? [] : [h("p", { class: "notice" }, icon("info"), h("span", {}, "Paste a job description above to see the match."))]),
    ...(profile ? [renderProfile(profile, { more: searchState() })] : []),
  );
  place.hidden = false;
  byId("questions-section").hidden = false;
}

function moveToResult() {
  const title = byId("result").querySelector("h2");
  moveTo(title);
  announce(`The analysis is ready. ${title.textContent}.`);
}

// ---------- The search index ----------

function searchState() {
  const pieces = h("div", {});
  const details = h("details", { class: "no-print" }, h("summary", {}, icon("chevron", "chevron"), "Show the pieces"), pieces);
  details.addEventListener("toggle", once(async () => {
    if (!details.open || pieces.hasChildNodes()) {
      return;
    }
    pieces.replaceChildren(h("p", { class: "muted" }, "Getting the pieces."));
    try {
      pieces.replaceChildren(renderChunks((await api.readChunks()).chunks));
    } catch (error) {
      pieces.replaceChildren(h("p", { class: "field-error" }, icon("alert"), h("span", {}, api.explain(error).words)));
      details.addEventListener("toggle", () => pieces.replaceChildren(), { once: true });
    }
  }));
  return h(
    "div",
    { class: "stack-tight" },
    h("div", { class: "row" }, h("h3", {}, "Search"), h("span", { id: "search-tag" }, indexTag(current()?.faiss_indexed === true))),
    h("p", { class: "muted", id: "search-words" }, searchWords()),
    details,
  );
}

const indexTag = (isIndexed) => isIndexed
  ? h("span", { class: "tag tag-good" }, icon("check"), "Searchable")
  : h("span", { class: "tag tag-warn" }, icon("clock"), "Indexing");

function searchWords() {
  const count = state.chunksCreated;
  const pieces = count === null ? "pieces of text" : count === 1 ? "one piece of text" : `${count} pieces of text`;
  return current()?.faiss_indexed
    ? `Your resume is cut into ${pieces}; questions start from those that fit the job best.`
    : `Indexing ${pieces}. This goes on by itself, and you need not wait.`;
}

/** Looks at the list until the current resume is searchable; gives up after a while, because the list is fresh at the next visit anyway. */
async function watchIndex() {
  const mine = state;
  const watched = current()?.resume_id;
  const until = Date.now() + longestWatch;
  for (let wait = 1000; watched !== undefined && Date.now() < until; wait = Math.min(wait * 1.5, 15_000)) {
    if (mine !== state || current()?.resume_id !== watched || current().faiss_indexed) {
      return;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    if (mine !== state) {
      return;
    }
    try {
      await refreshResumes({ quiet: true });
    } catch (error) {
      if (error.kind === "signed-out") {
        return;
      }
      continue;
    }
    if (current()?.resume_id === watched && current().faiss_indexed) {
      byId("search-tag").replaceChildren(indexTag(true));
      byId("search-words").textContent = searchWords();
      announce("Your resume is searchable now.");
    }
  }
}

// ---------- Questions ----------

const ask = once(runQuestions);

async function runQuestions(button, variation) {
  const form = byId("questions-form");
  const count = byId("question-count");
  clearErrors(form);
  const wanted = Number(count.value);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 20) {
    showErrors([[count, "Choose a number from 1 to 20."]]);
    return;
  }
  const mine = state;
  const idle = busy(button, "Writing");
  try {
    const jobDescription = byId("job-description").value.trim();
    const answer = await api.writeQuestions({ job_description: jobDescription, question_count: wanted, variation_seed: variation });
    if (mine !== state) {
      return;
    }
    const passages = answer.resume_chunks_found;
    byId("questions").replaceChildren(
      renderQuestions(answer.questions),
      h("p", { class: "small muted" }, `From ${passages} ${passages === 1 ? "passage" : "passages"} of your resume${jobDescription ? " and the job description" : ""}.`),
    );
    byId("questions-again").hidden = false;
    announce(`${answer.questions.length} questions are ready.`);
  } catch (error) {
    if (mine !== state) {
      return;
    }
    const { field, words } = api.explain(error);
    if (field === "question_count") {
      showErrors([[count, words]]);
    } else if (field === "job_description") {
      showErrors([[byId("job-description"), words]]);
    } else {
      showFormError(form, words, () => ask(button, variation));
    }
  } finally {
    idle();
  }
}

// ---------- The list of resumes ----------

async function refreshResumes(options) {
  const mine = state;
  const { resumes } = await api.listResumes(options);
  if (mine === state) {
    mine.resumes = resumes;
    showResumes();
    showFile();
  }
  return resumes;
}

function showResumes() {
  const place = byId("resumes");
  if (state.resumes.length === 0) {
    place.replaceChildren(h("p", { class: "muted" }, "None yet. Choose a file above; it stays here until you delete it."));
    return;
  }
  // A list that says the same is left alone: an open question in it, or the focus, must not vanish under someone's hand.
  const signature = JSON.stringify(state.resumes);
  if (place.dataset.shows === signature && place.hasChildNodes()) {
    return;
  }
  place.dataset.shows = signature;
  place.replaceChildren(h("ul", { class: "resumes", role: "list" }, state.resumes.map(resumeRow)));
}

function resumeRow(resume) {
  const row = h("li", {});
  const profile = h("div", { id: `resume-${resume.resume_id}`, class: "evidence", hidden: true });
  const show = h("button", { class: "button button-quiet", type: "button", "aria-expanded": "false", "aria-controls": profile.id, "aria-label": `Show ${resume.filename}` }, icon("chevron", "chevron"), "Show");
  const remove = h("button", { class: "button button-quiet", type: "button", "aria-label": `Delete ${resume.filename}` }, icon("trash"), "Delete");
  const actions = h("div", { class: "row" }, show, remove);
  const words = h("div", { class: "file-text" },
    h("span", { class: "file-name" }, resume.filename),
    h("span", { class: "row small muted" },
      h("span", {}, dateInWords(resume.uploaded_at)),
      resume.current ? h("span", { class: "tag tag-good" }, icon("check"), "Current") : null,
      resume.faiss_indexed ? null : indexTag(false)));

  show.addEventListener("click", once(async () => {
    const open = profile.hidden;
    profile.hidden = !open;
    show.setAttribute("aria-expanded", String(open));
    if (!open || profile.dataset.read) {
      return;
    }
    profile.replaceChildren(h("p", { class: "muted" }, "Getting what was read from it."));
    try {
      const answer = await api.readResume(resume.resume_id);
      profile.replaceChildren(renderProfile(answer.resume_data, { title: "What was read from it", level: 3 }));
      profile.dataset.read = "yes";
    } catch (error) {
      profile.replaceChildren(h("p", { class: "field-error" }, icon("alert"), h("span", {}, api.explain(error).words)));
    }
  }));

  remove.addEventListener("click", () => {
    const keep = h("button", { class: "button", type: "button" }, "Keep it");
    const really = h("button", { class: "button button-danger", type: "button" }, "Delete for good");
    const question = h("div", { class: "row", role: "group", "aria-label": `Delete ${resume.filename}` }, h("span", {}, "Delete it and all that was read from it?"), really, keep);
    const back = () => {
      question.replaceWith(actions);
      remove.focus();
    };
    keep.addEventListener("click", back);
    question.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        back();
      }
    });
    really.addEventListener("click", once(() => deleteResume(resume, really, question)));
    actions.replaceWith(question);
    keep.focus();
  });

  row.append(h("div", { class: "resume-row" }, words, actions), profile);
  return row;
}

async function deleteResume(resume, button, question) {
  const mine = state;
  const idle = busy(button, "Deleting");
  try {
    await api.deleteResume(resume.resume_id);
  } catch (error) {
    idle();
    // Gone already, in another tab perhaps: what was asked for is so.
    if (error.kind !== "answer" || error.status !== 404) {
      question.querySelector(".field-error")?.remove();
      question.append(h("p", { class: "field-error", role: "alert" }, icon("alert"), h("span", {}, api.explain(error).words)));
      return;
    }
  }
  if (mine !== state) {
    return;
  }
  announce(`${resume.filename} is deleted.`);
  if (resume.current) {
    // What is on the page was about the deleted resume.
    mine.profile = null;
    mine.gap = null;
    mine.comparedWith = null;
    mine.chunksCreated = null;
    saveDraft();
    byId("result").replaceChildren();
    byId("result").hidden = true;
    byId("questions").replaceChildren();
    byId("questions-again").hidden = true;
    byId("questions-section").hidden = true;
  }
  mine.resumes = mine.resumes.filter((other) => other.resume_id !== resume.resume_id);
  showResumes();
  showFile();
  moveTo(byId("resumes-title"));
  await refreshResumes({ quiet: true }).catch(() => {});
  showWhatComesNext();
  if (resume.current && current() && mine === state) {
    const analysis = await api.readAnalysis({ quiet: true }).catch(() => null);
    if (analysis && mine === state) {
      mine.profile = analysis.resume_data;
      showResult();
    }
  }
}

const dateFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
const dateInWords = (iso) => dateFormat.format(new Date(iso));

// What the pages of reports and practice interviews add to the frame's script. Without it every form still works as a plain form.

// ---------- Time on a question ----------

// Counts up beside the question; a reload goes on counting. It is announced to nobody: who listens to a page must not be told each second.
function startTimer(timer) {
  const key = timer.dataset.timer;
  let begun = Date.now();
  try {
    begun = Number(sessionStorage.getItem(key)) || begun;
    sessionStorage.setItem(key, String(begun));
  } catch {
    // Storage is blocked: it counts from the page's opening.
  }
  const shown = timer.querySelector("[data-timer-time]");
  const tick = () => {
    if (!timer.isConnected) {
      clearInterval(clock);
      return;
    }
    const seconds = Math.max(0, Math.floor((Date.now() - begun) / 1000));
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const two = (number) => String(number).padStart(2, "0");
    shown.textContent = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  };
  const clock = setInterval(tick, 1000);
  tick();
  timer.hidden = false;
}

const startTimers = (within) => within.querySelectorAll?.("[data-timer][hidden]").forEach(startTimer);
startTimers(document);
document.body.addEventListener("htmx:afterSettle", (event) => startTimers(event.detail.elt));

// ---------- The draft, in words ----------

document.addEventListener("input", (event) => {
  const state = event.target.id === "answer-text" ? document.querySelector("[data-draft-state]") : null;
  if (state) {
    state.textContent = "Not saved yet.";
  }
});

// ---------- A file chosen is a file meant ----------

document.addEventListener("change", (event) => {
  const field = event.target.closest?.("[data-file-of-choice]");
  if (field) {
    const choice = field.form.querySelector("[data-choice-of-file]");
    if (choice && field.files.length > 0) {
      choice.checked = true;
    }
  } else if (event.target.name === "resumeId" && !event.target.hasAttribute("data-choice-of-file")) {
    // A stored resume after all: the file would win.
    const file = event.target.form.querySelector("[data-file-of-choice]");
    if (file) {
      file.value = "";
    }
  }
});

// ---------- The way up, in words ----------

document.body.addEventListener("htmx:xhr:progress", (event) => {
  const { elt, loaded, total, lengthComputable } = event.detail;
  const words = elt.closest?.("form")?.querySelector("[data-progress]");
  if (!words || !lengthComputable || total < 512 * 1024) {
    return;
  }
  words.dataset.words ??= words.textContent;
  const share = Math.floor((100 * loaded) / total);
  words.textContent = share < 100 ? `Uploading: ${share} %` : words.dataset.words;
});

// ---------- An error leads to its field ----------

function forgetRefusal(form) {
  for (const field of form?.querySelectorAll("[data-refused]") ?? []) {
    delete field.dataset.refused;
    field.removeAttribute("aria-invalid");
    field.setAttribute("aria-describedby", (field.getAttribute("aria-describedby") ?? "").replace(" refused-words", ""));
  }
  document.getElementById("refused-words")?.remove();
}

document.body.addEventListener("htmx:beforeRequest", (event) => forgetRefusal(event.detail.elt.closest("form")));

// The words come into the form's own alert. Where their field stands in a place of its own they go there, so that nobody has to look for them.
document.body.addEventListener("htmx:afterSwap", (event) => {
  const error = event.detail.target?.querySelector?.(".error[data-field]");
  const field = error ? document.getElementById(error.dataset.field) : null;
  if (!field) {
    return;
  }
  field.closest("details")?.setAttribute("open", "");
  field.dataset.refused = "yes";
  field.setAttribute("aria-invalid", "true");
  const place = field.closest(".field");
  if (place) {
    const words = document.createElement("p");
    words.id = "refused-words";
    words.className = "field-error";
    words.setAttribute("role", "alert");
    const sign = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    sign.setAttribute("class", "icon");
    sign.setAttribute("aria-hidden", "true");
    sign.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
    sign.firstChild.setAttribute("href", "/img/icons.svg#alert");
    const text = document.createElement("span");
    text.textContent = error.textContent;
    words.append(sign, text);
    place.append(words);
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} refused-words`);
    event.detail.target.hidden = true;
  }
  field.focus();
});

// ---------- The conversation ----------

// The newest question stands just above the box for its answer, which stays at the bottom of the window.
function showNewest() {
  const newest = document.querySelector("#conversation > li:last-child");
  const box = document.getElementById("answer");
  if (!newest || !box) {
    return;
  }
  const gap = 12;
  const { top, bottom } = newest.getBoundingClientRect();
  const hidden = bottom + gap - box.getBoundingClientRect().top;
  if (hidden > 0) {
    window.scrollBy(0, Math.min(hidden, top - gap));
  }
}

addEventListener("load", showNewest);
document.body.addEventListener("htmx:afterSettle", () => requestAnimationFrame(showNewest));

// ---------- Downloads ----------

// A form whose answer is a file leaves the page where it is, so it may be sent again.
document.addEventListener("submit", (event) => {
  if (event.target.hasAttribute("data-download")) {
    delete event.target.dataset.sending;
    event.target.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

// ---------- Paper ----------

// Nothing can be opened on paper.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not([open]):not(.no-print)")) {
    details.open = true;
    details.dataset.printed = "yes";
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("[data-printed]")) {
    details.open = false;
    delete details.dataset.printed;
  }
});

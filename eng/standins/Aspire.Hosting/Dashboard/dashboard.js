// Takes a fresh copy of the page every two seconds; what is unfolded, scrolled or focused stays so.
async function refresh() {
  if (document.hidden) return;
  const answer = await fetch("/", { cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("summary").replaceWith(fresh.getElementById("summary"));
  for (const next of fresh.querySelectorAll("details")) {
    const now = document.querySelector(`details[data-name="${CSS.escape(next.dataset.name)}"]`);
    if (!now) {
      document.getElementById("resources").append(next);
      continue;
    }
    if (!now.contains(document.activeElement) || document.activeElement === now.querySelector("summary")) {
      now.querySelector("summary").innerHTML = next.querySelector("summary").innerHTML;
    }
    if (String(getSelection()) === "") {
      const lines = now.querySelector("pre");
      const atEnd = lines.scrollTop + lines.clientHeight >= lines.scrollHeight - 4;
      lines.textContent = next.querySelector("pre").textContent;
      if (atEnd) lines.scrollTop = lines.scrollHeight;
    }
  }
}

setInterval(() => refresh().catch(() => {
  const summary = document.getElementById("summary");
  summary.textContent = "The host does not answer";
  summary.className = "bad";
}), 2000);

// The last line is the one of interest.
document.addEventListener("toggle", (event) => {
  const lines = event.target.querySelector("pre");
  if (event.target.open && lines) lines.scrollTop = lines.scrollHeight;
}, true);

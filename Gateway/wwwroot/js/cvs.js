// The page of a CV conversation. Without it the page is reloaded after each message, and everything works.

const sheet = document.getElementById("cv-sheet");

// The new paper is fetched behind the old one and takes its place when it is there: no white flash, and it stays where it was scrolled to.
function showPaper() {
  const source = document.getElementById("paper-address")?.dataset.source;
  const shown = sheet?.querySelector("iframe:not([data-coming])");
  if (!source || !shown) {
    return;
  }
  sheet.querySelector("[data-coming]")?.remove();
  if (shown.getAttribute("src") === source) {
    return;
  }
  const coming = shown.cloneNode();
  coming.dataset.coming = "";
  coming.src = source;
  coming.addEventListener("load", () => {
    coming.contentWindow.scrollTo(0, shown.contentWindow.scrollY);
    delete coming.dataset.coming;
    shown.remove();
  }, { once: true });
  sheet.append(coming);
}

document.body.addEventListener("htmx:afterSettle", showPaper);

// A title that is being written is not written over by the answer to a message.
document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target } = event.detail;
  if (target.id === "cv-finish" && target.querySelector("details[open]")) {
    event.detail.shouldSwap = false;
  }
});

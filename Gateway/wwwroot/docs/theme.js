// Runs before the first paint, so that the page does not flash in the other theme.
const remembered = localStorage.getItem("theme");
if (remembered === "light" || remembered === "dark") document.documentElement.dataset.theme = remembered;

addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme");
  const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const name = () => { button.textContent = isDark() ? "Light theme" : "Dark theme"; };
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    localStorage.setItem("theme", next);
    name();
  });
  name();
});

// Runs before the first paint, so neither the theme nor the signed-out page flashes by. Everything else is in the modules.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") {
      root.dataset.theme = theme;
    }
    if (localStorage.getItem("session")) {
      root.dataset.signedIn = "maybe";
    }
  } catch {
    // Storage is blocked: the system's theme and the signed-out page are right then.
  }
})();

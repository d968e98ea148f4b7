// Runs before the first paint, so that the theme does not flash by. Everything else is in the modules.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") {
      root.dataset.theme = theme;
    }
  } catch {
    // Storage is blocked: the system's theme is right then.
  }
})();

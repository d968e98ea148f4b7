// Starts the page: who is it, which of the two pages do they see, and which theme.

import * as api from "./api.js";
import { byId } from "./dom.js";
import { showFormError, wireReveals } from "./forms.js";
import * as session from "./session.js";
import { startVisitor, wireSignIn } from "./visitor.js";
import { forgetDrafts, leaveWorkspace, openWorkspace, startWorkspace } from "./workspace.js";

const root = document.documentElement;
let shownUser = null;

wireTheme();
wireReveals();
wireAccount();
wireSignInAgain();
startVisitor();
startWorkspace();
session.onChange(showUser);
byId("opening-retry").addEventListener("click", begin);
await begin();

async function begin() {
  byId("opening-failed").hidden = true;
  byId("opening-words").hidden = false;
  if (!session.isKept()) {
    showVisitor();
    return;
  }
  try {
    session.setUser(await api.me());
  } catch (error) {
    if (error.kind === "signed-out") {
      await session.forget();
      showVisitor();
      return;
    }
    byId("opening-error").textContent = api.explain(error).words;
    byId("opening-words").hidden = true;
    byId("opening-failed").hidden = false;
  }
}

function showUser(user) {
  if (!user) {
    if (shownUser) {
      shownUser = null;
      leaveWorkspace();
      showVisitor();
      byId("main").focus();
    }
    return;
  }
  byId("account-name").textContent = user.full_name || user.username || user.email;
  if (shownUser?.id === user.id) {
    return;
  }
  shownUser = user;
  if (!followNext()) {
    showWorkspace();
    openWorkspace(user);
  }
}

function showVisitor() {
  delete root.dataset.signedIn;
  byId("visitor").hidden = false;
  byId("workspace").hidden = true;
  byId("account").hidden = true;
  byId("sections").hidden = true;
  document.body.classList.remove("with-bottom-bar");
}

function showWorkspace() {
  const focusIsLost = byId("visitor").contains(document.activeElement);
  delete root.dataset.signedIn;
  byId("visitor").hidden = true;
  byId("workspace").hidden = false;
  byId("account").hidden = false;
  byId("sections").hidden = false;
  document.body.classList.add("with-bottom-bar");
  if (focusIsLost) {
    byId("main").focus();
  }
}

// A page that needs a sign-in sends its visitors here with the way back. Only a path of ours is followed, and not twice in a row: a browser without cookies
// would go to and fro for ever.
function followNext() {
  const next = new URLSearchParams(location.search).get("next");
  if (!next) {
    return false;
  }
  const target = new URL(next, location.origin);
  history.replaceState(null, "", "/");
  if (target.origin !== location.origin || target.pathname === "/") {
    return false;
  }
  try {
    const [lastPath, lastTime] = JSON.parse(sessionStorage.getItem("followed") ?? "[]");
    if (lastPath === next && Date.now() - lastTime < 10_000) {
      return false;
    }
    sessionStorage.setItem("followed", JSON.stringify([next, Date.now()]));
  } catch {
    return false;
  }
  location.replace(target);
  return true;
}

function wireTheme() {
  const button = byId("theme-switch");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Storage is blocked: the choice lasts as long as the page.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}

function wireAccount() {
  byId("sign-out").addEventListener("click", async () => {
    forgetDrafts();
    try {
      await api.signOut();
    } catch {
      showFormError(byId("register-form"), "You are signed out on this page, but the server could not be told. Its sign-in for this browser ends by itself within 30 minutes.");
    }
  });
}

function wireSignInAgain() {
  const dialog = byId("sign-in-again");
  const form = byId("sign-in-again-form");
  let settle = null;

  wireSignIn(form, {
    send: async (email, password) => {
      const before = session.currentUser()?.id;
      await api.signIn(email, password);
      if (before !== session.currentUser()?.id) {
        // Another person: what the one before had started must not go on in their name.
        settle?.reject(new api.ApiError("signed-out"));
        settle = null;
      }
    },
    done: () => {
      settle?.resolve();
      settle = null;
      dialog.close();
    },
  });
  byId("sign-in-again-later").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    settle?.reject(new api.ApiError("signed-out"));
    settle = null;
  });

  api.onSignInNeeded(() => new Promise((resolve, reject) => {
    settle = { resolve, reject };
    form.elements.email.value ||= session.currentUser()?.email ?? "";
    dialog.showModal();
    (form.elements.email.value ? form.elements.password : form.elements.email).focus();
  }));
}

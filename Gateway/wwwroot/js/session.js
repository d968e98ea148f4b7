// Who is signed in, and the tokens that show it. No network here: api.js does the asking.
//
// Where the tokens are kept, and why:
// - The access token (30 minutes) lives in memory. The gateway also sets it as the HttpOnly cookie `token`, which no script can read and which the browser
//   sends by itself; so a reload needs no new token.
// - The refresh token lives in localStorage, not in sessionStorage. It is good for one use, and showing a used one ends the whole session. A duplicated tab copies
//   sessionStorage, and the two copies would end each other; localStorage has one value that all tabs share, with a lock around its use (api.js). The price is that a
//   script injected into this page could read it; a script in the page could use either storage, and the content security policy lets in no script but ours.

const storageKey = "session";
const listeners = new Set();
let accessToken = null;
let user = null;

/** The user as the API shows it, or null. */
export const currentUser = () => user;

/** The access token, or null after a reload: the cookie stands in for it then. */
export const currentAccessToken = () => accessToken;

/** The newest refresh token of any tab, or null. */
export const storedRefreshToken = () => read()?.refreshToken ?? null;

/** Whether somebody signed in on this browser and has not signed out. */
export const isKept = () => read() !== null;

/** Whether the access token, in memory or as the cookie, has less than this many milliseconds left. */
export const expiresWithin = (milliseconds) => (read()?.accessExpiresAt ?? 0) - Date.now() < milliseconds;

/** Takes what sign-in and refresh answer. */
export function keep(signedIn) {
  accessToken = signedIn.access_token;
  const kept = { refreshToken: signedIn.refresh_token, accessExpiresAt: expiryOf(signedIn.access_token), userId: signedIn.user?.id ?? null };
  write(JSON.stringify(kept));
  setUser(signedIn.user ?? user);
}

/** Takes what `GET /api/v1/users/me` answers. */
export function setUser(value) {
  user = value;
  notify();
}

/** Forgets everything; other tabs hear of it through the storage event. */
export function forget() {
  accessToken = null;
  user = null;
  write(null);
  notify();
}

/** Calls back on each sign-in and sign-out, also those of other tabs. */
export function onChange(listener) {
  listeners.add(listener);
}

addEventListener("storage", (event) => {
  if (event.key !== storageKey && event.key !== null) {
    return;
  }
  const kept = read();
  if (!kept && user) {
    accessToken = null;
    user = null;
    notify();
  } else if (kept && user && kept.userId !== null && kept.userId !== user.id) {
    // Somebody else signed in in another tab, and the cookie is theirs now: this tab must not mix two people's resumes.
    location.reload();
  } else if (kept) {
    // Another tab has refreshed: its token is newer than the one in memory, and the cookie is too.
    accessToken = null;
  }
});

function notify() {
  for (const listener of listeners) {
    listener(user);
  }
}

// When storage is blocked the session lives as long as the page.
let memory = null;

function read() {
  try {
    memory = localStorage.getItem(storageKey);
  } catch {
    // Blocked: what this page remembers is all there is.
  }
  try {
    return memory ? JSON.parse(memory) : null;
  } catch {
    return null;
  }
}

function write(value) {
  memory = value;
  try {
    if (value === null) {
      localStorage.removeItem(storageKey);
    } else {
      localStorage.setItem(storageKey, value);
    }
  } catch {
    // Blocked, as above.
  }
}

// When a token ends, by this device's clock: its lifetime counted from now, so that a clock that is wrong does not matter.
// It only decides how early to refresh, never whether somebody is let in.
function expiryOf(token) {
  try {
    const claims = JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
    return Date.now() + (claims.exp - claims.iat) * 1000;
  } catch {
    return 0;
  }
}

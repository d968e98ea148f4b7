// Who is signed in, and the tokens that show it. No network here: api.js does the asking.
//
// Where the tokens are kept, and why:
// - The access token (30 minutes) lives in memory. The gateway also sets it as the HttpOnly cookie `token`, which no script can read and which the browser
//   sends by itself; so a reload needs no new token.
// - The refresh token lives in IndexedDB. It is good for one use, and showing a used one ends the whole session, so all tabs must share one value and see each
//   change at once. A duplicated tab copies sessionStorage, and localStorage reaches another tab's process only after a moment: with either, two tabs would end
//   each other now and then. The price is that a script injected into this page could read it; so it could from any storage of the page, and the content
//   security policy lets in no script but ours.
// - localStorage holds what is no secret and must be known before the first paint: that somebody is signed in, who, and until when the access token is good.

const markKey = "session";
const listeners = new Set();
let accessToken = null;
let user = null;

/** The user as the API shows it, or null. */
export const currentUser = () => user;

/** The access token, or null after a reload: the cookie stands in for it then. */
export const currentAccessToken = () => accessToken;

/** The newest refresh token of any tab, or null. */
export const storedRefreshToken = () => vault("readonly", (tokens) => tokens.get("refresh")).then((token) => token ?? null);

/** Whether somebody signed in on this browser and has not signed out. */
export const isKept = () => readMark() !== null;

/** Whether the access token, in memory or as the cookie, has less than this many milliseconds left. */
export const expiresWithin = (milliseconds) => (readMark()?.accessExpiresAt ?? 0) - Date.now() < milliseconds;

/** Takes what sign-in and refresh answer. */
export async function keep(signedIn) {
  await vault("readwrite", (tokens) => tokens.put(signedIn.refresh_token, "refresh"));
  accessToken = signedIn.access_token;
  writeMark({ userId: signedIn.user.id, accessExpiresAt: expiryOf(signedIn.access_token) });
  setUser(signedIn.user);
}

/** Takes what `GET /api/v1/users/me` answers. */
export function setUser(value) {
  user = value;
  notify();
}

/** Forgets everything; other tabs hear of it through the storage event. */
export async function forget() {
  accessToken = null;
  user = null;
  writeMark(null);
  notify();
  await vault("readwrite", (tokens) => tokens.clear());
}

/** Calls back on each sign-in and sign-out, also those of other tabs. */
export function onChange(listener) {
  listeners.add(listener);
}

addEventListener("storage", (event) => {
  if (event.key !== markKey && event.key !== null) {
    return;
  }
  const mark = readMark();
  if (!mark && user) {
    accessToken = null;
    user = null;
    notify();
  } else if (mark && user && mark.userId !== user.id) {
    // Somebody else signed in in another tab, and the cookie is theirs now: this tab must not mix two people's resumes.
    location.reload();
  } else if (mark) {
    // Another tab has a newer access token, and so has the cookie.
    accessToken = null;
  }
});

function notify() {
  for (const listener of listeners) {
    listener(user);
  }
}

// ---------- The mark in localStorage ----------

// When storage is blocked the session lives as long as the page.
let markInMemory = null;

function readMark() {
  try {
    markInMemory = localStorage.getItem(markKey);
  } catch {
    // Blocked: what this page remembers is all there is.
  }
  try {
    return markInMemory ? JSON.parse(markInMemory) : null;
  } catch {
    return null;
  }
}

function writeMark(mark) {
  markInMemory = mark ? JSON.stringify(mark) : null;
  try {
    if (mark) {
      localStorage.setItem(markKey, markInMemory);
    } else {
      localStorage.removeItem(markKey);
    }
  } catch {
    // Blocked, as above.
  }
}

// ---------- The refresh token in IndexedDB ----------

const tokensInMemory = new Map();
let opening = null;

// Runs one request in a transaction of its own and answers its result once the transaction is complete, so that every other tab sees it.
async function vault(mode, ask) {
  try {
    opening ??= open();
    const transaction = (await opening).transaction("tokens", mode);
    const request = ask(transaction.objectStore("tokens"));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } catch {
    // Blocked or full: the session lives as long as the page.
    return ask({
      get: (key) => tokensInMemory.get(key),
      put: (value, key) => tokensInMemory.set(key, value),
      clear: () => tokensInMemory.clear(),
    });
  }
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("session", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("tokens");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
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

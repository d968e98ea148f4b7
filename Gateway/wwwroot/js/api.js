// Asks the gateway. The sign-in is the browser's cookies, which no script can read and which the gateway renews by itself.

const timeLimit = 60_000;

/** What went wrong: "network", "timeout", "cancelled", "file" (it is gone from the disk), or "answer" with the status and the API's own message. */
export class ApiError extends Error {
  constructor(kind, { status = 0, message = "", retryAfter = null } = {}) {
    super(message || kind);
    this.kind = kind;
    this.status = status;
    this.said = message;
    this.retryAfter = retryAfter;
  }
}

/** The error of an answer that is not a success. `header` reads a header by its name. */
export function errorOf(status, text, header) {
  let body = null;
  try {
    body = JSON.parse(text);
  } catch {
    // Not JSON: the status alone has to do.
  }
  const message = [body?.message, body?.error, body?.detail].find((value) => typeof value === "string") ?? "";
  const seconds = Number.parseInt(header("Retry-After") ?? "", 10);
  return new ApiError("answer", { status, message, retryAfter: Number.isFinite(seconds) ? seconds : null });
}

// ---------- Signing in ----------

export async function register(email, password) {
  await send("/api/v1/auth/register", { method: "POST", json: { email, password } });
  await signIn(email, password);
}

export const signIn = (email, password) => send("/api/v1/auth/login", { method: "POST", json: { email, password } });

// ---------- The APIs that pages use ----------

export const readResume = (id) => send(`/api/resumes/${encodeURIComponent(id)}`);

/** A file of our own that needs no sign-in. */
export const readFile = (path) => send(path);

async function send(path, { method = "GET", json } = {}) {
  const headers = { Accept: "application/json" };
  if (json !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  let response;
  let text;
  try {
    response = await fetch(path, { method, headers, body: json === undefined ? undefined : JSON.stringify(json), signal: AbortSignal.timeout(timeLimit) });
    text = await response.text();
  } catch (error) {
    throw new ApiError(error.name === "TimeoutError" ? "timeout" : "network");
  }
  if (!response.ok) {
    throw errorOf(response.status, text, (name) => response.headers.get(name));
  }
  return parse(response.status, text);
}

/** The JSON of a success; a success that is no JSON comes from something in between, such as a hotel's sign-in page. */
export function parse(status, text) {
  if (text === "") {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError("answer", { status });
  }
}

// ---------- Errors in words ----------

/** Where an error belongs: "email", "password", "resume", "job_description", "question_count", or null for the form as a whole; and what to do about it. */
export function explain(error) {
  if (!(error instanceof ApiError)) {
    throw error;
  }
  switch (error.kind) {
    case "network":
      return navigator.onLine
        ? about(null, "The server could not be reached. What you chose and typed is kept. Check your connection and try again.")
        : about(null, "You are offline. What you chose and typed is kept. Try again once you are connected.");
    case "timeout":
      return about(null, "The server took too long to answer. What you chose and typed is kept. Try again.");
    case "file":
      return about("resume", "This file cannot be opened any more. It may have been moved or changed; choose it again.");
    case "cancelled":
      return about(null, "Cancelled. Your file and your text are kept.");
    default:
      return ofAnswer(error.status, error.said, error.retryAfter);
  }
}

const about = (field, words) => ({ field, words });

// The API's messages are for programs; a person wants to know what to do. The first rule that fits speaks.
const rules = [
  [/already registered/i, "email", "This e-mail already has an account. Sign in instead, or use another address."],
  [/email is not valid|email is required/i, "email", "Write your e-mail address in full, such as name@example.com."],
  [/invalid email or password/i, "password", "This e-mail and password do not fit together. Check both and try again."],
  [/password must be/i, "password", "Use 8 to 128 characters."],
  [/password is required/i, "password", "Write your password."],
  [/no resume uploaded/i, "resume", "Choose your resume first: a PDF or a Word file (DOCX)."],
  [/job description is too long/i, "job_description", "This job description is too long; the limit is 100,000 characters. Paste only the advert itself."],
  [/job.?description/i, "job_description", "Paste the job description first."],
  [/question.?count/i, "question_count", "Choose a number from 1 to 20."],
  [/password|encrypted/i, "resume", "This file is protected by a password. Save it without one and choose it again."],
  [/too many pages|unpacks/i, "resume", "This file has too many pages, or unpacks to too much. Save the resume alone, as a new PDF, and choose that."],
  [/took too long/i, "resume", "Reading this file took too long. Save it again as a simple PDF and choose that."],
  [/damaged|incomplete/i, "resume", "This file is damaged or not complete. Save it again from the program it was written in and choose the new one."],
  [/extract text/i, "resume", "No text could be read in this file. Save your resume as PDF from the program it was written in, or make a sharper scan."],
  [/file type|unsupported content/i, "resume", "This is neither a PDF nor a Word file (DOCX). Save your resume as one of them and choose it again."],
  [/file is empty/i, "resume", "This file is empty. Choose another one."],
  [/only one resume/i, "resume", "Choose one resume at a time."],
  [/no resume file/i, "resume", "Choose your resume first: a PDF or a Word file (DOCX)."],
];

function ofAnswer(status, said, retryAfter) {
  if (status === 401 && !/invalid email/i.test(said)) {
    return about(null, "Your sign-in has expired. What you chose and typed is kept: sign in in a new tab, then send it again.");
  }
  if (status === 429) {
    return about(null, `Too many tries in a short time. Try again ${retryAfter ? `in ${inWords(retryAfter)}` : "in a moment"}.`);
  }
  if (status === 503 || status === 502 || status === 504) {
    return about(null, "The service is busy or being restarted. What you chose and typed is kept. Try again in a moment.");
  }
  for (const [pattern, field, words] of rules) {
    if (pattern.test(said)) {
      return about(field, words);
    }
  }
  if (status === 413) {
    return about("resume", "This file is too large. The limit is 16 MB; saving it again as PDF often makes it smaller.");
  }
  if (status >= 500) {
    return about(null, "Something failed on our side, not on yours. What you chose and typed is kept. Try again.");
  }
  return about(null, said || "The server gave an answer this page does not understand. Load the page again and try once more.");
}

function inWords(seconds) {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) {
    return `${seconds} seconds`;
  }
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

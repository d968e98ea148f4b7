// Choosing a file and sending it. XMLHttpRequest, because fetch cannot say how much of a request is sent.

import { ApiError, errorOf, explain, parse } from "./api.js";

const maxBytes = 16 * 1024 * 1024;
const timeLimit = 180_000;

/** A size as people read it: "84 KB", "3.4 MB". */
export function sizeInWords(bytes) {
  if (bytes < 1024 * 1024) {
    return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  }
  const megabytes = bytes / (1024 * 1024);
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}

/**
 * What is surely wrong with a file, in words, or null. The server decides what it takes; this only spares people the upload of a file it cannot take.
 */
export async function problemOf(file) {
  if (file.size === 0) {
    return "This file is empty. Choose another one.";
  }
  if (file.size > maxBytes) {
    return `This file has ${sizeInWords(file.size)}; the limit is 16 MB. Saving it again as PDF often makes it smaller.`;
  }
  let start;
  try {
    start = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  } catch {
    return explain(new ApiError("file")).words;
  }
  const begins = (...bytes) => bytes.every((byte, index) => start[index] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    return "This is an older Word file (.doc). Save it as .docx or PDF and choose the new one.";
  }
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x47, 0x49, 0x46, 0x38)) {
    return "This is a picture. Save it as a PDF and choose that: the text in it is read.";
  }
  return null;
}

/** Makes a label a place to drop a file on. `take` gets the list of files. */
export function wireDropZone(zone, take) {
  // A file that misses the zone must not replace the page and everything typed in it.
  for (const name of ["dragover", "drop"]) {
    addEventListener(name, (event) => event.preventDefault());
  }
  zone.addEventListener("dragover", () => zone.classList.add("drop-over"));
  for (const name of ["dragleave", "drop"]) {
    zone.addEventListener(name, () => zone.classList.remove("drop-over"));
  }
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  });
}

/**
 * Sends a resume; answers what the API says of it. `onProgress` gets the bytes sent and the bytes in all; `onSent` is called when the server has everything and reads it.
 * The promise fails with an ApiError, of kind "cancelled" when `signal` says so.
 */
export function uploadResume(file, { signal, onProgress, onSent }) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new ApiError("cancelled"));
      return;
    }
    const form = new FormData();
    form.append("resume", file, file.name);

    const request = new XMLHttpRequest();
    request.open("POST", "/api/upload_resume");
    request.timeout = timeLimit;
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded, event.total));
    request.upload.addEventListener("load", () => onSent());
    request.addEventListener("load", () => {
      if (request.status < 200 || request.status > 299) {
        reject(errorOf(request.status, request.responseText, (name) => request.getResponseHeader(name)));
        return;
      }
      try {
        resolve(parse(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    });
    // A file that was changed on the disk meanwhile looks like a broken connection.
    request.addEventListener("error", () => file.slice(0, 1).arrayBuffer().then(() => reject(new ApiError("network")), () => reject(new ApiError("file"))));
    request.addEventListener("timeout", () => reject(new ApiError("timeout")));
    request.addEventListener("abort", () => reject(new ApiError("cancelled")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}

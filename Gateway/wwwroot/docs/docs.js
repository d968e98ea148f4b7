// Shows the OpenAPI documents of the platform. Text from a document becomes text nodes only, never markup.

const documents = [
  { name: "gateway", title: "Sign-in and account" },
  { name: "resume", title: "Resumes" },
  { name: "interview", title: "Interviews" },
  { name: "chatcv", title: "CV conversation" },
];
const methods = ["get", "post", "put", "patch", "delete"];
const deepest = 8;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null));
  return made;
}

function say(text) {
  document.getElementById("said").textContent = text;
}

function code(text, label) {
  const copy = element("button", { type: "button", on: { click: async () => {
    await navigator.clipboard.writeText(text);
    say(`${label} copied`);
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = `Copy ${label}`; }, 2000);
  } } }, `Copy ${label}`);
  return element("div", { class: "code" }, element("pre", { tabindex: "0" }, element("code", {}, text)), navigator.clipboard ? copy : null);
}

// Schemas

function resolve(api, node) {
  let found = node;
  for (let i = 0; found?.$ref && i < deepest; i++)
    found = found.$ref.replace(/^#\//, "").split("/").reduce((at, part) => at?.[part.replaceAll("~1", "/").replaceAll("~0", "~")], api);
  return found ?? {};
}

function parts(schema) {
  return schema.oneOf ?? schema.anyOf ?? [];
}

// Numbers that may also come as text are described as both; what a reader wants to know is the number.
function typesOf(schema) {
  const types = [schema.type ?? (schema.properties ? "object" : schema.items ? "array" : [])].flat();
  const numeric = types.some((type) => type === "integer" || type === "number");
  return types.filter((type) => type !== "null" && !(numeric && type === "string"));
}

function isNullable(api, schema) {
  return [schema.type].flat().includes("null") || parts(schema).some((part) => resolve(api, part).type === "null");
}

function typeText(api, node) {
  const schema = resolve(api, node);
  const variants = parts(schema).filter((part) => resolve(api, part).type !== "null");
  let text = variants.length > 0 ? variants.map((part) => typeText(api, part)).join(" or ") : typesOf(schema).join(" or ") || "any value";
  if (typesOf(schema)[0] === "array") text = `array of ${typeText(api, schema.items ?? {})}`;
  if (schema.format) text += ` (${schema.format})`;
  if (isNullable(api, schema)) text += " or null";
  return text;
}

function limitsText(schema) {
  const limits = [];
  if (schema.enum) limits.push(`one of ${schema.enum.map((value) => JSON.stringify(value)).join(", ")}`);
  if (schema.minLength !== undefined || schema.maxLength !== undefined) limits.push(`${schema.minLength ?? 0} to ${schema.maxLength ?? "any number of"} characters`);
  if (schema.minimum !== undefined) limits.push(`at least ${schema.minimum}`);
  if (schema.maximum !== undefined) limits.push(`at most ${schema.maximum}`);
  if (schema.default !== undefined) limits.push(`default ${JSON.stringify(schema.default)}`);
  return limits.join(", ");
}

// The object inside, whatever stands around it: an array, or null as the other choice.
function objectIn(api, node, depth = 0) {
  const schema = resolve(api, node);
  if (depth > deepest) return null;
  if (schema.properties || schema.allOf) return schema;
  if (schema.items) return objectIn(api, schema.items, depth + 1);
  const variant = parts(schema).find((part) => resolve(api, part).type !== "null");
  return variant ? objectIn(api, variant, depth + 1) : null;
}

function membersOf(api, schema) {
  const all = [schema, ...(schema.allOf ?? []).map((part) => resolve(api, part))];
  return {
    properties: Object.assign({}, ...all.map((part) => part.properties ?? {})),
    required: new Set(all.flatMap((part) => part.required ?? [])),
  };
}

function schemaList(api, node, within = []) {
  const object = objectIn(api, node);
  if (!object || within.includes(object) || within.length > deepest) return null;
  const { properties, required } = membersOf(api, object);
  return element("ul", { class: "schema" }, Object.entries(properties).map(([name, property]) => {
    const schema = resolve(api, property);
    return element("li", {},
      element("code", {}, name), " ",
      element("span", { class: "type" }, [typeText(api, property), limitsText(schema)].filter(Boolean).join(", ")),
      required.has(name) ? element("span", { class: "required" }, " required") : null,
      property.description ?? schema.description ? element("div", {}, property.description ?? schema.description) : null,
      schemaList(api, property, [...within, object]));
  }));
}

function example(api, node, within = []) {
  const schema = resolve(api, node);
  if (schema.example !== undefined) return schema.example;
  if (schema.examples?.length) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (within.includes(schema) || within.length > deepest) return null;
  const inside = [...within, schema];
  const variant = parts(schema).find((part) => resolve(api, part).type !== "null");
  if (variant) return example(api, variant, inside);
  if (schema.properties || schema.allOf)
    return Object.fromEntries(Object.entries(membersOf(api, schema).properties).map(([name, property]) => [name, example(api, property, inside)]));
  switch (typesOf(schema)[0]) {
    case "array": return schema.items ? [example(api, schema.items, inside)] : [];
    case "integer": case "number": return schema.minimum ?? 1;
    case "boolean": return true;
    case "object": return {};
    case "string": return schema.format === "date-time" ? "2026-01-31T12:00:00Z" : "text";
    default: return null;
  }
}

// Operations

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function curl(api, path, method, operation) {
  const parameters = operation.parameters.filter((parameter) => parameter.required || parameter.in === "path");
  const filled = parameters.filter((parameter) => parameter.in === "path")
    .reduce((url, parameter) => url.replace(`{${parameter.name}}`, encodeURIComponent(example(api, parameter.schema ?? {}) ?? "1")), path);
  const query = parameters.filter((parameter) => parameter.in === "query")
    .map((parameter) => `${encodeURIComponent(parameter.name)}=${encodeURIComponent(example(api, parameter.schema ?? {}) ?? "")}`).join("&");
  const lines = [`curl -X ${method.toUpperCase()} ${quoted(location.origin + filled + (query ? `?${query}` : ""))}`];
  if (operation.security?.length) lines.push(`-H "Authorization: Bearer $TOKEN"`);
  const [type, body] = Object.entries(resolve(api, operation.requestBody).content ?? {})[0] ?? [];
  if (type?.startsWith("multipart/") || type === "application/x-www-form-urlencoded") {
    const { properties } = membersOf(api, objectIn(api, body.schema ?? {}) ?? {});
    for (const [name, property] of Object.entries(properties)) {
      const isFile = resolve(api, property).format === "binary";
      const value = isFile ? "@resume.pdf" : String(example(api, property) ?? "");
      lines.push(type.startsWith("multipart/") ? `-F ${quoted(`${name}=${value}`)}` : `--data-urlencode ${quoted(`${name}=${value}`)}`);
    }
  } else if (type) {
    lines.push(`-H 'Content-Type: ${type}'`, `-d ${quoted(JSON.stringify(example(api, body.schema ?? {})))}`);
  }
  return lines.join(" \\\n  ");
}

function contentOf(api, content) {
  return Object.entries(content ?? {}).map(([type, body]) => [
    element("p", { class: "type" }, `${type}${body.schema && !objectIn(api, body.schema) ? `: ${typeText(api, body.schema)}` : ""}`),
    body.schema ? schemaList(api, body.schema) : null,
  ]);
}

function parameterTable(api, parameters) {
  return element("table", {},
    element("thead", {}, element("tr", {}, ["Name", "In", "Type", "Meaning"].map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, parameters.map((parameter) => element("tr", {},
      element("td", {}, element("code", {}, parameter.name), parameter.required ? element("span", { class: "required" }, " required") : null),
      element("td", {}, parameter.in),
      element("td", {}, [typeText(api, parameter.schema ?? {}), limitsText(resolve(api, parameter.schema))].filter(Boolean).join(", ")),
      element("td", {}, parameter.description ?? "")))));
}

function responseList(api, responses) {
  return Object.entries(responses ?? {}).map(([status, response]) => {
    const { description, content } = resolve(api, response);
    return element("div", {}, element("p", {}, element("span", { class: "status" }, status === "default" ? "Other errors" : status), ` ${description ?? ""}`), contentOf(api, content));
  });
}

function operationDetails(source, api, path, method, pathItem) {
  const operation = {
    ...pathItem[method],
    parameters: [...(pathItem.parameters ?? []), ...(pathItem[method].parameters ?? [])].map((parameter) => resolve(api, parameter)),
    security: pathItem[method].security ?? api.security,
  };
  const body = resolve(api, operation.requestBody);
  const details = element("details", { class: "operation", id: `${source.name}/${operation.operationId ?? `${method}${path}`}` },
    element("summary", {},
      element("span", { class: `method ${method.toUpperCase()}` }, method.toUpperCase()),
      element("code", {}, path),
      element("span", { class: "what" }, operation.summary ?? "")));
  // Built when it is opened for the first time: a page of closed operations stays light.
  details.addEventListener("toggle", () => {
    if (!details.open || details.querySelector(".inside")) return;
    details.append(element("div", { class: "inside" },
      operation.description ? element("p", {}, operation.description) : null,
      element("p", { class: "note" }, operation.security?.length ? "Needs sign-in: bearer token or cookie." : "Open to everybody."),
      operation.parameters.length > 0 ? [element("h4", {}, "Parameters"), parameterTable(api, operation.parameters)] : null,
      body.content ? [element("h4", {}, body.required ? "Request body (required)" : "Request body"), contentOf(api, body.content)] : null,
      element("h4", {}, "Responses"), responseList(api, operation.responses),
      element("h4", {}, "Example"), code(curl(api, path, method, operation), "command")));
  });
  details.dataset.text = `${method} ${path} ${operation.summary ?? ""} ${operation.operationId ?? ""}`.toLowerCase();
  return { details, tag: operation.tags?.[0] ?? source.title, method, path };
}

function operationsOf(source, api) {
  return Object.entries(api.paths ?? {}).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => operationDetails(source, api, path, method, item)));
}

// Page

async function show(source, place, contents) {
  const heading = element("h2", { id: `document-${source.name}` }, source.title);
  place.replaceChildren(heading, element("p", { class: "note" }, "Reading…"));
  contents.replaceChildren();
  try {
    const response = await fetch(`/openapi/${source.name}.json`);
    if (!response.ok) throw new Error(String(response.status));
    const api = await response.json();
    const operations = operationsOf(source, api);
    const tags = [...new Set(operations.map((operation) => operation.tag))];
    place.replaceChildren(heading,
      element("p", {}, element("a", { href: `/openapi/${source.name}.json` }, "OpenAPI document"), operations.length === 0 ? ": no public routes yet." : ""),
      ...tags.flatMap((tag) => [
        tags.length > 1 || tag !== source.title ? element("h3", {}, tag) : null,
        ...operations.filter((operation) => operation.tag === tag).map((operation) => operation.details),
      ]).filter(Boolean));
    contents.replaceChildren(element("h2", {}, source.title), element("ul", {}, operations.map((operation) =>
      element("li", {}, element("a", { href: `#${operation.details.id}` }, element("span", { class: `method ${operation.method.toUpperCase()}` }, operation.method.toUpperCase()), ` ${operation.path}`)))));
    find();
  } catch {
    place.replaceChildren(heading, element("div", { class: "problem" },
      element("p", {}, "This service is not available right now, so its routes cannot be shown."),
      element("button", { type: "button", on: { click: () => show(source, place, contents) } }, "Try again")));
  }
}

function find() {
  const wanted = document.getElementById("find").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const details of document.querySelectorAll("details.operation")) {
    details.hidden = !wanted.every((word) => details.dataset.text.includes(word));
    if (!details.hidden) count++;
    const link = document.querySelector(`nav a[href="#${CSS.escape(details.id)}"]`)?.parentElement;
    if (link) link.hidden = details.hidden;
  }
  document.getElementById("found").textContent = wanted.length > 0 ? `${count} ${count === 1 ? "operation" : "operations"}` : "";
}

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.matches("details.operation")) {
    target.open = true;
    target.querySelector("summary").focus();
    target.scrollIntoView();
  }
}

document.getElementById("sign-in").textContent =
  `curl -X POST ${location.origin}/api/v1/auth/login \\\n  -H 'Content-Type: application/json' \\\n  -d '{"email":"you@example.com","password":"your password"}'`;
document.getElementById("find").addEventListener("input", find);
addEventListener("hashchange", openTarget);
await Promise.all(documents.map((source) => {
  const place = element("section", { "aria-labelledby": `document-${source.name}` });
  const contents = element("div");
  document.getElementById("documents").append(place);
  document.getElementById("contents").append(contents);
  return show(source, place, contents);
}));
openTarget();

// Pictures of numbers, as SVG. Each has a title and a text alternative; the words around it are HTML, so they wrap and scale.

import { h, icon, svg, uniqueId } from "./dom.js";

/**
 * A dial for a percentage.
 * @param {{ percent: number, caption: string, title: string, description: string }} what
 */
export function dial({ percent, caption, title, description }) {
  const ids = [uniqueId("dial-title"), uniqueId("dial-text")];
  const ring = { cx: 84, cy: 84, r: 74, "stroke-width": 12, pathLength: 100, transform: "rotate(-90 84 84)" };
  // A round cap adds to both ends; a value near zero would be drawn as a dot that says "some".
  const value = percent > 0 ? svg("circle", { ...ring, class: "dial-value", "stroke-dasharray": `${Math.max(percent, 0.5)} 100`, "stroke-linecap": percent < 3 ? "butt" : null }) : null;
  return svg(
    "svg",
    { class: "dial", viewBox: "0 0 168 168", role: "img", "aria-labelledby": ids.join(" ") },
    svg("title", { id: ids[0] }, title),
    svg("desc", { id: ids[1] }, description),
    svg("circle", { ...ring, class: "dial-track" }),
    value,
    svg("text", { class: "dial-number", x: 84, y: 92, "text-anchor": "middle" }, `${Math.round(percent)}%`),
    svg("text", { class: "dial-caption", x: 84, y: 114, "text-anchor": "middle" }, caption),
  );
}

/**
 * One bar per group and one block per thing in it, full or empty: the length shows how much the group weighs, the filling how much of it is there.
 * @param {{ caption: string, groups: { name: string, matching: { name: string }[], missing: { name: string }[] }[] }} what
 */
export function groupBars({ caption, groups }) {
  // A single block must not look like a whole, finished bar.
  const longest = Math.max(5, ...groups.map((group) => group.matching.length + group.missing.length));
  const captionId = uniqueId("bars");
  return h(
    "figure",
    { class: "stack", "aria-labelledby": captionId },
    h("figcaption", { class: "row" }, h("h3", { id: captionId }, caption), key()),
    h("ul", { class: "bars", role: "list" }, groups.map((group) => row(group, longest))),
    h("details", {}, h("summary", {}, icon("chevron", "chevron"), "Show as table"), table(caption, groups)),
  );
}

function row(group, longest) {
  const total = group.matching.length + group.missing.length;
  const titleId = uniqueId("bar-title");
  const blocks = [...group.matching.map((skill) => ["bar-matched", skill]), ...group.missing.map((skill) => ["bar-missing", skill])];
  const step = 100 / longest;
  const described = [
    group.matching.length > 0 ? `Matching: ${names(group.matching)}.` : null,
    group.missing.length > 0 ? `Missing: ${names(group.missing)}.` : null,
  ].filter(Boolean).join(" ");
  return h(
    "li",
    { class: "bar-row" },
    h("span", {}, group.name),
    h("span", { class: "bar-count" }, `${group.matching.length} of ${total}`),
    svg(
      "svg",
      { class: "bar", role: "img", "aria-labelledby": titleId },
      svg("title", { id: titleId }, `${group.name}: ${group.matching.length} of ${total}. ${described}`),
      // Percentages place the blocks, pixels round their corners: the bar fits any width and its shape stays.
      blocks.map(([kind, skill], index) => svg(
        "rect",
        { class: kind, x: `${(index * step + 0.25).toFixed(3)}%`, y: 1, width: `${(step - 0.9).toFixed(3)}%`, height: 14, rx: 3 },
        svg("title", {}, `${skill.name}, ${kind === "bar-matched" ? "matching" : "missing"}`),
      )),
    ),
  );
}

const names = (skills) => skills.map((skill) => skill.name).join(", ");

function key() {
  const sample = (kind) => svg("svg", { "aria-hidden": "true" }, svg("rect", { class: kind, x: 1, y: 1, width: 18, height: 10, rx: 3 }));
  return h("p", { class: "bar-key" }, h("span", {}, sample("bar-matched"), "in your resume"), h("span", {}, sample("bar-missing"), "missing"));
}

function table(caption, groups) {
  return h(
    "table",
    { class: "table" },
    h("caption", { class: "visually-hidden" }, caption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Group"), h("th", { scope: "col" }, "Matching"), h("th", { scope: "col" }, "Missing"))),
    h("tbody", {}, groups.map((group) => h("tr", {}, h("th", { scope: "row" }, group.name), cell(group.matching), cell(group.missing)))),
  );
}

const cell = (skills) => h("td", {}, skills.length === 0 ? "0" : `${skills.length}: ${names(skills)}`);

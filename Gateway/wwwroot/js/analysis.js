// Draws the recorded example of the front page from what the platform answered. Pure: an answer in, elements out.

import { dial, groupBars } from "./charts.js";
import { h, icon, uniqueId } from "./dom.js";

/**
 * A gap analysis as people think of it: skills with their usual spelling, group and quotes.
 * `evidence` is the platform's own, beyond the API's first fields; without it the skills are shown without quotes.
 */
function readGap(gap) {
  const spelling = spellings(gap.jd_skills_found ?? []);
  const evidence = new Map((gap.evidence ?? []).map((item) => [item.skill, item]));
  const skill = (matched) => (key) => {
    const found = evidence.get(key);
    return {
      name: spelling(key),
      matched,
      group: found?.category ?? "Skills",
      isWelcome: found?.preferred === true,
      resume: found?.resume ?? null,
      job: found?.job_description ?? null,
      shownBy: found?.implied_by ?? null,
      near: found?.related ? { name: spelling(found.related.skill), resume: found.related.resume } : null,
      alternatives: (found?.alternatives ?? []).map(spelling),
    };
  };
  const matching = gap.matching_skills.map(skill(true));
  const missing = gap.missing_skills.map(skill(false));
  return { matching, missing, groups: groupsOf([...matching, ...missing]), named: matching.length + missing.length };
}

// The API shows skills in upper case, and their usual spelling beside; a skill that stands nowhere else stays as it is.
function spellings(names) {
  const usual = new Map(names.map((name) => [name.toUpperCase(), name]));
  return (name) => usual.get(name.toUpperCase()) ?? name;
}

function groupsOf(skills) {
  const groups = new Map();
  for (const skill of skills) {
    const group = groups.get(skill.group) ?? { name: skill.group, matching: [], missing: [] };
    (skill.matched ? group.matching : group.missing).push(skill);
    groups.set(skill.group, group);
  }
  const size = (group) => group.matching.length + group.missing.length;
  return [...groups.values()].sort((a, b) => size(b) - size(a) || a.name.localeCompare(b.name, "en"));
}

/** The whole comparison of a resume with a job description. */
export function renderGap(gap, profile) {
  const read = readGap(gap);
  const titleId = uniqueId("match");
  if (read.named === 0) {
    return h(
      "section",
      { class: "section stack", "aria-labelledby": titleId },
      h("h2", { id: titleId }, "No skills to compare"),
      h("p", {}, "This job description names no skill the platform knows, so there is no match to count. Paste the part that lists the requirements, or the whole advert."),
      facts(gap, profile, read),
    );
  }
  return h(
    "section",
    { class: "section parts", "aria-labelledby": titleId },
    h(
      "div",
      { class: "match-head sheet" },
      dial({
        percent: gap.match_percentage,
        caption: "match",
        title: `Match: ${gap.match_percentage}%`,
        description: `${read.matching.length} of the ${read.named} skills this job names ${read.matching.length === 1 ? "is" : "are"} in the resume.`,
      }),
      h("h2", { id: titleId }, titleOf(read)),
      facts(gap, profile, read),
    ),
    h("div", { class: "columns columns-2" }, groupBars({ caption: "By group of skills", groups: read.groups }), sectionGaps(gap)),
    h(
      "div",
      { class: "columns columns-2" },
      skillList(`What matches (${read.matching.length})`, read.matching, "None of the skills this job names was found in your resume."),
      skillList(`What is missing (${read.missing.length})`, read.missing, "Nothing: every skill this job names is in your resume."),
    ),
    h("div", { class: "next-step" }, h("h3", {}, "Next step"), h("p", {}, nextStep(gap, read))),
  );
}

const titleOf = ({ matching, named }) => matching.length === named
  ? named === 1 ? "The one skill this job names is in your resume" : `All ${named} skills this job names are in your resume`
  : `${matching.length} of the ${named} skills this job names ${matching.length === 1 ? "is" : "are"} in your resume`;

const severities = { Low: "Small", Medium: "Medium", High: "Large" };

function facts(gap, profile, { missing, named }) {
  const severity = severities[gap.gap_severity];
  const similarity = gap.semantic_similarity;
  return h(
    "dl",
    { class: "facts" },
    named > 0 && severity ? fact("Gap", severity, missing.length === 0 ? "No skill is missing." : `${missing.length} of ${named} skills ${missing.length === 1 ? "is" : "are"} missing.`) : null,
    fact("Experience", gap.experience_fit, experienceDetail(gap.experience_required, profile?.experience_years)),
    typeof similarity === "number" ? fact("Wording", similarityInWords(similarity), `${similarity.toFixed(2)} of 1 between the two texts. Not part of the match.`) : null,
  );
}

const fact = (name, value, detail) => h("div", {}, h("dt", {}, name), h("dd", { class: "fact-value" }, value), detail ? h("dd", { class: "fact-detail" }, detail) : null);

function experienceDetail(required, shown) {
  const asked = required > 0 ? `The job asks for ${years(required)}` : "The job names no number of years";
  return typeof shown === "number" ? `${asked}; your resume shows ${shown === 0 ? "none by its dates" : required > 0 ? shown : years(shown)}.` : `${asked}.`;
}

const years = (count) => `${count} ${count === 1 ? "year" : "years"}`;

function similarityInWords(similarity) {
  if (similarity >= 0.75) {
    return "Very alike";
  }
  if (similarity >= 0.5) {
    return "Alike";
  }
  return similarity >= 0.25 ? "Partly alike" : "Little in common";
}

/** Skills as rows that open to show the quotes behind them. */
function skillList(title, skills, ifNone) {
  const titleId = uniqueId("skills");
  return h(
    "div",
    { class: "stack-tight" },
    h("h3", { id: titleId }, title),
    skills.length === 0
      ? h("p", { class: "muted" }, ifNone)
      : h("ul", { class: "disclosures", role: "list", "aria-labelledby": titleId }, skills.map(skillRow)),
  );
}

function skillRow(skill) {
  const panel = h("div", { class: "evidence", id: uniqueId("evidence"), hidden: true }, evidence(skill));
  const button = h(
    "button",
    { class: "disclosure", type: "button", "aria-expanded": "false", "aria-controls": panel.id },
    skill.matched ? icon("check", "mark-good") : icon("missing", "mark-missing"),
    h("span", { class: "disclosure-name" }, skill.name),
    h("span", { class: "disclosure-side" }, skill.isWelcome ? `${skill.group}, a plus` : skill.group),
    icon("chevron", "chevron"),
  );
  button.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
  });
  return h("li", {}, button, panel);
}

function evidence(skill) {
  const said = skill.matched
    ? [skill.shownBy ? `${skill.shownBy} shows it.` : null]
    : [
      "Your resume does not mention it.",
      skill.near ? `${skill.near.name} is close to it, and there:` : null,
    ];
  const words = said.filter(Boolean).join(" ");
  return [
    words ? h("p", {}, words) : null,
    quote("In your resume", skill.matched ? skill.resume : skill.near?.resume),
    quote(skill.isWelcome ? "In the job description, as a plus" : "In the job description", skill.job),
    skill.alternatives.length > 0 ? h("p", { class: "small muted" }, `The job would also take ${skill.alternatives.join(" or ")}.`) : null,
    skill.matched && !skill.resume && !skill.job ? h("p", { class: "muted" }, "No quote was recorded for this skill.") : null,
  ];
}

const quote = (source, found) => found
  ? h("figure", { class: "quote" }, h("figcaption", { class: "quote-source" }, source), h("blockquote", {}, marked(found)))
  : null;

// Offsets are those of the whole text; the words a line is quoted for are marked in it. The dot or dash a line of a list begins with is no part of what it says.
function marked({ text, start, match_start: from, match_end: to }) {
  const [first, last] = [from - start, to - start];
  const begin = /^[-–—•*·▪]\s+/.exec(text)?.[0].length ?? 0;
  return first >= begin && last > first && last <= text.length
    ? [text.slice(begin, first), h("mark", {}, text.slice(first, last)), text.slice(last)]
    : text;
}

function nextStep(gap, { matching, missing }) {
  const asked = missing.filter((skill) => !skill.isWelcome);
  const first = asked.find((skill) => skill.near) ?? asked[0] ?? missing[0];
  if (!first) {
    return gap.experience_fit === "Good fit"
      ? "Everything this job names is there. Practise telling it: the questions below start from your own projects."
      : "Every skill is there; the years are fewer than asked. Prepare one project that shows how deep you have gone, and open with it.";
  }
  const how = first.near
    ? `Your ${first.near.name} is close to it: say so, and name what carries over.`
    : "If you have used it, add one line that says where and for what. If not, find out enough to say how you would begin.";
  const other = matching.length === 0 && missing.length > 3 ? " With so little in common, another job may serve you better than another resume." : "";
  return `Begin with ${first.name}. ${how}${other}`;
}

function sectionGaps(gap) {
  const gaps = gap.section_gaps;
  if (!gaps) {
    return null;
  }
  const spelling = spellings(gap.jd_skills_found ?? []);
  const titleId = uniqueId("section-gaps");
  const part = (name, lacks) => h("div", {}, h("dt", {}, name), lacks.length === 0 ? h("dd", { class: "muted" }, "Nothing.") : lacks.map((text) => h("dd", {}, text)));
  return h(
    "section",
    { class: "stack", "aria-labelledby": titleId },
    h("h3", { id: titleId }, "What is missing, part by part"),
    h(
      "dl",
      { class: "parts-list" },
      part("Technical skills", gaps.technical?.length > 0 ? [gaps.technical.map(spelling).join(", ")] : []),
      part("Experience", gaps.experience ?? []),
      part("Certifications", gaps.certifications ?? []),
    ),
  );
}

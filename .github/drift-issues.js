#!/usr/bin/env node
// Keeps one issue for each drift that counts, identified by its fingerprint. It opens, updates, reopens
// and closes these issues.
//
//   .github/drift-issues.js REPORT...     reports of contactbridge drift --format json
//
// An issue is closed only if every comparison that found its drift was made again and no longer finds
// it. Needs gh, with the right to write issues.
"use strict";

const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");

const LABEL = "drift";
const MARKER = /^<!-- contactbridge drift (\S+) (\S+) -->/;

const gh = (args, input) => execFileSync("gh", args, { input, encoding: "utf8" });

const place = (check) => `${check.crm.toLowerCase()}:${check.comparison}`;

/** Reads the reports: the comparisons that were made, and the drifts by their fingerprints. */
function read(files) {
  const ran = new Set();
  const failed = new Set();
  const found = new Map();
  const acknowledged = new Set();
  for (const file of files) {
    for (const check of JSON.parse(readFileSync(file, "utf8")).checks) {
      (check.couldNotCheck === null ? ran : failed).add(place(check));
      for (const drift of check.drifts) {
        if (drift.acknowledged && !drift.acknowledged.expired) {
          acknowledged.add(drift.fingerprint);
        } else if (drift.counts) {
          const entry = found.get(drift.fingerprint) ?? { crm: check.crm, drift, places: new Set() };
          found.set(drift.fingerprint, { ...entry, places: entry.places.add(place(check)) });
        }
      }
    }
  }
  failed.forEach((each) => ran.delete(each));
  return { ran, found, acknowledged };
}

/** The issues that this script has opened, by the fingerprints in the first line of their text. */
function existing() {
  const fields = "number,state,title,body";
  const list = ["issue", "list", "--label", LABEL, "--state", "all", "--limit", "1000", "--json", fields];
  const issues = new Map();
  // The oldest is last, so that it is kept if two have the same fingerprint.
  for (const issue of JSON.parse(gh(list)).sort((a, b) => b.number - a.number)) {
    const marker = MARKER.exec(issue.body);
    if (marker) {
      issues.set(marker[1], { ...issue, places: new Set(marker[2].split(",")) });
    }
  }
  return issues;
}

function title({ crm, drift }) {
  const text = `[${crm.toLowerCase()}] ${drift.sentence.replaceAll("`", "")}`;
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

function write(fingerprint, entry, issue, ran) {
  const unseen = [...(issue?.places ?? [])].filter((each) => !ran.has(each));
  const places = [...new Set([...entry.places, ...unseen])].sort();
  const body = `<!-- contactbridge drift ${fingerprint} ${places.join(",")} -->\n${entry.drift.markdown}`;
  if (!issue) {
    gh(["issue", "create", "--title", title(entry), "--label", LABEL, "--body-file", "-"], body);
    return "opened";
  }
  const number = String(issue.number);
  const same = issue.title === title(entry) && issue.body.replaceAll("\r", "").trim() === body.trim();
  if (!same) {
    gh(["issue", "edit", number, "--title", title(entry), "--body-file", "-"], body);
  }
  if (issue.state === "CLOSED") {
    const comment = "The drift still exists. To keep this issue closed, acknowledge the drift in specs/drift.yaml.";
    gh(["issue", "reopen", number, "--comment", comment]);
    return "reopened";
  }
  return same ? "kept" : "refreshed";
}

function close(issue, fingerprint, acknowledged) {
  const comment = acknowledged.has(fingerprint)
    ? "The drift is acknowledged in specs/drift.yaml."
    : `No longer found by any of the comparisons that found it: ${[...issue.places].join(", ")}.`;
  gh(["issue", "close", String(issue.number), "--comment", comment]);
}

function main(files) {
  if (files.length === 0) {
    console.error(".github/drift-issues.js: needs reports of contactbridge drift --format json");
    return 2;
  }
  const { ran, found, acknowledged } = read(files);
  gh(["label", "create", LABEL, "--force", "--description", "A spec and its CRM part"]);
  const issues = existing();
  for (const [fingerprint, entry] of found) {
    console.log(`${fingerprint} ${write(fingerprint, entry, issues.get(fingerprint), ran)}`);
  }
  for (const [fingerprint, issue] of issues) {
    const gone = [...issue.places].every((each) => ran.has(each)) && !found.has(fingerprint);
    if (issue.state === "OPEN" && gone) {
      close(issue, fingerprint, acknowledged);
      console.log(`${fingerprint} closed`);
    }
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));

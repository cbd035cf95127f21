// Search and filters, and the tie between an example and the fields. Without it all is shown.
"use strict";
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const fold = text => text.normalize("NFKD").toLowerCase();

for (const form of all("form.js")) {
  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
}

for (const form of all("form[data-filter]")) {
  const rows = all("[data-row]", document.querySelector(`[data-filtered="${form.dataset.filter}"]`));
  const texts = new Map(rows.map(row => [row, fold(row.textContent)]));
  const output = form.querySelector("output");
  const update = () => {
    const words = fold(form.querySelector("input[type=search]").value).split(/\s+/).filter(Boolean);
    const tags = all("input:checked, select", form).map(input => input.value).filter(Boolean);
    const fits = row =>
      words.every(word => texts.get(row).includes(word)) &&
      tags.every(tag => (row.dataset.tags || "").split(" ").includes(tag));
    const found = new Set(rows.filter(fits));
    // What is inside something that was found stays with it; what was found shows what it is in.
    const shown = row =>
      found.has(row) || rows.some(other => found.has(other) && other !== row && row.contains(other));
    const isIn = row => rows.some(other => found.has(other) && other !== row && other.contains(row));
    for (const row of rows) row.hidden = !shown(row) && !(isIn(row) && tags.length === 0);
    if (words.length || tags.length) {
      for (const row of found) {
        for (let at = row.parentElement; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
      }
      output.textContent =
        found.size === 0 ? "Nothing fits." : `${found.size} of ${rows.length} shown.`;
    } else {
      output.textContent = "";
    }
  };
  form.addEventListener("input", update);
  form.addEventListener("reset", () => setTimeout(update));
}

for (const form of all("form[data-losses]")) {
  const table = document.querySelector("[data-fates]");
  const output = form.querySelector("output");
  const update = () => {
    const checked = all("input:checked", form).map(input => input.value);
    const only = checked.includes("losses");
    for (const cell of all("[data-crm]", table)) cell.hidden = !checked.includes(cell.dataset.crm);
    let lost = 0;
    for (const row of all("tbody tr", table)) {
      const loses = row.dataset.lost.split(" ").some(crm => crm && checked.includes(crm));
      lost += loses ? 1 : 0;
      row.hidden = only && !loses;
    }
    output.textContent = `${lost} fields are lost at one of them at least.`;
  };
  form.addEventListener("input", update);
  update();
}

const light = (id, on) => {
  const card = document.getElementById(id);
  if (card) card.classList.toggle("lit", on);
  for (const line of all("[data-field]")) {
    if (line.dataset.field === id) line.classList.toggle("lit", on);
  }
};
for (const line of all("[data-field]")) {
  for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    line.addEventListener(event, () => light(line.dataset.field, on));
  }
}
for (const card of all("article.card")) {
  for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    card.addEventListener(event, () => light(card.id, on));
  }
}

const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
    if (at.hidden) {
      for (const form of all("form[data-filter]")) form.reset();
    }
  }
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", reveal);
if (location.hash) reveal();

addEventListener("beforeprint", () => {
  for (const details of all("details:not([open])")) {
    details.open = true;
    details.dataset.print = "";
  }
});
addEventListener("afterprint", () => {
  for (const details of all("details[data-print]")) {
    details.open = false;
    delete details.dataset.print;
  }
});

for (const button of all("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    const status = button.nextElementSibling;
    try {
      await navigator.clipboard.writeText(source.textContent);
      status.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(source);
      status.textContent = "Selected; copy it with the keyboard.";
    }
  });
}

// Search and filters, whose words stand in the address. Without it all is shown.
"use strict";
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
// Words, and the words within names such as companyName and first_name.
const words = text => {
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const inner = parts.flatMap(part => part.split(/(?<=[a-z0-9])(?=[A-Z])/));
  return fold([...parts, ...inner].join(" ")).split(" ");
};

for (const form of all("form.js")) form.addEventListener("submit", event => event.preventDefault());

// The words of the filters in the address: #q=zip&known=assumed. Any other is the id of a place.
const stated = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
const controls = form => all("input[name], select[name]", form);
const valueOf = control => (control.type === "checkbox" ? (control.checked ? control.value : "") : control.value);

const filters = all("form[data-filter]").map(form => {
  const area = document.querySelector(`[data-filtered="${form.dataset.filter}"]`);
  const rows = all("[data-row]", area);
  const known = new Map(rows.map(row => [row, words(`${row.textContent} ${row.dataset.words || ""}`)]));
  const inside = new Map(rows.map(row => [row, new Set(all("[data-row]", row))]));
  const output = form.querySelector("output");
  const opened = new Set();

  const apply = () => {
    const asked = words(form.querySelector("input[type=search]").value).filter(Boolean);
    const tags = controls(form).filter(control => control.type !== "search").map(valueOf).filter(Boolean);
    const fits = row =>
      asked.every(word => known.get(row).some(other => other.startsWith(word))) &&
      tags.every(tag => (row.dataset.tags || "").split(" ").includes(tag));
    const found = new Set(rows.filter(fits));
    // What has something inside that was found shows it; only the innermost counts as found.
    const holds = row => [...inside.get(row)].some(other => found.has(other));
    const shown = row => found.has(row) || holds(row) || (tags.length === 0 && rows.some(other => found.has(other) && !holds(other) && inside.get(other).has(row)));
    for (const row of rows) row.hidden = !shown(row);
    for (const group of all("[data-group]", area)) {
      group.hidden = asked.length + tags.length > 0 && !all("[data-row]", group).some(row => !row.hidden);
    }
    for (const details of opened) details.open = false;
    opened.clear();
    const found2 = [...found].filter(row => !holds(row));
    if (asked.length || tags.length) {
      for (const row of found2) {
        for (let at = row.parentElement; at && at !== area; at = at.parentElement) {
          if (at.tagName === "DETAILS" && !at.open) {
            at.open = true;
            opened.add(at);
          }
        }
      }
      const count = found2.length;
      output.textContent = count === 0 ? "Nothing fits." : `${count} of ${rows.length} shown.`;
    } else {
      output.textContent = "";
    }
  };

  const state = () => {
    const search = new URLSearchParams();
    for (const control of controls(form)) if (valueOf(control)) search.set(control.name, valueOf(control));
    history.replaceState(null, "", `#${search}` === "#" ? location.href.replace(/#.*$/, "") : `#${search}`);
  };

  const load = search => {
    for (const control of controls(form)) {
      const value = search.get(control.name) || "";
      if (control.type === "checkbox") control.checked = value === control.value;
      else control.value = value;
    }
    apply();
  };

  form.hidden = false;
  form.addEventListener("input", () => {
    apply();
    state();
  });
  return { load };
});

// Goes to a place, which no filter may hide and nothing may fold up.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest("[hidden]")) for (const filter of filters) filter.load(new URLSearchParams());
  for (const own of target.querySelectorAll(":scope > details")) own.open = true;
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  target.scrollIntoView();
};
const arrive = () => {
  const search = stated();
  if (location.hash === "" || search.size > 0) for (const filter of filters) filter.load(search);
  else reveal();
};
addEventListener("hashchange", arrive);
if (location.hash) arrive();

for (const form of all("form[data-find]")) {
  form.hidden = false;
  for (const link of all("[data-no-find]")) link.hidden = true;
  form.addEventListener("submit", () => {
    const asked = form.querySelector("input").value.trim();
    location.href = `search.html${asked ? `#${new URLSearchParams({ q: asked })}` : ""}`;
  });
}

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

// What becomes of a pasted update. The table is the library's own; this reads the paste, looks each
// field up, and puts the pieces of the request together. Nothing leaves the page.
{
  const table = JSON.parse(document.getElementById("table").textContent);
  const fields = new Map(table.fields.map(field => [field.name, field]));
  const BLANK = "[\\t\\n\\v\\f\\r\\x1c-\\x1f \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]";
  const strip = text => text.replace(new RegExp(`^${BLANK}+|${BLANK}+$`, "g"), "");
  const isBlank = text => strip(text) === "";
  const isEmail = text => /^[^ \t\n\v\f\r@]+@[^ \t\n\v\f\r@]+\.[^ \t\n\v\f\r@]+$/.test(text);
  const letters = name => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const word = name => name.trim().toLowerCase().replace(/[_ ]+/g, "-");
  const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value) && !isRaw(value);
  const isRaw = value => Boolean(JSON.isRawJSON && JSON.isRawJSON(value));
  const number = value => (isRaw(value) ? value.rawJSON : typeof value === "number" ? String(value) : null);
  const isUrl = text => {
    const found = /^https?:\/\/(?:[\w.!~*'();:&=+$,%-]*@)?(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d*)?(?:\/[^?#[\]]*)?(?:\?[^#]*)?(?:#[^#]*)?$/i.exec(text);
    if (!found || /[\s<>"{}|\\^`\x00-\x20\x7f-\xa0]|%(?![0-9a-f]{2})/i.test(text)) return false;
    const host = found[1];
    if (host.startsWith("[")) return true;
    if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return host.split(".").every(part => part < 256);
    return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?\.?$/i.test(host);
  };
  const isDate = text => {
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!day || day[1] === "0000") return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  };

  // What stands in the paste.

  const fieldOf = name => {
    const known = { tag: "TAGS", custom: "CUSTOM_FIELDS" };
    const same = table.fields.find(f => f.word === word(name)) || table.fields.find(f => letters(f.word) === letters(name));
    return known[word(name)] || (same && same.name);
  };
  const meant = name => table.fields.find(f => f.also.some(also => letters(also) === letters(name)));

  function cells(text) {
    const lines = text.split("\n").filter(line => line.trim() !== "");
    const delimiter = [",", ";", "\t", "|"].reduce((best, d) => (lines[0].split(d).length > lines[0].split(best).length ? d : best));
    const rows = [[""]];
    let quoted = false;
    const joined = lines.join("\n").replace(/\r/g, "");
    for (let i = 0; i < joined.length; i++) {
      const c = joined[i];
      const row = rows[rows.length - 1];
      if (c === '"' && quoted && joined[i + 1] === '"') row[row.length - 1] += joined[++i];
      else if (c === '"') quoted = !quoted;
      else if (c === delimiter && !quoted) row.push("");
      else if (c === "\n" && !quoted) rows.push([""]);
      else row[row.length - 1] += c;
    }
    return { rows, separator: delimiter === ";" ? "," : ";" };
  }

  function parse(text) {
    if (text.trim().startsWith("{")) {
      const exact = JSON.rawJSON ? (key, value, at) => (typeof value === "number" && at ? JSON.rawJSON(at.source) : value) : undefined;
      return { members: Object.entries(JSON.parse(text, exact)) };
    }
    const { rows, separator } = cells(text);
    if (rows.length < 2) throw new Error("there is a header and no row below it; paste both, or a JSON object");
    if (rows[0].length !== rows[1].length) throw new Error(`the row has ${rows[1].length} cells, and the header ${rows[0].length}`);
    return { members: rows[0].map((name, i) => [name, rows[1][i]]).filter(([, value]) => value !== ""), separator };
  }

  function read(text) {
    const update = { id: null, values: new Map(), faults: [], notes: [] };
    let parsed;
    try {
      parsed = parse(text);
    } catch (e) {
      update.faults.push("This cannot be read: " + e.message);
      return update;
    }
    const custom = {};
    for (const [name, value] of parsed.members) {
      if (word(name) === "id") update.id = number(value) ?? String(value);
      else if (/^custom\../.test(name)) {
        if (value === null) update.faults.push(`${name} cannot be cleared: a custom field cannot`);
        else custom[name.slice("custom.".length)] = value;
      } else {
        const field = fieldOf(name);
        if (!field) {
          const other = meant(name);
          update.notes.push(`“${name}” is no field of ours, so it is not read.${other ? ` Did you mean ${other.word}?` : ""}`);
        } else if (field === "CUSTOM_FIELDS" && isObject(value)) Object.assign(custom, value);
        else set(update, fields.get(field), value, name, parsed.separator);
      }
    }
    if (Object.keys(custom).length > 0) set(update, fields.get("CUSTOM_FIELDS"), custom, "custom-fields");
    if (update.values.size === 0 && update.faults.length === 0) update.faults.push("There is nothing to update yet.");
    return update;
  }

  const half = text => /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
  const texts = value =>
    typeof value === "string" ? [value] : Array.isArray(value) ? value.flatMap(texts) : isObject(value) ? Object.entries(value).flatMap(([k, v]) => [k, ...texts(v)]) : [];

  // The checks of the library that are the same for every CRM.
  const right = {
    text: () => true,
    email: isEmail,
    phone: text => (text.match(/\p{Nd}/gu) || []).length >= 3,
    country: text => table.countries.includes(text),
    zone: text => table.zones.includes(text),
    url: isUrl,
    date: isDate,
    truth: () => true,
    tags: list => list.every(tag => typeof tag === "string" && !isBlank(tag)) && new Set(list).size === list.length,
    custom: object => Object.entries(object).every(([key, value]) => !isBlank(key) && value !== null),
  };

  function set(update, field, value, name, separator) {
    const typed = value === null ? null : convert(field, value, name, separator, update.faults);
    if (typed === undefined) return;
    if (typed !== null && texts(typed).some(half)) update.faults.push(field.whole);
    else if (typed !== null && !right[field.form](typed)) update.faults.push(field.must);
    else update.values.set(field.name, typed);
  }

  function convert(field, value, name, separator, faults) {
    if (field.form === "custom") return isObject(value) ? value : void faults.push(`${name} is not an object of custom fields`);
    if (field.form === "tags") {
      if (Array.isArray(value)) return value;
      if (typeof value !== "string") return void faults.push(`${name} is no list of tags`);
      return separator ? value.split(separator).map(strip).filter(Boolean) : [value];
    }
    if (field.form === "truth" && typeof value === "boolean") return value;
    const text = typeof value === "string" ? value : number(value);
    if (text === null) return void faults.push(`${name} is not text; write it as a JSON string`);
    if (field.form === "truth") return /^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : void faults.push(`${name}: the value is true or false`);
    if (field.form === "date" && !isDate(text)) return void faults.push(`${name}: a date is written as 1815-12-10`);
    return text;
  }

  // The plan of one CRM.

  /** Returns the number in E.164 form, or null if it is refused, or undefined if only the library can tell. */
  function e164(text) {
    if (/^\+1[2-9]\d{9}$/.test(text)) return text;
    if (!/^[+\d ().\-/]*$/.test(text)) return undefined;
    const plus = text.indexOf("+");
    const first = text.search(/[+\d]/);
    if (plus < 0 || plus !== first) return plus < 0 ? null : undefined;
    const digits = text.slice(plus + 1);
    if (/^[^\d]*$|\+/.test(digits)) return undefined;
    const all = digits.replace(/\D/g, "");
    const code = [1, 2, 3].map(n => all.slice(0, n)).find(start => table.phones[start]);
    if (!code) return null;
    const rest = all.slice(code.length);
    const fates = table.phones[code][rest.length];
    const fate = fates ? fates[rest[0]] : "n";
    return fate === "y" ? `+${all}` : fate === "n" && rest.length <= 15 ? null : undefined;
  }

  const fill = (template, key, value) => {
    if (template === null || typeof template !== "object") return template;
    if (template.$) return template.$ === "key" ? key : value;
    if (Array.isArray(template)) return template.map(each => fill(each, key, value));
    return Object.fromEntries(Object.entries(template).map(([name, each]) => [name === "$key" ? key : name, fill(each, key, value)]));
  };
  const isPlain = value => value && typeof value === "object" && !isRaw(value);
  function merge(into, from) {
    for (const [name, value] of Object.entries(from)) {
      const own = Object.hasOwn(into, name) ? into[name] : undefined;
      if (Array.isArray(own) && Array.isArray(value)) own.push(...value);
      else if (isPlain(own) && isPlain(value) && !Array.isArray(value)) merge(own, value);
      else Object.defineProperty(into, name, { value, enumerable: true, configurable: true, writable: true });
    }
  }
  function ordered(body, order) {
    if (!isPlain(body) || Array.isArray(body) || !isPlain(order) || Array.isArray(order)) return body;
    const names = Object.keys(order).filter(name => Object.hasOwn(body, name));
    const rest = Object.keys(body).filter(name => !names.includes(name));
    return Object.fromEntries([...names, ...rest].map(name => [name, ordered(body[name], order[name])]));
  }
  const applies = (warning, value) => {
    if (!warning.unless || warning.unless.length === 0) return true;
    const elements = Array.isArray(value) ? value : isObject(value) ? Object.keys(value) : [value];
    return elements.some(element => !warning.unless.some(pattern => new RegExp(pattern).test(element)));
  };

  function plan(crm, update, options) {
    const lines = [];
    const faults = [];
    const body = {};
    let unknown = "";
    const put = (answer, key, value) => merge(body, fill(answer.body, key, value));
    const drop = (field, reason) => (options.drop ? lines.push({ field, fate: "DROPPED", detail: reason, warnings: [] }) : faults.push(reason));
    const line = (field, answer, value, fate = answer.fate, detail = answer.detail) =>
      lines.push({ field, fate, detail, place: answer.place, evidence: answer.evidence, warnings: (answer.warnings || []).filter(w => applies(w, value)) });

    for (const { name: field } of table.fields) {
      if (!update.values.has(field)) continue;
      const row = crm.fields[field];
      const value = update.values.get(field);
      if (row.together) {
        const [first, last] = ["FIRST_NAME", "LAST_NAME"].map(half => update.values.get(half) ?? null);
        const whole = first === null || last === null ? "" : strip(`${first} ${last}`);
        if (first === null || last === null) drop(field, row.alone);
        else if (update.values.has("FULL_NAME")) drop(field, row.beside);
        else if (!whole) faults.push(row.blank);
        else {
          put(row.together, "", whole);
          line(field, row.together, whole);
        }
      } else if (row.dropped !== undefined) drop(field, row.dropped);
      else if (value === null) {
        const clear = options.clear ? row.clearUndocumented : row.clear;
        if (clear.dropped !== undefined) drop(field, clear.dropped);
        else {
          put(clear, "", null);
          line(field, clear, null);
        }
      } else if (row.set.e164 && e164(value) === undefined) {
        unknown = `Only the library can tell whether ${crm.name} takes this phone number: contactbridge plan ${crm.word} does.`;
        line(field, row.set, value, "UNKNOWN", "only the library can tell");
      } else if (row.set.e164 && e164(value) === null) faults.push(row.set.refused);
      else if (row.set.email && !isEmail(value)) faults.push(row.set.email);
      else if (row.set.refusedKeys && Object.keys(value).some(key => Object.hasOwn(row.set.refusedKeys, key))) {
        faults.push(row.set.refusedKeys[Object.keys(value).find(key => Object.hasOwn(row.set.refusedKeys, key))]);
      } else {
        const sent = row.set.e164 ? e164(value) : value;
        const changed = sent !== value;
        if (isObject(sent)) for (const [key, each] of Object.entries(sent)) put(row.set, key, each);
        else put(row.set, "", sent);
        line(field, row.set, value, changed ? "CONVERTED" : "SENT", changed ? row.set.e164 : "");
      }
    }

    const sent = lines.filter(each => each.fate !== "DROPPED").map(each => each.field);
    const id = update.id ?? crm.id;
    let refused = "";
    if (faults.length > 0) refused = `${crm.name} cannot make this update: ${faults.join("; ")}`;
    else if (sent.length === 0) refused = crm.nothing;
    else if (crm.needs.message && !sent.some(field => crm.needs.oneOf.includes(field))) refused = crm.needs.message;
    else if (!new RegExp(crm.ids.pattern).test(id)) refused = crm.ids.message;
    return {
      refused,
      faults: faults.length ? faults : refused ? [refused] : [],
      unknown: refused ? "" : unknown,
      lines,
      warnings: crm.warnings.filter(warning => !sent.includes(warning.unless)).map(warning => warning.text),
      url: crm.url.replace(/[^/]*$/, "") + id,
      body: JSON.stringify(ordered(body, crm.order)).replace(/[\u2028\u2029]/g, c => "\\u" + c.charCodeAt(0).toString(16)),
    };
  }

  // The page.

  const node = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  // Fields by the names that people use, where the library has those of its constants.
  const inSentence = label => (/^[A-Z][a-z ]*$/.test(label) ? label.toLowerCase() : label);
  const plain = text =>
    text
      .replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, name => (fields.has(name) ? inSentence(fields.get(name).label) : name))
      .replace(/, which allowUndocumentedClear would try/, "")
      .replace(/; or set defaultRegion/, "")
      .replace(/`([^`]*)`/g, "“$1”");
  const sentence = text => plain(text).replace(/^./, c => c.toUpperCase()) + ".";
  const badge = evidence =>
    !evidence || !evidence.word || evidence.word === "page" ? [] : [node("span", { class: `badge ${evidence.word}` }, evidence.label)];
  const open = evidence => (evidence && evidence.url ? [" ", node("a", { href: evidence.url, rel: "noreferrer" }, "Open the source")] : []);
  const fates = { SENT: "Sent", CONVERTED: "Converted", CLEARED: "Emptied", DROPPED: "Left out", UNKNOWN: "Not known here" };
  const effects = { ignored: "Ignored", destructive: "Loses data", replaces: "Replaces all", refused: "May be refused" };

  function shown(crm, line) {
    const worst = ["ignored", "destructive"].find(effect => line.warnings.some(w => w.effect === effect));
    const item = node("li", { "data-field": line.field, "data-fate": line.fate, "data-detail": line.detail, class: worst || line.fate.toLowerCase() });
    item.append(node("b", {}, fields.get(line.field).label), " ");
    item.append(node("span", { class: "fate" }, worst === "ignored" ? "Sent, but ignored" : worst === "destructive" ? "Sent, but loses data" : fates[line.fate]));
    if (line.place) item.append(` as “${line.place}”`);
    if (line.detail) item.append(`: ${plain(line.detail)}`);
    item.append(" ", ...badge(line.evidence), ...open(line.evidence));
    for (const warning of line.warnings) {
      const text = plain(warning.text).replace(/^[^,]*, observed at [^:]*: /, "");
      item.append(node("p", { class: "caution", "data-warning": warning.text }, node("span", { class: "effect" }, effects[warning.effect] || "Observed"), ` ${text}. `, ...badge(warning.evidence), ...open(warning.evidence)));
    }
    return item;
  }

  function article(crm, result) {
    const verdict = result.refused ? "refused" : result.unknown ? "unknown" : "sent";
    const heads = { refused: "Refused before anything is sent", unknown: "Not known here", sent: "Would be sent" };
    const made = node("article", { class: `fate-of ${verdict}`, "data-crm": crm.word, "data-verdict": verdict, "data-refused": result.refused });
    made.append(node("header", {}, node("h2", {}, node("a", { href: `${crm.word}.html` }, crm.name)), node("p", { class: "verdict" }, heads[verdict])));
    if (result.refused) made.append(node("ul", { class: "faults" }, ...result.faults.map(fault => node("li", {}, plain(fault).replace(/; it stores .*$/, "") + "."))));
    const stores = result.faults.map(fault => /; it (stores .*)$/.exec(plain(fault))).find(Boolean);
    if (stores) made.append(node("p", { class: "quiet" }, `${crm.name} ${stores[1]}.`));
    if (result.unknown) made.append(node("p", { class: "caution" }, plain(result.unknown)));
    if (result.refused) return made;
    made.append(node("ul", { class: "lines" }, ...result.lines.map(line => shown(crm, line))));
    for (const warning of result.warnings) made.append(node("p", { class: "caution", "data-warning": warning }, sentence(warning)));
    if (!result.unknown) {
      const headers = Object.entries(crm.headers).map(([name, value]) => `${name}: ${value}\n`).join("");
      const request = node("details", {}, node("summary", {}, "The exact request"));
      request.append(node("pre", { tabindex: "0", "aria-label": `The request to ${crm.name}` }, `${crm.method} ${result.url}\n${headers}\n${result.body}`));
      request.dataset.url = result.url;
      request.dataset.body = result.body;
      made.append(request);
    }
    return made;
  }

  const form = document.querySelector("form[data-plan]");
  const input = form.querySelector("textarea");
  const results = document.querySelector("[data-results]");
  const share = document.querySelector("[data-share]");
  const option = name => form.querySelector(`input[value=${name}]`);

  function show() {
    const update = read(input.value);
    const options = { drop: option("drop").checked, clear: option("clear").checked };
    const chosen = Object.keys(options).filter(name => options[name]);
    share.href = `#u=${encodeURIComponent(input.value)}${chosen.length ? `&o=${chosen.join(",")}` : ""}`;
    const notes = [...update.faults.map(text => node("li", { class: "fault", "data-fault": text }, plain(text))), ...update.notes.map(text => node("li", {}, text))];
    document.querySelector("[data-notes]").replaceChildren(...notes);
    const plans = update.faults.length ? [] : table.crms.map(crm => [crm, plan(crm, update, options)]);
    results.replaceChildren(...plans.map(([crm, result]) => article(crm, result)));
    const by = verdict => plans.filter(([, result]) => Boolean(result.refused) === (verdict === "refused")).length;
    form.querySelector("output").textContent = plans.length ? `${by("sent")} of ${plans.length} would be sent, ${by("refused")} refused.` : "Nothing is sent.";
  }

  function load() {
    const shared = new URLSearchParams(location.hash.slice(1).replace(/\+/g, "%2B"));
    if (shared.has("u")) {
      input.value = shared.get("u");
      const chosen = (shared.get("o") || "").split(",");
      for (const name of ["drop", "clear"]) option(name).checked = chosen.includes(name);
    }
    show();
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  addEventListener("hashchange", load);
  load();
}

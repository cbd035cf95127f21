// What people do with the review site. The first argument is the folder with the sites:
// "review", which has a fixed set of 28 changes, "plain", which has none, and "hostile", made from
// specs that mean harm; and updates.json, with what the library says of a hundred updates.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { DESKTOP, launch, open, PHONE, TABLET } from "./browser.js";

const folder = process.env.SITES;
const review = join(folder, "review");
const plain = join(folder, "plain");
const hostile = join(folder, "hostile");
const pages = readdirSync(review).filter(file => file.endsWith(".html"));
const { updates, fit, unfit, changes } = JSON.parse(readFileSync(join(folder, "updates.json"), "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let chromium;
before(async () => {
  chromium = await launch();
});
after(() => chromium.close());

const visit = (file, options) => open(chromium.browser, review, file, options);
const visible = (page, selector) =>
  page.$$eval(selector, elements => elements.filter(e => e.checkVisibility()).map(e => e.id || e.textContent.trim()));
const openAll = page => page.$$eval("details", all => all.forEach(details => (details.open = true)));
const texts = (page, selector) => page.$$eval(selector, all => all.map(e => e.textContent.replace(/\s+/g, " ").trim()));
// A selector that selects nothing would make any test of each element pass.
const some = found => {
  assert.ok(found.length > 0, "nothing was selected");
  return found;
};
const type = async (page, form, text) => {
  const field = `form[data-filter=${form}] input[type=search]`;
  await page.$eval(field, (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
};
const select = async (page, form, name, value) => {
  const field = `form[data-filter=${form}] select[name=${name}]`;
  assert.ok((await page.$$eval(`${field} option`, all => all.map(o => o.value))).includes(value), `no option ${value}`);
  await page.select(field, value);
};

async function violations(page) {
  await openAll(page);
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run());
  assert.ok(result.passes.length > 10, "axe looked at next to nothing");
  return result.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")}`);
}

describe("each page", () => {
  it("is there, and so is the feed", () => {
    assert.deepEqual(pages.sort(), [
      "acquire.html",
      "changes.html",
      "decisions.html",
      "evidence.html",
      "fields.html",
      "highlevel.html",
      "history.html",
      "index.html",
      "linq.html",
      "plan.html",
      "raze.html",
      "search.html",
    ]);
    assert.match(readFileSync(join(review, "history.atom"), "utf8"), /^<\?xml[^]*<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">[^]*<\/feed>\s*$/);
  });

  for (const file of pages) {
    it(`${file} asks for nothing, complains of nothing, and says what it was made from`, async () => {
      const { page, requests, complaints } = await visit(file);

      assert.deepEqual(requests, [page.url()]);
      assert.deepEqual(complaints, []);
      assert.equal(await page.$$eval("h1", all => all.filter(h1 => h1.textContent.trim()).length), 1);
      assert.notEqual(await page.$eval("body", body => getComputedStyle(body).backgroundColor), "rgba(0, 0, 0, 0)");
      assert.match(await page.$eval("[data-stamp]", e => e.textContent), /^Made from .*, by ContactBridge .*; compared with main\./);
      await page.close();
    });

    for (const [where, scheme, viewport] of [["a desk by day", "light", DESKTOP], ["a tablet", "light", TABLET], ["a phone by night", "dark", PHONE]]) {
      it(`${file} has no fault that axe finds, and needs no scrolling to the side, on ${where}`, async () => {
        const { page } = await visit(file, { scheme, viewport });

        assert.deepEqual(await violations(page), []);
        const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(needed <= there, `${needed} > ${there}`);
        await page.close();
      });
    }

    it(`${file} prints, with what is folded up, and with headings larger than text`, async () => {
      const { page } = await visit(file);

      const pdf = await page.pdf({ format: "A4" });

      assert.equal(Buffer.from(pdf.slice(0, 5)).toString(), "%PDF-");
      await page.emulateMediaType("print");
      assert.deepEqual(await visible(page, "form, .top, .anchor"), []);
      assert.deepEqual(await page.$$eval("details > :not(summary)", all => all.filter(e => e.getClientRects().length === 0 && !e.hidden && !e.querySelector(":scope > [hidden]") && e.textContent.trim() && getComputedStyle(e).display !== "none").length), 0);
      const sizes = await page.evaluate(() =>
        ["h1", "h2", "h3", "main p"].map(selector => {
          const all = [...document.querySelectorAll(selector)].map(e => parseFloat(getComputedStyle(e).fontSize));
          return all.length ? [Math.min(...all), Math.max(...all)] : null;
        }),
      );
      const levels = some(sizes.filter(Boolean));
      for (let i = 1; i < levels.length; i++) assert.ok(levels[i - 1][0] >= levels[i][1], JSON.stringify(sizes));
      await page.close();
    });

    it(`${file} says the same without script`, async () => {
      const { page } = await visit(file, { script: false });
      const main = p => p.$eval("main", e => {
        const copy = e.cloneNode(true);
        for (const own of copy.querySelectorAll("noscript, .plan, script")) own.remove();
        return copy.textContent.replace(/\s+/g, " ");
      });
      const without = await main(page);
      const forms = await visible(page, "form, button");
      await page.close();

      const other = await visit(file);
      assert.ok(without.length > 100);
      assert.equal(without, await main(other.page));
      assert.deepEqual(forms, []);
      await other.page.close();
    });

    it(`${file} links to nothing that is not there`, async () => {
      const { page } = await visit(file);
      const links = some(await page.$$eval("a[href]", all => all.map(a => a.getAttribute("href"))));
      await page.close();

      for (const link of new Set(links.filter(link => !link.startsWith("https://")))) {
        const [target, anchor] = link.split("#");
        const html = readFileSync(join(review, target || file), "utf8");
        assert.ok(!anchor || anchor.includes("=") || html.includes(` id="${anchor}"`), link);
      }
    });
  }
});

describe("what changed", () => {
  it("has each of the 28 changes, at its level, in one entry", async () => {
    const { page } = await visit("changes.html");
    const shown = await page.$$eval(".change", all => all.map(e => ({ headline: e.querySelector("h3").textContent.trim(), tags: e.dataset.tags.split(" ") })));
    await page.close();

    assert.equal(changes.length, 28);
    assert.equal(shown.length, 28);
    for (const change of changes) {
      const found = shown.filter(each => each.headline.startsWith(change.headline));
      assert.equal(found.length, 1, change.name);
      assert.ok(found[0].tags.includes(change.impact), change.name);
    }
  });

  it("has no code where a person looks who reads none", async () => {
    for (const file of ["changes.html", "index.html", "decisions.html"]) {
      const { page } = await visit(file);
      const shown = some(await texts(page, ".change h3, .consequence, .to-do, .versus, .news li, .matrix td"));
      await page.close();

      for (const text of shown) assert.doesNotMatch(text, /\$\.|`|Exception|NOT_ECHOED|UpdateContactRequest/, file);
    }
  });

  it("says what to do, whom it hits and by when", async () => {
    const { page } = await visit("changes.html");
    const shown = await texts(page, ".change .to-do");
    await page.close();

    assert.equal(shown.length, 28);
    assert.ok(shown.includes("Decide before this is merged: from then on it hits everybody who updates the job title at Linq."));
    for (const text of shown) assert.match(text, /merged.*(who|nobody)|nothing to do/);
  });

  it("shows changed words beside each other", async () => {
    const { page } = await visit("changes.html");
    const shown = some(await texts(page, ".versus"));
    const gone = some(await texts(page, ".versus del"));
    const added = some(await texts(page, ".versus ins"));
    await page.close();

    assert.ok(shown.length > 20);
    assert.ok(gone.includes("The clock.") && added.includes("IANA timezone."));
    assert.ok(added.includes("Contact's phone, of the company.") || added.some(text => text.includes("of the company")));
  });

  it("leaves no heading over nothing when it is filtered", async () => {
    const { page } = await visit("changes.html");
    await select(page, "changes", "level", "breaks");

    assert.deepEqual(await visible(page, "[data-group] h2"), ["breaks"]);
    assert.ok(some(await visible(page, "[data-row]")).length < 28);
    await page.close();
  });
});

describe("decisions", () => {
  it("hold only for what was seen, and only those are green", async () => {
    const { page } = await visit("changes.html");
    const state = start => page.$$eval(".change", (all, head) => {
      const card = all.find(e => e.querySelector("h3").textContent.trim().startsWith(head));
      return { open: card.dataset.tags.includes("open"), green: Boolean(card.querySelector(".decided.approved")), fault: card.querySelector(".fault")?.textContent.replace(/\s+/g, " ").trim() };
    }, start);

    assert.deepEqual(await state("Linq now calls"), { open: false, green: true });
    assert.deepEqual(await state("Raze now calls"), { open: true, green: false, fault: "Needs a new decision. It was decided about as “may break”, and is now “breaks”." });
    assert.match((await state("Raze takes updates")).fault, /made against another state of the specification \(0a1b2c3d\)/);
    assert.equal((await state("Acquire takes updates")).fault, "Needs a new decision. It expired on 2026-11-18.");
    assert.equal((await state("Raze takes updates")).green, false);
    await page.close();
  });

  it("stand with the newest first, and one that matches nothing is named", async () => {
    const { page } = await visit("decisions.html");

    assert.deepEqual(await texts(page, ".decided.made time:first-of-type"), ["2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-18", "2026-11-16"].filter((day, i) => i !== 4));
    assert.match((await texts(page, "section[aria-labelledby=unused]"))[0], /000000000000 by Ana Souza/);
    await page.close();
  });

  it("are linked from the CRM and from the field", async () => {
    const linq = await visit("linq.html");
    assert.ok(some(await linq.page.$$eval("section[aria-labelledby=recent] a", all => all.map(a => a.getAttribute("href")))).every(href => href.startsWith("changes.html#change-")));
    assert.match((await texts(linq.page, "section[aria-labelledby=recent]"))[0], /approved by Ana Souza/);
    assert.ok(some(await linq.page.$$("section[aria-labelledby=decisions] .decided")).length > 0);
    await linq.page.close();

    const fields = await visit("fields.html");
    assert.match((await texts(fields.page, "#JOB_TITLE .recent"))[0], /Linq now calls .* approved by Ana Souza/);
    await fields.page.close();
  });

  it("can be copied", async () => {
    const { page } = await visit("changes.html");
    await page.$eval(".paste", details => (details.open = true));
    await page.$eval(".paste button", button => button.scrollIntoView());

    assert.match(await page.$eval(".paste pre", pre => pre.textContent), /base: "main"/);
    await page.click(".paste button");

    await page.waitForFunction(() => /Copied|Selected/.test(document.querySelector(".paste [role=status]").textContent));
    await page.close();
  });
});

describe("the landing page", () => {
  it("has 22 fields on one screen, and what waits above them", async () => {
    const { page } = await open(chromium.browser, plain, "index.html", { viewport: DESKTOP });
    const rows = await page.$$eval(".matrix tbody tr", all => all.map(e => e.getBoundingClientRect()).map(r => [r.top, r.bottom]));
    const news = await page.$eval(".news", e => e.getBoundingClientRect().bottom);
    await page.close();

    assert.equal(rows.length, 22);
    assert.ok(news <= rows[0][0]);
    assert.ok(rows[21][1] <= 900, `the last row ends at ${rows[21][1]}`);
  });

  it("fits the fields on one screen with 28 changes too, once scrolled to", async () => {
    const { page } = await visit("index.html");
    const height = await page.$eval(".matrix", e => e.getBoundingClientRect().height);
    await page.close();

    assert.ok(height <= 900, `${height}`);
  });

  it("keeps the names of the CRMs when it is scrolled", async () => {
    const { page } = await visit("index.html", { viewport: { width: 1440, height: 500 } });
    await page.evaluate(() => document.querySelector("#row-TAGS").scrollIntoView());

    const tops = some(await page.$$eval(".matrix thead th", all => all.map(e => e.getBoundingClientRect().top)));
    assert.ok(tops.every(top => top >= 0 && top < 60), String(tops));
    await page.close();
  });

  it("marks the cells that changed, with what they said before, and where spec and library disagree", async () => {
    const { page } = await visit("index.html");
    const cell = (field, crm) => page.$eval(`#row-${field} td[data-crm=${crm}]`, e => ({ text: e.textContent.replace(/\s+/g, " ").trim(), changed: e.classList.contains("changed"), link: e.querySelector("a")?.getAttribute("href") }));

    assert.deepEqual(await cell("WEBSITE", "HighLevel"), { text: "Spec has no “website”; library sends it ; it was: Set, can be emptied (assumed)", changed: true });
    assert.match((await cell("JOB_TITLE", "Linq")).text, /^Spec has no “title”; library sends it ; it was: Set, cannot be emptied$/);
    assert.deepEqual(await cell("EMAIL", "Acquire"), { text: "Set · cannot be emptied", changed: false, link: "acquire.html#f-fields-email" });
    assert.match((await cell("JOB_TITLE", "Raze")).text, /^Sent, but ignored \(Observed\)/);
    await page.close();
  });

  it("says what waits and what changed at the top", async () => {
    const { page } = await visit("index.html");

    const waiting = (await texts(page, "section[aria-labelledby=waiting]"))[0];
    assert.match(waiting, /Breaks.*All \d+ that wait/);
    assert.match((await texts(page, "section[aria-labelledby=changed]"))[0], /since main Breaks \d+ May break \d+ Look at this \d+/);
    await page.close();
  });

  it("is a list for each field on a phone", async () => {
    const { page } = await visit("index.html", { viewport: PHONE });
    const boxes = await page.$$eval("#row-EMAIL > *", all => all.map(e => e.getBoundingClientRect()).map(r => [Math.round(r.left), Math.round(r.top), r.width]));
    const name = await page.$eval("#row-EMAIL td", e => getComputedStyle(e, "::before").content);
    await page.close();

    assert.equal(boxes.length, 5);
    assert.equal(new Set(boxes.map(box => box[0])).size, 1);
    assert.equal(new Set(boxes.map(box => box[1])).size, 5);
    assert.equal(name, '"Acquire"');
  });
});

describe("search", () => {
  const found = async words => {
    const { page } = await visit(`search.html#q=${encodeURIComponent(words)}`);
    const links = await page.$$eval("[data-filtered=all] [data-row]", all => all.filter(e => e.checkVisibility()).map(e => e.querySelector("a").getAttribute("href")));
    await page.close();
    return links;
  };

  for (const [words, link] of [
    ["position", "fields.html#JOB_TITLE"],
    ["role", "fields.html#JOB_TITLE"],
    ["mobile", "fields.html#PHONE"],
    ["zip", "fields.html#POSTAL_CODE"],
    ["birthday", "fields.html#DATE_OF_BIRTH"],
    ["opt out", "fields.html#DO_NOT_DISTURB"],
    ["companyName", "highlevel.html#f-companyName"],
    ["first_name", "linq.html#f-contact-first_name"],
  ]) {
    it(`finds “${words}”`, async () => {
      const links = some(await found(words));

      assert.ok(links.includes(link), links.join(" "));
      assert.ok(links.length < 40, `${links.length} links`);
    });
  }

  it("finds nothing for what is not there", async () => {
    assert.deepEqual(await found("xyzzy"), []);
  });

  it("starts on any page, and stands in the address, to which going back leads", async () => {
    const { page } = await visit("linq.html");
    await page.type("form[data-find] input", "zip code");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);

    assert.match(page.url(), /search\.html#q=zip(\+|%20)code$/);
    const before = some(await visible(page, "[data-row]"));
    await type(page, "all", "zip");
    assert.match(page.url(), /#q=zip$/);
    await Promise.all([page.waitForNavigation(), page.click("[data-filtered=all] tr:not([hidden]) a")]);
    await Promise.all([page.waitForNavigation(), page.goBack()]);

    assert.match(page.url(), /search\.html#q=zip$/);
    await page.waitForFunction(() => document.querySelector("form[data-filter] input").value === "zip");
    assert.deepEqual(await visible(page, "[data-row]"), before);
    await page.close();
  });
});

describe("filters", () => {
  it("find a field of a CRM by the word of another", async () => {
    const { page } = await visit("raze.html");

    await type(page, "cards", "job title");

    const shown = some(await visible(page, "[data-row]"));
    assert.ok(shown.includes("f-position") && shown.length <= 3, shown.join(" "));
    await type(page, "cards", "");
    assert.ok((await visible(page, "[data-row]")).length > 10);
    await page.close();
  });

  it("say that nothing fits, without a heading over it", async () => {
    const { page } = await visit("raze.html");

    await type(page, "cards", "xyzzy");

    assert.deepEqual(await visible(page, "[data-row]"), []);
    assert.deepEqual(await visible(page, "[data-filtered] h2"), []);
    assert.equal(await page.$eval("form[data-filter=cards] output", o => o.textContent), "Nothing fits.");
    await page.close();
  });

  it("list all that is assumed, and all that was observed, across the CRMs", async () => {
    const { page } = await visit("evidence.html");

    for (const [known, crms] of [["assumed", ["Acquire", "HighLevel", "Linq", "Raze"]], ["observed", ["HighLevel", "Linq", "Raze"]]]) {
      await select(page, "evidence", "known", known);
      const shown = some(await page.$$eval("[data-row]", all => all.filter(e => e.checkVisibility()).map(e => [e.dataset.tags.split(" ")[0], e.cells[0].textContent])));
      assert.deepEqual([...new Set(shown.map(row => row[0]))], [known]);
      const there = [...new Set(shown.map(row => row[1]))];
      assert.ok(there.length >= 2 && there.every(crm => crms.includes(crm)), there.join(" "));
      assert.deepEqual(await visible(page, "[data-group] h2"), [known]);
    }
    await page.close();
  });

  it("find what is assumed of a CRM, also inside of something", async () => {
    const { page } = await visit("highlevel.html");

    await select(page, "cards", "known", "assumed");

    const shown = some(await page.$$eval("[data-row]", all => all.filter(e => e.checkVisibility() && !e.querySelector("[data-row]:not([hidden])")).map(e => e.dataset.tags.split(" "))));
    assert.ok(shown.every(tags => tags.includes("assumed")));
    await page.close();
  });

  it("find what can be emptied", async () => {
    const { page } = await visit("highlevel.html");

    await page.click("form[data-filter=cards] input[value=clear]");

    const shown = some(await visible(page, "[data-row]"));
    assert.ok(shown.includes("f-email"));
    assert.ok(!shown.includes("f-postalCode"));
    assert.match(page.url(), /#clear=clear$/);
    await page.close();
  });

  it("find a row of the matrix, and those that changed", async () => {
    const { page } = await visit("index.html");

    await type(page, "matrix", "role");
    assert.deepEqual(await visible(page, ".matrix tbody tr"), ["row-JOB_TITLE"]);
    await type(page, "matrix", "");
    await page.click("form[data-filter=matrix] input[name=changed]");
    const shown = some(await visible(page, ".matrix tbody tr"));
    assert.ok(shown.includes("row-WEBSITE") && !shown.includes("row-CITY") && shown.length < 22, shown.join(" "));
    await page.close();
  });

  it("give way to a link to what they hide, which is scrolled to", async () => {
    const { page } = await visit("linq.html", { viewport: { width: 1440, height: 400 } });
    await type(page, "cards", "xyzzy");

    await page.evaluate(() => (location.hash = "f-data-updated_at"));

    await page.waitForFunction(() => document.getElementById("f-data-updated_at").checkVisibility());
    const box = await page.$eval("#f-data-updated_at", e => e.getBoundingClientRect().top);
    assert.ok(box >= 0 && box < 400, `${box}`);
    assert.equal(await page.$eval("form[data-filter=cards] input[type=search]", i => i.value), "");
    await page.close();
  });
});

describe("a page of a CRM", () => {
  it("says first what is destructive or surprising", async () => {
    for (const [file, words] of [["raze.html", /Tags: Loses data/], ["linq.html", /Owner: Contradictory/], ["highlevel.html", /Tags: Replaces all/]]) {
      const { page } = await visit(file);
      assert.match((await texts(page, "section[aria-labelledby=warnings]"))[0], words);
      assert.ok(await page.$eval("section[aria-labelledby=warnings]", e => e.getBoundingClientRect().top) < 400);
      await page.close();
    }
  });

  it("is a table with details on demand, of at most five screens", async () => {
    for (const file of ["acquire.html", "highlevel.html", "linq.html", "raze.html"]) {
      const { page } = await open(chromium.browser, plain, file);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const rows = some(await page.$$eval(".rows > .row", all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().height)));
      assert.ok(height <= 5 * 900, `${file}: ${height}`);
      assert.ok(Math.max(...rows) < 60, `${file}: ${Math.max(...rows)}`);
      assert.equal(await page.$$eval(".row details[open]", all => all.length), 0);
      await page.close();
    }
  });

  it("opens what a link leads to, and has a link to each row", async () => {
    const { page } = await visit("linq.html#f-contact-email");

    assert.ok(await page.$eval("#f-contact-email > details", details => details.open));
    const anchors = some(await visible(page, ".row > .anchor"));
    assert.equal(anchors.length, (await visible(page, ".row")).length);
    await page.close();
  });

  it("shows the request that the library sends", async () => {
    const { page } = await open(chromium.browser, plain, "linq.html");
    const shown = await page.$eval("section[aria-labelledby=exchange]", e => e.textContent);
    await page.close();

    assert.match(shown, /PUT https:\/\/api\.linqapp\.com\/api\/partner\/v2\/contacts\/123/);
    assert.match(shown, /"phone_number": "\+12025550123"/);
  });

  it("keeps the underscores of names that are links", async () => {
    const { page } = await open(chromium.browser, plain, "linq.html");
    const lines = some(await page.$$eval("a.key, a:has(> code)", all => all.map(e => getComputedStyle(e).textDecorationLine)));
    await page.close();

    assert.deepEqual([...new Set(lines)], ["none"]);
  });
});

describe("the keyboard", () => {
  it("skips to the content first", async () => {
    const { page } = await visit("linq.html");

    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");

    assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
    await page.close();
  });

  it("reaches all that can be used, and shows where it is", async () => {
    const { page } = await visit("linq.html");
    const all = await page.$$eval("a[href], input, select, button, summary", e => e.filter(x => x.checkVisibility()).length);

    const reached = new Set();
    for (let i = 0; i < all + 40; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const e = document.activeElement;
        if (e === document.body) return null;
        e.dataset.n ??= String(document.querySelectorAll("[data-n]").length);
        return { n: e.dataset.n, usable: e.matches("a[href], input, select, button, summary"), outline: getComputedStyle(e).outlineStyle };
      });
      if (!at) break;
      assert.notEqual(at.outline, "none");
      if (at.usable) reached.add(at.n);
    }

    assert.ok(all > 50);
    assert.equal(reached.size, all);
    await page.close();
  });

  it("opens what is folded up", async () => {
    const { page } = await visit("highlevel.html");
    await page.focus("#f-dndSettings summary");

    await page.keyboard.press("Enter");

    assert.ok(await page.$eval("#f-dndSettings details", details => details.open));
    await page.close();
  });
});

describe("a pasted update", () => {
  const paste = (page, { text, drop = false, clear = false }) =>
    page.evaluate(({ text, drop, clear }) => {
      const form = document.querySelector("form[data-plan]");
      form.querySelector("textarea").value = text;
      form.querySelector("input[value=drop]").checked = drop;
      form.querySelector("input[value=clear]").checked = clear;
      form.dispatchEvent(new Event("input"));
      const crms = {};
      for (const made of document.querySelectorAll("[data-crm]")) {
        const request = made.querySelector("details");
        crms[made.dataset.crm] = {
          verdict: made.dataset.verdict,
          refused: made.dataset.refused,
          url: request?.dataset.url,
          body: request?.dataset.body,
          warnings: [...made.querySelectorAll("[data-warning]")].map(e => e.dataset.warning),
          fields: [...made.querySelectorAll("[data-field]")].map(e => ({ field: e.dataset.field, fate: e.dataset.fate, detail: e.dataset.detail })),
        };
      }
      return { crms, faults: [...document.querySelectorAll("[data-fault]")].map(e => e.dataset.fault) };
    }, { text, drop, clear });

  const same = (page, all) => all.reduce(async (before, update) => {
    const counts = await before;
    const { crms, faults } = await paste(page, update);
    assert.deepEqual(faults, [], update.text);
    for (const [crm, expected] of Object.entries(update.expected)) {
      const actual = crms[crm];
      const what = `${crm}: ${JSON.stringify(update)}`;
      if (actual.verdict === "unknown") {
        counts.unknown++;
        continue;
      }
      assert.equal(actual.refused, expected.refused, what);
      counts[actual.verdict]++;
      if (expected.refused) continue;
      assert.deepEqual(actual.fields, expected.fields, what);
      assert.deepEqual([...actual.warnings].sort(), [...expected.warnings].sort(), what);
      assert.equal(actual.url, expected.url, what);
      assert.equal(actual.body, expected.body, what);
    }
    return counts;
  }, Promise.resolve({ sent: 0, refused: 0, unknown: 0 }));

  it("fares on the page as in the library, a hundred times", async () => {
    const { page } = await open(chromium.browser, plain, "plan.html");

    const counts = await same(page, updates);

    assert.equal(updates.length, 100);
    assert.ok(counts.sent >= 100 && counts.refused >= 100 && counts.unknown <= 20, JSON.stringify(counts));
    await page.close();
  });

  it("is taken or not as a value as the library takes it or not", async () => {
    const { page } = await open(chromium.browser, plain, "plan.html");

    await same(page, some(fit));
    for (const { text, message } of some(unfit)) {
      assert.ok(message, text);
      assert.deepEqual((await paste(page, { text })).faults, [message], text);
    }
    await page.close();
  });

  it("may be the header line and a row of a CSV", async () => {
    const { page } = await open(chromium.browser, plain, "plan.html");
    const csv = await paste(page, { text: 'id;Email;Job title;tags;custom.budget\n7;ada@example.com;"Countess; of ""L""";a,b;3', drop: true });
    const json = await paste(page, { text: JSON.stringify({ id: "7", email: "ada@example.com", "job-title": 'Countess; of "L"', tags: ["a", "b"], "custom.budget": "3" }), drop: true });

    assert.deepEqual(csv, json);
    assert.equal(csv.crms.raze.body, '{"email":"ada@example.com","position":"Countess; of \\"L\\"","tags":["a","b"],"custom_fields":{"budget":"3"}}');
    await page.close();
  });

  it("says of what it cannot read what it is, and what may be meant", async () => {
    const { page } = await open(chromium.browser, plain, "plan.html");

    await paste(page, { text: '{"mobile": "+12025550123", "email": "ada@example.com"}' });
    assert.match((await texts(page, "[data-notes] li"))[0], /“mobile” is no field of ours.*Did you mean phone\?/);
    assert.match((await paste(page, { text: "{" })).faults[0], /^This cannot be read/);
    assert.match((await paste(page, { text: "id,email" })).faults[0], /header and no row/);
    assert.deepEqual((await paste(page, { text: "{}" })).faults, ["There is nothing to update yet."]);
    await page.close();
  });

  it("can be shared as a link, and has the evidence of each line", async () => {
    const { page } = await open(chromium.browser, plain, "plan.html");
    await paste(page, { text: '{"email":"a+b@example.com","tags":["vip"],"job-title":"100 % & more"}', drop: true });
    const link = await page.$eval("[data-share]", a => a.href);
    const raze = await page.$eval("[data-crm=raze]", e => e.textContent);
    await page.close();

    assert.match(raze, /Job title Sent, but ignored/);
    assert.match(raze, /Tags Sent, but loses data/);
    const other = await open(chromium.browser, plain, `plan.html${new URL(link).hash}`);
    assert.equal(await other.page.$eval("textarea", t => t.value), '{"email":"a+b@example.com","tags":["vip"],"job-title":"100 % & more"}');
    assert.equal(await other.page.$eval("[data-crm=raze]", e => e.textContent), raze);
    const links = some(await other.page.$$eval("[data-crm=raze] .lines a", all => all.map(a => a.href)));
    assert.ok(links.every(href => href.startsWith("https://")));
    assert.deepEqual(other.complaints, []);
    await other.page.close();
  });

  it("does no harm", async () => {
    const { page, complaints } = await open(chromium.browser, plain, "plan.html");
    await paste(page, { text: JSON.stringify({ email: "<img/src=x/onerror=window.harm=1>@b.c", "custom.__proto__": "<script>window.harm=1</script>", "<b>": 1 }), drop: true });

    assert.equal(await page.evaluate(() => window.harm), undefined);
    assert.equal(await page.$$eval("main img, main b b, .results script", all => all.length), 0);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});

describe("hostile text", () => {
  for (const file of pages) {
    it(`does nothing on ${file}`, async () => {
      const { page, requests, complaints } = await open(chromium.browser, hostile, file, { viewport: PHONE });
      await openAll(page);
      await page.$$eval("a, .row", all => all.forEach(e => e.dispatchEvent(new Event("mouseenter"))));

      assert.deepEqual(requests, [page.url()]);
      assert.deepEqual(complaints, []);
      const found = await page.evaluate(() => ({
        harm: window.harm,
        foreign: [...document.querySelectorAll("img, iframe, object, embed, svg, base, link:not([rel=alternate]), form[action], marquee")].map(e => e.outerHTML),
        scripts: document.querySelectorAll("script:not([type='application/json'])").length,
        styles: document.querySelectorAll("style, [style]").length,
        handlers: [...document.querySelectorAll("*")].filter(e => [...e.attributes].some(a => a.name.startsWith("on"))).length,
        links: [...document.links].map(a => a.protocol).filter(p => p !== "file:" && p !== "https:"),
        wide: document.documentElement.scrollWidth > innerWidth,
      }));
      assert.deepEqual(found, { foreign: [], scripts: 1, styles: 1, handlers: 0, links: [], wide: false });
      await page.close();
    });
  }

  it("is shown as it is", async () => {
    const { page } = await open(chromium.browser, hostile, "linq.html");

    const text = await page.$eval("main", main => main.textContent);

    assert.ok(text.includes("<script>window.harm = 1</script>"));
    assert.ok(text.includes('"><img src=x onerror=window.harm=1>'));
    await page.close();
  });

  it("does not turn what stands around it", async () => {
    const { page } = await open(chromium.browser, hostile, "linq.html");

    await openAll(page);
    const unisolated = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      const faults = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (/[\u202A-\u202E\u2066-\u2069\u0590-\u06FF]/.test(walker.currentNode.data) && !parent.closest("bdi, pre, option")) {
          faults.push(parent.outerHTML.slice(0, 200));
        }
      }
      return faults;
    });

    assert.deepEqual(unisolated, []);
    await page.close();
  });

  it("folds up what is too long, and keeps it", async () => {
    const { page } = await open(chromium.browser, hostile, "linq.html");

    assert.equal(await page.$eval("main", main => main.textContent.split("endless").length - 1 >= 1000), true);
    assert.ok((await page.$$(".prose details")).length > 0);
    await page.close();
  });
});

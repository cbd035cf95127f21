// What people do with the review site. The first argument is the folder with the sites:
// "review", which is made from the specs, and "hostile", made from specs that mean harm.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { DESKTOP, launch, open, PHONE } from "./browser.js";

const folder = process.env.SITES;
const review = join(folder, "review");
const hostile = join(folder, "hostile");
const pages = readdirSync(review).filter(file => file.endsWith(".html"));
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

async function violations(page) {
  await openAll(page);
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run());
  return result.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")}`);
}

describe("each page", () => {
  it("is there", () => {
    assert.deepEqual(pages.sort(), [
      "acquire.html",
      "changes.html",
      "decisions.html",
      "fields.html",
      "highlevel.html",
      "index.html",
      "linq.html",
      "raze.html",
    ]);
  });

  for (const file of pages) {
    it(`${file} asks for nothing and complains of nothing`, async () => {
      const { page, requests, complaints } = await visit(file);

      assert.deepEqual(requests, [page.url()]);
      assert.deepEqual(complaints, []);
      assert.notEqual(await page.$eval("h1", h1 => h1.textContent.trim()), "");
      assert.notEqual(await page.$eval("body", body => getComputedStyle(body).backgroundColor), "rgba(0, 0, 0, 0)");
      await page.close();
    });

    for (const [where, scheme, viewport] of [["a desk by day", "light", DESKTOP], ["a phone by night", "dark", PHONE]]) {
      it(`${file} has no fault that axe finds, on ${where}`, async () => {
        const { page } = await visit(file, { scheme, viewport });

        assert.deepEqual(await violations(page), []);
        await page.close();
      });
    }

    it(`${file} needs no scrolling to the side at 320 pixels`, async () => {
      const { page } = await visit(file, { viewport: { width: 320, height: 640 } });
      await openAll(page);

      const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);

      assert.ok(needed <= there, `${needed} > ${there}`);
      await page.close();
    });

    it(`${file} prints, with what is folded up`, async () => {
      const { page } = await visit(file);

      const pdf = await page.pdf({ format: "A4" });

      assert.equal(Buffer.from(pdf.slice(0, 5)).toString(), "%PDF-");
      await page.emulateMediaType("print");
      assert.deepEqual(await visible(page, "form, .top nav"), []);
      assert.deepEqual(await page.$$eval("details > :not(summary)", all => all.filter(e => e.getClientRects().length === 0 && !e.hidden && getComputedStyle(e).display !== "none").length), 0);
      await page.close();
    });

    it(`${file} tells the same without script`, async () => {
      const { page } = await visit(file, { script: false });
      const without = await page.$eval("main", main => main.textContent);
      const forms = await visible(page, "form, button");
      await page.close();

      const other = await visit(file);
      assert.equal(without, await other.page.$eval("main", main => main.textContent.replace(/\d+ fields are lost at one of them at least\./, "")));
      assert.deepEqual(forms, []);
      await other.page.close();
    });

    it(`${file} links to nothing that is not there`, async () => {
      const { page } = await visit(file);
      const links = await page.$$eval("a[href]", all => all.map(a => a.getAttribute("href")));
      await page.close();

      for (const link of new Set(links.filter(link => !link.startsWith("https://")))) {
        const [target, anchor] = link.split("#");
        const html = readFileSync(join(review, target || file), "utf8");
        assert.ok(!anchor || html.includes(` id="${anchor}"`), link);
      }
    });
  }
});

describe("search and filters", () => {
  const type = async (page, form, text) => {
    const field = `form[data-filter=${form}] input[type=search]`;
    await page.$eval(field, input => (input.value = ""));
    await page.type(field, text);
    if (!text) await page.$eval(field, input => input.dispatchEvent(new Event("input", { bubbles: true })));
  };

  it("find a field of a CRM by the word of another", async () => {
    const { page } = await visit("raze.html");

    await type(page, "cards", "job title");

    assert.deepEqual(await visible(page, "[data-row]"), ["f-position"]);
    assert.match(await page.$eval("form[data-filter=cards] output", o => o.textContent), /^1 of \d+ shown\.$/);

    await type(page, "cards", "");
    assert.ok((await visible(page, "[data-row]")).length > 10);
    await page.close();
  });

  it("say that nothing fits", async () => {
    const { page } = await visit("raze.html");

    await type(page, "cards", "xyzzy");

    assert.deepEqual(await visible(page, "[data-row]"), []);
    assert.equal(await page.$eval("form[data-filter=cards] output", o => o.textContent), "Nothing fits.");
    await page.close();
  });

  it("find what is assumed, also inside of something", async () => {
    const { page } = await visit("highlevel.html");

    await page.select("form[data-filter=cards] select", "assumed");

    const shown = await page.$$eval("[data-row]", all => all.filter(e => e.checkVisibility()).map(e => e.dataset.tags));
    assert.ok(shown.length > 0);
    assert.ok(shown.some(tags => tags.split(" ").includes("assumed")));
    await page.close();
  });

  it("find what can be emptied", async () => {
    const { page } = await visit("highlevel.html");

    await page.click("form[data-filter=cards] input[value=clear]");

    const shown = await visible(page, "[data-row]");
    assert.ok(shown.includes("f-email"));
    assert.ok(!shown.includes("f-postalCode"));
    await page.close();
  });

  it("find a row of the matrix", async () => {
    const { page } = await visit("index.html");

    await type(page, "matrix", "job title");

    assert.deepEqual(await visible(page, ".matrix tbody th"), ["Job title"]);
    await page.close();
  });

  it("show what is lost at the CRMs of one's choice", async () => {
    const { page } = await visit("index.html");
    await page.click("form[data-losses] input[value=losses]");
    for (const crm of ["acquire", "highlevel", "raze"]) await page.click(`form[data-losses] input[value=${crm}]`);

    const rows = await visible(page, ".fates tbody th");

    assert.ok(rows.includes("Tags"));
    assert.ok(!rows.includes("Job title"));
    assert.deepEqual(await visible(page, ".fates thead [data-crm]"), ["Linq"]);
    await page.close();
  });

  it("give way to a link to what they hide", async () => {
    const { page } = await visit("linq.html");
    await type(page, "cards", "xyzzy");

    await page.evaluate(() => (location.hash = "f-contact-email"));

    await page.waitForFunction(() => document.getElementById("f-contact-email").checkVisibility());
    await page.close();
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

describe("an example", () => {
  it("lights the field that a line stands for, for the mouse and for the keyboard", async () => {
    const { page } = await visit("linq.html");
    const lit = () => page.$$eval(".card.lit", all => all.map(card => card.id));

    await page.hover(".exchange .line[data-field=f-contact-email]");
    assert.deepEqual(await lit(), ["f-contact-email"]);
    await page.mouse.move(0, 0);
    assert.deepEqual(await lit(), []);

    await page.focus(".exchange .line[data-field=f-contact-email] a");
    assert.deepEqual(await lit(), ["f-contact-email"]);
    await page.close();
  });

  it("lights the lines of a field", async () => {
    const { page } = await visit("linq.html");

    await page.hover("#f-contact-email h3");

    assert.deepEqual([...new Set(await page.$$eval(".line.lit", all => all.map(line => line.dataset.field)))], ["f-contact-email"]);
    await page.close();
  });

  it("leads to the field", async () => {
    const { page } = await visit("linq.html");

    await page.click(".exchange .line[data-field=f-contact-email] a");

    assert.equal(await page.evaluate(() => location.hash), "#f-contact-email");
    await page.close();
  });
});

describe("a decision", () => {
  it("can be copied", async () => {
    const { page } = await visit("changes.html");
    await page.$eval(".paste", details => (details.open = true));
    await page.$eval(".paste button", button => button.scrollIntoView());

    await page.click(".paste button");

    await page.waitForFunction(() => /Copied|Selected/.test(document.querySelector(".paste [role=status]").textContent));
    await page.close();
  });
});

describe("hostile text", () => {
  for (const file of pages) {
    it(`does nothing on ${file}`, async () => {
      const { page, requests, complaints } = await open(chromium.browser, hostile, file, { viewport: PHONE });
      await openAll(page);
      await page.$$eval("[data-field], a, .card", all => all.forEach(e => e.dispatchEvent(new Event("mouseenter"))));

      assert.deepEqual(requests, [page.url()]);
      assert.deepEqual(complaints, []);
      const found = await page.evaluate(() => ({
        harm: window.harm,
        foreign: [...document.querySelectorAll("img, iframe, object, embed, svg, base, link, form[action], marquee")].map(e => e.outerHTML),
        scripts: document.querySelectorAll("script").length,
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

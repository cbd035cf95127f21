// Chromium without anything that would ask a server for something.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const PLACES = [
  process.env.CHROME,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const executable = PLACES.find(place => place && existsSync(place));

export async function launch() {
  const userDataDir = mkdtempSync(join(tmpdir(), "contactbridge-browser-"));
  const browser = await puppeteer.launch({
    executablePath: executable,
    userDataDir,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true });
    },
  };
}

export const DESKTOP = { width: 1440, height: 900 };
export const TABLET = { width: 820, height: 1180 };
export const PHONE = { width: 390, height: 844 };

// Opens a page of a folder and keeps what it asked for and what it complained of.
export async function open(browser, folder, file, { viewport = DESKTOP, scheme = "light", script = true } = {}) {
  const page = await browser.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", request => requests.push(request.url()));
  page.on("console", message => complaints.push(message.text()));
  page.on("pageerror", error => complaints.push(error.message));
  page.on("dialog", dialog => {
    complaints.push("dialog: " + dialog.message());
    dialog.dismiss();
  });
  await page.setOfflineMode(true);
  await page.setJavaScriptEnabled(script);
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  const [name, hash = ""] = file.split(/#(.*)/s);
  await page.goto(pathToFileURL(join(folder, name)).href + (hash && `#${hash}`));
  return { page, requests, complaints };
}

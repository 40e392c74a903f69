// Both browsers, each started once for all tests.
import puppeteer from "puppeteer-core";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
];

const launch = {
  Chromium: () => puppeteer.launch({ executablePath: process.env.CHROME, args: quiet }),
  Firefox: () => puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX }),
};

export const names = Object.keys(launch);
const running = new Map();

export async function start() {
  for (const name of names) running.set(name, await launch[name]());
}

export async function stop() {
  for (const browser of running.values()) await browser.close();
}

export const browser = (name) => running.get(name);

// Tests on the first timeline of a chapter.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, serve } from "./pages.mjs";

const listing = (suffix) => readFile(new URL(`../../listings/tasks/join/three-fetches.${suffix}`, import.meta.url), "utf8");

// The listing that it plays, and its whole output.
export const SOURCE = await listing("rs");
export const WHOLE = await listing("stdout");

// The first lines of its output.
export const lines = (count) => WHOLE.split("\n").slice(0, count).map((line) => `${line}\n`).join("");

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), launch()])));
after(async () => {
    await browser.close();
    server.close();
});

// What tests ask of a page: of its first timeline, or of the one of the listing that is named.
function parts(page, name) {
    const figure = page.locator(name ? `figure.timeline[aria-label="Timeline of ${name}"]` : "figure.timeline").first();
    const before = figure.locator("xpath=preceding-sibling::*/descendant-or-self::pre[code[contains(@class, 'language-rust')]]");
    const listing = name ? before.last() : page.locator("pre:has(> .lines)").first();
    const numbers = (bars) => bars.map((bar) => Number(bar.dataset.line)).sort((one, other) => one - other);
    return {
        page,
        figure,
        listing,
        button: (label) => figure.getByRole("button", { name: label, exact: true }),
        bar: (index) => figure.locator(".bar[data-line]").nth(index),
        scrub: figure.getByRole("slider", { name: "Time" }),
        speed: figure.getByRole("combobox", { name: "Speed" }),
        clock: () => figure.locator(".clock").textContent(),
        status: () => figure.locator(".status").textContent(),
        output: () => page.locator(".stdout pre code").first().textContent(),
        lit: () => listing.locator(".now").evaluateAll(numbers),
    };
}

// A test in a page of its own, which must not complain, save of what `complains` finds.
export function on(name, { path = "tasks/join.html", listing, complains, ...options }, body) {
    test(name, async () => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 1250 }, ...options });
        const page = await context.newPage();
        const complaints = [];
        page.on("console", (message) => message.type() === "error" && !complains?.test(message.text()) && complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(error.stack));
        await page.goto(`http://127.0.0.1:${server.address().port}/${path}`);
        await body(parts(page, listing));
        assert.deepEqual(complaints, []);
        await context.close();
    });
}

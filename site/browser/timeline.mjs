// Tests of the first timeline on a page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { complaintsOf, setUp } from "./pages.mjs";

const read = (suffix) => readFile(new URL(`../../listings/tasks/join/three-fetches.${suffix}`, import.meta.url), "utf8");

// The first listing of the default page, and its whole output.
export const SOURCE = await read("rs");
export const WHOLE = await read("stdout");

// The first lines of the output.
export const lines = (count) => WHOLE.split("\n").slice(0, count).map((line) => `${line}\n`).join("");

const site = setUp();

// The parts of a page's first figure with a timeline, or of the figure of the named listing.
function parts(page, name) {
    const example = page.locator(`.example${name ? `[aria-label="${name}"]` : ""}:has(.timeline)`).first();
    const figure = example.locator(".timeline");
    const listing = example.locator("pre:has(> code.language-rust)");
    const numbers = (bars) => bars.map((bar) => Number(bar.dataset.line)).sort((one, other) => one - other);
    return {
        page,
        figure,
        listing,
        button: (label) => figure.getByRole("button", { name: label, exact: true }),
        bar: (index) => figure.locator(".bar[data-line]").nth(index),
        scrub: figure.getByRole("slider", { name: "Time" }),
        clock: () => figure.locator(".clock").textContent(),
        status: () => figure.locator(".status").textContent(),
        // The lines that are not dimmed: those printed so far.
        output: () => example.locator(".stdout .row:not(.future)").evaluateAll((rows) => rows.map((row) => `${row.textContent}\n`).join("")),
        // The highlighted lines of the listing, and of the bars that a line highlights.
        bars: () => figure.locator(".bar.lit").evaluateAll(numbers),
        lit: () => listing.locator(".now").evaluateAll(numbers),
    };
}

// A test of a page, which must not report errors, except those that match `ignored`.
export function on(name, { path = "tasks/join.html", listing, ignored, ...options }, body) {
    test(name, async () => {
        const context = await site.browser.newContext({ viewport: { width: 1280, height: 1250 }, ...options });
        const page = await context.newPage();
        const complaints = complaintsOf(page, ignored);
        await page.goto(site.server.url(path));
        await body(parts(page, listing));
        assert.deepEqual(complaints, []);
        await context.close();
    });
}

// axe finds no violations of WCAG on any page, light and dark, and on some pages in all themes and on a narrow screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { PATHS, setUp } from "./pages.mjs";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Rules that axe does not check by default, but Lighthouse does.
const FURTHER = { "td-has-header": { enabled: true }, "label-content-name-mismatch": { enabled: true } };
// The rules that depend on colors. In further themes only these are checked.
const COLORS = ["color-contrast", "link-in-text-block"];
const SOME = ["index.html", "404.html", "tasks/join.html", "channels/work-queue.html"];
const WIDE = { width: 1280, height: 900 };
// How many pages are checked at a time.
const AT_A_TIME = 3;

const site = setUp();

// Opens a page and waits until its scripts have finished.
async function open(context, path) {
    const page = await context.newPage();
    await page.goto(site.server.url(path));
    await page.evaluate(axe.source);
    // Boxes that scroll get their names when the first frame is drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return page;
}

// The violations on a page, a line for each element.
async function findings(page, runOnly) {
    const rules = runOnly === WCAG ? FURTHER : {};
    const { violations } = await page.evaluate((options) => window.axe.run(document, { ...options, resultTypes: ["violations"] }), { runOnly, rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`));
}

async function check(paths, theme, runOnly, viewport = WIDE) {
    const context = await site.browser.newContext({ viewport, reducedMotion: "reduce" });
    await context.addInitScript((theme) => localStorage.setItem("mdbook-theme", theme), theme);
    const found = [];
    const waiting = [...paths];
    const work = async () => {
        for (let path = waiting.shift(); path; path = waiting.shift()) {
            const page = await open(context, path);
            assert.ok(await page.evaluate((theme) => document.documentElement.classList.contains(theme), theme));
            found.push(...(await findings(page, runOnly)).map((finding) => `${path}: ${finding}`));
            await page.close();
        }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    await context.close();
    assert.deepEqual(found, []);
}

test("light, every page", () => check(PATHS, "light", WCAG));
test("dark, every page", () => check(PATHS, "navy", COLORS));
for (const theme of ["rust", "coal", "ayu"]) test(`in the theme ${theme}`, () => check(SOME, theme, COLORS));
test("on a narrow screen", () => check(SOME, "light", WCAG, { width: 390, height: 844 }));

test("in the middle of a run", async () => {
    for (const theme of ["light", "navy", "rust", "coal", "ayu"]) {
        const context = await site.browser.newContext({ viewport: WIDE, reducedMotion: "reduce" });
        await context.addInitScript((theme) => localStorage.setItem("mdbook-theme", theme), theme);
        const page = await open(context, "tasks/join.html");
        await page.getByRole("button", { name: "Step", exact: true }).first().click();
        assert.ok(await page.locator(".stdout .row.future").count() > 0);
        assert.deepEqual(await findings(page, COLORS), [], theme);
        await context.close();
    }
});

test("violations are found", async () => {
    const context = await site.browser.newContext({ viewport: WIDE, reducedMotion: "reduce" });
    const page = await open(context, "index.html");
    await page.evaluate(() => {
        const main = document.querySelector("main");
        main.insertAdjacentHTML("beforeend", '<p style="color: #999; background: #fff">faint</p><button></button><h5>deep</h5>');
        main.insertAdjacentHTML("beforeend", `<table>${"<tr><td>1</td><td>2</td><td>3</td><td>4</td></tr>".repeat(4)}</table>`);
    });
    const rules = (await findings(page, WCAG)).map((finding) => finding.split(":")[0]);
    assert.deepEqual(rules.sort(), ["button-name", "color-contrast", "heading-order", "td-has-header"]);
    await context.close();
});

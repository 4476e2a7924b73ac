// Everything works by keyboard alone, at any text size, with forced colors and with reduced motion.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PATHS, setUp } from "./pages.mjs";

const site = setUp();

// A test of a page.
function on(name, { path = "tasks/join.html", theme = "light", ...options }, body) {
    test(name, async () => {
        const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
        await context.addInitScript((theme) => localStorage.setItem("mdbook-theme", localStorage.getItem("mdbook-theme") ?? theme), theme);
        const page = await context.newPage();
        const open = (path) => page.goto(site.server.url(path));
        await open(path);
        await body({ page, open, press: (key) => page.keyboard.press(key) });
        await context.close();
    });
}

on("the first Tab stop skips the menu", {}, async ({ page, press }) => {
    await press("Tab");
    const skip = page.locator(".skip");
    assert.ok(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0));
    await press("Enter");
    await press("Tab");
    assert.ok(await page.evaluate(() => document.querySelector("#mdbook-content").contains(document.activeElement)));
});

on("each control is a Tab stop with a visible focus", {}, async ({ page, press }) => {
    // The bars of a timeline are one Tab stop together.
    const CONTROLS = ":is(a[href], button, select, input, summary, [tabindex='0'])";
    const wanted = await page.locator(CONTROLS).evaluateAll((all) => {
        window.reached = new Set();
        document.addEventListener("focusin", ({ target }) => {
            const { outlineStyle } = getComputedStyle(target.matches(".bar") ? target.querySelector(".hit") : target);
            const stroke = target.matches(".bar") && getComputedStyle(target.querySelector(".hit")).stroke !== "none";
            if (outlineStyle !== "none" || stroke) window.reached.add(target);
        });
        window.wanted = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0);
        return window.wanted.length;
    });
    assert.ok(wanted > 60, `${wanted} controls`);
    for (let stop = 0; stop < wanted + 20; stop += 1) await press("Tab");
    const missed = await page.evaluate(() => window.wanted.filter((control) => !window.reached.has(control)).map(({ outerHTML }) => outerHTML.slice(0, 200)));
    assert.deepEqual(missed, []);
});

on("the sidebar opens and closes", {}, async ({ page, press }) => {
    const toggle = page.locator("#mdbook-sidebar-toggle");
    const link = page.locator("#mdbook-sidebar a").first();
    await toggle.focus();
    await press("Enter");
    await link.waitFor({ state: "hidden" });
    assert.equal(await toggle.getAttribute("aria-expanded"), "false");
    await press("Space");
    await link.waitFor({ state: "visible" });
    assert.equal(await toggle.getAttribute("aria-expanded"), "true");
    await link.focus();
    assert.ok(await link.evaluate((link) => link === document.activeElement));
});

on("a theme can be chosen", {}, async ({ page, press }) => {
    await page.locator("#mdbook-theme-toggle").focus();
    await press("Enter");
    await press("End");
    await press("Enter");
    assert.ok(await page.evaluate(() => document.documentElement.classList.contains("ayu")));
    await press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.id), "mdbook-theme-toggle");
});

on("arrow keys scroll focused code", { viewport: { width: 390, height: 844 } }, async ({ page, press }) => {
    const url = page.url();
    const code = page.locator("main pre > code[tabindex='0']").first();
    await code.focus();
    for (let times = 0; times < 3; times += 1) await press("ArrowRight");
    await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
    await page.locator("main pre .clip-button").first().focus();
    await press("ArrowRight");
    await page.waitForTimeout(200);
    assert.equal(page.url(), url);
});

on("single-key shortcuts can be turned off", {}, async ({ page, press, open }) => {
    const isSearching = () => page.locator("#mdbook-search-wrapper").isVisible();
    await page.locator(".shortcuts").focus();
    await press("Enter");
    await page.locator("#mdbook-help-popup").waitFor({ state: "visible" });
    await press("Space");
    await press("Escape");
    assert.ok(await page.evaluate(() => document.activeElement.matches(".shortcuts")), "the focus returns");
    await press("s");
    assert.equal(await isSearching(), false);
    await open("tasks/future.html");
    await press("s");
    assert.equal(await isSearching(), false, "the choice is remembered");
    await page.locator(".shortcuts").focus();
    await press("Enter");
    await press("Space");
    await press("Escape");
    await press("s");
    assert.equal(await isSearching(), true);
});

// The text spacing that WCAG 1.4.12 lets readers set.
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

for (const [what, width, scale, style] of [["zoomed to 200 %", 640, 2, ""], ["zoomed to 400 %", 320, 4, ""], ["with wide spacing", 390, 1, SPACED]]) {
    test(`${what} nothing is cut off`, async () => {
        const context = await site.browser.newContext({ viewport: { width, height: 450 }, deviceScaleFactor: scale });
        const page = await context.newPage();
        const problems = [];
        for (const path of PATHS) {
            await page.goto(site.server.url(path));
            if (style) await page.addStyleTag({ content: style });
            problems.push(...(await page.evaluate(() => {
                const wide = document.documentElement.scrollWidth - innerWidth;
                const isCut = (element) => {
                    const { overflowX, overflowY } = getComputedStyle(element);
                    const [x, y] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
                    return (overflowX === "hidden" && x > 1) || (overflowY === "hidden" && y > 1);
                };
                const texts = [...document.querySelectorAll("#mdbook-page-wrapper :is(div, p, li, td, th, h1, h2, h3, button, summary, figure, pre, code)")];
                const cut = texts.filter((element) => element.checkVisibility() && isCut(element)).map(({ outerHTML }) => `cut off: ${outerHTML.slice(0, 120)}`);
                return wide > 0 ? [`${wide} pixels too wide`, ...cut] : cut;
            })).map((problem) => `${path}: ${problem}`));
        }
        assert.deepEqual(problems, []);
        await context.close();
    });
}

on("with forced colors a timeline uses the system's colors", { theme: "navy", forcedColors: "active" }, async ({ page }) => {
    const colors = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement("p"));
        const system = (name) => {
            probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
            return getComputedStyle(probe).color;
        };
        const fill = (selector) => getComputedStyle(document.querySelector(`.timeline svg ${selector}`)).fill;
        return { texts: [fill(".lane"), fill(".print")], wanted: system("CanvasText"), bar: fill(".bar rect"), ground: system("Canvas") };
    });
    assert.deepEqual(colors.texts, [colors.wanted, colors.wanted]);
    assert.notEqual(colors.bar, colors.ground);
});

on("with reduced motion nothing moves", { reducedMotion: "reduce" }, async ({ page }) => {
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        const longest = Math.max(...transitionDuration.split(",").map(parseFloat));
        return longest > 0.001 || (animationName !== "none" && parseFloat(animationDuration) > 0);
    }).map(({ outerHTML }) => outerHTML.slice(0, 100)));
    assert.deepEqual(moving, []);
});

// A listing and its asyncio twin.

import assert from "node:assert/strict";
import { on } from "./timeline.mjs";

const blocks = (page) => page.locator(".twins").first().locator("pre");
// The languages of the visible blocks of the first listing with a twin.
const shown = (page) => blocks(page).evaluateAll((all) => all
    .filter((pre) => pre.offsetHeight > 0)
    .map((pre) => ["rust", "python"].find((language) => pre.querySelector(`code.language-${language}`))));
const boxes = (page) => blocks(page).evaluateAll((all) => all.map((pre) => pre.getBoundingClientRect().toJSON()));
const WIDE = { viewport: { width: 1600, height: 1250 } };

on("on a wide screen both are side by side", WIDE, async ({ page }) => {
    assert.deepEqual(await shown(page), ["rust", "python"]);
    const [rust, python] = await boxes(page);
    assert.equal(rust.top, python.top);
    assert.ok(rust.right <= python.left);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
});

on("side by side, a bar still highlights its line", WIDE, async ({ page, bar, lit, listing }) => {
    await bar(1).hover();
    assert.deepEqual(await lit(), [6]);
    const { top, height } = await listing.locator(".now").evaluate((now) => now.getBoundingClientRect().toJSON());
    const line = await listing.locator("code").evaluate((code) => {
        const range = document.createRange();
        const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.textContent.indexOf("sleep(Duration");
            if (at < 0) continue;
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 5);
            return range.getBoundingClientRect().toJSON();
        }
    });
    const middle = line.top + line.height / 2;
    assert.ok(top < middle && middle < top + height, `${middle} in ${top} to ${top + height}`);
});

on("on a narrower screen one is shown, and the choice is remembered", {}, async ({ page }) => {
    assert.deepEqual(await shown(page), ["rust"]);
    await page.getByRole("button", { name: "Python", exact: true }).first().click();
    assert.deepEqual(await shown(page), ["python"]);
    await page.reload();
    assert.deepEqual(await shown(page), ["python"]);
    const pressed = page.getByRole("button", { name: "Python", exact: true }).first();
    assert.equal(await pressed.getAttribute("aria-pressed"), "true");
    await page.keyboard.press("Tab");
    await pressed.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    assert.deepEqual(await shown(page), ["rust"]);
});

on("on a phone both are one below the other", { viewport: { width: 390, height: 800 } }, async ({ page }) => {
    await page.getByRole("button", { name: "Both", exact: true }).first().click();
    const [rust, python] = await boxes(page);
    assert.ok(rust.bottom <= python.top);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
});

on("without scripts both are shown", { javaScriptEnabled: false }, async ({ page }) => {
    assert.equal(await page.locator("pre > code.language-python").first().isVisible(), true);
    assert.equal(await page.locator("pre > code.language-rust").first().isVisible(), true);
});

// A listing and its asyncio twin.

import assert from "node:assert/strict";
import { on } from "./timeline.mjs";

const blocks = (page) => page.locator(".twins").first().locator("pre");
// The languages of the visible blocks of the first listing with a twin.
const shown = (page) => blocks(page).evaluateAll((all) => all
    .filter((pre) => pre.offsetHeight > 0)
    .map((pre) => ["rust", "python"].find((language) => pre.querySelector(`code.language-${language}`))));

on("a button shows the twin instead, and the choice is remembered", {}, async ({ page, figure }) => {
    const button = page.getByRole("button", { name: "Python", exact: true }).first();
    const head = () => figure.evaluate((figure) => getComputedStyle(figure, "::before").content);
    assert.deepEqual([await shown(page), await head()], [["rust"], "none"]);
    await button.click();
    assert.deepEqual(await shown(page), ["python"]);
    assert.match(await head(), /Rust/, "the drawing says whose it is");
    await page.reload();
    assert.deepEqual(await shown(page), ["python"]);
    assert.equal(await button.getAttribute("aria-pressed"), "true");
    await button.focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await shown(page), ["rust"]);
});

on("without scripts both are shown", { javaScriptEnabled: false }, async ({ page }) => {
    assert.equal(await page.locator("pre > code.language-python").first().isVisible(), true);
    assert.equal(await page.locator("pre > code.language-rust").first().isVisible(), true);
});

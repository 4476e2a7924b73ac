// On paper all content is shown, nothing is cut off, and there are no controls.

import assert from "node:assert/strict";
import { on } from "./timeline.mjs";

// The printable area of A4, in CSS pixels.
const PAPER = { viewport: { width: 665, height: 980 } };

// The elements that stick out of the paper, with their right edges and hidden widths.
const cut = (page) => page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    return [...document.querySelectorAll("main :is(pre, code, svg, table, p)")]
        .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect().right, element.scrollWidth - element.clientWidth])
        .filter(([html, right, hidden]) => right > edge || (html.startsWith("<pre") && hidden > 1));
});

for (const [path, theme] of [["tasks/join.html", "light"], ["channels/mpsc.html", "navy"], ["sync/deadlock.html", "ayu"]]) {
    on(`${path} is printed completely, from the theme ${theme}`, { path, ...PAPER }, async ({ page }) => {
        await page.evaluate((theme) => localStorage.setItem("mdbook-theme", theme), theme);
        await page.reload();
        await page.emulateMedia({ media: "print" });
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        const count = (selector) => page.locator(selector).filter({ visible: true }).count();
        assert.ok(await page.locator("main :is(button, input, select)").count() > 0, "the screen has controls");
        assert.equal(await count("main :is(button, input, select), nav, #mdbook-menu-bar"), 0);
        for (const language of ["rust", "python"]) {
            const all = page.locator(`main pre > code.language-${language}`);
            assert.ok(await all.count() > 0);
            assert.equal(await count(`main pre > code.language-${language}`), await all.count(), `all of ${language} is shown`);
        }
        const rows = await page.locator("main pre .row").evaluateAll((all) => all.filter((row) => row.closest(".code") && !row.closest("details:not([open])")).map((row) => row.offsetHeight));
        assert.ok(rows.length > 0 && rows.every((height) => height > 0), "no line is folded away");
        const solutions = page.locator("main > details :is(p, li, pre):not(.timeline *)");
        assert.ok(await solutions.count() > 0);
        assert.equal(await solutions.filter({ visible: true }).count(), await solutions.count(), "solutions are open");
        assert.deepEqual(await cut(page), []);
        const [text, paper] = await page.evaluate(() => ["color", "backgroundColor"].map((name) => getComputedStyle(document.body)[name]));
        assert.deepEqual([text, paper], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
        // The check notices a drawing that is too wide.
        await page.addStyleTag({ content: "@media print { .timeline .scroll svg { min-width: 900px } }" });
        assert.ok((await cut(page)).length > 0);
    });
}

on("the contents of the printed book list its chapters", { path: "print.html" }, async ({ page }) => {
    const entries = await page.locator(".contents a").evaluateAll((links) => links.map((link) => [
        link.textContent.replace(/^\d+\. /, ""),
        document.querySelector(link.getAttribute("href")).textContent,
    ]));
    assert.ok(entries.length > 30);
    // Headings may differ from their titles in the contents, so only the first and the last are compared.
    assert.deepEqual([entries[0], entries.at(-1)], [["Welcome", "Async Rust Lessons"], ["All listings", "All listings"]]);
    await page.emulateMedia({ media: "screen" });
    await page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
    for (const width of [390, 1600]) {
        await page.setViewportSize({ width, height: 900 });
        const twins = page.locator(".twins > pre");
        assert.ok(await twins.count() > 300);
        assert.equal(await twins.filter({ visible: true }).count(), await twins.count(), "both are shown, because there are no buttons");
    }
});

on("the recap of each part fits on one sheet", { path: "appendix/recap.html" }, async ({ page }) => {
    const parts = await page.locator(".recap").count();
    assert.ok(parts >= 5);
    const sheets = async () => (await page.pdf({ preferCSSPageSize: true, format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g).length;
    assert.equal(await sheets(), parts);
    await page.addStyleTag({ content: "@media print { .recap.recap { font-size: 1em } }" });
    assert.ok(await sheets() > parts, "larger text does not fit");
});

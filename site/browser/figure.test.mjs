// The figures of listings, and the boxes, tables and links around them.

import assert from "node:assert/strict";
import { WHOLE, on } from "./timeline.mjs";

const NARROW = { width: 390, height: 844 };

for (const javaScriptEnabled of [true, false]) {
    on(`code, output and timeline are one figure ${javaScriptEnabled ? "with" : "without"} scripts`, { javaScriptEnabled }, async ({ page }) => {
        const figure = page.getByRole("figure", { name: "join/three-fetches", exact: true });
        assert.equal(await figure.count(), 1);
        assert.equal(await figure.getAttribute("id"), "listing-join-three-fetches");
        assert.equal(await figure.locator("figcaption .source").textContent(), "listings/tasks/join/three-fetches.rs");
        assert.equal(await figure.locator(".command > code").first().textContent(), "cargo run join/three-fetches");
        assert.equal(await figure.locator(".stdout code").textContent(), WHOLE);
        for (const part of ["pre code.language-rust", "pre code.language-python", "figure.timeline .scroll svg"]) {
            assert.equal(await figure.locator(part).count(), 1, part);
        }
    });
}

on("a link to a listing shows it from its beginning", { path: "tasks/join.html#listing-join-early-error" }, async ({ page }) => {
    const [top, bar] = await page.evaluate(() => [
        document.querySelector("#listing-join-early-error figcaption").getBoundingClientRect().top,
        document.querySelector("#mdbook-menu-bar").getBoundingClientRect().bottom,
    ]);
    assert.ok(top >= bar && top < bar + 100, `${top} below ${bar}`);
});

on("a click selects the command", {}, async ({ page }) => {
    await page.locator(".command > code").first().click();
    assert.equal(await page.evaluate(() => String(getSelection())), "cargo run join/three-fetches");
});

// In the code, its caption, the command and the player. A change has one more, in each language.
on("a figure has few buttons", {}, async ({ page }) => {
    const names = (name) => page.locator(`.example[aria-label="${name}"] button`).filter({ visible: true })
        .evaluateAll((all) => all.map((button) => button.title || button.textContent));
    assert.deepEqual(await names("join/three-fetches"), ["Python", "Copy to clipboard", "Run on the Playground", "Play", "To the next event"]);
});

on("the section From asyncio is a box", {}, async ({ page }) => {
    const box = page.getByRole("region", { name: "From asyncio" });
    assert.equal(await box.count(), 1);
    assert.equal(await box.getByRole("heading", { level: 2 }).count(), 1, "it ends at the next heading");
    assert.notEqual(await box.evaluate((element) => getComputedStyle(element).borderInlineStartWidth), "0px");
});

on("the links at the foot have the titles of their chapters", {}, async ({ page }) => {
    const foot = page.getByRole("navigation", { name: "Page navigation" });
    assert.equal(await foot.count(), 1);
    const next = foot.getByRole("link", { name: "Next What a future is" });
    assert.equal(await foot.getByRole("link", { name: "Previous Nothing happens until you await" }).count(), 1);
    await next.click();
    await page.waitForURL(/future\.html/);
});

on("on a narrow screen each cell of a wide table shows its column's name", { viewport: NARROW }, async ({ page }) => {
    const table = page.locator("table.wide").last();
    const names = await table.locator("thead th").allTextContents();
    assert.ok(names.length >= 3);
    const row = table.locator("tbody tr").first().locator("td");
    assert.deepEqual(await row.evaluateAll((cells) => cells.map((cell) => cell.dataset.column)), names);
    const shown = await row.first().evaluate((cell) => getComputedStyle(cell, "::before").content);
    assert.equal(shown, `"${names[0]}"`);
    const { x, width } = await row.last().boundingBox();
    assert.ok(x >= 0 && x + width <= 390, "the table fits");
});

for (const width of [1280, 390]) {
    on(`outputs and the compiler's messages are not cut off at ${width} pixels`, { path: "tasks/join.html", viewport: { width, height: 900 } }, async ({ page }) => {
        const cut = () => page.locator(".result pre > code").evaluateAll((all) => all.filter((code) => code.scrollWidth > code.clientWidth + 1).length);
        assert.equal(await cut(), 0);
        await page.addStyleTag({ content: ".result pre > code.language-text { white-space: pre }" });
        assert.ok(await cut() > 0, "without wrapping some are");
    });
}

on("the notes of a long compile error, and further errors, are folded", {}, async ({ page }) => {
    const figure = page.locator('.example[aria-label="join/awaited-inside"]');
    const shown = () => figure.locator(".stderr code").filter({ visible: true }).allTextContents();
    const [first, ...others] = await shown();
    assert.match(first, /^error\[E0277\]: `String` is not a future\n/);
    assert.doesNotMatch(first, /^note/m);
    assert.deepEqual(others, []);
    await figure.getByText("notes on the libraries and 2 more errors").click();
    assert.match((await shown())[1], /^note: required by a bound[^]*\nerror\[E0277\][^]*\nerror\[E0599\]/);
});

on("a legend explains only what no legend before it does", { path: "sync/mutex.html" }, async ({ page }) => {
    const signs = await page.locator(".timeline .legend li").evaluateAll((all) => all.filter((entry) => !entry.closest("details")).map(({ dataset }) => dataset.sign));
    assert.ok(signs.length > 3);
    assert.equal(new Set(signs).size, signs.length);
});

// The look of the timeline player on screens and on paper, and its size.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { ROOT } from "./pages.mjs";
import { WHOLE, on } from "./timeline.mjs";

// The contrast of an element's text with its background, as WCAG defines it.
function contrast(element) {
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    // Colors may be mixed or transparent, so paint them over each other, as a reader sees them.
    const luminance = (...colors) => {
        for (const color of colors) {
            pen.fillStyle = color;
            pen.fillRect(0, 0, 1, 1);
        }
        const linear = (value) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map(linear);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const { color, backgroundColor } = getComputedStyle(element);
    const page = getComputedStyle(document.documentElement).backgroundColor;
    const behind = luminance(page, backgroundColor);
    const text = luminance(page, backgroundColor, color);
    return (Math.max(behind, text) + 0.05) / (Math.min(behind, text) + 0.05);
}

for (const [scheme, theme] of [["light", "light"], ["dark", "navy"]]) {
    on(`in the ${scheme} theme all text is readable`, { colorScheme: scheme }, async ({ page, button, figure }) => {
        assert.ok(await page.evaluate((theme) => document.documentElement.classList.contains(theme), theme));
        await button("Step").click();
        for (const element of [button("Play"), button("Step"), figure.locator(".status"), figure.locator(".clock")]) {
            assert.ok(await element.evaluate(contrast) >= 4.5);
        }
    });
}

const NARROW = { viewport: { width: 390, height: 844 }, hasTouch: true };

on("on a narrow screen everything can be touched", NARROW, async ({ page, figure, bar, button, scrub, lit }) => {
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    for (const target of await figure.locator(".controls :is(button, select, input), .hit").all()) {
        const { width, height } = await target.boundingBox();
        assert.ok(width >= 24 && height >= 24, `${width} by ${height}`);
    }
    await bar(1).tap();
    assert.deepEqual(await lit(), [6]);
    await button("Step").tap();
    await scrub.fill("1900000");
    const line = await figure.locator(".playhead").boundingBox();
    const box = await figure.locator(".scroll").boundingBox();
    assert.ok(line.x > box.x && line.x < box.x + box.width, "the drawing scrolls with the playhead");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
});

on("the printed figure is static", {}, async ({ page, button, figure, output }) => {
    await button("Step").click();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await output(), WHOLE);
    assert.equal(await figure.locator(".controls").isVisible(), false);
});

test("the player and the timelines are small", async () => {
    const player = fileURLToPath(new URL("../../timeline/player/", import.meta.url));
    const files = await readdir(player);
    const sizes = await Promise.all(files.map(async (name) => gzipSync(await readFile(join(player, name))).length));
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 12_000, "the player");
    for (const name of (await readdir(join(ROOT, "tasks"))).filter((name) => name.endsWith(".html"))) {
        const page = await readFile(join(ROOT, "tasks", name), "utf8");
        for (const [figure] of page.matchAll(/<figure class="timeline".*?<\/figure>/gs)) {
            assert.ok(gzipSync(figure).length <= 6_000, `a timeline in ${name}`);
        }
    }
});

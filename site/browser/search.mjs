// Searches the built pages as their reader does: mdBook's library for it, over the book's index, in a page of the book.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ROOT, launch, serve } from "./pages.mjs";

// The one file of the built site whose name begins so.
export async function built(start) {
    const names = (await readdir(ROOT)).filter((name) => name.startsWith(start) && name.endsWith(".js"));
    if (names.length !== 1) throw new Error(`${ROOT} holds ${names.length} files called ${start}*.js, expected 1`);
    return join(ROOT, names[0]);
}

// For each query the pages that it finds, best first, each with its place.
export async function search(queries) {
    const [server, browser] = await Promise.all([serve(), launch()]);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/404.html`);
    await page.addScriptTag({ path: await built("searchindex") });
    const results = await page.evaluate((queries) => {
        const { doc_urls, index, search_options } = window.search;
        const searchable = window.elasticlunr.Index.load(index);
        return queries.map((query) => searchable.search(query, search_options).map(({ ref }) => doc_urls[ref]));
    }, queries);
    await browser.close();
    server.close();
    return new Map(queries.map((query, index) => [query, results[index]]));
}

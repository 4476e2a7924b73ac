// Searches the built pages with mdBook's search library and the book's index.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ROOT, launch, serve } from "./pages.mjs";

// The path of the only script in the built site whose name begins with `start`.
export async function built(start) {
    const names = (await readdir(ROOT)).filter((name) => name.startsWith(start) && name.endsWith(".js"));
    if (names.length !== 1) throw new Error(`${ROOT} holds ${names.length} files named ${start}*.js, expected 1`);
    return join(ROOT, names[0]);
}

// The addresses of the sections that each query finds, best first, by query.
export async function search(queries) {
    const [server, browser] = await Promise.all([serve(), launch()]);
    const page = await browser.newPage();
    await page.goto(server.url("404.html"));
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

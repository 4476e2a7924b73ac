// Searches the built pages as their reader does, without a browser: mdBook's library for it, over the book's index.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { ROOT } from "./pages.mjs";

// The one file of the built site whose name begins so.
export async function built(start) {
    const names = (await readdir(ROOT)).filter((name) => name.startsWith(start) && name.endsWith(".js"));
    if (names.length !== 1) throw new Error(`${ROOT} holds ${names.length} files called ${start}*.js, expected 1`);
    return join(ROOT, names[0]);
}

// A function that gives the pages that a query finds, best first, each with its place.
export async function searcher() {
    const page = createContext({ search: {} });
    page.window = page;
    for (const script of ["elasticlunr", "searchindex"]) runInContext(await readFile(await built(script), "utf8"), page);
    const { doc_urls, index, search_options } = page.search;
    const searchable = page.elasticlunr.Index.load(index);
    return (query) => Array.from(searchable.search(query, search_options), ({ ref }) => doc_urls[ref]);
}

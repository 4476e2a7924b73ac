// Builds mdBook's search index from the book's sections, in the browser, when the first search begins: the text is much smaller than
// its index. `searcher.js` reads the result from `window.search`.
(sections) => {
    "use strict";

    // Code is split into words: `tokio::join!` and `asyncio.gather` are two each, `spawn_blocking` is one. A macro keeps its `!`.
    elasticlunr.tokenizer.setSeperator(/(?:[^\p{L}\p{N}_!]|(?<![\p{L}\p{N}_])!)+/u);
    const boosts = { title: 4, names: 4, text: 1, aside: 0.3 };
    const index = elasticlunr(function () {
        // It would remove the `!`, and nothing else.
        this.pipeline.remove(elasticlunr.trimmer);
        for (const field of Object.keys(boosts)) this.addField(field);
    });
    sections.forEach((section, id) => {
        const { url, title, breadcrumbs, teaches, names, body } = section;
        // A query of several words finds a section only if one field has all of them. This field has everything.
        const text = `${breadcrumbs} ${names} ${body}`;
        const searched = teaches ? { title, names, text } : { title: url.includes("#") ? "" : title, aside: text };
        index.addDoc({ id, breadcrumbs, body, ...searched });
    });
    Object.assign(window.search, {
        doc_urls: sections.map(({ url }) => url),
        index: index.toJSON(),
        results_options: { limit_results: 20, teaser_word_count: 30 },
        search_options: {
            bool: "AND",
            expand: true,
            fields: Object.fromEntries(Object.entries(boosts).map(([field, boost]) => [field, { boost }])),
        },
    });
}

// Makes mdBook's search index of the book's sections, in the browser, when the first search begins: the text alone is a fraction of
// the index of it. `searcher.js` reads what is left in `window.search`.
(sections) => {
    "use strict";

    // Words of code are words: `tokio::join!` and `asyncio.gather` are two each, `spawn_blocking` is one.
    elasticlunr.tokenizer.setSeperator(/[^\p{L}\p{N}_]+/u);
    const boosts = { title: 4, names: 4, text: 1, aside: 0.3 };
    const index = elasticlunr(function () {
        for (const field of Object.keys(boosts)) this.addField(field);
    });
    sections.forEach((section, id) => {
        const { url, title, breadcrumbs, teaches, names, body } = section;
        // A query of several words is found where all of them stand in one field: this one has all.
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

// The words of a query to mark in results and pages: as the index knows them, without those that it leaves out, such as "a" and "the".
window.search = window.search || {};
window.search.words = (query) => {
    const words = elasticlunr.tokenizer(query).filter(Boolean);
    const known = words.filter((word) => elasticlunr.stopWordFilter(word));
    return known.length ? known : words;
};

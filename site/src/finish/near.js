// Highlights code when it comes near: a long chapter has a hundred blocks, and its reader waits for none of them.
{
    const highlight = hljs.highlightBlock;
    const waiting = new Set();
    const now = (code) => {
        near.unobserve(code);
        if (waiting.delete(code)) highlight(code);
    };
    const near = new IntersectionObserver(
        (entries) => entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => now(target)),
        { rootMargin: "100% 0px" },
    );
    // Words within a sentence and plain text have nothing to highlight.
    hljs.highlightBlock = (code) => {
        if (!code.matches("pre > [class*=language-]:not(.language-text)")) return;
        waiting.add(code);
        near.observe(code);
    };
    addEventListener("beforeprint", () => [...waiting].forEach(now));
}

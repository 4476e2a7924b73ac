// Highlights a block when it comes near the screen: a long chapter has a hundred blocks, and the reader should not wait for them.
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
    // Inline code and plain text have nothing to highlight.
    hljs.highlightBlock = (code) => {
        if (!code.matches("pre > [class*=language-]:not(.language-text)")) return;
        waiting.add(code);
        near.observe(code);
    };
    addEventListener("beforeprint", () => [...waiting].forEach(now));
}

// Each page has this script while it is served. It loads the page again after a good build, and shows the errors of a bad one.
(() => {
    const own = document.currentScript.dataset.build;
    let shown = null;
    // The server sends its present state at once, so nothing is missed between loading and connecting.
    new EventSource("/.changes").onmessage = event => {
        const { build, error } = JSON.parse(event.data);
        if (build !== own) {
            location.reload();
            return;
        }
        shown?.remove();
        shown = null;
        if (error === null) return;
        shown = document.createElement("aside");
        shown.id = "build-error";
        shown.setAttribute("role", "alert");
        shown.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:1000;max-height:60vh;overflow:auto;padding:1rem;" +
            "background:#5c1010;color:#fff;font:1.4rem/1.5 monospace;white-space:pre-wrap;overflow-wrap:anywhere";
        shown.textContent = "The last change is not on this page, because the book could not be built:\n\n" + error;
        document.body.append(shown);
    };
})();

// The name of a figure is a link to it and, while its run is stopped, to the instant: `#join/three-fetches@1.0`. Such an address
// scrolls to the figure and moves its run there. Without this script the link leads to the figure alone.
(() => {
    "use strict";

    // A figure, and perhaps an instant in seconds.
    const ADDRESS = /^#([a-z0-9-]+\/[a-z0-9-]+)(?:@(\d+(?:\.\d+)?))?$/;
    const players = window.timeline?.players ?? new Map();

    function visit() {
        const [, name, instant] = ADDRESS.exec(location.hash.replace(/%40/g, "@").replace(/%2F/gi, "/")) ?? [];
        const figures = name ? [...document.querySelectorAll(`.example[aria-label="${name}"]`)] : [];
        const figure = figures.find((one) => players.has(one)) ?? figures[0];
        if (!figure) return;
        figure.scrollIntoView();
        if (instant !== undefined) players.get(figure)?.visit(Number(instant));
    }

    for (const link of document.querySelectorAll(".example .here")) {
        const figure = link.closest(".example");
        const name = figure.getAttribute("aria-label");
        const aim = () => {
            const instant = players.get(figure)?.instant;
            link.href = `#${name}${instant === undefined ? "" : `@${instant}`}`;
        };
        for (const event of ["pointerenter", "focus", "pointerdown"]) link.addEventListener(event, aim);
        link.dataset.hint = "A link to this figure, and to the instant at which its run is stopped; a click copies it";
        // The address is in the address bar, too, where the browser allows no copying.
        link.addEventListener("click", () => {
            aim();
            navigator.clipboard?.writeText(link.href).catch(() => {});
        });
    }

    addEventListener("hashchange", visit);
    visit();
})();

// Leads through the cuts of a lane: a slider shows one row of the table at a time, with its timeline. Without this script, and in print, the
// whole table stands.
(() => {
    "use strict";

    function make(name, attributes, ...content) {
        const element = Object.assign(document.createElement(name), attributes);
        element.append(...content);
        return element;
    }

    for (const figure of document.querySelectorAll("figure.cuts")) {
        const table = figure.querySelector(".table-wrapper");
        const rows = [...table.querySelectorAll("tbody > tr")];
        const drawings = [...figure.querySelectorAll(".cut")];
        const places = rows.map((row) => row.cells[0].textContent);
        const slider = make("input", { type: "range", min: 0, max: rows.length - 1, step: 1, value: Math.min(1, rows.length - 1) });
        slider.setAttribute("aria-label", "Cut");
        const place = make("span", { className: "place" });
        const all = make("button", { type: "button" }, "All");
        const controls = make("div", { className: "controls" }, slider, place, all);

        function show() {
            const chosen = Number(slider.value);
            const isWhole = figure.classList.contains("is-whole");
            place.textContent = `${chosen} of ${rows.length - 1}`;
            slider.setAttribute("aria-valuetext", places[chosen]);
            all.setAttribute("aria-pressed", isWhole);
            for (const [index, row] of rows.entries()) row.classList.toggle("chosen", index === chosen);
            for (const [index, drawing] of drawings.entries()) drawing.hidden = index !== chosen;
            // On a narrow screen a drawing scrolls. The cut is at its right end.
            for (const part of drawings[chosen]?.querySelectorAll("*") ?? []) part.scrollLeft = part.scrollWidth;
        }

        slider.addEventListener("input", show);
        all.addEventListener("click", () => {
            figure.classList.toggle("is-whole");
            show();
        });
        figure.classList.add("is-led");
        table.before(controls);
        show();
    }
})();

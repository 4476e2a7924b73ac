// What the player adds to a timeline: controls, a status line, a playhead, and bars that respond to pointer and focus.
(() => {
    "use strict";

    function set(element, attributes) {
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        return element;
    }

    function make(tag, attributes, ...children) {
        const element = set(document.createElement(tag), attributes);
        element.append(...children);
        return element;
    }

    function button(text, attributes, action) {
        const element = make("button", { type: "button", ...attributes }, text);
        element.addEventListener("click", action);
        return element;
    }

    // Adds the controls above a drawing and the status line below it. `waits` shows at which line each lane waits, where the code is
    // not beside the drawing.
    function controls(drawing, end, { toggle, step, scrub }) {
        const parts = {
            play: button("Play", { class: "play" }, toggle),
            step: button("Step", { title: "To the next event" }, step),
            scrub: make("input", { type: "range", max: end, "aria-label": "Time", autocomplete: "off" }),
            clock: make("span", { class: "clock", "aria-hidden": "true" }),
            waits: make("span", { class: "waits", "aria-hidden": "true" }),
        };
        parts.scrub.addEventListener("input", scrub);
        const status = make("p", { class: "status", "aria-live": "polite" });
        const row = make("div", { class: "controls", role: "group", "aria-label": "Player" }, ...Object.values(parts));
        drawing.before(row);
        drawing.after(status);
        return { ...parts, status };
    }

    // Adds a shade over the future and the playhead, a copy of the grid line at time zero.
    function playhead(svg) {
        const { left, right } = svg.dataset;
        const { height } = svg.viewBox.baseVal;
        const shade = document.createElementNS(svg.namespaceURI, "rect");
        set(shade, { class: "future", x: left, y: 22, width: right - left + 14, height: height - 22 });
        const line = set(svg.querySelector(".grid").cloneNode(), { class: "playhead" });
        // Marks reach over the instant of their prints and dim by themselves.
        svg.insertBefore(shade, svg.querySelector(".print"));
        svg.append(line);
        return (x) => {
            line.setAttribute("transform", `translate(${x.toFixed(1)} 0)`);
            set(shade, { x: Number(left) + x, width: Math.max(right - left + 14 - x, 0) });
        };
    }

    // Makes the bars respond to pointer, touch and focus. All of them together are one Tab stop.
    function open(svg, bars, { point, pick }) {
        // With the role `img` screen readers would ignore the bars.
        svg.setAttribute("role", "group");
        bars.forEach((bar, index) => {
            const area = set(bar.querySelector("rect").cloneNode(), { class: "hit", height: 30 });
            const { y, height } = bar.querySelector("rect").attributes;
            area.setAttribute("y", Number(y.value) + height.value / 2 - 15);
            bar.append(area);
            set(bar, { role: "img", tabindex: index === 0 ? 0 : -1 });
            for (const name of ["pointerenter", "focus"]) bar.addEventListener(name, () => point(bar));
            for (const name of ["pointerleave", "blur"]) bar.addEventListener(name, () => point(null));
            bar.addEventListener("click", () => pick(bar));
        });
    }

    window.timeline = { ...window.timeline, controls, open, playhead };
})();

// Plays timelines: moves a playhead over the drawing, highlights lines of the listing, and shows the output printed so far.
// Without this script, and in print, the figure is static.
(() => {
    "use strict";

    const { blocks, controls, moments, open, playhead, seconds } = window.timeline;
    const HINT = "Play the run or step through it, or point at a bar to read what it means.";
    // At 1× a run takes as long as its virtual time, within these limits, in real milliseconds.
    const [SHORTEST, LONGEST] = [3000, 20000];
    // How long each moment is shown if the reader prefers reduced motion, in milliseconds.
    const STAY = 1200;
    const reduced = matchMedia("(prefers-reduced-motion: reduce)");

    class Player {
        // The index of the current moment. At -1 the figure rests: no line is highlighted, all output is shown.
        index = -1;
        at = 0;
        // The bar under the pointer or with the focus.
        bar = null;
        // Identifies the current playback, until a pause or a new playback ends it.
        run = null;

        constructor(figure) {
            this.figure = figure;
            this.drawing = figure.querySelector(".scroll");
            this.svg = figure.querySelector("svg");
            this.trace = JSON.parse(figure.querySelector("script.trace").textContent);
            this.bars = [...this.svg.querySelectorAll(".bar[data-line]")];
            this.blocks = blocks(figure, this.trace.prints);
            this.controls = controls(this.drawing, this.trace.end, {
                toggle: () => (this.run ? this.pause() : this.start()),
                step: () => this.step(1),
                restart: () => this.go(0),
                scrub: ({ target }) => {
                    this.pause();
                    this.seek(Number(target.value));
                },
            });
            this.playhead = playhead(this.svg);
            open(this.svg, this.bars, (bar) => this.point(bar));
            figure.addEventListener("keydown", (event) => this.key(event));
            addEventListener("resize", () => this.light());
            this.leave();
            this.rest();
        }

        // Computed on first use: most timelines on a page are never played.
        get moments() {
            this.known ??= moments(this.trace, this.words());
            return this.known;
        }

        // The texts of the drawing.
        words() {
            const titles = (shapes) => [...shapes].map((shape) => shape.querySelector("title").textContent);
            const drawn = this.svg.querySelectorAll(".bar[data-hold]");
            return {
                bars: titles(this.svg.querySelectorAll(".bar[data-line]:not(.held)")),
                ends: titles(this.svg.querySelectorAll(".end")),
                holds: Object.fromEntries([...drawn].map((bar, index) => [bar.dataset.hold, titles(drawn)[index]])),
            };
        }

        // The current moment; `null` at rest.
        get moment() {
            return this.index < 0 ? null : this.moments[this.index];
        }

        // Returns to rest when the focus or the scroll position leaves the figure, and before printing.
        leave() {
            const stage = [...this.blocks.elements, this.figure];
            this.figure.addEventListener("focusout", ({ relatedTarget: next }) => {
                if (next && !this.run && !stage.some((part) => part.contains(next))) this.rest();
            });
            const visible = new Set(stage);
            const watch = new IntersectionObserver((entries) => {
                for (const { target, isIntersecting } of entries) visible[isIntersecting ? "add" : "delete"](target);
                if (visible.size === 0) this.rest();
            });
            for (const part of stage) watch.observe(part);
            for (const name of ["beforeprint", "pagehide"]) addEventListener(name, () => this.rest());
        }

        // Stops all keys here: mdBook would turn the page or open the search.
        key(event) {
            event.stopPropagation();
            const { key, target } = event;
            const move = { ArrowLeft: -1, ArrowRight: 1 }[key];
            const bar = this.bars.indexOf(target);
            if (event.altKey || event.ctrlKey || event.metaKey || (bar < 0 && target !== this.controls.scrub)) return;
            if (key === " " || key === "Enter") this.controls.play.click();
            else if (move && bar >= 0) this.focus(bar, bar + move);
            else if (move) this.step(move);
            else return;
            event.preventDefault();
        }

        focus(from, to) {
            if (!this.bars[to]) return;
            this.bars[from].setAttribute("tabindex", -1);
            this.bars[to].setAttribute("tabindex", 0);
            this.bars[to].focus();
        }

        start() {
            const last = this.moments.length - 1;
            const run = {};
            const isStill = reduced.matches;
            if (this.index < 0 || this.index === last) isStill ? this.go(0) : this.seek(0);
            this.run = run;
            this.controls.play.textContent = "Pause";
            const next = isStill ? () => this.go(this.index + 1) : this.glide();
            const turn = (now) => {
                if (this.run !== run) return;
                next(now);
                this.index === last ? this.pause() : wait();
            };
            const wait = () => (isStill ? setTimeout(turn, STAY / this.speed) : requestAnimationFrame(turn));
            wait();
        }

        // Advances the time with each frame. The gap after a tab was in the background does not count.
        glide() {
            const { end } = this.trace;
            const pace = end / Math.min(Math.max(end / 1000, SHORTEST), LONGEST);
            let before = null;
            return (now) => {
                const passed = Math.min(now - (before ?? now), 100);
                before = now;
                this.seek(Math.min(end, this.at + passed * pace * this.speed));
            };
        }

        get speed() {
            return Number(this.controls.speed.value);
        }

        pause() {
            this.run = null;
            this.controls.play.textContent = "Play";
        }

        step(move) {
            this.pause();
            this.go(Math.min(Math.max(this.index + move, 0), this.moments.length - 1));
        }

        go(index) {
            this.show(index, this.moments[index].at);
        }

        seek(at) {
            this.show(this.moments.findLastIndex((moment) => moment.at <= at), at);
        }

        rest() {
            this.pause();
            this.show(-1, 0);
        }

        point(bar) {
            if (this.bar === bar) return;
            this.bar = bar;
            this.light();
        }

        show(index, at) {
            this.move(at);
            if (this.index === index && index >= 0) return;
            this.index = index;
            this.bar = null;
            this.figure.classList.toggle("is-active", index >= 0);
            this.print();
            this.light();
        }

        move(at) {
            const { left, right } = this.svg.dataset;
            const x = ((right - left) * at) / this.trace.end;
            const { scrub, clock } = this.controls;
            this.at = at;
            this.playhead.setAttribute("transform", `translate(${x.toFixed(1)} 0)`);
            if (at > 0) this.follow((Number(left) + x) / this.svg.viewBox.baseVal.width);
            scrub.value = at;
            scrub.setAttribute("aria-valuetext", `${seconds(at)} of ${seconds(this.trace.end)}`);
            clock.textContent = `${(at / 1e6).toFixed(2)} s`;
        }

        // Scrolls a wide drawing along with the playhead.
        follow(part) {
            const { scrollWidth, clientWidth, scrollLeft } = this.drawing;
            const x = part * scrollWidth;
            if (x < scrollLeft || x > scrollLeft + clientWidth - 20) this.drawing.scrollLeft = x - clientWidth / 2;
        }

        print() {
            const isPart = this.moment && this.index < this.moments.length - 1;
            if (isPart) this.blocks.output?.show(this.moment.printed);
            else this.blocks.output?.restore();
        }

        // The bar that is pointed at takes precedence over the moment.
        light() {
            const { moment } = this;
            const line = Number(this.bar?.dataset.line);
            this.blocks.listing?.light(this.bar ? [line].filter(Boolean) : (moment?.lines ?? []));
            const { status } = this.controls;
            status.textContent = this.bar?.querySelector("title").textContent ?? moment?.said ?? HINT;
            // The line may grow but not shrink, so that the page does not jump. The hint always fits and is not measured.
            if (moment || this.bar) status.style.minHeight = `${status.getBoundingClientRect().height}px`;
        }
    }

    for (const figure of document.querySelectorAll("figure.timeline:has(script.trace)")) new Player(figure);
})();

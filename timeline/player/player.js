// Plays timelines: moves a playhead over the drawing, highlights lines of the listing, and dims the output that is not printed yet.
// Without this script, and in print, the figure is static.
(() => {
    "use strict";

    const { blocks, controls, moments, open, playhead, seconds } = window.timeline;
    const HINT = "Play the run or step through it, or point at a bar or a line of code.";
    // A run takes as long as its virtual time, within these limits, in real milliseconds.
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
        // The line of code under the pointer, or to which a sentence refers.
        line = null;
        // Identifies the current playback, until a pause or a new playback ends it.
        run = null;

        // The line is one that a sentence names.
        isNamed = false;

        constructor(figure, isFirst) {
            this.figure = figure;
            this.isFirst = isFirst;
            this.drawing = figure.querySelector(".scroll");
            this.svg = figure.querySelector("svg");
            this.trace = JSON.parse(figure.querySelector("script.trace").textContent);
            this.bars = [...this.svg.querySelectorAll(".bar[data-line]")];
            this.marks = [...this.svg.querySelectorAll(".print")];
            this.blocks = blocks(figure, this.trace.prints);
            this.controls = controls(this.drawing, this.trace.end, {
                toggle: () => (this.run ? this.pause() : this.start()),
                step: () => this.step(1),
                scrub: ({ target }) => {
                    this.pause();
                    this.seek(Number(target.value));
                },
            });
            this.playhead = playhead(this.svg);
            open(this.svg, this.bars, { point: (bar) => this.point(bar), pick: (bar) => this.pick(bar) });
            this.blocks.listing?.listen((line) => this.pointAt(line));
            figure.addEventListener("keydown", (event) => this.key(event));
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
            // Of the figure, only its parts may have boxes.
            const stage = [...this.blocks.elements, ...this.figure.children];
            this.figure.addEventListener("focusout", ({ relatedTarget: next }) => {
                if (next && !this.run && !this.figure.closest(".example").contains(next)) this.rest();
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
            const wait = () => (isStill ? setTimeout(turn, STAY) : requestAnimationFrame(turn));
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
                this.seek(Math.min(end, this.at + passed * pace));
            };
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

        // The instant at which the run is stopped, in seconds, as in an address; `undefined` at rest.
        get instant() {
            return this.index < 0 ? undefined : (this.at / 1e6).toFixed(3).replace(/0{1,2}$/, "");
        }

        // Stops the run at an instant, in seconds.
        visit(instant) {
            this.pause();
            this.seek(Math.min(Math.round(instant * 1e6), this.trace.end));
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

        pointAt(line) {
            if (this.line === line) return;
            this.line = line;
            this.light();
        }

        // Moves the playhead to the beginning of a bar, and highlights it.
        pick(bar) {
            this.reach(bar);
            this.point(bar);
        }

        // Moves the playhead to where a lane first waits on a line, if one does.
        find(line) {
            const bar = this.bars.find((bar) => Number(bar.dataset.line) === line);
            if (bar) this.reach(bar);
        }

        reach(bar) {
            this.pause();
            const { lanes, holds } = this.trace;
            const { hold } = bar.dataset;
            // The bars of segments come first, in the trace's order.
            const part = hold ? holds[hold] : lanes.flatMap(({ segments }) => segments)[this.bars.indexOf(bar)];
            this.go(this.moments.findLastIndex(({ at }) => at <= part.from));
        }

        show(index, at) {
            this.move(at);
            if (this.index === index && index >= 0) return;
            this.index = index;
            this.bar = null;
            this.figure.classList.toggle("is-active", index >= 0);
            this.print();
            this.light();
            if (index >= 0) this.blocks.listing?.follow();
            // Of the prints of this instant, a mark shows the first when it is made.
            for (const mark of this.marks) mark.classList.toggle("future", index >= 0 && Number(mark.dataset.at) > this.moment.at);
        }

        move(at) {
            const { left, right } = this.svg.dataset;
            const x = ((right - left) * at) / this.trace.end;
            const { scrub, clock } = this.controls;
            this.at = at;
            this.playhead(x);
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

        // What is pointed at takes precedence over the moment: a bar highlights its line, and a line its bars.
        light() {
            const { moment, bar, line } = this;
            const barLine = Number(bar?.dataset.line);
            const lit = this.bars.filter((other) => other === bar || (!bar && Number(other.dataset.line) === line));
            for (const other of this.bars) other.classList.toggle("lit", lit.includes(other));
            const lines = bar ? [barLine].filter(Boolean) : lit.length > 0 || this.isNamed ? [line] : (moment?.lines ?? []);
            this.blocks.listing?.light(lines);
            const { status, waits } = this.controls;
            const title = (element) => element?.querySelector("title").textContent;
            status.textContent = title(bar) ?? moment?.said ?? (this.isFirst ? HINT : "");
            waits.textContent = moment ? lines.map((number) => `line ${number}`).join(", ") : "";
        }

        // Highlights the line to which a sentence refers, also where nothing waits; `null` ends it.
        name(line) {
            this.isNamed = line !== null;
            this.line = line;
            this.light();
        }
    }

    // Sentences that name a line become links to it, if its listing is on the page.
    function refer(players) {
        for (const span of document.querySelectorAll("main span.line")) {
            const { listing, line } = span.dataset;
            const example = document.querySelector(`.example[aria-label="${listing}"]:has(.code)`);
            if (!example) continue;
            const link = document.createElement("a");
            link.className = "line";
            link.href = `#${example.id}`;
            link.textContent = span.textContent;
            span.replaceChildren(link);
            const player = players.get(example) ?? plain(example);
            for (const name of ["pointerenter", "focus", "click"]) link.addEventListener(name, () => player.name(Number(line)));
            link.addEventListener("click", () => player.find?.(Number(line)));
            for (const name of ["pointerleave", "blur"]) link.addEventListener(name, () => player.name(null));
        }
    }

    // A listing without a timeline can still highlight its lines.
    function plain(example) {
        const { listing } = blocks(example.querySelector(".code"), []);
        return { name: (line) => listing?.light(line ? [line] : []) };
    }

    // A legend explains the signs that no drawing before it has. What is folded, or not chosen, may stay unseen.
    function explainOnce() {
        const met = new Set();
        for (const legend of document.querySelectorAll(".timeline:not(.annotated) .legend")) {
            for (const entry of [...legend.children]) {
                if (met.has(entry.dataset.sign)) entry.remove();
                else if (!legend.closest("details, [hidden], .race")) met.add(entry.dataset.sign);
            }
            if (legend.children.length === 0) legend.remove();
        }
    }

    explainOnce();
    const players = new Map();
    for (const figure of document.querySelectorAll("figure.timeline:has(script.trace)")) {
        const player = new Player(figure, players.size === 0);
        players.set(figure.closest(".example"), player);
    }
    refer(players);
    window.timeline.players = players;
})();

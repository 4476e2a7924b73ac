// The first page: a switch between two programs, whose timeline plays in a loop until the reader uses it; the player's own button pauses
// it. If the reader prefers reduced motion, nothing starts without a click. Without this script both programs are shown.
(() => {
    "use strict";

    // How long the end is shown before the next round, in milliseconds.
    const STAY = 4000;

    const race = document.querySelector(".landing .race");
    if (!race) return;
    const runs = [...race.children].map((box) => {
        const figure = box.querySelector("figure.timeline");
        const find = (selector) => figure.querySelector(selector);
        return { box, label: box.querySelector("p"), figure, play: find(".play"), time: find("input[type=range]"), status: find(".status") };
    });
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let shown = runs[0];
    let isVisible = false;
    let isLooping = !isStill;
    let next;

    const isPlaying = ({ play }) => play.textContent === "Pause";
    const start = () => isVisible && !isPlaying(shown) && shown.play.click();

    const choice = document.createElement("div");
    choice.className = "choice";
    choice.setAttribute("role", "group");
    choice.setAttribute("aria-label", "Which program");
    const buttons = runs.map((run) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...run.label.childNodes);
        run.label.remove();
        button.addEventListener("click", () => {
            show(run);
            if (!isStill) start();
        });
        choice.append(button);
        return button;
    });
    race.prepend(choice);

    function show(run) {
        clearTimeout(next);
        if (isPlaying(shown)) shown.play.click();
        shown = run;
        runs.forEach((one, index) => {
            one.box.hidden = one !== run;
            buttons[index].setAttribute("aria-pressed", one === run);
        });
    }

    show(runs[0]);
    if (isStill) return;

    // The player stops at the end, and when it is scrolled out of sight. Only after the end there is another round.
    const ended = new MutationObserver(() => {
        clearTimeout(next);
        if (!isPlaying(shown) && shown.time.value === shown.time.max) next = setTimeout(start, STAY);
    });
    const visible = new IntersectionObserver(([{ isIntersecting }]) => {
        isVisible = isIntersecting;
        if (isLooping) start();
    }, { threshold: 0.3 });
    visible.observe(race);

    // Ends the loop when the reader uses a player. Events from scripts do not count.
    function leave({ isTrusted }) {
        if (!isTrusted) return;
        isLooping = false;
        clearTimeout(next);
        ended.disconnect();
        for (const { figure, status } of runs) {
            status.setAttribute("aria-live", "polite");
            for (const name of ["pointerdown", "keydown"]) figure.removeEventListener(name, leave, true);
        }
    }
    for (const { figure, play, status } of runs) {
        // Screen readers stay silent about a timeline that the reader did not start.
        status.setAttribute("aria-live", "off");
        ended.observe(play, { childList: true });
        for (const name of ["pointerdown", "keydown"]) figure.addEventListener(name, leave, true);
    }
})();

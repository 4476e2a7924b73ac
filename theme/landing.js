// Plays the timeline of the first page in a loop until the reader uses it; the player's own button pauses it.
// If the reader prefers reduced motion, nothing starts without a click.
(() => {
    "use strict";

    // How long the end is shown before the next round, in milliseconds.
    const STAY = 4000;

    const figure = document.querySelector(".landing figure.timeline:has(.controls)");
    if (!figure || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const play = figure.querySelector(".play");
    const time = figure.querySelector("input[type=range]");
    const status = figure.querySelector(".status");
    let isVisible = false;
    let next;

    const isPlaying = () => play.textContent === "Pause";
    const start = () => isVisible && !isPlaying() && play.click();

    // Screen readers stay silent about a timeline that the reader did not start.
    status.setAttribute("aria-live", "off");

    // The player stops at the end, and when it is scrolled out of sight. Only after the end there is another round.
    const ended = new MutationObserver(() => {
        clearTimeout(next);
        if (!isPlaying() && time.value === time.max) next = setTimeout(start, STAY);
    });
    ended.observe(play, { childList: true });

    const visible = new IntersectionObserver(([{ isIntersecting }]) => {
        isVisible = isIntersecting;
        start();
    }, { threshold: 0.5 });
    // The figure may have no box of its own, the drawing always has.
    visible.observe(figure.querySelector(".scroll"));

    // Ends the loop when the reader uses the player. Events from scripts do not count.
    function leave({ isTrusted }) {
        if (!isTrusted) return;
        clearTimeout(next);
        ended.disconnect();
        visible.disconnect();
        status.setAttribute("aria-live", "polite");
        for (const name of ["pointerdown", "keydown"]) figure.removeEventListener(name, leave, true);
    }
    for (const name of ["pointerdown", "keydown"]) figure.addEventListener(name, leave, true);
})();

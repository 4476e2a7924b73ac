// On the first page the timeline plays by itself, again and again, until somebody takes it in hand: its own button pauses it.
// Where motion is not wanted, it stands still until it is asked to play.
(() => {
    "use strict";

    // How long the end stays before it begins anew, in milliseconds.
    const STAY = 4000;

    const figure = document.querySelector(".landing figure.timeline:has(.controls)");
    if (!figure || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const play = figure.querySelector(".play");
    const time = figure.querySelector("input[type=range]");
    const status = figure.querySelector(".status");
    let isSeen = false;
    let next;

    const isPlaying = () => play.textContent === "Pause";
    const start = () => isSeen && !isPlaying() && play.click();

    // Nobody asked to hear each moment.
    status.setAttribute("aria-live", "off");

    // It stops at its end, or because it is out of sight.
    const ended = new MutationObserver(() => {
        clearTimeout(next);
        if (!isPlaying() && time.value === time.max) next = setTimeout(start, STAY);
    });
    ended.observe(play, { childList: true });

    const seen = new IntersectionObserver(([{ isIntersecting }]) => {
        isSeen = isIntersecting;
        start();
    }, { threshold: 0.5 });
    seen.observe(figure);

    function leave({ isTrusted }) {
        if (!isTrusted) return;
        clearTimeout(next);
        ended.disconnect();
        seen.disconnect();
        status.setAttribute("aria-live", "polite");
        for (const name of ["pointerdown", "keydown"]) figure.removeEventListener(name, leave, true);
    }
    for (const name of ["pointerdown", "keydown"]) figure.addEventListener(name, leave, true);
})();

// Shows what a name or a term means when it is pointed at or focused. Escape hides it.
(() => {
    "use strict";

    // How long the hint stays when the pointer leaves, so that the pointer can reach it, in milliseconds.
    const STAY = 250;

    const hint = document.createElement("div");
    hint.className = "hint";
    hint.id = "hint";
    hint.setAttribute("role", "tooltip");
    hint.hidden = true;
    document.body.append(hint);

    let link = null;
    let leaving;

    function show(next) {
        clearTimeout(leaving);
        if (next === link) return;
        hide();
        link = next;
        hint.textContent = link.dataset.hint;
        link.setAttribute("aria-describedby", hint.id);
        hint.hidden = false;
        const [at] = link.getClientRects();
        const left = Math.min(at.left, document.documentElement.clientWidth - hint.offsetWidth - 8);
        const isLow = at.bottom + hint.offsetHeight + 8 > innerHeight;
        const top = isLow ? at.top - hint.offsetHeight - 4 : at.bottom + 4;
        hint.style.left = `${Math.max(left, 8) + scrollX}px`;
        hint.style.top = `${top + scrollY}px`;
    }

    function hide() {
        clearTimeout(leaving);
        link?.removeAttribute("aria-describedby");
        link = null;
        hint.hidden = true;
    }

    const hinted = ({ target }) => target.closest?.("[data-hint]");
    for (const name of ["pointerover", "focusin"]) {
        document.addEventListener(name, (event) => {
            const next = hinted(event);
            if (next) show(next);
            else if (event.target === hint) clearTimeout(leaving);
        });
    }
    document.addEventListener("focusout", hide);
    document.addEventListener("pointerout", (event) => {
        if (hinted(event) || event.target === hint) leaving = setTimeout(hide, STAY);
    });
    document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
})();

// What a keyboard needs: a button for the sidebar, code and tables that can be scrolled, and arrow keys that stay with them.
(() => {
    "use strict";

    // mdBook's own script listens to the check box. Where its label was not made a button, that does this itself.
    const check = document.getElementById("mdbook-sidebar-toggle-anchor");
    document.querySelector("button#mdbook-sidebar-toggle")?.addEventListener("click", () => check.click());

    // What is wider than its box can be reached, and has a name; what is not is no stop on the way.
    const names = { CODE: "Code, scrolls sideways", DIV: "Table, scrolls sideways" };
    const watch = new ResizeObserver((entries) => {
        for (const { target } of entries) {
            if (target.scrollWidth > target.clientWidth) {
                target.tabIndex = 0;
                target.setAttribute("role", "group");
                target.setAttribute("aria-label", names[target.tagName]);
            } else {
                for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
            }
        }
    });
    for (const box of document.querySelectorAll("main pre > code, main .table-wrapper")) watch.observe(box);

    // Arrow keys scroll what has the focus: before mdBook hears of them, and turns the page.
    const STAYS = "pre, .table-wrapper, figure, .twins, .sidebar, [role=menu], [role=group]";
    document.body.addEventListener("keydown", (event) => {
        const isTurning = event.key === "ArrowLeft" || event.key === "ArrowRight";
        if (isTurning && event.target.closest(STAYS)) event.stopPropagation();
    });
})();

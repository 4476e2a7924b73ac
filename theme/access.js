// Keyboard access: a button for the sidebar, and code and tables that arrow keys scroll.
(() => {
    "use strict";

    // mdBook's script listens to the check box. The button exists only on finished pages; elsewhere it is the check box's label.
    const check = document.getElementById("mdbook-sidebar-toggle-anchor");
    document.querySelector("button#mdbook-sidebar-toggle")?.addEventListener("click", () => check.click());

    // A box that scrolls can be focused and has a name. Other boxes are skipped.
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

    // Arrow keys scroll the focused element. mdBook must not see them, or it would turn the page.
    const SCROLLABLE = "pre, .table-wrapper, figure, .twins, .sidebar, [role=menu], [role=group]";
    document.body.addEventListener("keydown", (event) => {
        const isArrow = event.key === "ArrowLeft" || event.key === "ArrowRight";
        if (isArrow && event.target.closest(SCROLLABLE)) event.stopPropagation();
    });
})();

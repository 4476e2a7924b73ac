// What a timeline shows and says, moment by moment. It knows the trace, and nothing of the page.
(() => {
    "use strict";

    // Virtual microseconds as the drawing writes them: 1.0 s, 0.25 s.
    const seconds = (micros) => `${(micros / 1e6).toFixed(3).replace(/0{1,2}$/, "")} s`;

    // The instants at which something happens, in order, each once.
    function instants(trace) {
        const spans = [...trace.lanes.flatMap((lane) => [lane, ...lane.segments]), ...trace.holds];
        const times = [0, trace.end, ...spans.flatMap(({ from, to }) => [from, to])];
        times.push(...trace.prints.map(({ at }) => at), ...trace.wakes.map(({ at }) => at));
        return [...new Set(times)].sort((one, other) => one - other);
    }

    // The lines on which a lane waits, in the spans that `holds` finds. Who waits for branches waits where they stand.
    function linesOf(trace, lane, holds) {
        const index = trace.lanes.indexOf(lane);
        const branches = trace.lanes.filter(({ kind, parent }) => ["branch", "member"].includes(kind) && parent === index);
        const places = branches.filter((branch) => holds(branch, branch)).map(({ line }) => line);
        const parts = lane.segments.filter((part) => holds(part, lane));
        return parts.flatMap(({ state, line }) => (state === "branches" ? places : [line]));
    }

    // The lines of all lanes once an instant has passed.
    function settled(trace, at) {
        // A lane that never ends still waits when the trace is over.
        const isOpen = ({ outcome }, to) => outcome === null && to === trace.end;
        const holds = ({ from, to }, lane) => from <= at && (at < to || (at === to && isOpen(lane, to)));
        return trace.lanes.flatMap((lane) => linesOf(trace, lane, holds));
    }

    // The lines while something is printed: the lane that prints is at it, the others wait as they did before.
    function printing(trace, print) {
        const holds = ({ from, to }) => from < print.at && print.at <= to;
        const others = trace.lanes.filter((_, index) => index !== print.lane);
        return [print.line, ...others.flatMap((lane) => linesOf(trace, lane, holds))];
    }

    // What begins or ends at an instant, in the drawing's own words: `bars` and `ends` in the order of the trace, `holds` by place.
    function changes(trace, at, { bars, ends, holds }) {
        const parts = trace.lanes.flatMap((lane) => lane.segments);
        const begun = bars.filter((_, index) => parts[index].from === at);
        const ended = ends.filter((_, index) => trace.lanes[index].to === at);
        const taken = trace.holds.map(({ from }, place) => (from === at ? holds[place] : null)).filter(Boolean);
        return [...begun, ...taken, ...ended].join("; ") || "nothing new";
    }

    function words(trace, { lane, line, text }) {
        const who = lane === null ? "the program" : trace.lanes[lane].label;
        return `${who} prints “${text.trim().replace(/\s+/g, " ")}” on line ${line}`;
    }

    // The moments of a trace. An instant has one for each thing printed, in order, and one for how it leaves the lanes.
    function moments(trace, titles) {
        const all = [];
        const add = (at, printed, lines, said) => {
            const unique = [...new Set(lines)].filter((line) => line > 0);
            all.push({ at, printed, lines: unique, said: `${seconds(at)}: ${said}` });
        };
        let printed = 0;
        for (const at of instants(trace)) {
            while (trace.prints[printed]?.at === at) {
                const print = trace.prints[printed];
                printed += 1;
                add(at, printed, printing(trace, print), words(trace, print));
            }
            add(at, printed, settled(trace, at), changes(trace, at, titles));
        }
        return all;
    }

    window.timeline = { ...window.timeline, moments, seconds };
})();

// Computes what a timeline shows and says, moment by moment, from the trace alone.
(() => {
    "use strict";

    // Formats virtual microseconds as the drawing does: 1.0 s, 0.25 s.
    const seconds = (micros) => `${(micros / 1e6).toFixed(3).replace(/0{1,2}$/, "")} s`;

    // The instants at which something happens, sorted, each once.
    function instants(trace) {
        const spans = [...trace.lanes.flatMap((lane) => [lane, ...lane.segments]), ...trace.holds];
        const times = [0, trace.end, ...spans.flatMap(({ from, to }) => [from, to])];
        times.push(...trace.prints.map(({ at }) => at), ...trace.wakes.map(({ at }) => at));
        return [...new Set(times)].sort((one, other) => one - other);
    }

    // The lines on which a lane waits, in the spans that `holds` accepts. A lane that waits for branches waits on their lines.
    function linesOf(trace, lane, holds) {
        const index = trace.lanes.indexOf(lane);
        const branches = trace.lanes.filter(({ kind, parent }) => ["branch", "member"].includes(kind) && parent === index);
        const places = branches.filter((branch) => holds(branch, branch)).map(({ line }) => line);
        const parts = lane.segments.filter((part) => holds(part, lane));
        return parts.flatMap(({ state, line }) => (state === "branches" ? places : [line]));
    }

    // The lines of all lanes after an instant.
    function settled(trace, at) {
        // A lane without an outcome still waits at the end of the trace.
        const isOpen = ({ outcome }, to) => outcome === null && to === trace.end;
        const holds = ({ from, to }, lane) => from <= at && (at < to || (at === to && isOpen(lane, to)));
        return trace.lanes.flatMap((lane) => linesOf(trace, lane, holds));
    }

    // The lines during a print: that of the print, and those on which the other lanes wait.
    function printing(trace, print) {
        const holds = ({ from, to }) => from < print.at && print.at <= to;
        const others = trace.lanes.filter((_, index) => index !== print.lane);
        return [print.line, ...others.flatMap((lane) => linesOf(trace, lane, holds))];
    }

    // Describes what begins or ends at an instant in the words of the drawing: `bars` and `ends` in trace order, `holds` by index.
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

    // The moments of a trace: at each instant one for each print, in order, and one for the state of the lanes after it.
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

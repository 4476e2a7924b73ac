//! The commands for chapters: their answers, and their errors.

use std::fs;

use crate::common::{copied, here};
use crate::lessons::{lessons, lessons_in, snapshot, stderr, stdout};

#[test]
fn figures_show_only_accepted_output() {
    let output = lessons(&["show", "join/three-fetches"]);
    let expected = format!(
        "<code class=\"language-text\">{}</code>",
        snapshot("tasks/join/three-fetches.stdout")
    );
    assert!(stdout(&output).contains(&expected), "{}", stdout(&output));

    let line = lessons(&["line", "join/three-fetches", "sleep("]);
    let expected = "<span class=\"line\" data-listing=\"join/three-fetches\" data-line=\"6\">line 6</span>\n";
    assert_eq!(stdout(&line), expected);

    // A project with another snapshot.
    let project = copied(&["benches/questions", "benches/results", "book", "listings"]);
    let changed = project.path().join("listings/tasks/join/three-fetches.stdout");
    fs::write(&changed, "A starts\n").expect("the snapshot can be written");
    let output = lessons_in(project.path(), &["show", "join/three-fetches"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""));
    let message = stderr(&output);
    assert!(
        message.contains("listings/tasks/join/three-fetches.stdout") && message.contains("SNAPSHOTS=overwrite"),
        "{message}"
    );
}

#[test]
fn a_measurement_is_quoted_with_its_spread_or_reported_missing() {
    let project = here("tests/whole");
    for (arguments, expected) in [
        (
            ["figure", "stove/flame"].as_slice(),
            "100\u{a0}ns <span class=\"spread\">(90–120\u{a0}ns)</span>\n",
        ),
        (
            &["ratio", "stove/flame", "stove/match:std"],
            "10 <span class=\"spread\">(8.2–13)</span>\n",
        ),
    ] {
        let output = lessons_in(&project, arguments);
        assert_eq!(stdout(&output), expected, "{}", stderr(&output));
    }
    let chart = stdout(&lessons_in(&project, &["chart", "stove"]));
    assert!(chart.contains("Light the <code>stove</code>"), "{chart}");
    let table = stdout(&lessons_in(&project, &["figures", "stove"]));
    assert!(table.contains("| Light the `stove` | tokio | 100\u{a0}ns"), "{table}");
    for (arguments, expected) in [
        (
            ["figure", "stove/light"].as_slice(),
            "has no measurement `light tokio`; it has match std, flame tokio",
        ),
        (&["figure", "oven/flame"], "`cargo run bench oven` measures it"),
        (&["figure", "flame"], "write QUESTION/OPERATION"),
    ] {
        let output = lessons_in(&project, arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
}

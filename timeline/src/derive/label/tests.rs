//! Which values labels may name, and when a number has to do.

use super::*;

/// The labels of lanes that begin at these places, each `(line, text that begins the call, parent)`. The first one is `main`'s.
fn labels(source: &str, begins: &[(&str, &str, usize)]) -> Vec<String> {
    let origin = |text: &str, set: &str, parent: Option<usize>, kind| {
        let index = source.find(text).unwrap_or_else(|| panic!("no `{text}` in {source}"));
        let before = &source[..index];
        let line = before.matches('\n').count() + 1;
        let column = index - before.rfind('\n').map_or(0, |end| end + 1) + 1;
        let column = if set.is_empty() { column } else { 0 };
        Origin {
            kind,
            parent,
            line: u32::try_from(line).expect("it is short"),
            column: u32::try_from(column).expect("it is short"),
            text: set.to_owned(),
        }
    };
    let main = origin("fn main", "", None, LaneKind::Main);
    let lane = |(text, set, parent): &(&str, &str, usize)| {
        let kind = if set.is_empty() {
            LaneKind::Task
        } else {
            LaneKind::Member
        };
        origin(text, set, Some(*parent), kind)
    };
    let origins: Vec<Origin> = [main].into_iter().chain(begins.iter().map(lane)).collect();
    of_lanes(source, &origins).split_off(1)
}

/// The labels of this many lanes that `spawn` makes in `main`.
fn spawned_in_main(count: usize, body: &str) -> Vec<String> {
    let source = format!("async fn work(a: A, b: B) {{}}\nasync fn main() {{ {body} }}\n");
    labels(&source, &vec![("spawn(", "", 0); count])
}

const NUMBERS: [&str; 2] = ["work #1", "work #2"];

#[test]
fn the_k_th_lane_of_a_loop_has_its_k_th_value() {
    for (body, expected) in [
        (
            "for x in [0.5, 1.0] { spawn(work(x, tx.clone())); }",
            ["work 0.5", "work 1.0"],
        ),
        (
            "for x in 1..=2 { let tx = tx.clone(); spawn(work(tx, x)); }",
            ["work 1", "work 2"],
        ),
        ("for x in 3..end { spawn(work(x)); }", ["work 3", "work 4"]),
        (
            "for (n, s) in vec![(\"A\", 1), (\"B\", 2)] { spawn(work(n, s)); }",
            ["work A", "work B"],
        ),
        (
            "let list = [\"A\", \"B\"]; for x in list.iter().rev() { spawn(work(x)); }",
            ["work B", "work A"],
        ),
        (
            "const ALL: [u8; 2] = [7, 8]; for (i, x) in ALL.into_iter().enumerate() { spawn(work(i)); }",
            ["work 0", "work 1"],
        ),
        (
            "for x in [\"A\", \"B\"] { all.push(spawn(work(x))); sleep(second).await; }",
            ["work A", "work B"],
        ),
        (
            "let all = [\"A\", \"B\"].map(|x| spawn(work(x)));",
            ["work A", "work B"],
        ),
        (
            "let list: Vec<_> = (1..=2).map(|x| x + 4).collect(); for x in list { spawn(work(x)); }",
            ["work 5", "work 6"],
        ),
        (
            "for x in (1..3).collect::<Vec<i32>>() { spawn(work(x)); }",
            ["work 1", "work 2"],
        ),
        (
            "for x in [1, 2] { spawn(timeout(second, work(x))); }",
            ["work 1", "work 2"],
        ),
        (
            "for x in [1, 2] { spawn(async move { work(x).await }); }",
            ["async block 1", "async block 2"],
        ),
        (
            "for x in [1, 2] { spawn(async move { println!(\"{x}\") }); }",
            ["async block 1", "async block 2"],
        ),
        (
            "for x in [\"A\", \"A\"] { spawn(work(x, 1)); spawn_other(work(x, 2)); }",
            NUMBERS,
        ),
    ] {
        assert_eq!(spawned_in_main(2, body), expected, "{body}");
    }
}

#[test]
fn a_number_stays_where_the_round_is_uncertain() {
    for body in [
        "for x in [1, 2, 3] { if x == 2 { continue; } spawn(work(x)); }",
        "for x in [1, 2, 3] { if x > 1 { spawn(work(x)); } }",
        "for x in [1, 2, 3] { match x { 1 => {} _ => drop(spawn(work(x))) } }",
        "for x in [1, 2, 3] { spawn(work(x)); if enough() { break; } }",
        "for x in [1, 2, 3] { check(x)?; spawn(work(x)); }",
        "for x in [1, 2, 3] { select! { _ = a => continue, _ = b => {} } spawn(work(x)); }",
        "for x in [1, 2, 3] { is_odd(x) && spawn(work(x)); }",
        "for a in [1, 2] { for x in [3, 4] { spawn(work(x)); } }",
        "loop { for x in [1, 2] { spawn(work(x)); } }",
        "while more() { spawn(work(1)); }",
        "let run = || for x in [1, 2] { spawn(work(x)); }; run(); run();",
        "let late = async { for x in [1, 2] { spawn(work(x)); } };",
        "let mut list = vec![1, 2]; list.reverse(); for x in list { spawn(work(x)); }",
        "let mut list = vec![1, 2]; change(&mut list); for x in list { spawn(work(x)); }",
        "let mut list = vec![1, 2]; if more() { list.push(3); } for x in list { spawn(work(x)); }",
        "let all = [1, 2].iter().map(|x| spawn(work(x))).rev().collect();",
        "let set: BTreeSet<i32> = [2, 1].into_iter().collect(); for x in set { spawn(work(x)); }",
        "for x in [2, 1].into_iter().collect::<HashSet<_>>() { spawn(work(x)); }",
        "for x in [1, 2] { let x = other(x); spawn(work(x)); }",
        "for mut x in [1, 2] { x += 1; spawn(work(x)); }",
        "for x in [1] { spawn(work(x)); }",
        "for _ in 0..2 { spawn(work(rx.clone(), start)); }",
    ] {
        assert_eq!(spawned_in_main(2, body), NUMBERS, "{body}");
    }
}

#[test]
fn rounds_within_rounds_must_all_have_come() {
    let body = "for a in [1, 2] { for x in 5..5 + a { spawn(work(x)); } }";
    assert_eq!(spawned_in_main(3, body), ["work 5 #1", "work 5 #2", "work 6"]);
    assert_eq!(spawned_in_main(2, body), NUMBERS);
}

#[test]
fn members_of_a_set_have_the_values_of_its_list() {
    for body in [
        "join_all([\"A\", \"B\"].map(|x| work(x))).await;",
        "join_all(vec![work(\"A\"), work(\"B\")]).await;",
        "join_all([\"A\", \"B\"].map(work)).await;",
        "let mut all = Vec::new(); for x in [\"A\", \"B\"] { all.push(work(x)); } join_all(all).await;",
    ] {
        let source = format!("async fn work(a: A) {{}}\nasync fn main() {{ {body} }}\n");
        assert_eq!(
            labels(&source, &[("join_all", "join_all", 0); 2]),
            ["work A", "work B"],
            "{body}"
        );
    }
}

#[test]
fn a_function_that_only_main_uses_is_followed() {
    let source = |main: &str| {
        format!(
            "async fn work(a: A) {{}}\nasync fn group(list: L) {{ for x in list {{ spawn(work(x)); }} }}\nasync fn main() {{ {main} }}\n"
        )
    };
    let twice = source("group(vec![1, 2]).await; group(vec![3]).await;");
    let lanes = [("spawn(work", "", 0); 3];
    assert_eq!(labels(&twice, &lanes), ["work 1", "work 2", "work 3"]);
    assert_eq!(labels(&twice, &lanes[1..]), NUMBERS, "which of the rounds is missing?");
    let perhaps = source("group(vec![1, 2]).await; if more() { group(vec![3]).await; }");
    assert_eq!(labels(&perhaps, &lanes[1..]), NUMBERS);
    let as_lane = source("hand_over(group(vec![1, 2]));");
    assert_eq!(
        labels(
            &as_lane,
            &[("hand_over", "", 0), ("spawn(work", "", 1), ("spawn(work", "", 1)]
        )[1..],
        ["work 1", "work 2"]
    );
}

#[test]
fn what_differs_least_is_shown() {
    for (calls, expected) in [
        (
            "spawn(work(\"A\", 1.0)); spawn2(work(\"B\", 1.0));",
            ["work A", "work B"],
        ),
        ("spawn(work(1, \"A\")); spawn2(work(2, \"B\"));", ["work A", "work B"]),
        ("spawn(work(tx.clone(), 1)); spawn2(work(tx, 2));", ["work 1", "work 2"]),
        ("spawn(work(left)); spawn2(work(right));", ["work left", "work right"]),
        ("spawn(work(1)); spawn2(other(1));", ["work", "other"]),
        ("spawn(work(\"A\", 1)); spawn2(other(2));", ["work A", "other"]),
        ("spawn(a.pop(1)); spawn2(b.pop(1));", ["a.pop", "b.pop"]),
        (
            "spawn(work(Duration::from_millis(1_500))); spawn2(work(Duration::from_secs(2)));",
            ["work 1.5s", "work 2s"],
        ),
        (
            "spawn(work(\"the first of two\")); spawn2(work(\"the second of two\"));",
            ["work the first of t…", "work the second of …"],
        ),
        (
            "spawn(work_for_very_long(\"Ada\")); spawn2(work_for_very_long(\"Ben\"));",
            ["work_for_very_l… Ada", "work_for_very_l… Ben"],
        ),
        (
            "spawn(work(')', \"1)\")); spawn2(work('(', \"2)\"));",
            ["work )", "work ("],
        ),
        ("spawn(work(r#\"a\"#)); spawn2(work(\"\\\"\"));", ["work a", "work \""]),
    ] {
        let source = format!("async fn main() {{ {calls} }}\n");
        assert_eq!(
            labels(&source, &[("spawn(", "", 0), ("spawn2(", "", 0)]),
            expected,
            "{calls}"
        );
    }
}

#[test]
fn a_source_that_is_no_rust_gives_what_stands_at_the_call() {
    assert_eq!(labels("fn main\nspawn(report)\n", &[("spawn(", "", 0)]), ["report"]);
    assert_eq!(labels("fn main\n'spawn(\n", &[("spawn(", "", 0)]), ["task of line 2"]);
}

#[test]
fn a_resource_is_named_by_its_variable() {
    let source = "let stock = Arc::new(Mutex::new(3));\nstatic DOOR: Semaphore = Semaphore::const_new(1);\n    seats: Mutex::new(2),\nMutex::new(1)\nlet (a, b) = (Mutex::new(1), Mutex::new(2));\ntokio::sync::Mutex::new(1)";
    let name = |line| of_binding(source, line);
    assert_eq!(name(1).as_deref(), Some("stock"));
    assert_eq!(name(2).as_deref(), Some("DOOR"));
    assert_eq!(name(3).as_deref(), Some("seats"));
    for line in [0, 4, 5, 6, 7] {
        assert_eq!(name(line), None, "line {line}");
    }
}

#[test]
fn a_branch_is_found_below_its_macro() {
    let source = "a\njoin!(\n    fetch(\"A\"),\n    fetch(\"B\"),\n);\n";
    assert_eq!(line_of_branch(source, "fetch(\"B\")", 2), 4);
    assert_eq!(line_of_branch(source, "gone()", 2), 2);
}

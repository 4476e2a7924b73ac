//! A page, and what it asks for.

use super::*;
use crate::finish::rewritten;

const PAGE: &str = "<html><head><link rel=\"stylesheet\" href=\"../a.css\"><link rel=\"stylesheet\" href=\"../p.css\" media=\"print\">\
    <link rel=\"stylesheet\" id=\"dark\" href=\"../d.css\"></head><body><script src=\"../highlight-1.js\"></script>\
    <p>Text</p><code class=\"language-rust\">x</code><script src=\"../b.js\"></script>\
    <script src=\"../theme/own.js\"></script><script src=\"https://a.test/c.js\"></script></body></html>";

fn folder(style: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the pages");
    for part in ["part", "theme"] {
        fs::create_dir(folder.path().join(part)).expect("the folder can be made");
    }
    for (name, text) in [
        ("part/page.html", PAGE),
        ("a.css", style),
        ("p.css", "nav {}"),
        ("d.css", "code {}"),
        (
            "highlight-1.js",
            "core\nhljs.registerLanguage(\"rust\",{aliases:[\"rs\"]});\nhljs.registerLanguage(\"sql\",{});\n",
        ),
        ("b.js", "last()"),
        ("theme/own.js", "own()"),
    ] {
        fs::write(folder.path().join(name), text).expect("the file can be written");
    }
    folder
}

/// Does with the one page in a folder what is done with all pages of the book.
fn finish(folder: &Path) -> Result<()> {
    let page = Path::new("part/page.html");
    let html = fs::read_to_string(folder.join(page))?;
    let slim = Slim::new(folder, [html.as_str()].into_iter());
    fs::write(folder.join(page), rewritten(&html, slim.handlers(page))?)?;
    slim.clear()
}

#[test]
fn what_a_page_asks_for_is_joined() {
    let folder = folder("p {}");
    finish(folder.path()).expect("the page can be finished");
    let files: Vec<_> = fs::read_dir(folder.path())
        .expect("the folder is readable")
        .map(|entry| {
            entry
                .expect("the folder is readable")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    assert_eq!(files.len(), 4, "what was joined is gone: {files:?}");
    let read = |file: &str| fs::read_to_string(folder.path().join(file)).expect("the file is readable");
    let named = |end: &str, word: &str| {
        let mut found = files
            .iter()
            .filter(|file| file.ends_with(end) && read(file).contains(word));
        found.next().expect("it is there")
    };
    let [style, script, own] = [named(".css", "nav"), named(".js", "core"), named(".js", "own")];
    assert_eq!(read(style), "p {}\n@media print {\nnav {}\n}\n");
    let joined = read(script);
    assert!(joined.starts_with("core\nhljs.registerLanguage(\"rust\""), "{joined}");
    assert!(joined.ends_with("last()\n;\n") && !joined.contains("sql"), "{joined}");
    assert_eq!(read(own), "own()\n;\n", "the book's own scripts stand by themselves");
    let page = read("part/page.html");
    for expected in [
        format!("<style id=\"dark\">code {{}}\n</style><link rel=\"stylesheet\" href=\"../{style}\"></head>"),
        "<script src=\"https://a.test/c.js\"></script>".into(),
        format!("<script defer src=\"../{script}\"></script><script defer src=\"../{own}\"></script></body>"),
    ] {
        assert!(page.contains(&expected), "{expected} in\n{page}");
    }
}

#[test]
fn what_was_taken_from_a_page_before_is_not_joined() {
    let folder = folder("p {}");
    let page = Path::new("part/page.html");
    let slim = Slim::new(folder.path(), [PAGE].into_iter());
    let mut handlers: Handlers<'_> = vec![element!("script[src*=theme]", |script| {
        script.remove();
        Ok(())
    })];
    handlers.extend(slim.handlers(page));
    let html = rewritten(PAGE, handlers).expect("the page can be finished");
    assert_eq!(html.matches("<script defer").count(), 1, "{html}");
    assert!(folder.path().join("theme/own.js").is_file());
}

#[test]
fn a_style_that_asks_for_a_file_is_an_error() {
    let good = folder("p { background: url('data:image/png;base64,AA') }");
    finish(good.path()).expect("nothing else is asked for");
    let bad = folder("p { background: url(image.png) }");
    let message = format!("{:#}", finish(bad.path()).expect_err("the image would not be found"));
    assert!(message.contains("a.css asks for another file by `url(…)`"), "{message}");
}

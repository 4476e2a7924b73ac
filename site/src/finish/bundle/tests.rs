//! Bundling the assets of one page.

use super::*;
use crate::built::{address, files};
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

/// Bundles the assets of the page in a folder.
fn finish(folder: &Path) -> Result<()> {
    let page = Path::new("part/page.html");
    let html = fs::read_to_string(folder.join(page))?;
    let bundler = Bundler::new(folder, [html.as_str()].into_iter());
    fs::write(folder.join(page), rewritten(&html, bundler.handlers(page))?)?;
    bundler.remove_bundled()
}

#[test]
fn a_page_loads_bundles() {
    let folder = folder("p {}");
    finish(folder.path()).expect("the page can be finished");
    let files: Vec<String> = files(folder.path())
        .expect("the folder is readable")
        .iter()
        .map(|file| address(file))
        .collect();
    assert_eq!(files.len(), 4, "bundled files are removed: {files:?}");
    let read = |file: &str| fs::read_to_string(folder.path().join(file)).expect("the file is readable");
    let named = |end: &str, word: &str| {
        let mut found = files
            .iter()
            .filter(|file| file.ends_with(end) && read(file).contains(word));
        found.next().expect("there is such a file")
    };
    let [style, script, own] = [named(".css", "nav"), named(".js", "core"), named(".js", "own")];
    assert_eq!(read(style), "p {}\n@media print {\nnav {}\n}\n");
    let text = read(script);
    assert!(text.starts_with("core\nhljs.registerLanguage(\"rust\""), "{text}");
    assert!(text.ends_with("last()\n;\n") && !text.contains("sql"), "{text}");
    assert_eq!(
        read(own),
        "own()\n;\n",
        "the book's own scripts are a bundle of their own"
    );
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
fn a_removed_script_is_not_bundled() {
    let folder = folder("p {}");
    let page = Path::new("part/page.html");
    let bundler = Bundler::new(folder.path(), [PAGE].into_iter());
    let mut handlers: Handlers<'_> = vec![element!("script[src*=theme]", |script| {
        script.remove();
        Ok(())
    })];
    handlers.extend(bundler.handlers(page));
    let html = rewritten(PAGE, handlers).expect("the page can be finished");
    assert_eq!(html.matches("<script defer").count(), 1, "{html}");
    assert!(folder.path().join("theme/own.js").is_file());
}

#[test]
fn a_style_that_loads_a_file_is_an_error() {
    let good = folder("p { background: url('data:image/png;base64,AA') }");
    finish(good.path()).expect("data URLs are fine");
    let bad = folder("p { background: url(image.png) }");
    let message = format!("{:#}", finish(bad.path()).expect_err("the image would be missing"));
    assert!(message.contains("a.css loads another file with `url(…)`"), "{message}");
}

#[test]
fn styles_lose_their_comments_but_for_licenses() {
    let style = "/* Why. */\na { b: c } /*! MIT */ d {} /* e */";
    assert_eq!(super::without_comments(style), "\na { b: c } /*! MIT */ d {} ");
}

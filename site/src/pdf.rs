//! The whole book as a PDF: mdBook's `print.html`, printed by a Chromium without a window.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use tempfile::{Builder, TempDir};
use wait_timeout::ChildExt;

/// Names the browser, if it is none that is found.
const VARIABLE: &str = "CHROMIUM";

/// What it is called where programs are found by name.
const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Where it lies on systems whose programs are not found by name.
const PLACES: [&str; 5] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// Hundreds of pages take a minute; a browser that takes this long hangs.
pub const LIMIT: Duration = Duration::from_secs(600);

/// A4, which printers elsewhere scale. Those who print from their browser choose the paper there.
const PAPER: &str = "<style>@page { size: A4; }</style></head>";

/// The Chromium that is asked for, or else the first that is found.
///
/// # Errors
/// There is none.
pub fn chromium() -> Result<PathBuf> {
    if let Some(name) = env::var_os(VARIABLE).filter(|name| !name.is_empty()) {
        return found(&name).with_context(|| format!("{VARIABLE} is `{}`, which is no program", name.display()));
    }
    let names = NAMES.iter().chain(&PLACES);
    names
        .map(OsString::from)
        .find_map(|name| found(&name))
        .with_context(|| {
            format!(
                "a PDF needs Chromium or Chrome, and none was found; install one (such as `apt install chromium`, or \
            `brew install --cask chromium`), or set {VARIABLE} to its program"
            )
        })
}

/// The program of this name or path.
fn found(name: &OsString) -> Option<PathBuf> {
    if Path::new(name).components().count() > 1 {
        return Some(PathBuf::from(name)).filter(|path| path.is_file());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let file = Path::new(name).with_extension(env::consts::EXE_EXTENSION);
    env::split_paths(&path)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Prints the book whose pages lie in `pages` into the file `into`, which stays as it was if that fails.
///
/// # Errors
/// The browser fails, or takes more than `limit`.
pub fn print(chromium: &Path, pages: &Path, into: &Path, limit: Duration) -> Result<()> {
    let book = fs::read_to_string(pages.join("print.html")).context("cannot read print.html")?;
    // It must lie where its styles and scripts are found.
    let page = Builder::new().prefix(".print-").suffix(".html").tempfile_in(pages)?;
    fs::write(page.path(), book.replacen("</head>", PAPER, 1))?;
    // A browser with its own profile leaves the user's alone.
    let scratch = TempDir::with_prefix("pdf-").context("cannot make a folder for the browser")?;
    let printed = scratch.path().join("book.pdf");
    let log = scratch.path().join("log");

    let mut command = Command::new(chromium);
    command
        .args([
            "--headless",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
        ])
        .arg(option("--user-data-dir=", &scratch.path().join("profile")))
        .arg(option("--print-to-pdf=", &printed))
        .arg(page.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(fs::File::create(&log)?);
    if is_roots(scratch.path()) {
        // Chromium does not start in its sandbox for this user, who is that of many containers.
        command.arg("--no-sandbox");
    }
    let mut browser = command
        .spawn()
        .with_context(|| format!("cannot start {}", chromium.display()))?;
    let Some(status) = browser.wait_timeout(limit)? else {
        browser.kill()?;
        browser.wait()?;
        bail!(
            "{} has not printed the book within {} s",
            chromium.display(),
            limit.as_secs_f64()
        );
    };
    let is_pdf = fs::read(&printed).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"));
    ensure!(
        status.success() && is_pdf,
        "{} has printed no PDF ({status}); it said:\n{}",
        chromium.display(),
        fs::read_to_string(&log).unwrap_or_default().trim_end()
    );
    put(&printed, into)
}

fn option(name: &str, value: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(value);
    option
}

/// Moves a file to a place that may be on another disk; nobody sees half of it there.
fn put(file: &Path, into: &Path) -> Result<()> {
    let folder = into.parent().context("a file lies in a folder")?;
    let next = Builder::new().prefix(".pdf-").tempfile_in(folder)?;
    fs::copy(file, next.path()).context("cannot copy the PDF")?;
    next.persist(into)
        .with_context(|| format!("cannot write {}", into.display()))?;
    Ok(())
}

/// Whether root has made this file.
#[cfg(unix)]
fn is_roots(file: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(file).is_ok_and(|metadata| metadata.uid() == 0)
}

#[cfg(not(unix))]
fn is_roots(_: &Path) -> bool {
    false
}

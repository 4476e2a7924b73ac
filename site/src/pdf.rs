//! The whole book as a PDF: a headless Chromium prints mdBook's `print.html`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use tempfile::{Builder, TempDir};
use wait_timeout::ChildExt;

/// The environment variable that names the browser. It takes precedence over the search.
const VARIABLE: &str = "CHROMIUM";

/// The names of the browser on the path.
const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// The paths of the browser on systems that do not install it on the path.
const PLACES: [&str; 5] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// How long the browser may take. Hundreds of pages take about a minute.
pub const LIMIT: Duration = Duration::from_secs(600);

/// Sets the paper to A4. In a reader's own browser the print dialog sets it.
const PAPER: &str = "<style>@page { size: A4; }</style></head>";

/// Finds Chromium: the one that the environment names or, without a name, the first one installed.
///
/// # Errors
/// The named program does not exist, or no browser is installed.
pub fn chromium() -> Result<PathBuf> {
    if let Some(name) = env::var_os(VARIABLE).filter(|name| !name.is_empty()) {
        return found(&name).with_context(|| format!("{VARIABLE} is `{}`, which is not a program", name.display()));
    }
    let names = NAMES.iter().chain(&PLACES);
    names
        .map(OsString::from)
        .find_map(|name| found(&name))
        .with_context(|| {
            format!(
                "a PDF needs Chromium or Chrome, but neither was found; install one (for example with `apt install chromium` \
                 or `brew install --cask chromium`), or set {VARIABLE} to its path"
            )
        })
}

/// The program with this name or path, if it exists.
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

/// Prints the book whose pages lie in `pages` into the file `into`. On an error the file is unchanged.
///
/// # Errors
/// The browser fails or takes longer than `limit`, or a file cannot be read or written.
pub fn print(chromium: &Path, pages: &Path, into: &Path, limit: Duration) -> Result<()> {
    let book = fs::read_to_string(pages.join("print.html")).context("cannot read print.html")?;
    // The page must lie beside its styles and scripts.
    let page = Builder::new().prefix(".print-").suffix(".html").tempfile_in(pages)?;
    fs::write(page.path(), book.replacen("</head>", PAPER, 1))?;
    let scratch = TempDir::with_prefix("pdf-").context("cannot make a folder for the browser")?;
    let printed = scratch.path().join("book.pdf");
    let log = scratch.path().join("log");
    let mut browser = command(chromium, page.path(), scratch.path(), &printed)
        .stderr(fs::File::create(&log)?)
        .spawn()
        .with_context(|| format!("cannot start {}", chromium.display()))?;
    let Some(status) = browser.wait_timeout(limit)? else {
        browser.kill()?;
        browser.wait()?;
        bail!(
            "{} did not print the book within {} s",
            chromium.display(),
            limit.as_secs_f64()
        );
    };
    let is_pdf = fs::read(&printed).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"));
    ensure!(
        status.success() && is_pdf,
        "{} did not produce a PDF ({status}); it printed:\n{}",
        chromium.display(),
        fs::read_to_string(&log).unwrap_or_default().trim_end()
    );
    put(&printed, into)
}

/// The command that prints a page to the file `into`. The browser gets a profile in `scratch`, apart from the user's own.
fn command(chromium: &Path, page: &Path, scratch: &Path, into: &Path) -> Command {
    let mut command = Command::new(chromium);
    command
        .args([
            "--headless",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
        ])
        .arg(option("--user-data-dir=", &scratch.join("profile")))
        .arg(option("--print-to-pdf=", into))
        .arg(page)
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    if is_roots(scratch) {
        // Chromium's sandbox does not start for root, the user of many containers.
        command.arg("--no-sandbox");
    }
    command
}

fn option(name: &str, value: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(value);
    option
}

/// Moves a file to a place that may be on another disk. The new file appears there complete.
fn put(file: &Path, into: &Path) -> Result<()> {
    let folder = into.parent().context("a file is in a folder")?;
    let next = Builder::new().prefix(".pdf-").tempfile_in(folder)?;
    fs::copy(file, next.path()).context("cannot copy the PDF")?;
    next.persist(into)
        .with_context(|| format!("cannot write {}", into.display()))?;
    Ok(())
}

/// Whether root owns this file.
#[cfg(unix)]
fn is_roots(file: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(file).is_ok_and(|metadata| metadata.uid() == 0)
}

#[cfg(not(unix))]
fn is_roots(_: &Path) -> bool {
    false
}

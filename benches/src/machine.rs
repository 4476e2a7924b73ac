//! The machine and the versions, in words: without them a measurement says nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::{env, fs, thread};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use sysinfo::{CpuRefreshKind, MemoryRefreshKind, RefreshKind, System};

/// The machine: `2 cores of AMD EPYC, 23 GiB of memory, linux x86_64`.
pub fn in_words() -> String {
    let what = RefreshKind::nothing()
        .with_cpu(CpuRefreshKind::nothing())
        .with_memory(MemoryRefreshKind::nothing().with_ram());
    let system = System::new_with_specifics(what);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let brand = system
        .cpus()
        .first()
        .map_or("an unknown processor", |cpu| cpu.brand().trim());
    let memory = system.total_memory() as f64 / f64::from(1 << 30);
    format!(
        "{cores} cores of {brand}, {memory:.0} GiB of memory, {} {}",
        env::consts::OS,
        env::consts::ARCH
    )
}

/// The versions of the compiler, of Tokio and of the measured `libraries`, from the project's lock file, by name.
///
/// # Errors
/// rustc does not start or does not report its version, or Cargo.lock cannot be read.
pub fn versions<'l>(root: &Path, libraries: impl Iterator<Item = &'l str>) -> Result<BTreeMap<String, String>> {
    let rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .arg("--version")
        .current_dir(root)
        .output();
    let rustc = String::from_utf8(rustc.context("cannot start rustc")?.stdout)?;
    let Some(rustc) = rustc.split_whitespace().nth(1) else {
        bail!("rustc does not report its version");
    };
    let text = fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let lock: Value = toml::from_str(&text).context("cannot read Cargo.lock")?;
    let libraries: BTreeSet<&str> = libraries.chain(["tokio"]).collect();
    let mut versions = BTreeMap::from([("rustc".to_owned(), rustc.to_owned())]);
    for package in lock["package"].as_array().context("Cargo.lock lists no packages")? {
        if let (Some(name), Some(version)) = (package["name"].as_str(), package["version"].as_str()) {
            // Of several versions of a library the last, which is the newest, is measured.
            if libraries.contains(name) {
                versions.insert(name.to_owned(), version.to_owned());
            }
        }
    }
    Ok(versions)
}

//! Results kept between runs, each in a file in `target/store/`, under a key made of everything that the result depends on.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::problem::write;

/// Where results are, below the project's root.
const FOLDER: &str = "target/store";
/// How long a result is kept after it was stored.
const KEPT: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The stored results of one kind.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
    context: u64,
}

impl Store {
    /// Opens the store called `name` of the project in `root`. `context` is what all of its results depend on.
    pub fn open(root: &Path, name: &str, context: impl Hash) -> Store {
        Store {
            folder: root.join(FOLDER).join(name),
            context: hash(context),
        }
    }

    /// The result stored under a key.
    pub fn get(&self, key: impl Hash) -> Option<String> {
        fs::read_to_string(self.folder.join(name(self.context, key))).ok()
    }

    /// Stores a result under a key. Ignores errors: a result that is not stored only costs time.
    pub fn put(&self, key: impl Hash, text: &str) {
        let _ = write(&self.folder, &name(self.context, key), text);
    }

    /// Removes all results of this store.
    pub fn remove(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Removes results of any kind that were stored more than a week ago. Most of them belong to older builds.
pub fn prune(root: &Path) {
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
    let now = SystemTime::now();
    for kind in entries(&root.join(FOLDER)) {
        for entry in entries(&kind.path()) {
            let stored = entry.metadata().and_then(|about| about.modified());
            if stored.is_ok_and(|stored| now.duration_since(stored).is_ok_and(|age| age > KEPT)) {
                let _ = fs::remove_file(entry.path());
            }
        }
        // Fails unless the folder is empty.
        let _ = fs::remove_dir(kind.path());
    }
}

/// Identifies the running program by its size in bytes and the time at which it was built.
pub fn program() -> Option<(u64, SystemTime)> {
    let about = env::current_exe().and_then(fs::metadata).ok()?;
    Some((about.len(), about.modified().ok()?))
}

/// The name of the file that holds the result under this key.
fn name(context: u64, key: impl Hash) -> String {
    format!("{:016x}", hash((context, hash(key))))
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_found_under_their_key_and_context() {
        let root = tempfile::tempdir().expect("a folder for the results");
        let store = Store::open(root.path(), "eggs", 1);
        store.put("a", "one");
        assert_eq!(store.get("a").as_deref(), Some("one"));
        assert_eq!(store.get("b"), None);
        assert_eq!(Store::open(root.path(), "eggs", 2).get("a"), None);
        prune(root.path());
        assert_eq!(store.get("a").as_deref(), Some("one"), "a new result is not pruned");
        store.remove();
        assert_eq!(store.get("a"), None);
    }
}

//! Results that are worth keeping between runs: a file each, below `target/store/`, under a key made of all that they depend on.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long a result is kept that nobody asks for.
const KEPT: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Results of one kind.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
    context: u64,
}

impl Store {
    /// The results called `name` of the project in `root`; `context` is what all of them depend on.
    pub fn open(root: &Path, name: &str, context: impl Hash) -> Store {
        Store {
            folder: root.join("target/store").join(name),
            context: hash(context),
        }
    }

    fn file(&self, key: impl Hash) -> PathBuf {
        self.folder.join(format!("{:016x}", hash((self.context, hash(key)))))
    }

    /// The result that was kept under a key.
    pub fn get(&self, key: impl Hash) -> Option<String> {
        fs::read_to_string(self.file(key)).ok()
    }

    /// Keeps a result. A failure to do so costs time and nothing else, so it is ignored.
    pub fn put(&self, key: impl Hash, text: &str) {
        let file = self.file(key);
        let _ = fs::create_dir_all(&self.folder);
        let partial = file.with_extension(std::process::id().to_string());
        let _ = fs::write(&partial, text).and_then(|()| fs::rename(partial, file));
    }

    /// Removes all results of this kind.
    pub fn remove(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }

    /// Removes the results of this kind that were made a week ago or earlier: most are of programs that are gone.
    pub fn prune(&self) {
        let now = SystemTime::now();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let made = entry.metadata().and_then(|about| about.modified());
            if made.is_ok_and(|made| now.duration_since(made).is_ok_and(|age| age > KEPT)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// The program that runs, by its size and the time at which it was built: what its results depend on.
pub fn program() -> Option<(u64, SystemTime)> {
    let about = env::current_exe().and_then(fs::metadata).ok()?;
    Some((about.len(), about.modified().ok()?))
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
        store.prune();
        assert_eq!(store.get("a").as_deref(), Some("one"), "it is new");
        store.remove();
        assert_eq!(store.get("a"), None);
    }
}

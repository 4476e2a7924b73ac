//! Results that are worth keeping between runs: a file each, in `target/`, under a key made of all that they depend on.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Results of one kind.
pub struct Store {
    folder: PathBuf,
    context: u64,
}

impl Store {
    /// Those called `name` in a project's `target/`; `context` is what all of them depend on.
    pub fn open(root: &Path, name: &str, context: impl Hash) -> Store {
        Store {
            folder: root.join("target").join(name),
            context: hash(context),
        }
    }

    fn file(&self, key: impl Hash) -> PathBuf {
        self.folder.join(format!("{:016x}", hash((self.context, hash(key)))))
    }

    /// What was kept under a key.
    pub fn get(&self, key: impl Hash) -> Option<String> {
        fs::read_to_string(self.file(key)).ok()
    }

    /// Keeps a result. Not being able to costs time, nothing else.
    pub fn put(&self, key: impl Hash, text: &str) {
        let file = self.file(key);
        let _ = fs::create_dir_all(&self.folder);
        let partial = file.with_extension(std::process::id().to_string());
        let _ = fs::write(&partial, text).and_then(|()| fs::rename(partial, file));
    }
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

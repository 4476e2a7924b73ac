//! The types of mdBook 0.4 that mdbook-cmdrun uses; see `Cargo.toml`.
#![allow(missing_docs, reason = "they are documented in mdBook 0.4")]

pub mod book {
    pub struct Book {
        pub sections: Vec<BookItem>,
    }

    pub enum BookItem {
        Chapter(Chapter),
        Separator,
        PartTitle(String),
    }

    pub struct Chapter {
        pub content: String,
        pub path: Option<std::path::PathBuf>,
        pub sub_items: Vec<BookItem>,
    }
}

pub mod preprocess {
    pub struct PreprocessorContext;

    pub trait Preprocessor {
        fn name(&self) -> &str;
        fn supports_renderer(&self, renderer: &str) -> bool;
        fn run(&self, context: &PreprocessorContext, book: crate::book::Book) -> anyhow::Result<crate::book::Book>;
    }
}

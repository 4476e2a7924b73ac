fn main() {
    trpl::run(async {
        let page = trpl::get("https://example.org").await;
    });
}

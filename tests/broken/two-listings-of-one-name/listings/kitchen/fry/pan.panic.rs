fn main() {
    panic!();
}

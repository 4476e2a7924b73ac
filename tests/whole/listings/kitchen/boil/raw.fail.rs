fn main() {
    cook();
}

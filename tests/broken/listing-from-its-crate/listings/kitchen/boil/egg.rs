// `crate::` in a comment is none.
mod stove {
    pub fn boil() {
        println!("crate::egg");
    }
}

macro_rules! boil {
    () => {
        $crate::stove::boil()
    };
}

fn main() {
    boil!();
    crate::stove::boil();
}

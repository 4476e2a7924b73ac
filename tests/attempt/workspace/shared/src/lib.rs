pub fn stove() -> &'static str { println!("looking"); "gas" }

pub const ASKS: &str = "What does a flame cost?";

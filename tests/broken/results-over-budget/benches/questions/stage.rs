pub const ASKS: &str = "What does heat cost?";

pub mod deep;

pub const LENGTH: u64 = 2;

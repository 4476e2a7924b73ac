use std::process::ExitCode;

fn main() -> ExitCode {
    println!("seven");
    ExitCode::from(7)
}

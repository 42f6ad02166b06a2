//! Releases for Linux with glibc stand at a fixed address: without the 64 KB that would tell the loader what
//! to adjust at each start.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    let features = env::var("CARGO_CFG_TARGET_FEATURE").unwrap_or_default();
    let linked_by_loader = !features.split(',').any(|feature| feature == "crt-static");
    if is("PROFILE", "release")
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && linked_by_loader
    {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

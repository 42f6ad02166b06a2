//! Asks the linker to leave out of the program what never runs or is read. Without it the program is a sixth larger.
//!
//! - The addresses that a position-independent program corrects when it starts are packed: 24 bytes of the file for
//!   each become a bit or two, and fewer instructions run before the first frame. The loader of glibc 2.36 and later
//!   reads them; a program with them would not start with an older one.
//! - A release has no tables of how to unwind its stack: a panic ends it where it stands, and a backtrace would have no
//!   names.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Adds to the script that the linker has of itself.
const NO_UNWINDING: &str =
    "SECTIONS { /DISCARD/ : { *(.eh_frame) *(.eh_frame_hdr) } } INSERT AFTER .text;\n";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is_native = env::var("HOST") == env::var("TARGET");
    let Some(version) = glibc().filter(|_| is_native) else {
        return;
    };
    if version >= (2, 36) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") && !is_linker_chosen() {
        let folder = env::var("OUT_DIR").expect("cargo names a folder for what is made here");
        let script = Path::new(&folder).join("no-unwinding.ld");
        fs::write(&script, NO_UNWINDING).expect("a file can be written there");
        println!("cargo:rustc-link-arg-bins=-Wl,-T,{}", script.display());
    }
}

/// Whether the linker is not the one that Rust takes by itself: some read no scripts.
fn is_linker_chosen() -> bool {
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    env::var_os("RUSTC_LINKER").is_some() || flags.contains("fuse-ld") || flags.contains("linker")
}

/// The version of the C library of this machine, if that is glibc.
fn glibc() -> Option<(u32, u32)> {
    let asked = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let answer = String::from_utf8(asked.ok()?.stdout).ok()?;
    let (major, minor) = answer.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

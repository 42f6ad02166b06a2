//! Asks the linker to leave out of the program what never runs or is read. Without it the program is a sixth larger.
//!
//! - The addresses that a position-independent program corrects when it starts are packed: 24 bytes of the file for
//!   each become a bit or two, and fewer instructions run before the first frame. The loader of glibc 2.36 and later
//!   reads them; a program with them would not start with an older one.
//! - A release has no tables of how to unwind its stack: a panic ends it where it stands, and a backtrace would have no
//!   names.
//! - Functions of the same instructions stand once, where the linker is that of Rust, which can tell them.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Adds to the script that the linker has of itself.
const NO_UNWINDING: &str = "SECTIONS { /DISCARD/ : { *(.eh_frame) *(.eh_frame_hdr) *(.gcc_except_table .gcc_except_table.*) } } INSERT AFTER .text;\n";

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
        if links_by_lld() {
            println!("cargo:rustc-link-arg-bins=-Wl,--icf=all");
        }
    }
}

/// Whether the linker is not the one that Rust takes by itself: some read no scripts.
fn is_linker_chosen() -> bool {
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    env::var_os("RUSTC_LINKER").is_some() || flags.contains("fuse-ld") || flags.contains("linker")
}

/// Whether Rust brings the linker that it takes by itself, as it does for this target from 1.90 on: LLD.
fn links_by_lld() -> bool {
    let target = env::var("TARGET").unwrap_or_default();
    let comes_with = |sysroot: &str| {
        let own = Path::new(sysroot.trim_end()).join("lib/rustlib");
        own.join(&target).join("bin/gcc-ld/ld.lld").is_file()
    };
    let version = rustc("--version");
    let version = version.as_deref().and_then(|said| said.split(' ').nth(1));
    target == "x86_64-unknown-linux-gnu"
        && version
            .and_then(numbers)
            .is_some_and(|version| version >= (1, 90))
        && rustc("--print=sysroot").is_some_and(|sysroot| comes_with(&sysroot))
}

/// What the compiler says to a question.
fn rustc(question: &str) -> Option<String> {
    let answer = Command::new(env::var_os("RUSTC")?).arg(question).output();
    String::from_utf8(answer.ok()?.stdout).ok()
}

/// The version of the C library of this machine, if that is glibc.
fn glibc() -> Option<(u32, u32)> {
    let asked = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let answer = String::from_utf8(asked.ok()?.stdout).ok()?;
    numbers(answer.trim().strip_prefix("glibc ")?)
}

/// The first two numbers of a version: `1.90.0`.
fn numbers(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

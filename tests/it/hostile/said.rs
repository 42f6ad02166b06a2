//! What the program says: errors and reports, with names and arguments that are hostile themselves.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

use super::{Own, PAYLOADS, assert_harmless};
use crate::cli::program;

/// Runs the program; what it said on both outputs.
fn said(args: &[&OsStr], files: &[(&OsStr, &[u8])], env: &[(&str, &OsStr)]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let mut command = program(folder.path());
    command.args(args).envs(env.iter().copied());
    let output = command.stdin(std::process::Stdio::null()).output().unwrap();
    assert!(
        output.status.code().is_some_and(|code| code <= 2),
        "{args:?}: {output:?}"
    );
    [output.stdout, output.stderr].concat()
}

fn arguments() -> impl Iterator<Item = String> {
    PAYLOADS
        .iter()
        .filter(|payload| !payload.contains('\0'))
        .map(ToString::to_string)
}

#[test]
fn an_argument_that_is_refused_is_named_harmlessly() {
    for payload in arguments() {
        let long = format!("--{payload}");
        let value = format!("--format={payload}");
        for args in [
            &["show", &payload][..],
            &["list", &payload],
            &["find", "--", &payload],
            &[&payload],
            &["--corpus", &payload, "list"],
            &["check", &payload],
            &["import", &payload],
            &["import", "-o", &payload, &payload],
            &[&long],
            &["list", &value],
            &["find", "bank", "--limit", &payload],
            &["completions", &payload],
            &["--color", &payload],
            &["--plain", &payload],
        ] {
            let args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
            assert_harmless(&said(&args, &[], &[]), Own::Tabs, &format!("{args:?}"));
        }
    }
}

#[test]
fn a_file_of_a_hostile_name_is_named_harmlessly() {
    let names = [
        b"\x1b[2J.json".as_slice(),
        b"\x1b]52;c;aGk=\x07.json",
        b"\xff\x9b31m.json",
        "\u{202e}nosj.json".as_bytes(),
        b"a\nresolut: all is well\n.json",
        b"-x.json",
    ];
    for name in names.map(OsStr::from_bytes) {
        for text in [
            b"{".as_slice(),
            b"\xff",
            b"RESOLUTION NO. 1/1-T\n\nThe Session,\n\n1. Calls.\n",
        ] {
            let file = [(name, text)];
            for args in [
                &["check", "--"][..],
                &["import", "--"],
                &["import", "-o", "out.json", "--"],
                &["import", "-o", "-", "--"],
            ] {
                let mut args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
                args.push(name);
                assert_harmless(&said(&args, &file, &[]), Own::Tabs, &format!("{args:?}"));
            }
            let list = [OsStr::new("list")];
            let said = said(&list, &file, &[("RESOLUT_CORPUS", name)]);
            assert_harmless(&said, Own::Tabs, &format!("{name:?}"));
        }
    }
}

#[test]
fn a_home_of_a_hostile_name_is_named_harmlessly() {
    let home = OsStr::new("/nowhere/\u{1b}[2J\u{9b}31m\u{202e}");
    for args in [
        &["--plain"][..],
        &["marks"],
        &["import", "a.txt"],
        &["list"],
    ] {
        let args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
        let text = b"RESOLUTION NO. 1/1-T\n\nThe Session,\n\n1. Calls.\n".as_slice();
        let said = said(&args, &[(OsStr::new("a.txt"), text)], &[("HOME", home)]);
        assert_harmless(&said, Own::Tabs, &format!("{args:?}"));
    }
}

#[test]
fn the_report_of_an_import_shows_what_it_found_harmlessly() {
    for payload in PAYLOADS {
        let text = format!(
            "RESOLUTION NO. 1/1-{payload}\nON\n{payload}\n\nThe First Session of the {payload} (Session of \
             {payload}), held in {payload};\n\nRecalling {payload};\n\n1. Calls {payload} self- \n{payload}\n\n\
             8 \nth {payload}\n(a) {payload}\n7{payload}. Urges {payload}\n\nANNEX {payload}\n\n1. {payload}\n"
        );
        for format in ["text", "json"] {
            let args = ["import", "a.txt", "--format", format].map(OsStr::new);
            let said = said(&args, &[(OsStr::new("a.txt"), text.as_bytes())], &[]);
            assert_harmless(&said, Own::Tabs, payload);
        }
    }
}

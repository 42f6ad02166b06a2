//! The scripts of `resolut completions`, run by the shell they are for.

use std::process::Command;

use super::Test;
use crate::installed::installed;

fn script(shell: &str) -> String {
    let done = Test::new(&format!("completions {shell}")).any_stdout();
    done.success().stdout
}

/// What bash offers behind `typed`, of which the last word is not finished.
fn offered(typed: &str) -> Vec<String> {
    let run = format!(
        "{}\nCOMP_WORDS=({typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n_resolut\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        script("bash"),
    );
    let output = Command::new("bash").arg("-c").arg(run).output().unwrap();
    assert!(output.stderr.is_empty(), "{output:?}");
    let offered = String::from_utf8(output.stdout).unwrap();
    offered.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn bash_is_offered_commands_options_and_choices() {
    if installed("bash").is_none() {
        return;
    }
    for (typed, expected) in [
        ("resolut l", &["list"][..]),
        ("resolut --co", &["--corpus", "--color"]),
        ("resolut list --f", &["--format"]),
        ("resolut find kashmir --format t", &["text", "tsv"]),
        ("resolut import --format t", &["text"]),
        ("resolut show --color a", &["auto", "always"]),
        ("resolut completions z", &["zsh"]),
        ("resolut check Cargo.t", &["Cargo.toml"]),
    ] {
        assert_eq!(offered(typed), expected, "{typed}");
    }
}

#[test]
fn each_shell_can_read_its_script() {
    for shell in ["bash", "zsh", "fish"] {
        let script = script(shell);
        assert!(script.contains("as-printed"), "{shell}");
        if installed(shell).is_some() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("script");
            std::fs::write(&path, script).unwrap();
            let output = Command::new(shell).arg("-n").arg(path).output().unwrap();
            assert!(output.status.success(), "{shell}: {output:?}");
        }
    }
}

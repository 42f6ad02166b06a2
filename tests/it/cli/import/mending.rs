//! Repairs of a person: read, kept through a new import, made of what is in doubt.

use crate::cli::Test;

const LAMPS: &str = "\
RESOLUTION NO. 2/9-B
ON
LAMPS

The Board of Boats,

Recalling its lamps,

1. Decides to light them;

3. Requests oil.

Page register of boats
";

fn lamps(args: &str) -> Test {
    Test::new(&format!("import lamps.txt {args}")).file("lamps.txt", LAMPS)
}

#[test]
fn repairs_beside_a_corpus_hold_when_it_is_imported_again() {
    let repairs = ".local/share/resolut/lamps.repairs";
    let done = lamps("")
        .file(
            repairs,
            "line 11 begins operative 2\nline 13 is furniture\n",
        )
        .any_stderr()
        .success();
    let again = done.then("import lamps.txt --force").any_stderr().success();
    again
        .then("show 2/9-B --format tsv")
        .stdout(
            "2/9-B\ttitle\t\tLAMPS\n2/9-B\topening\t\tThe Board of Boats,\n2/9-B\tpp\t1\tRecalling its lamps,\n\
             2/9-B\top\t1\tDecides to light them;\n2/9-B\top\t2\t3. Requests oil.\n",
        )
        .success();
}

#[test]
fn repairs_are_named_and_what_they_say_is_told() {
    let done = lamps("-o out.json --repairs mine")
        .file(
            "mine",
            "symbol B/RES/7\nline 13 \"Page number\" is furniture\n",
        )
        .any_stderr()
        .any_stdout()
        .success();
    let told = "the repair `line 13 \"Page number\" is furniture` does not fit any more; not done";
    assert!(done.stderr.contains(told), "{}", done.stderr);
    assert!(done.read("out.json").contains("\"B/RES/7\""));
}

#[test]
fn a_repair_that_is_not_understood_is_an_error_with_its_file_and_line() {
    lamps("-o out.json --repairs mine")
        .file("mine", "\nline 13 was furniture\n")
        .stderr(
            "resolut: `mine`: line 2: expected `begins …`, `goes on`, `is the title`, `are furniture` or `are text` behind \
             a line's number, found `line 13 was furniture`\n",
        )
        .fails();
}

#[test]
fn what_is_in_doubt_is_listed_as_a_file_of_repairs() {
    let done = lamps("--review").any_stdout().success();
    assert_eq!(
        done.stdout,
        "# lamps.txt\n\n\
         # 1: the opening of 2/9-B names no session; put in `BB-9`\n\
         #     1 | RESOLUTION NO. 2/9-B\n#     2 | ON\n#     3 | LAMPS\n\
         # line 1 \"RESOLUTION NO. 2/9-B\" begins operative 1 | begins preambular | begins point (a) | goes on | is furniture\n\n\
         # 11: number 2 is missing; kept as printed\n\
         #     9 | 1. Decides to light them;\n#    10 |\n#    11 | 3. Requests oil.\n#    12 |\n#    13 | Page register of boats\n\
         # line 11 \"3. Requests oil.\" begins operative 1 | begins preambular | begins point (a) | goes on | is furniture\n"
    );
    assert!(!done.has(".local/share/resolut/lamps.json"));
}

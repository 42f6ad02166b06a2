//! Tables with a document a row.

use crate::cli::Test;

const TABLE: &str = "\
record,day,body
B/RES/7,2031-05-02,\"The Board of Boats,

Recalling its lamps,

1. Decides to light them;

2. Requests oil.\"
B/RES/8,2031-05-02,A letter.
";

#[test]
fn a_table_is_imported_row_by_row_and_rows_that_can_not_be_read_are_named() {
    let done = Test::new("import boats.csv --columns symbol=record,date=day,text=body")
        .file("boats.csv", TABLE)
        .any_stderr()
        .nothing();
    let said = "! 1 row not read\n    line 9: no resolution in `boats.csv`: expected a heading";
    assert!(done.stderr.contains(said), "{}", done.stderr);
    done.then("show B/RES/7:2 --as-printed")
        .stdout("7\t2. Requests oil.\n")
        .success()
        .then("show B/RES/7:1 --format json")
        .any_stdout()
        .success();
}

#[test]
fn columns_that_are_not_named_as_they_should_are_refused() {
    let done = Test::new("import boats.csv --columns text:body")
        .file("boats.csv", TABLE)
        .any_stderr()
        .fails();
    let said = "expected what a column holds and its name, as in `symbol=record_id,text=body`, found `text:body`";
    assert!(done.stderr.contains(said), "{}", done.stderr);
}

#[test]
fn paragraphs_that_were_exported_as_a_table_are_refused_with_what_can_be_imported() {
    for format in ["csv", "jsonl"] {
        Test::new(&format!("export 2/34-P --format {format} -o out.x"))
            .any_stderr()
            .success()
            .then("import out.x")
            .stderr(
                "resolut: `out.x` has a paragraph a row, as `export` writes them; what is exported as a corpus or as \
                 Markdown can be imported again\n",
            )
            .fails();
    }
}

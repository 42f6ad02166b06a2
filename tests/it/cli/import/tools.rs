//! Documents that programs of others make text of.

use std::fmt::Write;
use std::os::unix::fs::symlink;

use crate::cli::Test;
use crate::installed::installed;

/// A call with one program on its path: `stand_in`, under the name of `tool`.
fn with_tool(args: &str, tool: &str, stand_in: &str) -> Test {
    let test = Test::new(args).env("PATH", "[DIR]/bin");
    std::fs::create_dir(test.here().join("bin")).unwrap();
    symlink(stand_in, test.here().join("bin").join(tool)).unwrap();
    test
}

/// A PDF of one page with these lines.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let shown = lines.iter().map(|line| {
        let line = line.replace('(', "\\(").replace(')', "\\)");
        format!("({line}) Tj T*\n")
    });
    let content = format!(
        "BT /F1 12 Tf 14 TL 72 720 Td\n{}ET",
        shown.collect::<String>()
    );
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
            .to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let (mut file, mut places) = ("%PDF-1.4\n".to_owned(), String::new());
    for (number, object) in (1..).zip(&objects) {
        writeln!(places, "{:010} 00000 n ", file.len()).unwrap();
        writeln!(file, "{number} 0 obj{object}endobj").unwrap();
    }
    let at = file.len();
    writeln!(
        file,
        "xref\n0 6\n0000000000 65535 f \n{places}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{at}\n%%EOF"
    )
    .unwrap();
    file.into_bytes()
}

#[test]
fn a_pdf_is_read_by_pdftotext_whatever_its_name() {
    if installed("pdftotext").is_none() {
        return;
    }
    let lines = [
        "RESOLUTION NO. 6/35-E",
        "",
        "The Board of Boats,",
        "",
        "1. Decides to (dis)embark.",
    ];
    for name in ["a.pdf", "-x.pdf", "--help"] {
        let done = Test::new(&format!("import -- ./{name}"))
            .env("PATH", &std::env::var("PATH").unwrap())
            .file(name, pdf(&lines))
            .any_stderr()
            .success();
        assert!(done.has(&format!(".local/share/resolut/{name}.txt")));
        done.then("show 6/35-E:1 --as-printed")
            .stdout("5\t1. Decides to (dis)embark.\n")
            .success();
    }
}

#[test]
fn what_is_no_pdf_behind_its_first_bytes_is_said_to_be_none() {
    let done = with_tool("import a.pdf", "pdftotext", "/bin/false")
        .file("a.pdf", "%PDF-1.4")
        .stderr("resolut: `pdftotext` makes no text of `a.pdf`: it says nothing\n")
        .fails();
    assert!(!done.has(".local"));
}

#[test]
fn a_scan_is_said_to_be_one() {
    with_tool("import a.pdf", "pdftotext", "/bin/true")
        .file("a.pdf", "%PDF-1.4")
        .stderr(
            "resolut: there is no text in `a.pdf`: its pages are pictures, as of a scan\n\n\
             hint: have its text recognized first, and import that: `ocrmypdf FILE TEXT.pdf`\n",
        )
        .fails();
}

#[test]
fn a_program_that_is_missing_is_named_once_with_what_installs_it() {
    let done = Test::new("import a.pdf b.pdf")
        .file("a.pdf", "%PDF-1.4")
        .file("b.pdf", "%PDF-1.4")
        .any_stderr()
        .fails();
    assert_eq!(
        done.stderr,
        "resolut: `a.pdf` is a PDF, and `pdftotext`, which makes text of it, is not installed\n\n\
         hint: it comes with `poppler-utils` (Debian, Ubuntu, Fedora, Alpine), `poppler-tools` (openSUSE) or \
         `poppler` (Arch, Homebrew); or run `pdftotext -layout FILE` where it is, and import the text\n\
         resolut: `b.pdf` is a PDF, and `pdftotext`, which makes text of it, is not installed\n\
         resolut: 2 of 2 files not imported\n"
    );
}

#[test]
fn a_program_in_the_folder_one_happens_to_be_in_is_not_run() {
    let done = with_tool("import a.pdf", "pdftotext", "/bin/true")
        .env("PATH", "bin:")
        .file("a.pdf", "%PDF-1.4")
        .any_stderr()
        .fails();
    assert!(done.stderr.contains("is not installed"), "{}", done.stderr);
}

#[test]
fn documents_of_other_word_processors_are_read_by_pandoc() {
    let rtf = "{\\rtf1\\ansi RESOLUTION NO. 6/35-E\\par The Board of Boats,\\par 1. Decides to row.\\par}";
    let missing = Test::new("import a.rtf")
        .file("a.rtf", rtf)
        .any_stderr()
        .fails();
    let said = "resolut: `a.rtf` is a Rich Text document, and `pandoc`, which makes text of it, is not installed\n";
    assert!(missing.stderr.starts_with(said), "{}", missing.stderr);
    if installed("pandoc").is_none() {
        return;
    }
    Test::new("import a.rtf")
        .env("PATH", &std::env::var("PATH").unwrap())
        .file("a.rtf", rtf)
        .any_stderr()
        .success()
        .then("show 6/35-E:1 --as-printed")
        .stdout("5\t1. Decides to row.\n")
        .success();
}

#[test]
fn an_old_word_document_gets_a_word_on_what_to_do() {
    let done = Test::new("import a.doc")
        .file("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        .any_stderr()
        .fails();
    assert!(
        done.stderr
            .contains("`soffice --headless --convert-to docx FILE`"),
        "{}",
        done.stderr
    );
}

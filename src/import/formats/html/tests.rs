//! Pages as they are saved.

use super::*;

fn text_of(html: &str) -> String {
    read(html).text
}

#[test]
fn only_the_text_of_a_page_is_read() {
    let page = "<!DOCTYPE html><html lang=fr><head><title>Site</title><style>p{}</style></head><body>\
                <nav><ul><li>Home</li></ul></nav><script>if (a < b) {}</script>\
                <p>The Board&rsquo;s <b>boats</b>,<br>all of\n them</p><div style='display: none'>x</div>\
                <footer>Contact</footer></body></html>";
    let document = read(page);
    assert_eq!(document.text, "The Board’s boats,\nall of them\n");
    assert_eq!(document.front.language.as_deref(), Some("fr"));
    let around = "<body class='nav'><p>The Board,</p><div class='Share top'>Mail</div>\
                  <div id=footer>Terms</div><address>Webmaster</address></body>";
    assert_eq!(text_of(around), "The Board,\n");
    let main = "<body><div>Menu</div><main><p>The Board,</p></main><p>More</p></body>";
    assert_eq!(text_of(main), "The Board,\n");
}

#[test]
fn lists_have_their_numbers() {
    for (html, want) in [
        ("<ol><li>a<li>b</ol>", "1. a\n\n2. b\n"),
        (
            "<ol start=4><li>a</li><li value='9'>b</li><li>c</li></ol>",
            "4. a\n\n9. b\n\n10. c\n",
        ),
        (
            "<ol type=a><li>a<ol type=i><li>b</ol><li>c</ol>",
            "a. a\n\n    i. b\n\nb. c\n",
        ),
        ("<ol reversed><li>a<li>b</ol>", "2. a\n\n1. b\n"),
        (
            "<ol style='list-style-type: upper-roman'><li>a</ol>",
            "I. a\n",
        ),
        ("<ol><li>(a) own</li></ol>", "(a) own\n"),
        ("<ul><li>a</ul>", "• a\n"),
    ] {
        assert_eq!(text_of(html), want, "{html}");
    }
}

#[test]
fn raised_marks_lead_to_notes() {
    let page = "<p>Recalling<sup><a href='#n1'>1</a></sup> the 8<sup>th</sup> tide,<sup>2</sup></p>\
                <ol><li id='n1'><p>See the charts. <a href='#r1'>↩</a></p></li></ol>";
    assert_eq!(
        text_of(page),
        "Recalling[1] the 8th tide,²\n\nNotes\n\n[1] See the charts.\n"
    );
    let in_cells = "<p>Recalling<a href='#n1'><sup>(1)</sup></a>,</p>\
                    <table><tr><td id='n1'>(1)</td><td>See.</td></tr></table><p>Next</p>";
    assert_eq!(
        text_of(in_cells),
        "Recalling[1],\n\nNext\n\nNotes\n\n[1] See.\n"
    );
    let beside = "<p>Recalling<a href='#n1'>[1]</a>,</p><p><a id='n1' href='#r1'>[1]</a> See.</p><p>Next</p>";
    assert_eq!(
        text_of(beside),
        "Recalling[1],\n\nNext\n\nNotes\n\n[1] See.\n"
    );
}

#[test]
fn tables_are_rows() {
    let page = "<table><tr><th>Year<th>Boats<tr><td>2031<td>7</table><p>after";
    assert_eq!(text_of(page), "Year    Boats\n2031    7\n\nafter\n");
}

#[test]
fn a_page_says_its_encoding() {
    for (page, want) in [
        ("<meta charset=\"koi8-r\">", Some("koi8-r")),
        (
            "<meta http-equiv=x content='text/html; charset=windows-1251'>",
            Some("windows-1251"),
        ),
        ("<p>", None),
    ] {
        assert_eq!(charset(page.as_bytes()), want);
    }
}

//! Paragraphs in other languages and alphabets.

use super::Library;

const PARAGRAPHS: [&str; 7] = [
    "Se félicite de l’adoption de l’accord de cessez-le-feu à Genève",
    "Exhorta a los Estados a que presten asistencia humanitaria en la región",
    "Призывает Совет Безопасности продолжать наблюдение за прекращением огня",
    "يدعو مجلس الأمن جميع الدول إلى تقديم المساعدة الإنسانية",
    "决定安全理事会应继续审议此事",
    "安全保障理事会は平和を求める",
    "Χαιρετίζει τη συμφωνία για την ειρήνη στην Κύπρο",
];

#[test]
fn each_language_is_found_by_its_words() {
    let library = Library::of_paragraphs(&PARAGRAPHS);
    for (query, paragraph) in [
        ("adoption accord geneve", 1),
        ("cessez-le-feu", 1),
        ("l'accord", 1),
        ("asistencia humanitaria region", 2),
        ("asistensia humanitaria", 2),
        ("совет безопасности", 3),
        ("безапасности наблюд", 3),
        ("مجلس الامن", 4),
        ("مساعدة", 4),
        ("المســاعدة", 4),
        ("安全理事会", 5),
        ("继续审议", 5),
        ("平和を", 6),
        ("συμφωνια κυπρο", 7),
        ("ΕΙΡΗΝΗ", 7),
    ] {
        let found = library.unmarked(query);
        let expected = format!("1/1 op{paragraph}");
        assert_eq!(found.first(), Some(&expected), "{query}: {found:?}");
    }
}

#[test]
fn what_print_has_in_place_of_letters_is_found_by_what_is_typed() {
    let library = Library::of_paragraphs(&[
        "Takes note of the eﬀorts of the Ｃｏｍｍｉｔｔｅｅ in its 5ᵗʰ year",
        "Recalls resolution 1540³ and the mandate² of the Office over 40 km²",
        "ﻳﺪﻋﻮ ﻣﺠﻠﺲ ﺍﻷﻣﻦ ﺇﻟﻰ ﺗﻘﺪﻳﻢ ﺍﻟﻤﺴﺎﻋﺪﺓ",
    ]);
    for (query, paragraph) in [
        ("efforts", 1),
        ("committee", 1),
        ("5th year", 1),
        ("\"resolution 1540 and\"", 2),
        ("\"mandate of the office\"", 2),
        ("km2", 2),
        ("مجلس الأمن", 3),
        ("\"تقديم المساعدة\"", 3),
    ] {
        let found = library.unmarked(query);
        let expected = format!("1/1 op{paragraph}");
        assert_eq!(found.first(), Some(&expected), "{query}: {found:?}");
    }
    assert_eq!(library.highlighted("efforts"), ["eﬀorts"]);
}

#[test]
fn matches_are_highlighted_in_every_alphabet() {
    let library = Library::of_paragraphs(&PARAGRAPHS);
    assert_eq!(library.highlighted("geneve"), ["Genève"]);
    assert_eq!(library.highlighted("огня"), ["огня"]);
    assert_eq!(library.highlighted("安全理事会应"), ["安全理事会应"]);
    assert_eq!(library.highlighted("مساعدة"), ["المساعدة"]);
}

//! Corpora of several languages: a work stands once, in the language that applies.

use super::Test;

const HARBOUR: &str = include_str!("../../fixtures/languages/harbour.json");

fn harbour(command: &str) -> Test {
    Test::new(&format!("{command} --corpus harbour.json")).file("harbour.json", HARBOUR)
}

const ENGLISH: &str = "\
HB/RES/1 (2019)\tOn the lighthouse\t2\t3\t0\t
HB/RES/2 (2019)\tOn ropes\t0\t1\t0\t
HB/RES/3 (2019)\tبشأن الجسر\t0\t1\t0\t
";

const CHINESE: &str = "\
HB/RES/1 (2019)\t关于灯塔\t1\t3\t0\t
HB/RES/2 (2019)\t关于绳索\t0\t1\t0\t
HB/RES/3 (2019)\t关于桥梁\t0\t1\t0\t
";

#[test]
fn a_work_is_listed_once_in_the_language_that_applies() {
    let list = "list HB-5 --format tsv";
    harbour(list).stdout(ENGLISH).success();
    for tag in ["zh", "zh-Hans", "ZH", "zh-Hant"] {
        harbour(&format!("{list} --language {tag}"))
            .stdout(CHINESE)
            .success();
    }
    harbour("list --format tsv --language ar")
        .stdout("ICFM-34\tThirty-Fourth Session\t2\t16\t22\nHB-5\tFifth Session\t3\t2\t4\n")
        .success();
}

#[test]
fn the_locale_applies_where_nothing_is_chosen() {
    let list = "list HB-5 --format tsv";
    for (name, locale) in [
        ("LC_ALL", "zh_CN.UTF-8"),
        ("LC_MESSAGES", "zh_TW"),
        ("LANG", "zh"),
    ] {
        harbour(list).env(name, locale).stdout(CHINESE).success();
    }
    for locale in ["C", "POSIX", "fr_CH.UTF-8", "en_GB.UTF-8"] {
        harbour(list)
            .env("LC_ALL", locale)
            .stdout(ENGLISH)
            .success();
    }
    // What is not there in English is there in the language of the locale.
    harbour(&format!("{list} --language en"))
        .env("LC_ALL", "zh_CN.UTF-8")
        .stdout(&ENGLISH.replace("بشأن الجسر", "关于桥梁"))
        .success();
}

#[test]
fn a_citation_means_the_work() {
    let show = "show 'HB/RES/1 (2019):3' --format tsv";
    harbour(show)
        .stdout("HB/RES/1 (2019)\top\t3\tRemains seized of the lamp.\n")
        .success();
    harbour(&format!("{show} --language zh"))
        .stdout("HB/RES/1 (2019)\top\t3\t继续处理此案。\n")
        .success();
    harbour(&format!("{show} --language ar"))
        .stderr("resolut: HB/RES/1 (2019) has operative paragraphs 1 and 2\n")
        .nothing();
}

#[test]
fn a_citation_in_a_language_is_printed_so() {
    let show = |cited: &str| harbour(&format!("show '{cited}' --format json"));
    show("HB/RES/1 (2019):2@zh")
        .stdout(
            "[\n{\"citation\":\"HB/RES/1 (2019):2@zh-Hans\",\"symbol\":\"HB/RES/1 (2019)\",\
             \"kind\":\"op\",\"number\":\"2\",\"lead\":\"请\",\"text\":\"请看守人提出报告；\",\
             \"session\":\"HB-5\",\"language\":\"zh-Hans\"}\n]\n",
        )
        .success();
    harbour("show HB/RES/1 para 1 '@ar' --format tsv")
        .stdout("HB/RES/1 (2019)\top\t1\tيقرر إضاءة المصباح: (أ) عند الغسق؛ (ب) في الضباب؛\n")
        .success();
    show("HB/RES/2:1@ar")
        .stderr("resolut: `HB/RES/2 (2019)` is not here in `ar`, but in `en` and `zh-Hans`\n")
        .nothing();
    let found = harbour("find 'lang:ar الجسر' --format json --language zh").any_stdout();
    let found = found.success().stdout;
    assert!(
        found.contains("\"citation\":\"HB/RES/3 (2019):1@ar\""),
        "{found}"
    );
}

#[test]
fn a_language_that_nothing_has_is_an_error_that_names_those_there_are() {
    for command in ["list", "show 2/34-P", "find rope", "marks"] {
        harbour(&format!("{command} --language fr"))
            .stderr("resolut: nothing here is in `fr`; there is `en`, `ar` and `zh-Hans`\n")
            .fails();
    }
}

#[test]
fn a_program_is_told_the_languages_of_a_work() {
    harbour("list 'HB/RES/2 (2019)' --format json --language zh")
        .stdout(
            "[\n{\"symbol\":\"HB/RES/2 (2019)\",\"title\":\"关于绳索\",\"session\":\"HB-5\",\
             \"language\":\"zh-Hans\",\"languages\":[\"en\",\"zh-Hans\"],\"pp\":0,\"op\":1,\
             \"annexes\":0,\"outline\":[{\"citation\":\"HB/RES/2 (2019):1\",\"kind\":\"op\",\
             \"number\":\"1\",\"lead\":\"决定\"}]}\n]\n",
        )
        .success();
}

#[test]
fn a_symbol_may_stand_once_in_each_language() {
    Test::new("check harbour.json")
        .file("harbour.json", HARBOUR)
        .stderr("resolut: no faults in 1 file\n")
        .success();
    let again = HARBOUR.replacen("\"language\": \"ar\"", "\"language\": \"EN\"", 1);
    Test::new("check harbour.json")
        .file("harbour.json", &again)
        .stdout(
            "harbour.json:10: sessions[0].resolutions[1].symbol: symbol `HB/RES/1 (2019)` \
             again, first in line 3; both are in `en`\n",
        )
        .stderr("resolut: 1 fault in 1 file\n")
        .fails();
}

#[test]
fn a_text_met_again_in_its_language_replaces_that_one_alone() {
    let own = r#"{"format": "resolut-corpus/1", "sessions": [
        {"id": "HB-5", "organ": "Harbour Board", "name": "Fifth Session", "resolutions": [
          {"symbol": "HB/RES/2 (2019)", "language": "zh-Hans",
           "preamble": [], "operative": [{"number": "1", "text": "决定卖绳索。"}]}]}]}"#;
    let show = |language: &str| {
        Test::new(&format!(
            "show 'HB/RES/2 (2019):1' --format tsv --corpus harbour.json --corpus own.json \
             --language {language}"
        ))
        .file("harbour.json", HARBOUR)
        .file("own.json", own)
        .stderr("resolut: `own.json` has HB/RES/2 (2019) again; its own text is shown\n")
    };
    show("zh")
        .stdout("HB/RES/2 (2019)\top\t1\t决定卖绳索。\n")
        .success();
    show("en")
        .stdout("HB/RES/2 (2019)\top\t1\tDecides to buy rope.\n")
        .success();
}

#[test]
fn what_is_shown_is_searched_and_what_others_have_is_counted() {
    let lamp = "HB/RES/1 (2019)\top\t1\tDecides to light the lamp; (a) at dusk; (b) in fog;\n";
    let others = |count: usize| {
        format!("resolut: {count} more in other languages; `lang:TAG` searches one of them\n")
    };
    harbour("find dusk --format tsv").stdout(lamp).success();
    harbour("find '\"light the lamp\"' --format tsv --language zh")
        .stderr(&(others(1) + "resolut: nothing found for `\"light the lamp\"`\n"))
        .nothing();
    harbour("find 'dusk lang:en' --format tsv --language zh")
        .stdout(lamp)
        .success();
    harbour("find '\"the lamp\" -lang:en' --format tsv")
        .stderr(&(others(2) + "resolut: nothing found for `\"the lamp\" -lang:en`\n"))
        .nothing();
    harbour("find 'in:HB/RES/1 op lang:ar' --format tsv")
        .stdout(
            "HB/RES/1 (2019)\top\t1\tيقرر إضاءة المصباح: (أ) عند الغسق؛ (ب) في الضباب؛\n\
             HB/RES/1 (2019)\top\t2\tيطلب إلى الحارس أن يقدم تقريرا.\n",
        )
        .success();
    harbour("find ropes --format tsv --language zh")
        .any_stderr()
        .nothing();
}

#[test]
fn the_language_that_was_chosen_is_kept_for_the_next_reader() {
    let plain = "--plain --corpus harbour.json";
    let opened = |test: Test| test.any_stdout().success();
    let chosen = opened(harbour("--plain 'HB/RES/1 (2019):2'").stdin("next language\n"));
    let next = opened(chosen.then(&format!("{plain} 'HB/RES/1 (2019):1'")));
    assert!(
        next.stdout.starts_with("HB/RES/1 (2019), ar, "),
        "{}",
        next.stdout
    );
    // What is not there in it is there in another one, and the choice stays.
    let bundled = opened(next.then("--plain 2/34-P"));
    assert!(bundled.stdout.starts_with("2/34-P, THE"));
    let next = opened(bundled.then(&format!("{plain} HB/RES/1")));
    assert!(
        next.stdout.starts_with("HB/RES/1 (2019), ar, "),
        "{}",
        next.stdout
    );
    // One that is asked for is a choice as well.
    let asked = opened(next.then(&format!("{plain} HB/RES/1 --language zh")));
    assert!(asked.stdout.starts_with("HB/RES/1 (2019), zh-Hans, "));
    let next = opened(asked.then(plain));
    assert!(next.stdout.starts_with("HB/RES/1 (2019), zh-Hans, "));
    // Commands that print are told each time.
    next.then("show 'HB/RES/1 (2019):2' --corpus harbour.json --format tsv")
        .stdout("HB/RES/1 (2019)\top\t2\tRequests the keeper to report;\n")
        .success();
}

#[test]
fn a_state_without_a_language_and_one_that_is_none_are_read() {
    const FILE: &str = ".local/state/resolut/state.json";
    for (state, tag) in [
        (
            r#"{"last": {"citation": "HB/RES/1 (2019):2", "session": "HB-5"}}"#,
            "en",
        ),
        (r#"{"language": "zh-Hant"}"#, "zh-Hans"),
        (r#"{"language": "tlh"}"#, "en"),
    ] {
        let opened = harbour("--plain HB/RES/1").file(FILE, state);
        let opened = opened.any_stdout().success().stdout;
        let first = format!("HB/RES/1 (2019), {tag}, ");
        assert!(opened.starts_with(&first), "{opened}");
    }
}

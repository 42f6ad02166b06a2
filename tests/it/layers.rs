//! The floors of `src/lib.rs` hold: a floor uses itself and what stands below it in the picture there.
//!
//! Beside that: so do the floors of `src/search.rs`, `tty` uses of the house only how text is made visible and
//! measured, inherent methods stand in the file tree of their type's floor, some outside crates and the printing
//! macros have their places, a folder holds few files, and no two types share a name.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};

/// Outside crates that only some places may name.
const PLACES: &[(&str, &[&str])] = &[
    ("anyhow", &["cli", "main"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("crossterm", &["reader/keymap", "reader/run", "tty"]),
    (
        "fuzzy_matcher",
        &["search/terms/letters_left_out/subsequence"],
    ),
    ("ratatui", &["reader/panes", "reader/run", "tty"]),
    ("signal_hook", &["tty"]),
    ("tui_input", &["reader/app"]),
];

/// Macros that print, and the one file they belong to.
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];
const PRINTS: &str = "cli/output";

/// What `tty` may use of the house.
const OF_TTY: &[&str] = &["letters", "visible"];

#[test]
fn each_floor_uses_only_what_stands_below_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let floors = floors(&fs::read_to_string(src.join("lib.rs")).unwrap());
    assert_eq!(floors.first().map(String::as_str), Some("text"));
    let mut files = Vec::new();
    collect(&src, "", &mut files);
    let said: Vec<String> = files
        .iter()
        .filter(|(file, _)| file != "lib")
        .flat_map(|(file, source)| faults(&floors, file, source))
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn each_floor_of_search_uses_only_what_stands_below_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let floors = floors(&fs::read_to_string(src.join("search.rs")).unwrap());
    assert_eq!(floors.last().map(String::as_str), Some("finder"));
    let mut files = Vec::new();
    collect(&src.join("search"), "search/", &mut files);
    let unknown = |(file, _): &&(String, String)| !floors.contains(&floor_of_search(file).into());
    assert_eq!(files.iter().find(unknown), None, "not in the picture");
    let said: Vec<String> = files
        .iter()
        .flat_map(|(file, source)| faults_in_search(&floors, file, source))
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn no_two_types_share_a_name() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&src, "", &mut files);
    let said = doubled_types(&files);
    assert!(said.is_empty(), "{}", said.join("\n"));
}

/// The most files that a folder is found through at a glance.
const MOST_FILES: usize = 16;

#[test]
fn no_folder_has_more_files_than_are_seen_at_a_glance() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&src, "", &mut files);
    let mut folders = BTreeMap::new();
    for (file, _) in &files {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        *folders.entry(folder).or_insert(0) += 1;
    }
    folders.retain(|_, count| *count > MOST_FILES);
    assert!(folders.is_empty(), "part these folders: {folders:?}");
}

/// The floors of the picture, the lowest first.
fn floors(lib: &str) -> Vec<String> {
    let picture = lib.split("```").nth(1).unwrap_or_default();
    let rows = picture
        .lines()
        .filter_map(|line| line.strip_prefix("//!   "));
    let names = rows.filter_map(|row| row.split_whitespace().next().map(str::to_owned));
    let mut floors: Vec<_> = names.collect();
    floors.reverse();
    floors
}

/// All Rust files below `folder`, without their ending, with their paths from `src`.
fn collect(folder: &Path, below: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else if let Some(file) = name.strip_suffix(".rs") {
            files.push((file.to_owned(), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// What stands where it should not in one file.
fn faults(floors: &[String], file: &str, source: &str) -> Vec<String> {
    let mut names = Names::default();
    names.visit_file(&syn::parse_file(source).unwrap());
    let own = file.split('/').next().unwrap();
    let floor = |name: &str| floors.iter().position(|floor| floor == name);
    let mut faults = Vec::new();
    for path in &names.of_house {
        let used = path[0].as_str();
        let part = path.get(1).map_or("", String::as_str);
        match (floor(used), floor(own)) {
            (Some(used), Some(own)) if used > own => {
                faults.push(format!("{file}: `{}` stands above it", path.join("::")));
            }
            (Some(_), Some(_)) if own == "tty" && used == "text" && !OF_TTY.contains(&part) => {
                faults.push(format!("{file}: `tty` uses `{}`", path.join("::")));
            }
            _ => {}
        }
    }
    let within = |place: &str| file == place || file.starts_with(&format!("{place}/"));
    for name in &names.outside {
        if let Some((_, places)) = PLACES.iter().find(|(place, _)| place == name)
            && !places.iter().any(|place| within(place))
        {
            faults.push(format!("{file}: `{name}` belongs to {}", places.join(", ")));
        }
    }
    for name in &names.macros {
        if PRINTING.contains(&name.as_str()) && file != PRINTS {
            faults.push(format!("{file}: `{name}!` belongs to {PRINTS}"));
        }
    }
    for name in &names.impls {
        let is_own = names.types.contains(name) || !names.imported_from(name, own, floors);
        if !is_own {
            faults.push(format!(
                "{file}: methods of `{name}`, a type of another floor"
            ));
        }
    }
    faults
}

/// The floor of a file within `search`.
fn floor_of_search(file: &str) -> &str {
    file.split('/').nth(1).unwrap_or_default()
}

/// What one file of `search` uses of the floors above its own there.
fn faults_in_search(floors: &[String], file: &str, source: &str) -> Vec<String> {
    let mut names = Names::default();
    names.visit_file(&syn::parse_file(source).unwrap());
    let floor = |name: &str| floors.iter().position(|floor| floor == name);
    let own = floor(floor_of_search(file));
    let from_house = names
        .of_house
        .iter()
        .filter_map(|path| path.strip_prefix(&["search".to_owned()]));
    // In a file of a folder, `super` is the floor of the file itself.
    let is_in_folder = file.split('/').count() > 2;
    let from_super = names.of_super.iter().filter(|_| !is_in_folder);
    from_house
        .chain(from_super.map(Vec::as_slice))
        .filter(|path| floor(path.first().map_or("", String::as_str)) > own)
        .map(|path| format!("{file}: `search::{}` stands above it", path.join("::")))
        .collect()
}

/// Names that several types have, each with the files that declare them.
fn doubled_types(files: &[(String, String)]) -> Vec<String> {
    let mut declared: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (file, source) in files.iter().filter(|(file, _)| !file.contains("/tests")) {
        let mut types = DeclaredTypes::default();
        types.visit_file(&syn::parse_file(source).unwrap());
        for name in types.names {
            declared.entry(name).or_default().push(file);
        }
    }
    declared
        .iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(name, files)| format!("two types are called `{name}`: {}", files.join(", ")))
        .collect()
}

/// The types that a source declares outside its tests and the bodies of its functions.
#[derive(Default)]
struct DeclaredTypes {
    names: Vec<String>,
}

impl<'ast> Visit<'ast> for DeclaredTypes {
    fn visit_block(&mut self, _: &'ast syn::Block) {}

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.names.push(item.ident.to_string());
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.names.push(item.ident.to_string());
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.names.push(item.ident.to_string());
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.names.push(item.ident.to_string());
    }
}

/// What a source names.
#[derive(Default)]
struct Names {
    /// Paths of this crate, without `crate`.
    of_house: Vec<Vec<String>>,
    /// Paths of the module above, without `super`.
    of_super: Vec<Vec<String>>,
    /// First names of all other paths.
    outside: Vec<String>,
    macros: Vec<String>,
    /// Types with inherent methods here.
    impls: Vec<String>,
    /// Types that are declared here.
    types: Vec<String>,
}

impl Names {
    fn path(&mut self, path: &[String]) {
        match path.split_first() {
            Some((first, rest)) if ["crate", "resolut"].contains(&first.as_str()) => {
                self.of_house.push(rest.to_vec());
            }
            Some((first, rest)) if first == "super" => self.of_super.push(rest.to_vec()),
            Some((first, _)) => self.outside.push(first.clone()),
            None => {}
        }
    }

    /// Whether a type is imported from another floor than the own one.
    fn imported_from(&self, name: &str, own: &str, floors: &[String]) -> bool {
        self.of_house.iter().any(|path| {
            path.last().is_some_and(|last| last == name)
                && floors.contains(&path[0])
                && path[0] != own
        })
    }

    fn tree(&mut self, tree: &syn::UseTree, above: &[String]) {
        let with = |name: &syn::Ident| [above, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Name(name) => self.path(&with(&name.ident)),
            syn::UseTree::Rename(name) => self.path(&with(&name.ident)),
            syn::UseTree::Glob(_) => self.path(above),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|item| self.tree(item, above));
            }
        }
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path
            .segments
            .iter()
            .map(|one| one.ident.to_string())
            .collect();
        if names.len() > 1 {
            self.path(&names);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if let Some(name) = call.path.get_ident() {
            self.macros.push(name.to_string());
        }
        // What stands in its brackets is no syntax yet.
        let tokens = call.tokens.to_string();
        for (at, _) in tokens.match_indices("crate :: ") {
            let rest = tokens.get(at + "crate :: ".len()..).unwrap_or_default();
            let names = rest.split(" :: ").take(2);
            let name = |part: &str| {
                part.split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            };
            self.of_house.push(names.map(name).collect());
        }
        visit::visit_macro(self, call);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if item.trait_.is_none()
            && let syn::Type::Path(path) = &*item.self_ty
            && let Some(name) = path.path.segments.last()
        {
            self.impls.push(name.ident.to_string());
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.types.push(item.ident.to_string());
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.types.push(item.ident.to_string());
        visit::visit_item_enum(self, item);
    }
}

mod planted {
    use super::*;

    fn in_file(file: &str, source: &str) -> Vec<String> {
        let floors =
            floors("```text\n//!   cli  a\n//!   search  b\n//!   tty  c\n//!   text  d\n```");
        assert_eq!(floors, ["text", "tty", "search", "cli"]);
        faults(&floors, file, source)
    }

    #[test]
    fn what_stands_below_may_be_used() {
        for (file, source) in [
            (
                "cli/show",
                "use crate::text::model::Place; use crate::{search::Index, text};",
            ),
            ("search", "fn f() { crate::text::f(); self::g(); }"),
            (
                "tty/screen",
                "use crate::text::{letters, visible::visible};",
            ),
            ("main", "fn main() { resolut::cli::run() }"),
            ("cli/output", "fn f() { println!() }"),
            ("tty/screen", "use ratatui::Frame;"),
        ] {
            assert_eq!(in_file(file, source), [""; 0], "{source}");
        }
    }

    #[test]
    fn what_stands_above_is_caught_wherever_it_is_named() {
        for source in [
            "use crate::search::Index;",
            "use crate::{text, search::{Hit, Index}};",
            "fn f() { crate::search::f(); }",
            "fn f() { assert!(crate::search::f()); }",
            "mod tests { use crate::search; }",
            "struct A(Box<dyn crate::search::B>);",
            "pub(crate) use crate::search as other;",
        ] {
            let said = in_file("text/model", source);
            assert!(!said.is_empty(), "{source}");
        }
    }

    #[test]
    fn what_belongs_elsewhere_is_caught() {
        for (file, source) in [
            ("text/model", "use ratatui::Frame;"),
            ("text/model", "fn f() { ratatui::init() }"),
            ("text/model", "fn f() { println!(\"x\") }"),
            ("tty/screen", "use crate::text::corpus::Corpus;"),
            ("cli/show", "use crate::search::Hit; impl Hit { fn f() {} }"),
        ] {
            assert_eq!(in_file(file, source).len(), 1, "{source}");
        }
    }

    #[test]
    fn what_stands_above_within_search_is_caught() {
        let floors = ["words", "index", "answer"].map(String::from);
        let is_caught =
            |file: &str, source: &str| !faults_in_search(&floors, file, source).is_empty();
        for source in [
            "use crate::search::answer::Desk;",
            "use super::answer::{self, Desk};",
            "fn f() { super::answer::f() }",
        ] {
            assert!(is_caught("search/index", source), "{source}");
            assert!(!is_caught("search/answer", source), "{source}");
        }
        assert!(is_caught(
            "search/index/names",
            "use crate::search::answer;"
        ));
        assert!(!is_caught("search/answer/cited", "use super::words::fold;"));
    }

    #[test]
    fn a_name_of_two_types_is_caught_but_in_tests_and_functions() {
        let files = |second: &str| {
            let first = ("text/model".to_owned(), "pub struct Part;".to_owned());
            [first, ("search/query".to_owned(), second.to_owned())]
        };
        for second in ["enum Part {}", "trait Part {}", "type Part = u8;"] {
            assert_eq!(doubled_types(&files(second)).len(), 1, "{second}");
        }
        for second in [
            "struct Parts;",
            "mod tests { struct Part; }",
            "fn f() { struct Part; }",
        ] {
            assert_eq!(doubled_types(&files(second)), [""; 0], "{second}");
        }
    }
}

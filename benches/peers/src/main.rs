//! Measures the finder of resolut beside its peers: same paragraphs, same queries, one thread, one run.
//!
//! Each engine runs in a process of its own, which this program starts by executing itself, so that
//! memory is the engine's alone.

use std::env;
use std::fs::{self, File};
use std::io::{self, BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};

use engine::{Engine, Manner, Ours, PEERS};
use figures::{Figures, table};

mod cost;
mod engine;
mod figures;
mod judge;
mod rows;

const OURS: &str = "resolut";

/// Measure the finder of resolut beside its peers
#[derive(Parser)]
struct Args {
    #[command(subcommand)]
    task: Task,
    /// A binary of resolut that knows `find --batch --stats`
    #[arg(long, global = true, value_name = "BINARY")]
    resolut: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Task {
    /// Print a table of what each engine costs
    Table {
        /// A `resolut-corpus/1` file
        corpus: PathBuf,
        /// Queries, one a line
        queries: PathBuf,
        /// Only this engine; may be given several times
        #[arg(long = "engine", value_name = "NAME")]
        engines: Vec<String>,
        #[command(flatten)]
        manner: Manner,
    },
    /// Print a table of how well each engine answers
    Judge {
        /// A `resolut-corpus/1` file
        corpus: PathBuf,
        /// Queries, a JSON object a line: `cat`, `q` and `targets`, each with `symbol`, `kind` and `number`
        queries: PathBuf,
        /// Only this engine; may be given several times
        #[arg(long = "engine", value_name = "NAME")]
        engines: Vec<String>,
    },
    /// Answer queries from standard input, each with its rows and an empty line
    Answer {
        /// A name of the table
        engine: String,
        /// A `resolut-corpus/1` file
        corpus: PathBuf,
    },
    /// Measure one engine: what `table` starts
    #[command(hide = true)]
    Measure {
        engine: String,
        corpus: PathBuf,
        rows: PathBuf,
        queries: PathBuf,
        #[command(flatten)]
        manner: Manner,
    },
}

fn main() -> Result<()> {
    let args = Args::parse();
    let binary = args.resolut.as_deref();
    match &args.task {
        Task::Table {
            corpus,
            queries,
            engines,
            manner,
        } => {
            let names = named(engines, binary);
            compare(&names, binary, [corpus, queries], *manner)
        }
        Task::Judge {
            corpus,
            queries,
            engines,
        } => judge(&named(engines, binary), binary, [corpus, queries]),
        Task::Answer { engine, corpus } => {
            let queries = io::stdin().lock().lines().collect::<Result<Vec<_>, _>>()?;
            let folder = tempfile::tempdir()?;
            let rows = rows_in(folder.path(), corpus)?;
            let answers = open(engine, binary, corpus, &rows)?.answer(&queries)?;
            let mut out = BufWriter::new(io::stdout().lock());
            for answer in answers {
                for row in answer {
                    writeln!(out, "{row}")?;
                }
                writeln!(out)?;
            }
            Ok(out.flush()?)
        }
        Task::Measure {
            engine,
            corpus,
            rows,
            queries,
            manner,
        } => {
            cost::stay_on_one_processor()?;
            let queries: Vec<String> = fs::read_to_string(queries)
                .with_context(|| format!("reading the queries in `{}`", queries.display()))?
                .lines()
                .map(str::to_owned)
                .collect();
            let figures = open(engine, binary, corpus, rows)?.measure(&queries, *manner)?;
            Ok(serde_json::to_writer(io::stdout(), &figures)?)
        }
    }
}

/// The engines that are asked for: all, where none is.
fn named<'e>(engines: &'e [String], binary: Option<&Path>) -> Vec<&'e str> {
    if engines.is_empty() {
        let all = PEERS.iter().copied();
        return all.chain(binary.map(|_| OURS)).collect();
    }
    engines.iter().map(String::as_str).collect()
}

fn open(name: &str, binary: Option<&Path>, corpus: &Path, rows: &Path) -> Result<Box<dyn Engine>> {
    if name == OURS {
        let binary = binary.context("say where it is: `--resolut BINARY`")?;
        return Ok(Box::new(Ours::new(binary, corpus)));
    }
    if !PEERS.contains(&name) {
        bail!(
            "no engine is called `{name}`; there are `{}` and `{OURS}`",
            PEERS.join("`, `")
        );
    }
    engine::open(name, rows)
}

/// Measures engines one after the other, and prints the table.
fn compare(
    names: &[&str],
    binary: Option<&Path>,
    [corpus, queries]: [&Path; 2],
    manner: Manner,
) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let rows = rows_in(folder.path(), corpus)?;
    let mut measured = Vec::new();
    for &name in names {
        eprintln!("{name} …");
        let mut command = Command::new(env::current_exe()?);
        command
            .args(["measure", name])
            .args([corpus, &rows, queries]);
        command.args(["--rounds", &manner.rounds.to_string()]);
        command.args(manner.whole.then_some("--whole"));
        if let Some(binary) = binary {
            command.arg("--resolut").arg(binary);
        }
        let output = command.stderr(Stdio::inherit()).output()?;
        match serde_json::from_slice::<Figures>(&output.stdout) {
            Ok(figures) if output.status.success() => measured.push((name, figures)),
            _ => eprintln!("{name} is left out"),
        }
    }
    print!("{}", table(&measured, OURS));
    Ok(())
}

/// Has engines answer the same queries, and prints how well each does.
fn judge(names: &[&str], binary: Option<&Path>, [corpus, queries]: [&Path; 2]) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let rows = rows_in(folder.path(), corpus)?;
    let queries = judge::read(queries)?;
    let typed: Vec<String> = queries.iter().map(|query| query.q.clone()).collect();
    let mut ranked = Vec::new();
    for &name in names {
        eprintln!("{name} …");
        match open(name, binary, corpus, &rows) {
            Ok(mut engine) => {
                let answers = engine.answer(&typed)?;
                let ranks = queries.iter().zip(&answers);
                ranked.push((
                    name,
                    ranks.map(|(query, answer)| query.rank(answer)).collect(),
                ));
            }
            Err(error) => eprintln!("{name} is left out: {error:#}"),
        }
    }
    print!("{}", judge::table(&queries, &ranked));
    Ok(())
}

/// Writes the paragraphs of a corpus as lines into a folder.
fn rows_in(folder: &Path, corpus: &Path) -> Result<PathBuf> {
    let path = folder.join("rows.tsv");
    let mut lines = BufWriter::new(File::create(&path)?);
    rows::write(corpus, &mut lines)?;
    lines.flush()?;
    Ok(path)
}

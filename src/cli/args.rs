//! What can be typed.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};

use crate::cli::target::{Target, TargetParser};
use crate::config;

/// Compliance linter for mini programs: consent, authorization buttons and user data.
#[derive(Parser)]
#[command(name = "consentlint", version, arg_required_else_help = true, max_term_width = 100)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Check mini programs
    Check(Check),
    /// Show the page of a rule, or what is known of a line of a program
    Explain(Explain),
    /// List all rules
    Rules(Rules),
    /// Write a commented configuration to begin with
    Init(Init),
    /// Print the JSON Schema of the JSON output or of the configuration
    Schema(Schema),
    /// Print the completions for a shell
    Completions(Completions),
    /// Print a manual page
    #[command(hide = true)]
    Man(Manual),
    /// Show what the analysis knows; for tests of the analysis
    #[command(hide = true)]
    Debug(Debug),
}

#[derive(Args, Default)]
#[command(group(ArgGroup::new("change").args(["fix", "diff"]).multiple(true)))]
pub(super) struct Check {
    /// Folders or files to check [default: .]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// How findings are written, and to which file; may be repeated, without FILE once
    /// [default: human, in GitHub Actions github]
    #[arg(long = "format", value_name = "FORMAT[=FILE]", value_parser = TargetParser)]
    pub(super) formats: Vec<Target>,

    /// A wallet the program is for; may be repeated
    #[arg(long = "profile", value_name = "NAME")]
    pub(super) profiles: Vec<String>,

    /// Give a rule another weight: error, warning, info or off; may be repeated
    #[arg(long = "rule", value_name = "ID=LEVEL")]
    pub(super) levels: Vec<String>,

    /// Run this rule and no other; may be repeated
    #[arg(long, value_name = "ID")]
    pub(super) only: Vec<String>,

    /// The least weight that makes the exit code 1 [default: the configuration's, else error]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(super) fail_on: Option<FailOn>,

    /// Read this configuration and no other
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(super) config: Option<PathBuf>,

    /// Read no configuration
    #[arg(long)]
    pub(super) no_config: bool,

    /// Take the text on standard input for this file of the program
    #[arg(long, value_name = "PATH")]
    pub(super) stdin_path: Option<PathBuf>,

    /// Check what is staged, and show what is found in the files that the next commit changes
    #[arg(long, conflicts_with_all = ["since", "stdin_path"])]
    pub(super) staged: bool,

    /// Show only what is found in files that changed since this commit was left
    #[arg(long, value_name = "REF", conflicts_with = "stdin_path")]
    pub(super) since: Option<String>,

    /// Accept the findings that this file lists [default: consentlint-baseline.json, if it exists]
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,

    /// Accept all that is found now, and list it in the baseline
    #[arg(long, conflicts_with_all = ["prune_baseline", "stdin_path", "change", "staged", "since"])]
    pub(super) write_baseline: bool,

    /// Remove from the baseline what is no longer found
    #[arg(long, conflicts_with_all = ["stdin_path", "change", "staged", "since"])]
    pub(super) prune_baseline: bool,

    /// Make the fixes that keep what the program does or plainly should do
    #[arg(long, conflicts_with = "stdin_path")]
    pub(super) fix: bool,

    /// Also make fixes that need a look, with --fix or --diff
    #[arg(long, requires = "change")]
    pub(super) suggested: bool,

    /// Show what --fix would change, and change nothing
    #[arg(long, conflicts_with = "formats")]
    pub(super) diff: bool,

    /// How many threads to work on [default: one per core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(super) threads: Option<u16>,

    /// Also count findings by rule and by page, and tell where the time went
    #[arg(long)]
    pub(super) statistics: bool,

    /// Also list what was not checked and what could not be resolved
    #[arg(long, short)]
    pub(super) verbose: bool,

    /// Write findings and errors only
    #[arg(long, short, conflicts_with = "verbose")]
    pub(super) quiet: bool,

    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Args)]
pub(super) struct Explain {
    /// The rule, or the line; a column narrows it down to what stands there
    #[arg(value_name = "RULE|FILE:LINE[:COLUMN]")]
    pub(super) what: String,

    /// A wallet the program is for; may be repeated
    #[arg(long = "profile", value_name = "NAME")]
    pub(super) profiles: Vec<String>,

    /// Read this configuration and no other
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(super) config: Option<PathBuf>,

    /// Read no configuration
    #[arg(long)]
    pub(super) no_config: bool,

    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Args)]
pub(super) struct Rules {
    /// How the rules are written
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: ListFormat,

    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Args)]
pub(super) struct Init {
    /// The folder it is for
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub(super) folder: PathBuf,

    /// Overwrite the one that is there
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Args)]
pub(super) struct Schema {
    /// What the schema is of
    #[arg(value_enum, default_value_t, value_name = "WHAT")]
    pub(super) of: SchemaOf,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// What `--format json` writes
    #[default]
    Output,
    /// The file consentlint.toml
    Config,
}

#[derive(Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Args)]
pub(super) struct Manual {
    /// A command of the program, whose page is printed instead of the program's
    #[arg(value_name = "COMMAND")]
    pub(super) command: Option<String>,
}

#[derive(Args)]
pub(super) struct Debug {
    #[command(subcommand)]
    pub(super) what: DebugCommand,
}

#[derive(Subcommand)]
pub(super) enum DebugCommand {
    /// Print who runs whom in plain scripts and what they import, as JSON
    CallGraph {
        /// The folder that the paths are relative to; nothing outside is read
        #[arg(value_name = "BASEDIR")]
        base: PathBuf,

        /// The scripts
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
    },
    /// Print the trees of templates and what is wrong with files, a line of JSON for each
    Tree {
        /// The folder that the paths are relative to; nothing outside is read
        #[arg(value_name = "BASEDIR")]
        base: PathBuf,

        /// The files
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
    },
}

#[derive(Args, Clone, Default)]
pub(super) struct Look {
    /// The language of the words [default: from the locale]
    #[arg(long, value_enum)]
    pub(super) lang: Option<Language>,

    /// Whether to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Snippets and traces, for people
    Human,
    /// One line for each finding
    Concise,
    /// One JSON object
    Json,
    /// A JSON object on a line for each finding, and one more for the rest
    Jsonl,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// Annotations and a summary, for GitHub Actions
    Github,
    /// A code quality report, for GitLab
    Gitlab,
    /// JUnit's XML, for CI servers
    Junit,
    /// One web page
    Html,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// One line for each rule
    #[default]
    Human,
    /// One JSON array
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl From<FailOn> for config::FailOn {
    fn from(fail_on: FailOn) -> Self {
        match fail_on {
            FailOn::Error => Self::Error,
            FailOn::Warning => Self::Warning,
            FailOn::Info => Self::Info,
            FailOn::Never => Self::Never,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    En,
    Zh,
    Es,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

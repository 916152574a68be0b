//! Text to tree.

use swc_common::{BytePos, comments::SingleThreadedComments};
use swc_ecma_ast::{EsVersion, Program};
use swc_ecma_parser::{EsSyntax, Lexer, Parser, StringInput, Syntax, TsSyntax, error::Error};

use super::lower::{self, Source};
use super::{Language, Script};
use crate::syntax::{Parsed, Tree};

/// Reads `text`; where it is broken, the smallest member or statement around the fault is skipped.
#[must_use]
pub fn parse(text: &str, language: Language) -> Parsed {
    let mut script = Script::default();
    let syntaxes: &[Syntax] = match language {
        Language::JavaScript => &[javascript(false), javascript(true), typescript()],
        Language::TypeScript => &[typescript()],
    };
    for syntax in syntaxes {
        if let Ok(program) = program(text, *syntax) {
            lower::program(Source { text, origin: 0 }, &program, &mut script);
            break;
        }
    }
    Parsed { tree: Tree::Script(script), problems: Vec::new(), directives: Vec::new() }
}

fn javascript(jsx: bool) -> Syntax {
    Syntax::Es(EsSyntax {
        jsx,
        decorators: true,
        decorators_before_export: true,
        export_default_from: true,
        import_attributes: true,
        allow_super_outside_method: true,
        allow_return_outside_function: true,
        auto_accessors: true,
        explicit_resource_management: true,
        fn_bind: false,
    })
}

fn typescript() -> Syntax {
    Syntax::Typescript(TsSyntax { decorators: true, no_early_errors: true, ..TsSyntax::default() })
}

fn program(text: &str, syntax: Syntax) -> Result<Program, Error> {
    let end = BytePos(text.len() as u32 + 1);
    let input = StringInput::new(text, BytePos(1), end);
    let comments = SingleThreadedComments::default();
    let lexer = Lexer::new(syntax, EsVersion::latest(), input, Some(&comments));
    Parser::new_from(lexer).parse_program()
}

//! The least that any linter built on swc does: each script parsed once, and nothing else.

use swc_common::BytePos;
use swc_common::input::StringInput;
use swc_ecma_ast::EsVersion;
use swc_ecma_parser::lexer::Lexer;
use swc_ecma_parser::{EsSyntax, Parser, Syntax, TsSyntax};

/// Parses a script and drops the tree; whether it could be read.
pub(crate) fn parse(text: &str, typescript: bool) -> bool {
    let syntax = if typescript {
        Syntax::Typescript(TsSyntax { decorators: true, ..TsSyntax::default() })
    } else {
        Syntax::Es(EsSyntax { decorators: true, ..EsSyntax::default() })
    };
    let end = u32::try_from(text.len()).unwrap_or(u32::MAX - 1) + 1;
    let input = StringInput::new(text, BytePos(1), BytePos(end));
    Parser::new_from(Lexer::new(syntax, EsVersion::latest(), input, None)).parse_program().is_ok()
}

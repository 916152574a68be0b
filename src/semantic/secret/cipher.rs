//! Ciphers and HMACs that a script calls, under whatever name it has them.

use crate::platform::{is_cipher, packaged_cipher};
use crate::syntax::script::{BindingId, BindingKind, Call, ExprId, ExprKind, Imported, Script};

/// So many imports of a script are looked through for a name.
const MOST_IMPORTS: usize = 256;

/// The key that a call of a cipher takes.
pub(in crate::semantic) fn key_of(script: &Script, call: &Call) -> Option<ExprId> {
    let [_, key, ..] = &*call.arguments else { return None };
    let is_cipher = match script.kind(call.callee) {
        ExprKind::Member { object, property, .. } => {
            let function = script.name(*property);
            // Most methods are told at once to be none.
            let may_be = matches!(function, "encrypt" | "decrypt") || is_cipher("", function);
            may_be && names(script, *object).into_iter().any(|object| is_cipher(object, function))
        }
        ExprKind::Binding(_) => {
            names(script, call.callee).into_iter().any(|function| is_cipher("", function))
        }
        _ => false,
    };
    (is_cipher && !key.spread).then_some(key.value)
}

/// What `expr` is called, here and where it comes from; never nothing.
fn names(script: &Script, expr: ExprId) -> Vec<&str> {
    match script.kind(expr) {
        ExprKind::Member { property, .. } => vec![script.name(*property)],
        ExprKind::Binding(binding) => {
            let own = script.name(script.binding(*binding).name);
            std::iter::once(own).chain(source(script, *binding)).collect()
        }
        ExprKind::Global(name) => vec![script.name(*name)],
        _ => vec![""],
    }
}

/// What a variable is called where it is taken from: `AES` of `import { AES as A }`, of
/// `const A = CryptoJS.AES` and of `require('crypto-js/aes')`.
fn source(script: &Script, binding: BindingId) -> Option<&str> {
    if script.binding(binding).kind == BindingKind::Import {
        let imports = script.imports.iter().take(MOST_IMPORTS);
        let mut names = imports.flat_map(|import| import.names.iter().map(move |it| (import, it)));
        let (import, (imported, _)) = names.find(|(_, (_, local))| *local == binding)?;
        return match imported {
            Imported::Name(name) => Some(script.name(*name)),
            Imported::Default | Imported::Namespace => {
                packaged_cipher(script.name(import.reference))
            }
        };
    }
    match script.kind(script.only_value(binding)?) {
        ExprKind::Member { property, .. } => Some(script.name(*property)),
        ExprKind::Call(call) => {
            let ExprKind::Global(name) = script.kind(call.callee) else { return None };
            let ExprKind::String(reference) = script.kind(call.arguments.first()?.value) else {
                return None;
            };
            packaged_cipher(script.name(*reference)).filter(|_| script.name(*name) == "require")
        }
        _ => None,
    }
}

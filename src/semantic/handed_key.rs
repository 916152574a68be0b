//! Keys of ciphers that come from elsewhere.

use std::collections::BTreeMap;

use crate::platform::{SecretKind, may_be_cipher, symmetric_key};
use crate::source::FileSpan;
use crate::syntax::File;
use crate::syntax::script::ExprKind;

use super::call_graph::place;
use super::cipher::key_of;
use super::origin::Origins;
use super::secret::{Secret, constant};
use super::values::CallKind;

/// The keys that ciphers in the program's own scripts are given, by place. `own` tells of each
/// file whether it is the program's own and read.
pub(super) fn handed_keys(origins: &Origins<'_>, own: &[bool]) -> BTreeMap<FileSpan, Secret> {
    let Origins { files, values, .. } = *origins;
    let names_cipher = |(file, is_own): (&File, &bool)| {
        let mut names = file.script().into_iter().flat_map(|script| &script.names);
        *is_own && names.any(|name| may_be_cipher(name))
    };
    let ciphers: Vec<bool> = files.iter().zip(own).map(names_cipher).collect();
    let mut all = BTreeMap::new();
    if !ciphers.contains(&true) {
        return all;
    }
    for (_, site) in values.all_calls().filter(|(_, site)| site.kind == CallKind::Call) {
        let file = values.instance(site.instance).file;
        let script = files[file.index()].script().filter(|_| ciphers[file.index()]);
        let Some((script, ExprKind::Call(call))) = script.map(|it| (it, it.kind(site.expr))) else {
            continue;
        };
        // What stands there itself is a secret already.
        let key = key_of(script, call).filter(|key| constant(script, *key).is_none());
        let Some(key) = key else { continue };
        let texts = origins.texts(site.instance, key).into_iter();
        for (at, text) in texts.filter(|(at, text)| own[at.file.index()] && symmetric_key(text)) {
            let used = Some(place(files, values, site));
            let secret = || Secret { kind: SecretKind::SymmetricKey, text: text.to_owned(), used };
            all.entry(at).or_insert_with(secret);
        }
    }
    all
}

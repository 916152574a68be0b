//! What plugins export: the programs that use them run it whenever they like.

use std::collections::BTreeMap;

use crate::finding::{Label, Message};
use crate::semantic::values::{FunctionNode, Token};
use crate::source::FileId;

use super::source::Source;
use super::{Entry, Trigger};
use rustc_hash::FxHashSet;

/// Members of what is exported are looked for this deep: `export default { phone() { … } }`.
const DEEPEST: usize = 2;

impl Source<'_> {
    /// The functions that the `main` of plugins exports.
    pub(super) fn plugin_exports(&self) -> Vec<Entry> {
        let mut found = BTreeMap::new();
        let plugins = self.project.roots.iter().filter(|root| root.is_plugin);
        for main in plugins.filter_map(|root| root.main) {
            self.exported_by(main, &mut found);
        }
        let entries = found.into_iter().map(|(function, name)| {
            let at = self.head(function);
            let label = Message::new("exported").with("name", name.clone());
            Entry {
                function,
                triggers: vec![Trigger::Other],
                because: at,
                name,
                unit: None,
                repeats: false,
                lead: vec![Label { at, text: label }],
            }
        });
        entries.collect()
    }

    fn exported_by(&self, main: FileId, found: &mut BTreeMap<FunctionNode, String>) {
        let values = self.values;
        let exports = values.symbols.find("exports");
        let exports = exports.and_then(|exports| values.property(Token::Module(main), exports));
        let name = self.files[main.index()].path.file_name().to_owned();
        let mut seen = FxHashSet::default();
        let mut work: Vec<(usize, String, Token)> = exports
            .into_iter()
            .flat_map(|node| values.each(node))
            .map(|token| (0, name.clone(), token))
            .collect();
        while let Some((depth, name, token)) = work.pop() {
            if !seen.insert(token) {
                continue;
            }
            if let Token::Function(instance, function) = token {
                found.insert(values.instance(instance).function(function), name);
                continue;
            }
            for (key, node) in values.keys(token).filter(|_| depth < DEEPEST) {
                let key = values.symbols.text(key);
                work.extend(values.each(node).map(|it| (depth + 1, key.to_owned(), it)));
            }
        }
    }
}

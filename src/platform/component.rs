//! Tags and components that mean something to the rules, from `rules/data/components.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::word;

const TEXT: &str = include_str!("../../rules/data/components.toml");

static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    button: Button,
    auth_buttons: Vec<Library>,
    modals: Vec<ModalLibrary>,
    choices: Vec<ChoiceLibrary>,
    native: Native,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Button {
    scopes: Vec<String>,
    open_types: Vec<String>,
    support: Vec<String>,
    foreign: BTreeMap<String, Foreign>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Foreign {
    scope: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Library {
    library: String,
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ModalLibrary {
    library: String,
    names: Vec<String>,
    open: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceLibrary {
    library: String,
    names: Vec<String>,
    checked: Vec<String>,
    #[serde(default)]
    agreement: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Native {
    tags: FxHashSet<String>,
    operable: FxHashSet<String>,
    passive: FxHashSet<String>,
    modals: BTreeMap<String, String>,
    choices: BTreeMap<String, Vec<String>>,
    booleans: BTreeMap<String, Vec<String>>,
}

/// A component that lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modal<'a> {
    /// The property that opens it; without it the component is closed.
    pub open: &'a str,
}

/// What the user checks: a checkbox, a radio, a switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceTag<'a> {
    /// The attributes by which it starts checked; `a.b` is a member of an object.
    pub checked: &'a [String],
    /// Whether it is there for an agreement and nothing else.
    pub is_agreement: bool,
}

/// What a value of `open-type` on a native button is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenType {
    /// One of the platform's.
    Known,
    /// A slip of the pen, or another case, of one of the platform's: the right spelling.
    Near(&'static str),
    /// Another platform's; the scope with which `getAuthorize` does the same, if there is one.
    Foreign(Option<&'static str>),
    /// Neither.
    Unknown,
}

/// What `value` is as `open-type` of a native button.
#[must_use]
pub fn open_type(value: &str) -> OpenType {
    let Button { open_types, foreign, .. } = &TABLE.button;
    if open_types.iter().any(|known| known == value) {
        return OpenType::Known;
    }
    if let Some((_, foreign)) = foreign.iter().find(|(known, _)| known.eq_ignore_ascii_case(value))
    {
        return OpenType::Foreign(foreign.scope.as_deref());
    }
    let right = word::nearest(value, open_types.iter().map(String::as_str));
    right.map_or(OpenType::Unknown, OpenType::Near)
}

/// The scopes of an authorize button.
pub fn button_scopes() -> impl Iterator<Item = &'static str> {
    TABLE.button.scopes.iter().map(String::as_str)
}

/// The scope of an authorize button that `value`, which is none, is meant to be.
#[must_use]
pub fn near_button_scope(value: &str) -> Option<&'static str> {
    let stem = value.strip_prefix("scope.").unwrap_or(value);
    let foreign = TABLE.button.foreign.iter().find(|(name, _)| name.eq_ignore_ascii_case(stem));
    word::nearest(stem, button_scopes()).or_else(|| foreign?.1.scope.as_deref())
}

/// Whether `my.canIUse(question)` tells whether the client has authorize buttons, or is meant to.
#[must_use]
pub fn asks_for_authorize(question: &str) -> bool {
    let fold = |text: &str| text.replace('-', "").to_ascii_lowercase();
    let question = fold(question.trim());
    TABLE.button.support.iter().any(|known| fold(known) == question)
}

/// Whether the component at `path`, as `usingComponents` writes it, hands `open-type`, `scope`
/// and the events of an authorize button on to a native one.
#[must_use]
pub(super) fn forwards_auth(path: &str) -> bool {
    TABLE.auth_buttons.iter().any(|known| is_of(path, &known.library, &known.names))
}

/// The modal at `path`, as `usingComponents` writes it.
#[must_use]
pub(super) fn modal_component(path: &str) -> Option<Modal<'static>> {
    let known = TABLE.modals.iter().find(|known| is_of(path, &known.library, &known.names))?;
    Some(Modal { open: &known.open })
}

/// The native modal `tag`.
#[must_use]
pub fn native_modal(tag: &str) -> Option<Modal<'static>> {
    TABLE.native.modals.get(tag).map(|open| Modal { open })
}

/// What the user checks at the component at `path`, as `usingComponents` writes it.
#[must_use]
pub(super) fn choice_component(path: &str) -> Option<ChoiceTag<'static>> {
    let known = TABLE.choices.iter().find(|known| is_of(path, &known.library, &known.names))?;
    Some(ChoiceTag { checked: &known.checked, is_agreement: known.agreement })
}

/// What the user checks at the native `tag`.
#[must_use]
pub fn native_choice(tag: &str) -> Option<ChoiceTag<'static>> {
    let checked = TABLE.native.choices.get(tag)?;
    Some(ChoiceTag { checked, is_agreement: false })
}

/// Whether the platform itself has the tag.
#[must_use]
pub fn is_native_tag(tag: &str) -> bool {
    TABLE.native.tags.contains(tag)
}

/// Whether a user can do something with the native element `tag` as such, or is shown
/// something by it.
#[must_use]
pub fn is_operable_tag(tag: &str) -> bool {
    TABLE.native.operable.contains(tag)
}

/// Whether the event `name` of a native element happens without the user.
#[must_use]
pub fn is_passive_event(name: &str) -> bool {
    TABLE.native.passive.contains(name)
}

/// Whether the attribute `name` of the native element `tag` takes a boolean.
#[must_use]
pub fn is_native_boolean(tag: &str, name: &str) -> bool {
    let tags = TABLE.native.booleans.get(name);
    tags.is_some_and(|tags| tags.iter().any(|known| known == tag || known == "*"))
}

/// Whether a part of `path` names the library and a later one the component.
///
/// The library's name may be a piece of its part (`@vant/weapp`, `vant-aliapp`).
pub(super) fn is_of(path: &str, library: &str, names: &[String]) -> bool {
    let Some((above, below)) = path.split_once(library) else { return false };
    if above.ends_with(char::is_alphanumeric) {
        return false;
    }
    let mut parts = below.split('/').skip(1).map(|part| part.strip_suffix(".axml").unwrap_or(part));
    parts.any(|part| names.iter().any(|name| name.eq_ignore_ascii_case(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let table: Table = toml::from_str(TEXT).unwrap_or_else(|error| panic!("{error}"));
        assert!(!table.auth_buttons.is_empty() && !table.modals.is_empty());
        assert_eq!(table.button.scopes, ["userInfo", "phoneNumber"]);
    }

    #[test]
    fn open_types_are_told_apart() {
        let cases = [
            ("getAuthorize", OpenType::Known),
            ("GetAuthorize", OpenType::Near("getAuthorize")),
            ("getAuthorise", OpenType::Near("getAuthorize")),
            ("getuserinfo", OpenType::Foreign(Some("userInfo"))),
            ("contact", OpenType::Foreign(None)),
            ("pay", OpenType::Unknown),
        ];
        for (value, expected) in cases {
            assert_eq!(open_type(value), expected, "{value}");
        }
    }

    #[test]
    fn near_scopes_are_corrected() {
        let cases = [
            ("UserInfo", Some("userInfo")),
            ("usrInfo", Some("userInfo")),
            ("scope.userInfo", Some("userInfo")),
            ("getPhoneNumber", Some("phoneNumber")),
            ("phonenumber", Some("phoneNumber")),
            ("auth_user", None),
        ];
        for (value, expected) in cases {
            assert_eq!(near_button_scope(value), expected, "{value}");
        }
    }

    #[test]
    fn questions_about_the_button_are_known() {
        for (question, expected) in [
            ("button.open-type.getAuthorize", true),
            ("button.openType.getAuthorize", true),
            ("getOpenUserInfo", true),
            ("button.open-type.getUserInfo", false),
            ("page-container", false),
        ] {
            assert_eq!(asks_for_authorize(question), expected, "{question}");
        }
    }

    #[test]
    fn components_are_known_by_their_path() {
        let cases = [
            ("antd-mini/es/Popup/index", Some("visible")),
            ("/node_modules/antd-mini/es/Mask/index", Some("show")),
            ("mini-ali-ui/es/modal/index", Some("show")),
            ("@vant/weapp/dist/action-sheet/index", Some("show")),
            ("mini-antui/es/tips/tips-dialog/index", Some("show")),
            ("components/relevant/popup/index", None),
            ("antd-mini/es/Button/index", None),
            ("/components/modal/index", None),
        ];
        for (path, open) in cases {
            assert_eq!(modal_component(path).map(|modal| modal.open), open, "{path}");
        }
        assert!(forwards_auth("antd-mini/es/Button/index"));
        assert!(forwards_auth("mini-ali-ui/es/button/index"));
        assert!(!forwards_auth("mini-antui/es/button/index"));
        assert!(is_native_tag("button") && !is_native_tag("van-button"));
        assert_eq!(native_modal("page-container").map(|modal| modal.open), Some("show"));
    }
}

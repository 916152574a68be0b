//! The rules: decisions only. The walk is the engine's, the words are the pages', the facts are `platform`'s.

pub mod catalog;
pub mod context;
mod correction;
mod method;
mod page;

mod authorize_wall;
mod call_after_granted_check;
mod call_outside_authorize;
mod deprecated_get_auth_user_info;
mod client_secret;
mod client_token_exchange;
mod device_permission_at_launch;
mod double_prompt;
mod empty_on_error;
mod guide_at_launch;
mod handler_outside_methods;
mod invalid_open_type;
mod invalid_scope;
mod missing_auth_scopes;
mod leaked_auth_code;
mod misspelled_event;
mod missing_on_error;
mod missing_on_get_authorize;
mod missing_permission_description;
mod missing_scope;
mod mixed_auth_scopes;
mod prechecked_consent;
mod prompt_at_launch;
mod prompt_loop;
mod prompt_on_page_load;
mod reused_auth_code;
mod scope_mismatch;
mod spliced_auth_url;
mod string_boolean;
mod syntax_error;
mod undeclared_sensitive_scope;
mod undefined_handler;
mod unknown_auth_scope;
mod unhandled_refusal;
pub(crate) mod unknown_rule;
mod unreached_call;
mod unresolved_reference;
pub(crate) mod unused_suppression;
mod user_info_beside_phone;
mod user_info_with_phone;

pub use context::{Context, Findings};

use crate::finding::RuleId;
use crate::project::UnitId;
use crate::semantic::consent::Verdict;
use crate::semantic::markup::AuthButton;
use crate::semantic::site::ApiSite;
use crate::source::FileId;

/// A rule: its page and what it looks at.
pub struct Rule {
    /// Its id, the name of its page.
    pub id: RuleId,
    /// The text of `rules/<id>.md`.
    pub page: &'static str,
    /// What it looks at; empty for a rule that the engine itself decides.
    pub checks: &'static [Check],
}

/// What a rule looks at; the engine walks.
pub enum Check {
    /// Every file of the program.
    File(fn(&Context<'_>, FileId, &mut Findings)),
    /// Every app, page and component.
    Unit(fn(&Context<'_>, UnitId, &mut Findings)),
    /// Every auth button, once for each element that is one.
    Button(fn(&Context<'_>, &AuthButton, &mut Findings)),
    /// Every call of a consent-bound API, with what is to be said of it.
    Verdict(fn(&Context<'_>, &Verdict, &mut Findings)),
    /// Every call of an API that the platform knows.
    Site(fn(&Context<'_>, &ApiSite, &mut Findings)),
    /// The whole program, for what one look-up of the analysis answers.
    Program(fn(&Context<'_>, &mut Findings)),
}

/// All rules, by id.
pub const RULES: &[&Rule] = &[
    &authorize_wall::RULE,
    &call_after_granted_check::RULE,
    &call_outside_authorize::RULE,
    &client_secret::RULE,
    &client_token_exchange::RULE,
    &deprecated_get_auth_user_info::RULE,
    &device_permission_at_launch::RULE,
    &double_prompt::RULE,
    &empty_on_error::RULE,
    &guide_at_launch::RULE,
    &handler_outside_methods::RULE,
    &invalid_open_type::RULE,
    &invalid_scope::RULE,
    &leaked_auth_code::RULE,
    &missing_auth_scopes::RULE,
    &missing_on_error::RULE,
    &missing_on_get_authorize::RULE,
    &missing_permission_description::RULE,
    &missing_scope::RULE,
    &misspelled_event::RULE,
    &mixed_auth_scopes::RULE,
    &prechecked_consent::RULE,
    &prompt_at_launch::RULE,
    &prompt_loop::RULE,
    &prompt_on_page_load::RULE,
    &reused_auth_code::RULE,
    &scope_mismatch::RULE,
    &spliced_auth_url::RULE,
    &string_boolean::RULE,
    &syntax_error::RULE,
    &undeclared_sensitive_scope::RULE,
    &undefined_handler::RULE,
    &unhandled_refusal::RULE,
    &unknown_auth_scope::RULE,
    &unknown_rule::RULE,
    &unreached_call::RULE,
    &unresolved_reference::RULE,
    &unused_suppression::RULE,
    &user_info_beside_phone::RULE,
    &user_info_with_phone::RULE,
];

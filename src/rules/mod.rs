//! The rules: decisions only. The walk is the engine's, the words are the pages', the facts are `platform`'s.

pub mod catalog;
pub mod context;
mod authorize_wall;
mod button_never_shown;
mod call_after_granted_check;
mod call_outside_authorize;
mod client_phone_decryption;
mod client_secret;
mod client_token_exchange;
mod correction;
mod deprecated_get_auth_user_info;
mod device_permission_at_launch;
mod double_prompt;
mod empty_on_error;
mod exit_on_refusal;
mod guide_at_launch;
mod handler_outside_methods;
mod identity_from_user_info;
mod invalid_open_type;
mod invalid_scope;
mod leaked_auth_code;
mod method;
mod missing_auth_scopes;
mod missing_on_error;
mod missing_on_get_authorize;
mod missing_permission_description;
mod missing_scope;
mod misspelled_event;
mod mixed_auth_scopes;
mod numeric_response_code;
mod page;
mod prechecked_consent;
mod prompt_at_launch;
mod prompt_loop;
mod prompt_on_page_load;
mod refusal_is_final;
mod removed_user_field;
mod response_parsed_once;
mod reused_auth_code;
mod scope_mismatch;
mod spliced_auth_url;
mod stored_access_token;
mod string_boolean;
mod syntax_error;
mod unchecked_response_code;
mod undeclared_sensitive_scope;
mod undefined_handler;
mod unguarded_button;
mod unhandled_refusal;
mod unknown_auth_scope;
pub(crate) mod unknown_rule;
mod unreached_call;
mod unresolved_reference;
pub(crate) mod unused_suppression;
mod unused_user_info;
mod user_info_beside_phone;
mod user_info_with_phone;

use crate::finding::RuleId;
use crate::project::UnitId;
use crate::semantic::markup::AuthButton;
use crate::semantic::question::consent::Verdict;
use crate::semantic::site::ApiSite;
use crate::source::FileId;

pub use context::{Context, Findings};

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
    &button_never_shown::RULE,
    &call_after_granted_check::RULE,
    &call_outside_authorize::RULE,
    &client_phone_decryption::RULE,
    &client_secret::RULE,
    &client_token_exchange::RULE,
    &deprecated_get_auth_user_info::RULE,
    &device_permission_at_launch::RULE,
    &double_prompt::RULE,
    &empty_on_error::RULE,
    &exit_on_refusal::RULE,
    &guide_at_launch::RULE,
    &handler_outside_methods::RULE,
    &identity_from_user_info::RULE,
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
    &numeric_response_code::RULE,
    &prechecked_consent::RULE,
    &prompt_at_launch::RULE,
    &prompt_loop::RULE,
    &prompt_on_page_load::RULE,
    &refusal_is_final::RULE,
    &removed_user_field::RULE,
    &response_parsed_once::RULE,
    &reused_auth_code::RULE,
    &scope_mismatch::RULE,
    &spliced_auth_url::RULE,
    &stored_access_token::RULE,
    &string_boolean::RULE,
    &syntax_error::RULE,
    &unchecked_response_code::RULE,
    &undeclared_sensitive_scope::RULE,
    &undefined_handler::RULE,
    &unguarded_button::RULE,
    &unhandled_refusal::RULE,
    &unknown_auth_scope::RULE,
    &unknown_rule::RULE,
    &unreached_call::RULE,
    &unresolved_reference::RULE,
    &unused_suppression::RULE,
    &unused_user_info::RULE,
    &user_info_beside_phone::RULE,
    &user_info_with_phone::RULE,
];

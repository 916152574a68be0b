//! `guide-at-launch`: a dialog or navigation that leads to an authorization at the launch.

use crate::finding::{Label, Message, RuleId};
use crate::project::UnitId;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::entry::reach::Path;
use crate::semantic::question::guide::{Goal, Guide, guides};
use crate::semantic::site::ApiSite;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("guide-at-launch"),
    page: include_str!("../../rules/guide-at-launch.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let mut reported = Vec::new();
    for guide in guides(cx.files, cx.project, cx.platform, cx.semantics) {
        let site = &cx.semantics.sites[guide.site];
        let Some(at) = cx.semantics.own_place(site, Some(&guide.path)) else { continue };
        if reported.contains(&at) {
            continue;
        }
        reported.push(at);
        findings
            .report(at, message(cx, &guide), Message::new("label"))
            .trace(trace(cx, &guide))
            .within(cx.semantics.scope_of(cx.files, site));
    }
}

fn site<'a>(cx: &Context<'a>, site: usize) -> &'a ApiSite {
    &cx.semantics.sites[site]
}

fn message(cx: &Context<'_>, guide: &Guide) -> Message {
    let is_dialog = !matches!(
        guide.goal,
        Goal::AuthPage { site, .. } | Goal::AskingPage { site, .. } if site == guide.site
    );
    let (key, goal) = match &guide.goal {
        Goal::Prompt(prompt) => ("dialog-prompt", site(cx, *prompt).path.as_str()),
        Goal::AuthPage { page, .. } if is_dialog => ("dialog-page", path(cx, *page)),
        Goal::AskingPage { page, .. } if is_dialog => ("dialog-page", path(cx, *page)),
        Goal::AuthPage { page, .. } => ("auth-page", path(cx, *page)),
        Goal::AskingPage { page, .. } => ("asking-page", path(cx, *page)),
    };
    let api = site(cx, guide.site).path.as_str();
    Message::new(key).with("api", api).with("goal", goal)
}

fn path<'a>(cx: &Context<'a>, page: UnitId) -> &'a str {
    cx.project.path_in_root(page)
}

/// How the launch leads to the dialog or navigation; of a dialog, to where the user agrees.
fn way(cx: &Context<'_>, guide: &Guide) -> Vec<Label> {
    let agrees = |at| Label { at, text: Message::new("confirmed-dialog") };
    let Some(waited) = &guide.waited else {
        let mut steps = cx.semantics.steps(cx.files, &guide.path);
        let edge = guide.agreed.map(|edge| &cx.semantics.graph.edges[edge as usize]);
        steps.extend(edge.map(|edge| agrees(edge.at)));
        return steps;
    };
    let (before, behind) = guide.path.edges.split_at(waited.after.min(guide.path.edges.len()));
    let start = Path { edges: before.to_vec(), ..guide.path.clone() };
    let mut steps = cx.semantics.steps(cx.files, &start);
    steps.extend(cx.semantics.steps_along(cx.files, &waited.by));
    steps.push(agrees(site(cx, guide.site).at));
    steps.extend(cx.semantics.steps_along(cx.files, behind));
    steps
}

/// How the launch leads to the dialog or navigation, and this to the authorization.
fn trace(cx: &Context<'_>, guide: &Guide) -> Vec<Label> {
    let mut steps = way(cx, guide);
    steps.extend(cx.semantics.steps_along(cx.files, &guide.after));
    let asks = |prompt: usize| {
        let prompt = site(cx, prompt);
        let text = Message::new("asks").with("api", prompt.path.as_str());
        Label { at: prompt.at, text }
    };
    let goes = |navigation: usize, page| {
        let at = site(cx, navigation).at;
        Label { at, text: Message::new("goes").with("page", path(cx, page)) }
    };
    match &guide.goal {
        Goal::Prompt(prompt) => steps.push(asks(*prompt)),
        Goal::AuthPage { site, page } => {
            steps.push(goes(*site, *page));
            let button = cx.semantics.auth_pages.get(page);
            let button = button.and_then(|at| cx.semantics.markup.buttons.get(*at));
            let text = Message::new("only-button");
            steps.extend(button.map(|button| Label { at: button.name(), text }));
        }
        Goal::AskingPage { site, page, asks: how } => {
            steps.push(goes(*site, *page));
            steps.extend(cx.semantics.steps(cx.files, &how.path));
            steps.push(asks(how.prompt));
        }
    }
    steps
}

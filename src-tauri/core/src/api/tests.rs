//! The TypeScript of the window is generated from the table and checked in; a drift fails here.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use ts_rs::TS;

fn typescript() -> String {
    let cfg = ts_rs::Config::new().with_large_int("number");
    let mut out = String::from(
        "// Generated from the command table by `make types`. Do not edit.\n/* eslint-disable */\n\nexport type JsonValue = unknown;\n\n",
    );
    for declaration in declarations(&cfg) {
        out.push_str("export ");
        out.push_str(&declaration);
        out.push_str("\n\n");
    }
    out.push_str(&typescript_commands());
    out
}

/// Set `RIGHTSDESK_WRITE_TYPES=1` to write the file instead of comparing it; `make types` does.
#[test]
fn the_windows_typescript_is_the_command_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api/commands.ts");
    let fresh = typescript();
    if std::env::var_os("RIGHTSDESK_WRITE_TYPES").is_some() {
        std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
        std::fs::write(path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == fresh,
        "ui/src/api/commands.ts is not what the command table says: run `make types`"
    );
}

/// Words first, then the wire types, in the order they are declared.
fn declarations(cfg: &ts_rs::Config) -> Vec<String> {
    use crate::policy::*;
    use crate::words::*;
    let mut all = vec![
        Right::decl(cfg),
        Channel::decl(cfg),
        Capacity::decl(cfg),
        Outcome::decl(cfg),
        LetterKind::decl(cfg),
        LetterLanguage::decl(cfg),
        DeadlineKind::decl(cfg),
        DataKind::decl(cfg),
        ArrivedAt::decl(cfg),
        PromiseKind::decl(cfg),
        Audience::decl(cfg),
        Polarity::decl(cfg),
        Way::decl(cfg),
        Requirement::decl(cfg),
        TimeUnit::decl(cfg),
        Per::decl(cfg),
        Act::decl(cfg),
        DataTopic::decl(cfg),
        Exception::decl(cfg),
        PolicyFormat::decl(cfg),
        QuestionTopic::decl(cfg),
        Register::decl(cfg),
        ProcessKind::decl(cfg),
        PersonTold::decl(cfg),
        ToldOf::decl(cfg),
        ChildStep::decl(cfg),
        AuthorizationForm::decl(cfg),
        SuppressionScope::decl(cfg),
        AddressKind::decl(cfg),
        AuthorityKind::decl(cfg),
        IncidentRisk::decl(cfg),
        PostState::decl(cfg),
        AfterReturn::decl(cfg),
        AlongHow::decl(cfg),
        EnclosureRole::decl(cfg),
        ReportKind::decl(cfg),
        ColumnKind::decl(cfg),
        BehindKind::decl(cfg),
        Ink::decl(cfg),
        BlockKind::decl(cfg),
        Reading::decl(cfg),
        WayOf::decl(cfg),
        Condition::decl(cfg),
        TimeLimit::decl(cfg),
        Frequency::decl(cfg),
        Except::decl(cfg),
        Evidence::decl(cfg),
    ];
    all.extend(wire::declarations(cfg));
    all.extend(wire::contradiction::declarations(cfg));
    all.extend(wire::policy::declarations(cfg));
    all.extend(wire::post::declarations(cfg));
    all.extend(wire::register::declarations(cfg));
    all.extend(wire::files::declarations(cfg));
    all.extend(wire::letterhead::declarations(cfg));
    all.extend(wire::report::declarations(cfg));
    all.extend(wire::retention::declarations(cfg));
    all.extend(wire::wording::declarations(cfg));
    all
}

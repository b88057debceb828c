use super::*;
use crate::policy::document::BlockKind;

/// `H2 text`, `P text`, `I1 text`, one a block.
pub(super) fn shown(document: &Document) -> Vec<String> {
    document
        .blocks
        .iter()
        .map(|block| {
            let text = document.at(block.span);
            match block.kind {
                BlockKind::Heading => format!("H{} {text}", block.level),
                BlockKind::Paragraph => format!("P {text}"),
                BlockKind::Item => format!("I{} {text}", block.level),
            }
        })
        .collect()
}

#[test]
fn look() {
    let Ok(folder) = std::fs::read_dir(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/policies"
    )) else {
        return;
    };
    for file in folder.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".json") {
            continue;
        }
        let imported = read(&name, &std::fs::read(file.path()).unwrap()).unwrap();
        assert!(
            imported.document.blocks.len() > 30,
            "{:?}",
            shown(&imported.document)
        );
        assert!(imported.effective.is_some());
    }
}

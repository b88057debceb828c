use super::*;
pub fn find(_: &Document) -> Vec<Proposal> {
    Vec::new()
}
pub fn read_span(_: &Document, _: Span) -> (Reading, Vec<Evidence>) {
    loop {}
}
pub fn headings_over(_: &Document, _: usize) -> Vec<Span> {
    Vec::new()
}

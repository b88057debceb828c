//! Every template below `data/letters/fr`.

/// Path and source of each.
pub(super) const ALL: super::Sources = super::templates!["fr";];

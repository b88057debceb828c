//! Every template below `data/letters/es`.

/// Path and source of each.
pub(super) const ALL: super::Sources = super::templates!["es";];

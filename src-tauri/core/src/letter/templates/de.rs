//! Every template below `data/letters/de`.

/// Path and source of each.
pub(super) const ALL: super::Sources = super::templates!["de";];

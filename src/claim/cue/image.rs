//! What an image holds of the compiled rules: tables that are read where they stand.

use super::words::Index;
use crate::image::fields;

fields! {
    Index { patterns, more, beginnings, alone, groups, needs, followed, chains }
}

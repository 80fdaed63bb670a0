//! Claims of two or more articles, lined up.

//! Comparisons for people and for programs.

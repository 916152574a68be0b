//! Findings in, text out.

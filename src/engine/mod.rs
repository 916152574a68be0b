//! Workspace in, report out.

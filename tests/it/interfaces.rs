//! The binary: options, exit codes, and what goes where.

//! How reports look: goldens over `testdata/_formats`.

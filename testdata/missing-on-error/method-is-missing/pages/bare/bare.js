Page({ /* nothing yet */ });

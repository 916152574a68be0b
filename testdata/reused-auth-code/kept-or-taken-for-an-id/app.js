App({ user: {} });

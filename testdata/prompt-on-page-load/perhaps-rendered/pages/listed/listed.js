Page({ data: { kind: "" } });

Component({ data: { shown: true } });

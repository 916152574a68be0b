export const track = (event, detail) => my.reportAnalytics(event, detail);

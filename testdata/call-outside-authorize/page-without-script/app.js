App({
  can: my.canIUse('button.open-type.getAuthorize'),
});

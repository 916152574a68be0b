Component({
  data: { can: my.canIUse('button.open-type.getAuthorize') },
});

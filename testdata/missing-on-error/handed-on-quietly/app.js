App({ onLaunch() { this.can = my.canIUse('button.open-type.getAuthorize'); } });

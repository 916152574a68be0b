App({ onLaunch() { this.admite = my.canIUse('button.open-type.getAuthorize'); } });

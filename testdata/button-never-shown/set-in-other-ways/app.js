App({ support: my.canIUse('button.open-type.getAuthorize') });

import Vue from './vue';
import { createApp } from 'vue';
import * as session from './api/session';
import { renew } from './api/renew';

class Session {}
Session.prototype.trace = session.trace;

Vue.prototype.$session = session;
const app = createApp({});
app.config.globalProperties.$renew = renew;

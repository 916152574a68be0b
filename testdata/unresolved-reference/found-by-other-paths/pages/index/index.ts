import { texts } from '@/utils';

Page({ data: { ready: false, title: texts.hello } });

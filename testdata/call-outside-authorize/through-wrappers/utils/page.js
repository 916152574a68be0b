import { throttle } from './throttle';

export function createPage(options) {
  const { onLoad } = options;
  return {
    ...options,
    onLoad(query) {
      my.reportAnalytics('page', query);
      if (onLoad) onLoad.call(this, query);
    },
    refresh: throttle(options.refresh),
  };
}

export const WXPage = (options) => Page(createPage(options));

Component({ props: { elevator: false, tabId: '' } });

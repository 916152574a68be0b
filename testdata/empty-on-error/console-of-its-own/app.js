// Avisos para quien prueba: lo que se registra también se ve.
if (my.getSystemInfoSync().platform !== 'web' && console) {
  const plain = console;
  console = { ...plain, warn(...parts) { plain.warn(...parts); my.showToast({ content: parts.join(' ') }); } };
}

App({});

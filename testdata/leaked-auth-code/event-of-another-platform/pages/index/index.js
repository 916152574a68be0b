Page({
  // 从微信迁移：支付宝的事件里没有 encryptedData
  onPhone(e) {
    const { encryptedData, iv } = e.detail;
    console.log(encryptedData, iv);
    console.log(e.detail);
  },

  // La respuesta cifrada de la billetera, en cambio, no va al registro.
  onReal() {
    my.getPhoneNumber({ //~ call-outside-authorize
      success: (res) => console.log(res.response), //~ leaked-auth-code: the encrypted phone number
      fail: () => my.showToast({ content: 'Escriba su teléfono' }),
    });
  },
});

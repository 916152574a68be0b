import { createStore } from '@mini/store';
import { antes } from '../utils/antes';

export default createStore({
  state: { telefono: '', antes },
  actions: {
    // 由 dispatch('cargar') 调用
    cargar({ commit }) {
      my.getPhoneNumber({
        success: (res) => commit('telefono', res.response),
        fail: () => my.showToast({ content: 'Escriba su número' }),
      });
    },
  },
});

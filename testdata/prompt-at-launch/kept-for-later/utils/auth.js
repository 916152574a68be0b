import debounce from 'lodash/debounce';
import { createAsyncThunk } from '@reduxjs/toolkit';
import { retry } from '@company/flow';

function raw() {
  my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'Más tarde' }) });
}

function now() {
  my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'Más tarde' }) }); //~ prompt-at-launch
}

// 包装后的函数由点击触发
export const login = debounce(raw, 300);

export const signIn = createAsyncThunk('user/login', async () => {
  try {
    return await my.getAuthCode({ scopes: 'auth_user' });
  } catch (error) {
    my.showToast({ content: 'Más tarde' });
    return null;
  }
});

function again() {
  my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'Más tarde' }) });
}

export default debounce(again, 300);

// Esto sí lo llama enseguida.
retry(now);

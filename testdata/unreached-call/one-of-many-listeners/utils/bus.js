let listener;

export default {
  on(next) { listener = next },
  emit() { listener() },
};

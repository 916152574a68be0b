export { default } from 'vue';

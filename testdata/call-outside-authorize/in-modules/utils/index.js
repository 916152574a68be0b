export { default as readUser, readPhone as phone } from './user';
export * from './legacy';
